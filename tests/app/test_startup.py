"""The start does nothing that can wait for the first picture."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.tools import driven

# Starts the window, lets it paint itself, and tells the enums of Qt and the modules that are there by then.
START = """
import enum, sys
import gaohang_viewer.cli.main
from gaohang_viewer.system.lazy_pyside_signatures import import_shiboken
import_shiboken()
from gaohang_viewer.app import startup
from PySide6.QtCore import QTimer

def enums(kind):
    for each in type(kind).__subclasses__(kind):
        yield each.__qualname__
        yield from enums(each)

def tell():
    print(*sorted(set(enums(enum.Enum)) | set(sys.modules)))
    sys.stdout.flush()
    QTimer.singleShot(0, startup.QApplication.quit)

start = startup.App.start
def started(self, path):
    self.window.resize(1280, 800)  # of a usual screen: no headline has to be broken
    start(self, path)
    self.window.repaint()
    tell()
startup.App.start = started
gaohang_viewer.cli.main.main([])
"""


def test_nothing_is_loaded_for_what_may_be_wanted_later(
    tmp_path: Path,
) -> None:
    run = subprocess.run(
        [sys.executable, "-c", START],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env=driven.environment(tmp_path),
    )
    there = set(run.stdout.split())
    assert {"QEvent.Type", "gaohang_viewer.app.main_window"} <= there  # it was looked at
    assert not there & {"QScrollEvent.ScrollState"}  # of any event: a window is given 200 by then
    assert not there & {"html", "html.entities", "lzma", "tokenize", "typst", "pypdfium2", "lxml"}
    assert not there & {"gaohang_viewer.report.search", "string", "zlib"}
    assert not there & {
        "gaohang_viewer.report.links",
        "gaohang_viewer.report.markdown_elements",
        "QUrl.ParsingMode",
    }

"""The whole program where next to nothing is as it should be: it starts, presents, exports, and ends."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gaohang_viewer.ui import translation
from tests.tools import driven

# What comes to the disk: a document, a setting, and what is kept with a report.
WRITING = """
def write(app):
    app.printing._ask_for_name = lambda *_: Path(HOME, "out.pdf")
    app.printing.export_slides(app.presenting.job())
    yield lambda: app.printing.exports.is_busy
    yield lambda: not app.printing.exports.is_busy
    app.settings.set("zoom", 125)
    app.bookmarks.toggle()
    app.outline_editor.edit_sections("down", [app.reader.position.section])
"""
CONDITIONS = """
import time
from pathlib import Path
from gaohang_viewer.presenting.show.events import Event

def steps(app):
    yield lambda: app.window.statusBar().currentMessage()
    print("status:", app.window.statusBar().currentMessage())
    app.present(None)
    yield lambda: app.presenting.deck.pages
    running, real = app.presenting.windows.running, time.time
    Path(HOME, "a.md").unlink()
    for jump in (0, 86400 * 400, -86400 * 400):
        time.time = lambda jump=jump: real() + jump
        app.presenting.windows.running.handle_event(Event.NEXT)
        yield 20
        Path(HOME, "a.md").write_bytes(bytes([jump & 1]) * 9)
    print("page:", running.state.page, 0 <= app.presenting.windows.time.elapsed < 60)
    running.end()
    yield from write(app)
    app.window.close()
"""
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig/>'


def test_no_fonts_no_home_and_a_clock_that_jumps(tmp_path: Path) -> None:
    report = tmp_path / "a.md"
    report.write_text("# 报告\n\n## 一、甲\n\n- 文甲\n- 乙\n\n## 二、乙\n\n文。\n", "utf-8")
    (tmp_path / "fonts.conf").write_text(NO_FONTS, "utf-8")
    package = tmp_path / "without" / "justmytype_intl_cjk.py"
    package.parent.mkdir()
    package.touch()  # a package that brings no fonts
    nowhere = {f"XDG_{name}_HOME": str(package) for name in ("CONFIG", "STATE", "DATA", "CACHE")}
    more = {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "LANGUAGE": "en"}
    path = f"{package.parent}:{driven.environment(tmp_path)['PYTHONPATH']}"
    steps = f"HOME = {str(tmp_path)!r}\n{WRITING}{CONDITIONS}"
    code, out, complaints = driven.run(tmp_path, steps, str(report), PYTHONPATH=path, **nowhere, **more)
    assert (code, complaints) == (0, [])
    assert "status: Settings cannot be saved" in out
    assert "page: 4 True" in out
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


FULL = """
import resource
from pathlib import Path
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

def steps(app):
    app.present(None)
    yield lambda: app.presenting.deck.pages
    print("pages:", len(app.presenting.deck.pages))
    app.presenting.windows.running.end()
    yield from write(app)
    yield lambda: "cannot be saved" in app.window.statusBar().currentMessage()
    app.window.close()
"""


@pytest.mark.skipif(os.name == "nt", reason="limits are those of POSIX")
def test_a_disk_that_takes_nothing(tmp_path: Path) -> None:
    out_file = tmp_path / "out.pdf"
    out_file.write_bytes(b"old")
    code, out, complaints = driven.run(tmp_path, f"HOME = {str(tmp_path)!r}\n{WRITING}{FULL}")
    assert (code, complaints) == (0, [])
    assert "pages: " in out
    assert "told: “out.pdf” is too large for this disk" in out
    assert out_file.read_bytes() == b"old"


@pytest.mark.parametrize("damage", [None, b"", b"no translations", b"\x3c\xb8\x64\x18\xca\xef\x9c\x95" * 99])
def test_translations_that_are_missing_or_damaged_leave_english(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes | None
) -> None:
    monkeypatch.setattr(translation, "resource", lambda _: tmp_path)
    if damage is not None:
        (tmp_path / "gaohang_viewer_zh_CN.qm").write_bytes(damage)
    assert translation.install_language("zh_CN") == "zh_CN"
    from gaohang_viewer.app.actions import FILE, title_of

    shown = title_of(FILE)
    translation.install_language("en")
    assert shown == title_of(FILE)

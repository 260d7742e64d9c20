"""Starts the program: Qt's application, the window, the event loop."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gaohang_viewer.app import App
from gaohang_viewer.settings import Settings, settings_store

if TYPE_CHECKING:
    from pathlib import Path


def _collect_garbage_again() -> None:
    """The command line put it off for the start; what was made until now is never looked at."""
    gc.freeze()
    gc.enable()


def run(path: Path | None, present_from: int | None = None, *, present: bool = False) -> int:
    """Opens the window on a report; returns the exit code."""
    store = settings_store()
    size = Settings(store).interface
    if size != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", str(size / 100))
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("gaohang-viewer")
    QGuiApplication.setApplicationDisplayName("")
    QGuiApplication.setDesktopFileName("gaohang-viewer")
    if isinstance(app, QApplication):
        app.setStyle("Fusion")
    program = App(store)
    program.start(path)
    QTimer.singleShot(0, _collect_garbage_again)
    if present:
        program.present(present_from)
    return app.exec()

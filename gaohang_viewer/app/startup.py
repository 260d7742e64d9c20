"""Starts the program: Qt's application, the window, the event loop."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gaohang_viewer.app.app import App
from gaohang_viewer.storage.settings import Settings, settings_store
from gaohang_viewer.storage.state_files import KEPT, remove_leftovers
from gaohang_viewer.system.error_log import ErrorLog

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from gaohang_viewer.system.error_log import ErrorRecord


AFTER_PAINTING = 50  # ms from when the event loop begins: what nobody sees waits for the first picture


def _collect_garbage_again(program: App) -> None:
    """The command line put it off for the start; what was made until now is never looked at.

    While a large file is being read it stays off, and its reader turns it on again.
    """
    gc.freeze()
    if not program.files.opening.busy:
        gc.enable()


def _application(arguments: list[str]) -> QApplication:
    if sys.platform == "darwin":
        from gaohang_viewer.system.macos import Application

        return Application(arguments)
    return QApplication(arguments)


def _give_icon() -> None:
    """For desktops that do not take it from the entry in their menu."""
    from PySide6.QtGui import QIcon

    from gaohang_viewer.resources import resource

    icon = QIcon()
    for size in (16, 32, 48, 128):  # drawn before: to draw them now would take longer
        icon.addFile(str(resource("desktop", "icons", f"{size}.png")))
    QGuiApplication.setWindowIcon(icon)


def _tell(program: App, faults: ErrorLog, fault: ErrorRecord) -> None:
    """Makes what tells of faults when there is a first one."""
    from gaohang_viewer.system.error_dialog import ErrorNotifier

    teller = ErrorNotifier(faults.folder, lambda: program.window, lambda: program.presenting.is_on)
    program.presenting.left.connect(teller.tell_what_waits)
    faults.tell = teller.tell
    teller.tell(fault)


def _tell_why_not_started(faults: ErrorLog, error: Exception) -> None:
    """Without a window the program would be gone without a word; a terminal gets the traceback, too."""
    if QGuiApplication.platformName() not in ("offscreen", "minimal"):
        from gaohang_viewer.system.error_dialog import ErrorDialog

        dialog = ErrorDialog(faults.folder)
        dialog.show_faults([faults.note(error)])
        dialog.exec()


class NoSuchScreen(Exception):
    """A screen was asked for that is not there; the message names those that are."""


def _screen(wanted: str) -> str:
    """What a screen is remembered by that is named by its number or a part of its name."""
    from gaohang_viewer.presenting.screens import known_as, screen_name

    screens = {screen_name(screen, at): screen for at, screen in enumerate(QGuiApplication.screens(), 1)}
    for name, screen in screens.items():
        if wanted == name.split()[0] or (not wanted.isdecimal() and wanted.lower() in name.lower()):
            return known_as(screen)
    raise NoSuchScreen(", ".join(screens))


def run(
    path: Path | None,
    present_from: int | None = None,
    *,
    present: bool = False,
    overrides: Mapping[str, object] = MappingProxyType({}),
) -> int:
    """Opens the window on a report; returns the exit code. `overrides` are settings of this run alone.

    Raises NoSuchScreen.
    """
    faults = ErrorLog()
    faults.install()
    store = settings_store()
    size = Settings(store).interface
    if size != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", str(size / 100))
    # As an argument, since setStyle answers with a QStyle: making the enums of that class takes 10 ms.
    app = QApplication.instance() or _application([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("gaohang-viewer")
    QGuiApplication.setApplicationDisplayName("")
    QGuiApplication.setDesktopFileName("gaohang-viewer")
    if "screen" in overrides:
        overrides = {**overrides, "screen": _screen(str(overrides["screen"]))}
    try:
        program = App(store, overrides)
        faults.tell = partial(_tell, program, faults)
        program.start(path)
    except Exception as error:
        _tell_why_not_started(faults, error)
        raise
    if (wanted := getattr(app, "file_wanted", None)) is not None:  # on a Mac
        wanted.connect(program.open)
    for later in (
        _give_icon,
        partial(_collect_garbage_again, program),
        program.storage_warnings.check_writable,
    ):
        QTimer.singleShot(AFTER_PAINTING, later)
    if present:
        program.present(present_from)
    if faults.last_end is not None:
        QTimer.singleShot(0, faults.tell_of_last_end)
    code = app.exec()
    remove_leftovers(*(program.memory.data_folder / name for name in ("", *KEPT)))
    faults.close()
    return code

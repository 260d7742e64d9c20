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
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.presenting.controller import PresentingController
    from gaohang_viewer.session.background_reader import BackgroundReader
    from gaohang_viewer.system.error_log import ErrorRecord


AFTER_PAINTING = 50  # ms after the event loop starts; what is not visible in the window is done then


def _resume_garbage_collection(reader: BackgroundReader) -> None:
    """Turns on the garbage collection, which the command line turned off, for objects made from now on.

    While a large file is being read it stays off, and the reader turns it on again.
    """
    gc.freeze()
    if not reader.busy:
        gc.enable()


def _application(arguments: list[str]) -> QApplication:
    if sys.platform == "darwin":
        from gaohang_viewer.system.macos import Application

        return Application(arguments)
    return QApplication(arguments)


def _set_window_icon() -> None:
    """Sets the icon, for desktops that do not take it from the desktop entry."""
    from PySide6.QtGui import QIcon

    from gaohang_viewer.resources import resource

    icon = QIcon()
    for size in (16, 32, 48, 128):  # PNG files, since drawing the SVG takes longer
        icon.addFile(str(resource("desktop", "icons", f"{size}.png")))
    QGuiApplication.setWindowIcon(icon)


def _show_error(
    log: ErrorLog, window: Callable[[], QWidget], presenting: PresentingController, record: ErrorRecord
) -> None:
    """Shows the first error, and makes the log call the dialog for those that follow."""
    from gaohang_viewer.system.error_dialog import ErrorNotifier

    notifier = ErrorNotifier(log.folder, window, lambda: presenting.is_running)
    presenting.ended.connect(notifier.show_pending)
    log.on_error = notifier.notify
    notifier.notify(record)


def _show_start_error(log: ErrorLog, error: Exception) -> None:
    """Shows why the program does not start; there may be no terminal for the traceback."""
    if QGuiApplication.platformName() not in ("offscreen", "minimal"):
        from gaohang_viewer.system.error_dialog import ErrorDialog

        dialog = ErrorDialog(log.folder)
        dialog.show_errors([log.log(error)])
        dialog.exec()


class NoSuchScreen(Exception):
    """The screen that was asked for does not exist; the message names those that do."""


def _screen(wanted: str) -> str:
    """The name under which settings store a screen, given its number or a part of its name.

    Raises NoSuchScreen.
    """
    from gaohang_viewer.presenting.screens import screen_key, screen_name

    screens = {screen_name(screen, at): screen for at, screen in enumerate(QGuiApplication.screens(), 1)}
    for name, screen in screens.items():
        if wanted == name.split()[0] or (not wanted.isdecimal() and wanted.lower() in name.lower()):
            return screen_key(screen)
    raise NoSuchScreen(", ".join(screens))


def run(
    path: Path | None,
    present_from: int | None = None,
    *,
    present: bool = False,
    overrides: Mapping[str, object] = MappingProxyType({}),
    password: str = "",
) -> int:
    """Opens the window on a report, by default the built-in one, and runs the event loop.

    `present` starts the show, at the section `present_from` if given. `overrides` are settings of this run
    only, `password` is that of the report. Returns the exit code. Raises NoSuchScreen.
    """
    log = ErrorLog()
    log.install()
    store = settings_store()
    scale = Settings(store).interface
    if scale != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", str(scale / 100))
    # As an argument: setStyle would return a QStyle, and making the enums of that class takes 10 ms.
    app = QApplication.instance() or _application([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("gaohang-viewer")
    QGuiApplication.setApplicationDisplayName("")
    QGuiApplication.setDesktopFileName("gaohang-viewer")
    if "screen" in overrides:
        overrides = {**overrides, "screen": _screen(str(overrides["screen"]))}
    try:
        program = App(store, overrides)
        log.on_error = partial(_show_error, log, lambda: program.window, program.presenting)
        program.start(path, password)
    except Exception as error:
        _show_start_error(log, error)
        raise
    if (file_requested := getattr(app, "file_requested", None)) is not None:  # on macOS
        file_requested.connect(program.open)
    for later in (
        _set_window_icon,
        partial(_resume_garbage_collection, program.files.background_reader),
        program.storage_warnings.check_writable,
    ):
        QTimer.singleShot(AFTER_PAINTING, later)
    if present:
        program.present(present_from)
    if log.last_crash is not None:
        QTimer.singleShot(0, log.report_last_crash)
    code = app.exec()
    remove_leftovers(*(program.memory.data_folder / name for name in ("", *KEPT)))
    log.close()
    return code

"""Opens reports that the user asks for, and shows why one cannot be opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from gaohang_viewer.loading import Reason
from gaohang_viewer.resources import BUILT_IN_REPORT, SHIPPED_REPORTS
from gaohang_viewer.session.open_file import open_in_new_window
from gaohang_viewer.ui import file_dialogs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gaohang_viewer.app.main_window import MainWindow
    from gaohang_viewer.loading import CannotOpen
    from gaohang_viewer.reading.search.find_bar import FindBar
    from gaohang_viewer.reading.search.finder import Finder
    from gaohang_viewer.session.open_file import Files
    from gaohang_viewer.session.reader import Reader

_MOST_WINDOWS = 10  # that are opened at once


class ReportOpener:
    """Opens reports in a window: by path, by a dialog, or at a section or hit in them."""

    def __init__(
        self, window: MainWindow, files: Files, reader: Reader, finder: Finder, find_bar: FindBar
    ) -> None:
        self._window = window
        self._files = files
        self._reader = reader
        self._finder = finder
        self._find_bar = find_bar
        self._last: Path | None = None  # what was open last, while nobody has asked for another report

    @property
    def path(self) -> Path | None:
        """The file of the open report."""
        return self._reader.path

    @property
    def folder(self) -> str:
        """The folder in which a dialog starts."""
        path = self._reader.path
        return str(Path.home() if path is None or path in SHIPPED_REPORTS else path.parent)

    def open(self, path: str | Path, password: str = "") -> bool:
        """Opens a report. Returns False if that fails: then the open one stays and a message is shown, or the
        user is asked for a password and the report is opened later."""
        self._last = None
        return self._files.open(Path(path), password)

    def open_each(self, paths: Sequence[str]) -> None:
        """Opens the first report here, and each of the others in a window of its own."""
        if paths and self.open(paths[0]):
            self._window.show_page(None)
        for path in paths[1:_MOST_WINDOWS]:
            open_in_new_window(path)
        if len(paths) > _MOST_WINDOWS:
            text = QCoreApplication.translate("app", "{count} more files were not opened")
            self._window.show_message(text.replace("{count}", str(len(paths) - _MOST_WINDOWS)))

    def open_first(self, path: Path | None, recent: Sequence[str], password: str = "") -> None:
        """Opens the report that the program starts with: without a path the last of the `recent` ones.

        If that fails, it is the built-in one, and the status bar says why the last one is not there.
        """
        if path is not None:
            self.open(path, password)
        elif recent:
            self._last = Path(recent[0]).absolute()
            self._files.open(self._last)
        if self._reader.path is None and not self._files.background_reader.busy:
            self.open(BUILT_IN_REPORT)

    def open_at(self, path: str, section: int | None, hit: int, query: str) -> None:
        """Opens a report in place of a page, at a section unless that is None.

        With a `query` the report is searched for it, and that hit of the section (from 0) is shown.
        """
        if self.open(path):
            self._window.show_page(None)
            if section is not None:
                self._files.when_read(partial(self._go, section, hit, query))

    def ask_for_path(self) -> str:
        """Asks for a report's path; empty if the user cancels."""
        return file_dialogs.ask_for_report(self._window, self.folder)

    def ask(self) -> None:
        """Asks for a report and opens it."""
        if path := self.ask_for_path():
            self.open(path)

    def show_error(self, error: CannotOpen) -> None:
        """Shows why a report cannot be opened, in front of the window, or asks for its password."""
        from gaohang_viewer.ui.messages import why_not_opened

        if error.path == self._last:
            self.open(BUILT_IN_REPORT)
            self._window.show_message(why_not_opened(error))
            return
        show = partial(file_dialogs.complain, self._window, why_not_opened(error))
        if error.asks_for_password:
            show = partial(self._ask_for_password, error)
        if self._window.isVisible():
            show()
        else:
            QTimer.singleShot(0, show)

    def _ask_for_password(self, error: CannotOpen) -> None:
        wrong = error.reason is Reason.WRONG_PASSWORD
        if password := file_dialogs.ask_for_password(self._window, error.path.name, wrong=wrong):
            self.open(error.path, password)

    def _go(self, section: int, hit: int, query: str) -> None:
        self._reader.start_at(section)
        if query:
            self._find_bar.field.setText(query)
            self._finder.go_to(section, hit)

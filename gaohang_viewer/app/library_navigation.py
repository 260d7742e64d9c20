"""The library as a part of the program: built when first wanted; it opens reports at what was found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from gaohang_viewer.session.open_file import open_apart
from gaohang_viewer.ui import file_dialogs

if TYPE_CHECKING:
    from gaohang_viewer.app.app import App
    from gaohang_viewer.library_view.controller import LibraryController


class LibraryNavigation:
    """Turns the window to the library and its comparisons, and from them to reports."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._desk: LibraryController | None = None

    @property
    def desk(self) -> LibraryController:
        if self._desk is None:
            from gaohang_viewer.library_view.controller import LibraryController

            app = self._app
            self._desk = desk = LibraryController(app.settings, app.memory, app.window)
            desk.message.connect(app.tell)
            desk.failed.connect(app.tell_why)
            desk.page_requested.connect(lambda page: app.window.show_page(page))
            desk.page.new_window_requested.connect(open_apart)
            desk.page.closed.connect(lambda: app.window.show_page(None))
            desk.comparison.closed.connect(self._leave_comparison)
            desk.comparison.export_requested.connect(lambda *what: app.printing.export_comparison(*what))
            for page in (desk.page, desk.comparison):
                page.open_requested.connect(self._open_found)
            self.apply_theme()
        return self._desk

    def show(self, tab: int) -> None:
        """Turns to the library's page, or from it back to the report."""
        page, window = self.desk.page, self._app.window
        if window.page is page and page.tabs.currentIndex() == tab:
            window.show_page(None)
            return
        window.show_page(page)
        self.desk.update()
        page.focus_field(tab)

    def compare(self) -> None:
        """Compares the open report with another one, which is the older."""
        app = self._app
        if app.reader.path is not None and (other := file_dialogs.ask_for_report(app.window, app.folder())):
            self.desk.compare(other, str(app.reader.path))

    def apply_theme(self) -> None:
        if self._desk is not None:
            self._desk.apply_theme(self._app.theme, self._app.fonts)

    def draw_icons(self) -> None:
        if self._desk is not None:
            self._desk.page.apply_theme(self._app.theme, self._app.fonts)

    def close(self) -> None:
        """Ends what runs; the library is built anew when it is wanted again."""
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def _leave_comparison(self) -> None:
        self._app.window.show_page(self.desk.page if self._app.memory.library else None)

    def _open_found(self, path: str, section: int | None, number: int, query: str) -> None:
        """Opens a report, at a hit or a section if one is named."""
        if self._app.open(path):
            self._app.window.show_page(None)
            if section is not None:
                self._app.files.when_read(partial(self._show_found, section, number, query))

    def _show_found(self, section: int, number: int, query: str) -> None:
        self._app.reader.start_at(section)
        if query:
            self._app.views.find_bar.field.setText(query)
            self._app.finder.go_to(section, number)

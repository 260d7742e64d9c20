"""Shows the library and its comparisons in the window, and opens reports from there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gaohang_viewer.session.open_file import open_in_new_window
from gaohang_viewer.ui.plain_text import tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from gaohang_viewer.app.appearance import Appearance
    from gaohang_viewer.app.main_window import MainWindow
    from gaohang_viewer.app.report_opener import ReportOpener
    from gaohang_viewer.library_view.controller import LibraryController
    from gaohang_viewer.printing.controller import PrintingController
    from gaohang_viewer.storage.memory import Memory
    from gaohang_viewer.storage.settings import Settings


class LibraryNavigation:
    """Builds the library when it is first used."""

    def __init__(
        self,
        window: MainWindow,
        opener: ReportOpener,
        *,
        settings: Settings,
        memory: Memory,
        appearance: Appearance,
        printing: Callable[[], PrintingController],
    ) -> None:
        """`printing` returns the controller that exports comparisons."""
        self._window = window
        self._opener = opener
        self._settings = settings
        self._memory = memory
        self._appearance = appearance
        self._printing = printing
        self._controller: LibraryController | None = None

    @property
    def controller(self) -> LibraryController:
        """The library, built at the first use."""
        if self._controller is None:
            from gaohang_viewer.library_view.controller import LibraryController

            window = self._window
            self._controller = library = LibraryController(self._settings, self._memory, window)
            library.message.connect(window.show_message)
            library.failed.connect(self._opener.show_error)
            library.page_requested.connect(window.show_page)
            library.page.new_window_requested.connect(open_in_new_window)
            library.page.closed.connect(lambda: window.show_page(None))
            library.comparison.closed.connect(self._leave_comparison)
            library.comparison.export_requested.connect(
                lambda *what: self._printing().export_comparison(*what)
            )
            for page in (library.page, library.comparison):
                page.open_requested.connect(self._opener.open_at)
            self.apply_theme()
        return self._controller

    def toggle(self, tab: int) -> None:
        """Shows a tab of the library, or the report again if that tab is shown."""
        page, window = self.controller.page, self._window
        if window.page is page and page.tabs.currentIndex() == tab:
            window.show_page(None)
            return
        window.show_page(page)
        self.controller.update()
        page.focus_field(tab)

    def offer(self, folder: str) -> None:
        """Asks whether a folder is to be the library, and shows it then."""
        if folder != self._memory.library:
            from PySide6.QtWidgets import QMessageBox

            title = QCoreApplication.translate("library", "Library")
            text = QCoreApplication.translate(
                "library",
                "Use the folder “{name}” as the library? The reports in it and in its subfolders are then "
                "listed and searched.",
            )
            asked = tip(text.replace("{name}", Path(folder).name or folder))
            if QMessageBox.question(self._window, title, asked) != QMessageBox.StandardButton.Yes:
                return
            self.controller.open(Path(folder))
        self._window.show_page(self.controller.page)
        self.controller.update()

    def compare(self) -> None:
        """Compares the open report with an older one that the user chooses."""
        if self._opener.path is not None and (older := self._opener.ask_for_path()):
            self.controller.compare(older, str(self._opener.path))

    def apply_theme(self) -> None:
        """Applies the theme to the library, if it is built."""
        if self._controller is not None:
            self._controller.apply_theme(self._appearance.theme, self._appearance.fonts)

    def draw_icons(self) -> None:
        """Draws the icons again, for a screen of another scale."""
        if self._controller is not None:
            self._controller.page.apply_theme(self._appearance.theme, self._appearance.fonts)

    def close(self) -> None:
        """Ends the library's work."""
        if self._controller is not None:
            self._controller.close()
            self._controller = None

    def _leave_comparison(self) -> None:
        self._window.show_page(self.controller.page if self._memory.library else None)

"""Shows the slides in the window, and starts and ends shows from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gaohang_viewer.report.model import FRONT
from gaohang_viewer.ui import file_dialogs

if TYPE_CHECKING:
    from gaohang_viewer.app.appearance import Appearance
    from gaohang_viewer.app.main_window import MainWindow
    from gaohang_viewer.presenting.controller import PresentingController
    from gaohang_viewer.presenting.light_table.controller import DeckController
    from gaohang_viewer.session.reader import Reader
    from gaohang_viewer.storage.memory import Memory
    from gaohang_viewer.storage.settings import Settings


class SlidesNavigation:
    """Builds the light table when it is first used."""

    def __init__(
        self,
        window: MainWindow,
        presenting: PresentingController,
        reader: Reader,
        *,
        settings: Settings,
        memory: Memory,
        appearance: Appearance,
    ) -> None:
        self._window = window
        self._presenting = presenting
        self._reader = reader
        self._settings = settings
        self._memory = memory
        self._appearance = appearance
        self._controller: DeckController | None = None

    @property
    def controller(self) -> DeckController:
        """The light table, built at the first use."""
        if self._controller is None:
            from gaohang_viewer.presenting.light_table.controller import DeckController

            window = self._window
            self._controller = slides = DeckController(self._presenting, self._memory, window)
            slides.message.connect(window.show_message)
            slides.page.closed.connect(lambda: window.show_page(None))
            slides.page.export_requested.connect(window.actions_by_id["slides-pdf"].trigger)
            slides.page.present_requested.connect(window.actions_by_id["show-here"].trigger)
            window.page_changed.connect(self._on_page_changed)
            self.apply_theme()
        return self._controller

    @property
    def is_shown(self) -> bool:
        """Whether the light table is the window's page."""
        return self._controller is not None and self._window.page is self._controller.page

    def toggle(self) -> None:
        """Shows the slides, or the report again if they are shown."""
        if self.is_shown:
            self._window.show_page(None)
            return
        self._window.show_page(self.controller.page, "slides")
        self.controller.start(self._reader.position.section)

    def present(self, section: int | None, *, rehearse: bool = False) -> None:
        """Starts the show at its cover (None), or at a section.

        If the slides are shown, a show at a section starts at the slide selected there; a hidden one has no
        page to start at.
        """
        if section is not None and self.is_shown:
            self.flush()
            if page := self.controller.first_page():
                self._presenting.present(None, self._window.screen(), page)
            return
        self.flush()
        section = None if section == FRONT else section
        self._presenting.present(section, self._window.screen(), rehearse=rehearse)

    def on_show_ended(self, section: int | None) -> None:
        """Goes to the section that the show ended at; None for a page without one."""
        if section is not None:
            self._reader.go(section)
        self._window.activateWindow()

    def on_show_failed(self, message: str) -> None:
        """Shows why the slides could not be made."""
        text = QCoreApplication.translate("app", "The slides could not be created: {message}")
        file_dialogs.complain(self._window, text.replace("{message}", message))

    def show_rehearsals(self) -> None:
        """Shows how long each section took in rehearsals, against the plan."""
        from gaohang_viewer.presenting.rehearsal.dialog import RehearsalDialog

        if not (records := self._presenting.records):
            self._window.show_message(
                QCoreApplication.translate("app", "This report has not been presented yet.")
            )
            return
        appearance = self._appearance
        dialog = RehearsalDialog(records, appearance.theme, appearance.fonts, self._window)
        dialog.rate_chosen.connect(lambda rate: self._settings.set("rate", rate))
        dialog.show()

    def flush(self) -> None:
        """Applies what was typed before the slides are used."""
        if self._controller is not None:
            self._controller.flush()

    def apply_theme(self) -> None:
        """Applies the theme to the light table, if it is built."""
        if self._controller is not None:
            self._controller.apply_theme(self._appearance.theme, self._appearance.fonts)

    def close(self) -> None:
        """Ends the light table's work."""
        if self._controller is not None:
            self._controller.close()
            self._controller = None

    def _on_page_changed(self) -> None:
        if self._controller is not None and not self.is_shown:
            self._controller.stop()

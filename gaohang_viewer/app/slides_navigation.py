"""Slides as a part of the program: the light table, the show at a slide, and how rehearsals went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gaohang_viewer.app.actions import WITH_SLIDES

if TYPE_CHECKING:
    from gaohang_viewer.app.app import App
    from gaohang_viewer.presenting.light_table.controller import DeckController


class SlidesNavigation:
    """Turns the window to the slides and back, and begins shows at the slide that is chosen there."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._desk: DeckController | None = None
        app.presenting.rehearsal_finished.connect(self.show_rehearsals)

    @property
    def desk(self) -> DeckController:
        if self._desk is None:
            from gaohang_viewer.presenting.light_table.controller import DeckController

            app = self._app
            self._desk = desk = DeckController(app.presenting, app.memory, app.window)
            desk.message.connect(app.tell)
            desk.page.closed.connect(lambda: app.window.show_page(None))
            desk.page.export_requested.connect(app.window.actions_by_id["slides-pdf"].trigger)
            desk.page.present_requested.connect(app.window.actions_by_id["show-here"].trigger)
            app.window.turned.connect(self._turned)
            self.apply_theme()
        return self._desk

    @property
    def is_shown(self) -> bool:
        return self._desk is not None and self._app.window.page is self._desk.page

    def show(self) -> None:
        """Turns to the slides, or from them back to the report."""
        if self.is_shown:
            self._app.window.show_page(None)
            return
        desk = self.desk
        self._app.window.show_page(desk.page, WITH_SLIDES)
        desk.start(self._app.reader.place.section)

    def present(self) -> bool:
        """Begins the show at the chosen slide, if the slides are what is shown; a hidden one has no page."""
        if not self.is_shown:
            return False
        self.desk.flush()
        if page := self.desk.first_page():
            self._app.presenting.present(None, self._app.window.screen(), page)
        return True

    def show_rehearsals(self) -> None:
        """How long each section took, against the plan."""
        from gaohang_viewer.presenting.rehearsal.dialog import RehearsalDialog

        app = self._app
        if not (records := app.presenting.records):
            app.tell(QCoreApplication.translate("app", "This report has not been presented yet."))
            return
        dialog = RehearsalDialog(records, app.theme, app.fonts, app.window)
        dialog.rate_chosen.connect(lambda rate: app.settings.set("rate", rate))
        dialog.show()

    def settle(self) -> None:
        """What was typed counts before the slides are used."""
        if self._desk is not None:
            self._desk.flush()

    def apply_theme(self) -> None:
        if self._desk is not None:
            self._desk.apply_theme(self._app.theme, self._app.fonts)

    def close(self) -> None:
        """The slides are built anew when they are wanted again."""
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def _turned(self) -> None:
        if self._desk is not None and not self.is_shown:
            self._desk.stop()

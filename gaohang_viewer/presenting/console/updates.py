"""Keeps the console's parts up to date with the show and the clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from gaohang_viewer.presenting.console.section_text import section_text
from gaohang_viewer.presenting.console.time_texts import clock_texts, planned, spent
from gaohang_viewer.presenting.screens import distinct_screens, screen_name

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from gaohang_viewer.presenting.console.layout import Parts
    from gaohang_viewer.presenting.running_show import RunningShow
    from gaohang_viewer.presenting.screens import Arrangement
    from gaohang_viewer.presenting.show.pages import Deck
    from gaohang_viewer.presenting.show.plan import Plan
    from gaohang_viewer.presenting.timekeeping import Timekeeping
    from gaohang_viewer.storage.settings import Settings

_TREE_LEAST = 0.4  # share of the right column's height that is kept for the tree
_CAPTION = 40  # px of the caption above the next page


class ConsoleUpdates:
    """Updates the parts. Nothing is done where nothing has changed."""

    def __init__(self, running: RunningShow, time: Timekeeping, settings: Settings, parts: Parts) -> None:
        self._running = running
        self._time = time
        self._settings = settings
        self._parts = parts
        self._deck: Deck | None = None
        self._plan: Plan | None = None  # the plan of the times in the tree
        self._section: int | None = -1  # the section of the script
        self._page = 0

    def refresh(self) -> None:
        """Updates everything that can wait until a step is on the screens."""
        running, parts, state = self._running, self._parts, self._running.state
        if state.finished:
            return
        if running.deck is not self._deck:
            self._set_deck(running.deck)
        section = running.page.section if running.page else None
        parts.buttons.refresh(state)
        parts.audience.refresh(state)
        parts.page_area.refresh()
        parts.sections.set_present(section)
        self.fit_next_page()
        parts.next_area.page.refresh()
        self._show_script(section, state.page)
        self.refresh_time()

    def refresh_time(self) -> None:
        """Updates the clocks, and the position in the script."""
        parts, time = self._parts, self._time
        if not parts.clocks.isVisible():
            return
        parts.clocks.show_times(clock_texts(time))
        parts.script.set_position(time.script_position)
        if time.plan is not self._plan:
            self._plan = time.plan
            parts.sections.viewport().update()
        present = parts.sections.sections.present
        if present is not None:
            parts.sections.sections.set_spent(spent(time, present))

    def fit_next_page(self) -> None:
        """Sets the next page's height so that the tree keeps its share."""
        column = self._parts.next_area.parentWidget()
        if column is not None:
            self._parts.next_area.fit(round(column.height() * (1 - _TREE_LEAST)) - _CAPTION)

    def show_screens(self, arrangement: Arrangement[QScreen]) -> None:
        """Shows the names of the screens, and which one is the audience's."""
        screens = distinct_screens(QGuiApplication.screens())
        names = [screen_name(screen, number) for number, screen in enumerate(screens, 1)]
        audience = screens.index(arrangement.audience) if arrangement.audience in screens else -1
        self._parts.audience.set_screens(names, audience, in_window=not arrangement.full)

    def _set_deck(self, deck: Deck) -> None:
        self._deck, self._section = deck, -1
        report, wide = deck.report, self._settings.full_width
        self._parts.page_area.page.set_title(report.title)
        self._parts.sections.sections.set_report(report, wide=wide)
        self._parts.sections.sections.set_planned(lambda section: planned(self._time, section))
        self._parts.search.set_report(report, wide=wide)

    def _show_script(self, section: int | None, page: int) -> None:
        if section != self._section:
            wide = self._settings.full_width
            self._parts.script.show_text(
                section_text(self._running.deck.report, section, wide=wide), wide=wide
            )
        elif page != self._page:
            self._parts.script.text.resume_scrolling()
        self._section, self._page = section, page

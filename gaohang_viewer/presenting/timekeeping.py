"""The clocks of a running show: the talk against its plan, the audience's countdown, automatic advance."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gaohang_viewer.presenting.show.events import Command, Event
from gaohang_viewer.presenting.show.plan import Plan, planned
from gaohang_viewer.presenting.show.rehearsal import record_of
from gaohang_viewer.presenting.show.talk_clock import Talk, counted, moved, paused, reset, resumed, started

if TYPE_CHECKING:
    from gaohang_viewer.presenting.running_show import RunningShow
    from gaohang_viewer.presenting.show.pages import Deck
    from gaohang_viewer.presenting.show.rehearsal import Record
    from gaohang_viewer.storage.settings import Settings

_TICK_MS = 250
_BY_LENGTH = -1  # value of the setting "advance": pages stay as long as planned


class Timekeeping(QObject):
    """The clocks of one report's shows. `ticked` is emitted four times a second, and when a clock is set."""

    ticked = Signal()

    def __init__(self, running: RunningShow, settings: Settings) -> None:
        super().__init__(running)
        self._running = running
        self._settings = settings
        self.talk = Talk()
        self.plan = self._planned()
        self.countdown = False  # whether the audience sees the remaining time
        self._deck: Deck | None = None  # the deck that the plan was made for
        self._tick_timer = QTimer(self, interval=_TICK_MS)
        self._tick_timer.timeout.connect(self.ticked)
        self._advance_timer = QTimer(self, singleShot=True)
        self._advance_timer.timeout.connect(self._advance)
        self._advance_position = (0, 0)  # the page and points that the timer was started for
        running.started.connect(self._on_started)
        running.state_applied.connect(self._on_state_applied)
        running.command_requested.connect(self._on_command)
        settings.changed.connect(self._setting_changed)

    @property
    def now(self) -> float:
        return self._running.clock()

    @property
    def elapsed(self) -> float:
        """Seconds since the talk began, without pauses."""
        return self.talk.elapsed(self.now)

    @property
    def remaining(self) -> float:
        """Seconds until the planned end of the talk."""
        return self.plan.remaining(self.elapsed)

    @property
    def pace(self) -> float:
        """Seconds behind the plan; below 0 ahead of it."""
        return self.plan.pace(self.talk.page.number, self.elapsed) if self.talk.page else 0.0

    @property
    def script_position(self) -> float:
        """The estimated share of the section's text that has been spoken, from 0 to 1: by the revealed
        points, or else by the time."""
        page = self._running.page
        if page is None:
            return 0.0
        seconds = self.talk.on_page(self.now) if page == self.talk.page else 0.0
        if points := self._running.state.points_of(page.number):
            seconds = self.plan.seconds_on(page.number) * self._running.state.revealed / points
        return self.plan.script_position(page.number, seconds)

    def spent_on(self, section: int) -> float:
        """Seconds spent on a section without those below it."""
        return counted(self.talk, self.now).on_sections.get(section, 0.0)

    def record(self) -> Record:
        """The times of each section so far."""
        settings, now = self._settings, datetime.now().astimezone()
        return record_of(
            self._running.deck.report,
            self.plan,
            counted(self.talk, self.now),
            now.isoformat(timespec="seconds"),
            settings.minutes,
            full_width=settings.full_width,
        )

    def close(self) -> None:
        """Stops all clocks."""
        self._tick_timer.stop()
        self._advance_timer.stop()
        self._settings.changed.disconnect(self._setting_changed)

    def _on_started(self) -> None:
        self.talk = started(Talk(), self.now)
        self.countdown = False
        self._tick_timer.start()

    def _on_state_applied(self) -> None:
        """Follows the page and the deck of the show."""
        running = self._running
        if running.deck is not self._deck:
            self._set_deck(running.deck)
        if running.state.finished:
            self._tick_timer.stop()
            self._advance_timer.stop()
            return
        if running.pages:
            self.talk = moved(self.talk, running.pages[running.state.seen.page - 1], self.now)
        spot = (running.state.page, running.state.revealed)
        if spot != self._advance_position:
            self._advance_position = spot
            self._schedule_advance()

    def _set_deck(self, deck: Deck) -> None:
        old, self._deck = self._deck, deck
        self._advance_position = (0, 0)
        if old is not None and old.pages and deck.pages:
            self.talk = _carried_over(counted(self.talk, self.now), old, deck)
        self.plan = self._planned()

    def _planned(self) -> Plan:
        deck = self._running.deck
        return planned(deck.report, deck.pages, self._settings.minutes, self._settings.rate)

    def _setting_changed(self, key: str) -> None:
        if key in ("minutes", "rate"):
            self.plan = self._planned()
            self.ticked.emit()
        elif key == "advance":
            self._schedule_advance()

    def _on_command(self, command: Command) -> None:
        match command:
            case Command.TIMER:
                pausing = resumed if self.talk.is_paused else paused
                self.talk = (
                    pausing(self.talk, self.now) if self.talk.has_begun else started(self.talk, self.now)
                )
                self._schedule_advance()
            case Command.RESET_TIMER:
                self.talk = reset(self.talk, self.now)
            case Command.COUNTDOWN:
                self.countdown = not self.countdown
            case _:
                return
        self.ticked.emit()

    def _schedule_advance(self) -> None:
        """Starts the timer of the automatic advance, if that is on and the talk is not paused."""
        self._advance_timer.stop()
        seconds: float = self._settings.advance
        if seconds == _BY_LENGTH:
            page = self._running.state.page
            seconds = self.plan.seconds_on(page) / (self._running.state.points_of(page) + 1)
        is_on = bool(self._running.pages) and not self._running.state.finished
        if seconds > 0 and is_on and not self.talk.is_paused:
            self._advance_timer.start(round(seconds * 1000))

    def _advance(self) -> None:
        state = self._running.state
        if state.overview or state.held is not None or state.tool.value != "none":
            self._schedule_advance()  # the speaker is doing something with the page
        else:
            self._running.handle_event(Event.NEXT)


def _carried_over(talk: Talk, old: Deck, new: Deck) -> Talk:
    """A talk with its times moved to the pages and sections of another deck, matched by the pages' keys."""
    found = {page.key: page for page in new.pages}
    pages = {page.number: found[page.key] for page in old.pages if page.key in found}
    sections = {old.pages[number - 1].section: page.section for number, page in pages.items()}
    on_pages = {pages[number].number: spent for number, spent in talk.on_pages.items() if number in pages}
    on_sections: dict[int, float] = {}
    for section, spent in talk.on_sections.items():
        to = sections.get(None if section < 0 else section)
        on_sections[-1 if to is None else to] = on_sections.get(-1 if to is None else to, 0.0) + spent
    return replace(talk, on_pages=on_pages, on_sections=on_sections)

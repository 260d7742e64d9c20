"""The clocks of a running show: the talk against its plan, the audience's clock, going on by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gaohang_viewer.presenting.events import Command, Event
from gaohang_viewer.presenting.plan import Plan, Script, script_of
from gaohang_viewer.presenting.timing import Talk

if TYPE_CHECKING:
    from gaohang_viewer.presenting.pages import Deck, ShowPage
    from gaohang_viewer.presenting.running import RunningShow
    from gaohang_viewer.settings import Settings

_TICK_MS = 250
_BY_LENGTH = -1  # of the setting "advance"


class Timekeeping(QObject):
    """Of one report's shows. `ticked` comes four times a second during a show, and when a clock was set."""

    ticked = Signal()

    def __init__(self, running: RunningShow, settings: Settings) -> None:
        super().__init__(running)
        self._running = running
        self._settings = settings
        self.talk = Talk()
        self.plan = Plan(running.deck.report, (), settings.rate)
        self.countdown = False  # the audience sees what is left
        self._deck: Deck | None = None  # that the plan is for
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self.ticked)
        self._advancing = QTimer(self, singleShot=True)
        self._advancing.timeout.connect(self._advance)
        self._advances_from = (0, 0)  # the spot that the timer is for
        running.began.connect(self._begin)
        running.changed.connect(self._follow)
        running.asked.connect(self._obey)
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
        """Seconds until the talk should end."""
        return self.plan.remaining(self.elapsed)

    @property
    def pace(self) -> float:
        """Seconds behind the plan; less than 0 ahead of it."""
        return self.plan.pace(self.talk.page, self.elapsed)

    @property
    def script(self) -> float:
        """The share of the present section's text that has been spoken, as far as one can tell: from the
        points that are revealed, or else from the time."""
        running = self._running
        page = running.page
        if page is None:
            return 0.0
        part = script_of(running.pages, page.number)
        if points := running.state.points_of(page.number):
            return Script(*part).at(running.state.revealed, points)
        on_page = self.talk.on_page(self.now) if page.number == self.talk.page else 0.0
        return part.at(on_page, self.plan.seconds(page.number))

    def spent_on_section(self, section: int) -> float:
        """Seconds on a section without what is below it."""
        now = self.now
        return sum(self.talk.spent_on(page.number, now) for page in self._pages_of(section))

    def close(self) -> None:
        """Stops all clocks."""
        self._ticking.stop()
        self._advancing.stop()
        self._settings.changed.disconnect(self._setting_changed)

    def _pages_of(self, section: int) -> list[ShowPage]:
        return [page for page in self._running.pages if page.section == section]

    def _begin(self) -> None:
        self.talk = Talk().start(self.now)
        self.countdown = False
        self._ticking.start()

    def _follow(self) -> None:
        """The page, or the deck, may be another one."""
        running = self._running
        if running.deck is not self._deck:
            self._take(running.deck)
        if running.state.finished:
            self._ticking.stop()
            self._advancing.stop()
            return
        if running.pages:
            self.talk = self.talk.turn(running.state.seen.page, self.now)
        spot = (running.state.page, running.state.revealed)
        if spot != self._advances_from:
            self._advances_from = spot
            self._wait_to_advance()

    def _take(self, deck: Deck) -> None:
        old, self._deck = self._deck, deck
        if old is not None and old.pages and deck.pages:
            numbers = {page.key: page.number for page in deck.pages}
            where = {page.number: numbers[page.key] for page in old.pages if page.key in numbers}
            self.talk = self.talk.moved(where, self._running.state.seen.page)
        self.plan = Plan(deck.report, deck.pages, self._settings.rate, self._settings.minutes)

    def _setting_changed(self, key: str) -> None:
        if key in ("minutes", "rate"):
            deck = self._running.deck
            self.plan = Plan(deck.report, deck.pages, self._settings.rate, self._settings.minutes)
            self.ticked.emit()
        elif key == "advance":
            self._wait_to_advance()

    def _obey(self, command: Command) -> None:
        match command:
            case Command.TIMER:
                self.talk = self.talk.pause(self.now)
                self._wait_to_advance()
            case Command.RESET_TIMER:
                self.talk = self.talk.reset(self.now)
            case Command.COUNTDOWN:
                self.countdown = not self.countdown
            case _:
                return
        self.ticked.emit()

    def _wait_to_advance(self) -> None:
        """The next page comes by itself, where that is wanted; a pause holds it off."""
        self._advancing.stop()
        seconds: float = self._settings.advance
        if seconds == _BY_LENGTH:
            page = self._running.state.page
            seconds = self.plan.seconds(page) / (self._running.state.points_of(page) + 1)
        is_on = bool(self._running.pages) and not self._running.state.finished
        if seconds > 0 and is_on and not self.talk.is_paused:
            self._advancing.start(round(seconds * 1000))

    def _advance(self) -> None:
        state = self._running.state
        if state.overview or state.held is not None or state.tool.value != "none":
            self._wait_to_advance()  # somebody is at it
        else:
            self._running.take(Event.NEXT)

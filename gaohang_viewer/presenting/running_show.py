"""A running show: its state, its pages and their pictures. Windows display it and pass events to it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage

from gaohang_viewer.presenting.show.events import Command, Event, ShowKey
from gaohang_viewer.presenting.show.pages import Deck, ShowPage, page_of_section, same_place, section_starts
from gaohang_viewer.presenting.show.state import ShowState
from gaohang_viewer.presenting.show.transitions import next_state, with_deck
from gaohang_viewer.report.model import Report
from gaohang_viewer.ui.page_renderer import PageRenderer


class RunningShow(QObject):
    """Holds the state that all windows of a show display, and emits `changed` with every other state.

    Windows repaint on `changed`; work that can wait is connected to `state_applied`, which follows.
    `command_requested` passes on commands for what surrounds the show. With `reveal` points appear one by
    one; with `fade` pages change softly; without a console (`has_console`) nothing can be frozen.
    """

    changed = Signal()
    state_applied = Signal()
    page_rendered = Signal(int, QSize, QImage)  # page, size in pixels and picture, of the present deck
    command_requested = Signal(Command)
    started = Signal()

    def __init__(
        self,
        report: Report,
        pdfium_lock: threading.Lock | None = None,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """`clock` returns seconds and never goes back."""
        super().__init__(parent)
        self.state = ShowState(finished=True)
        self.deck = Deck(report)
        self.renderer: PageRenderer | None = None
        self.reveal = False
        self.fade = False
        self.loop = False
        self.has_console = False
        self.clock = clock
        self._pdfium_lock = pdfium_lock
        self._first_section: int | None = None  # the section to start at once there is a deck
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self.handle_event(Event.TICK))

    @property
    def pages(self) -> tuple[ShowPage, ...]:
        return self.deck.pages

    @property
    def page(self) -> ShowPage | None:
        """The page that the speaker sees; None while there is no deck."""
        return self.pages[self.state.page - 1] if self.pages else None

    @property
    def blank_page(self) -> int:
        """The number of the deck's last page, which has no text."""
        return len(self.pages) + 1

    def tops(self, page: int) -> tuple[float, ...]:
        """Where the points of a page begin that are revealed one by one, in shares of its height; else
        empty."""
        return self.pages[page - 1].tops if self.state.points_of(page) else ()

    def set_deck(self, deck: Deck) -> None:
        """Sets the first deck, or replaces it; the show stays in its section."""
        old, first = self.pages, self._first_section

        def where(page: int) -> int:
            if old or first is None:
                return same_place(old, page, deck.pages)
            return page_of_section(deck.pages, first)

        self.close()
        self.deck = deck
        self.renderer = PageRenderer(deck.pdf, self._pdfium_lock)
        self.renderer.rendered.connect(self.page_rendered)
        self.state = self._with_deck(self.state, where)
        self._emit_changed()

    def set_reveal(self, *, reveal: bool) -> None:
        """Sets whether points are revealed one by one."""
        if reveal != self.reveal:
            self.reveal = reveal
            self.state = self._with_deck(self.state, lambda same: same)
            self._emit_changed()

    def start(self, page: int = 1, section: int | None = None) -> None:
        """Starts at a page or, also before there is a deck, at a section."""
        self._first_section = section
        if section is not None and self.pages:
            page = page_of_section(self.pages, section)
        self.state = ShowState(page=page, loop=self.loop)
        if self.pages:
            self.state = self._with_deck(self.state, lambda same: same)
        self.started.emit()
        self._emit_changed()

    def handle_event(self, event: ShowKey) -> None:
        """Applies an event to the state, or passes on a command."""
        if isinstance(event, Command):
            self.command_requested.emit(event)
            return
        if event in (Event.FREEZE, Event.SHOW_THIS) and not self.has_console:
            return
        before, now = self.state, self.clock()
        self.state = next_state(before, event, now)
        self._timer.stop()
        if self.state.deadline is not None:
            self._timer.start(max(0, round((self.state.deadline - now) * 1000)) + 1)
        if self.state != before:
            self._emit_changed()

    def end(self) -> None:
        """Ends the show at once, as when its window is closed."""
        if not self.state.finished:
            self.state = replace(self.state, finished=True)
            self._emit_changed()

    def close(self) -> None:
        """Ends the rendering thread."""
        if self.renderer is not None:
            self.renderer.close()
            self.renderer = None

    def _emit_changed(self) -> None:
        self.changed.emit()
        self.state_applied.emit()

    def _with_deck(self, state: ShowState, where: Callable[[int], int]) -> ShowState:
        points = tuple(len(page.tops) for page in self.pages) if self.reveal else ()
        return with_deck(state, len(self.pages), section_starts(self.pages), points, where)

"""A show that runs: its state, its pages and their pictures. Windows show it and pass events on to it."""

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
    """Holds the one state that all windows of a show compute from; `changed` says that it is another one.

    Windows show it at once; what may come after that listens to `settled`, which follows.

    `asked` passes on what a key asks of what stands around the show. With `reveal` points come one by one;
    with `fade` a page gives way to the next softly; without a speaker's own view (`has_console`) nothing
    can be frozen.
    """

    changed = Signal()
    state_applied = Signal()
    page_rendered = Signal(int, QSize, QImage)  # a picture is ready, of whichever deck is the present one
    command_requested = Signal(Command)
    started = Signal()

    def __init__(
        self,
        report: Report,
        pdfium_lock: threading.Lock | None = None,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
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
        self._first_section: int | None = None  # where to begin, while there is no deck
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
        """The number of the page without words."""
        return len(self.pages) + 1

    def tops(self, page: int) -> tuple[float, ...]:
        """Where the points of a page begin that come one by one; empty if all are there at once."""
        return self.pages[page - 1].tops if self.state.points_of(page) else ()

    def set_deck(self, deck: Deck) -> None:
        """Takes a deck, the first or one that replaces another; the show stays in the section it is in."""
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
        """Whether points come one by one; from now on."""
        if reveal != self.reveal:
            self.reveal = reveal
            self.state = self._with_deck(self.state, lambda same: same)
            self._emit_changed()

    def start(self, page: int = 1, section: int | None = None) -> None:
        """Begins at a page or, deck or no deck yet, at a section."""
        self._first_section = section
        if section is not None and self.pages:
            page = page_of_section(self.pages, section)
        self.state = ShowState(page=page, loop=self.loop)
        if self.pages:
            self.state = self._with_deck(self.state, lambda same: same)
        self.started.emit()
        self._emit_changed()

    def handle_event(self, event: ShowKey) -> None:
        """Lets an event happen."""
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
        """Ends the show without asking, as when its window is closed."""
        if not self.state.finished:
            self.state = replace(self.state, finished=True)
            self._emit_changed()

    def close(self) -> None:
        """Ends the drawing thread."""
        if self.renderer is not None:
            self.renderer.close()
            self.renderer = None

    def _emit_changed(self) -> None:
        self.changed.emit()
        self.state_applied.emit()

    def _with_deck(self, state: ShowState, where: Callable[[int], int]) -> ShowState:
        points = tuple(len(page.tops) for page in self.pages) if self.reveal else ()
        return with_deck(state, len(self.pages), section_starts(self.pages), points, where)

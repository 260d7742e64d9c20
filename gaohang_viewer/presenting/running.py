"""A show that runs: its state, its pages and their pictures. Windows show it and pass events on to it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage

from gaohang_viewer.presenting.drawing import PageDrawer
from gaohang_viewer.presenting.pages import ShowPage, page_of_section, same_place, section_starts
from gaohang_viewer.presenting.show import Event, ShowEvent, ShowState, after, with_deck


class RunningShow(QObject):
    """Holds the one state that all windows of a show compute from; `changed` says that it is another one."""

    changed = Signal()
    drawn = Signal(int, QSize, QImage)  # a picture is ready, of whichever deck is the present one

    def __init__(
        self,
        pdfium_turn: threading.Lock | None = None,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = ShowState(finished=True)
        self.pages: tuple[ShowPage, ...] = ()
        self.drawer: PageDrawer | None = None
        self._pdfium_turn = pdfium_turn
        self._clock = clock
        self._first_section: int | None = None  # where to begin, while there is no deck
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self.take(Event.TICK))

    @property
    def page(self) -> ShowPage | None:
        """The page on show; None while there is no deck."""
        return self.pages[self.state.page - 1] if self.pages else None

    def set_deck(self, pdf: bytes, pages: Sequence[ShowPage]) -> None:
        """Takes a deck, the first or one that replaces another; the show stays in the section it is in."""
        if self.pages or self._first_section is None:
            page = same_place(self.pages, self.state.page, pages)
        else:
            page = page_of_section(pages, self._first_section)
        self.close()
        self.pages = tuple(pages)
        self.drawer = PageDrawer(pdf, self._pdfium_turn)
        self.drawer.drawn.connect(self.drawn)
        self.state = with_deck(self.state, page, len(pages), section_starts(pages))
        self.changed.emit()

    def begin(self, page: int = 1, section: int | None = None) -> None:
        """Begins at a page or, deck or no deck yet, at a section."""
        self._first_section = section
        if section is not None and self.pages:
            page = page_of_section(self.pages, section)
        self.state = ShowState(page=page)
        if self.pages:
            self.state = with_deck(self.state, page, len(self.pages), section_starts(self.pages))
        self.changed.emit()

    def take(self, event: ShowEvent) -> None:
        """Lets an event happen."""
        before, now = self.state, self._clock()
        self.state = after(before, event, now)
        self._timer.stop()
        if self.state.deadline is not None:
            self._timer.start(max(0, round((self.state.deadline - now) * 1000)) + 1)
        if self.state != before:
            self.changed.emit()

    def end(self) -> None:
        """Ends the show without asking, as when its window is closed."""
        self.state = replace(self.state, finished=True)
        self.changed.emit()

    def close(self) -> None:
        """Ends the drawing thread."""
        if self.drawer is not None:
            self.drawer.close()
            self.drawer = None

"""Searches the open report in small slices, so that the window stays alive, and keeps the hits."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gaohang_viewer.report.search import hits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gaohang_viewer.reading.reader import Reader

_SLICE = 0.008  # seconds of searching between two looks at the event loop
_TOLD = 0.2  # seconds between two words about a search that goes on


class Finder(QObject):
    """The query, and how many hits each section holds.

    `changed` tells that the query or its hits are others; `arrived` that the reader was taken to a hit:
    its section and its number within that section, from 0.
    """

    changed = Signal()
    arrived = Signal(int, int)

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self.query = ""
        self.counts: dict[int, int] = {}  # section -> hits, sections without any left out
        self.total = 0
        self.current: tuple[int, int] | None = None
        self._search: Iterator[tuple[int, int]] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._told = 0.0
        reader.opened.connect(self._again)

    @property
    def searching(self) -> bool:
        return self._search is not None

    @property
    def number(self) -> int:
        """The present hit's number in the whole report, from 1; 0 when there is none."""
        if self.current is None:
            return 0
        section, inside = self.current
        return sum(count for index, count in self.counts.items() if index < section) + inside + 1

    def find(self, query: str) -> None:
        """Starts to look for something else; an empty query ends the search."""
        if query == self.query:
            return
        self.query = query
        self._again()

    def next(self) -> None:
        """To the next hit from where the reader is, and round again at the end."""
        self._move(+1)

    def previous(self) -> None:
        self._move(-1)

    def _again(self) -> None:
        self.counts, self.total, self.current = {}, 0, None
        self._search = hits(self._reader.report, self.query) if self.query.strip() else None
        if self._search is None:
            self._timer.stop()
            self.changed.emit()
        else:
            self._timer.start()
            self._told = 0
            self._go_on()

    def _go_on(self) -> None:
        until = time.perf_counter() + _SLICE
        if self._search is None:
            return
        for section, count in self._search:
            if count:
                self.counts[section] = count
                self.total += count
            if time.perf_counter() > until:
                break
        else:
            self._search = None
            self._timer.stop()
        if self._search is None or time.perf_counter() > self._told + _TOLD:
            self._told = time.perf_counter()
            self.changed.emit()

    def _move(self, by: int) -> None:
        if not self.counts:
            return
        sections = sorted(self.counts)
        here = self._reader.place.section
        if self.current is not None:
            section, inside = self.current
            inside += by
            if 0 <= inside < self.counts.get(section, 0):
                self._arrive(section, inside)
                return
            here = section + by
        if by > 0:
            section = next((s for s in sections if s >= here), sections[0])
            self._arrive(section, 0)
        else:
            section = next((s for s in reversed(sections) if s <= here), sections[-1])
            self._arrive(section, self.counts[section] - 1)

    def _arrive(self, section: int, inside: int) -> None:
        self.current = (section, inside)
        if self._reader.place.section != section:
            self._reader.go(section)
        self.changed.emit()
        self.arrived.emit(section, inside)

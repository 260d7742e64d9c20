"""Searches the open report while the user types, in slices, so that the window stays responsive."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from gaohang_viewer.session.reader import Reader

_SLICE = 0.008  # seconds of work between two runs of the event loop
_TOLD = 0.2  # seconds between two signals of a running search
_MOST_BY_PINYIN = 5000  # headlines, which takes 0.1 s; the command palette searches all
_FOLDED, _COUNTED = 256, 512  # sections between two checks of the time


class Finder(QObject):
    """The query, and the number of hits of each section.

    `changed` follows when the query or its hits change, `hit_reached` when the reader goes to a hit: its
    section and its number within the section, from 0.
    """

    changed = Signal()
    hit_reached = Signal(int, int)

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self.query = ""
        self.counts: dict[int, int] = {}  # hits by section, without sections that have none
        self.total = 0
        self.current: tuple[int, int] | None = None
        self._folded: list[str] = []  # the folded texts so far, the front page first
        self.by_pinyin: dict[
            int, tuple[int, int]
        ] = {}  # spans of headlines whose pinyin matches, if no text does
        self._folded_query = ""  # folded
        self._counted = 0  # how many of the folded sections were counted
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._search_slice)
        self._emitted_at = 0.0
        reader.opened.connect(self._on_report_opened)

    @property
    def is_searching(self) -> bool:
        return bool(self._folded_query) and self._counted < self._sections

    @property
    def number(self) -> int:
        """The current hit's number in the whole report, from 1; 0 for none."""
        if self.current is None:
            return 0
        section, inside = self.current
        return sum(count for index, count in self.counts.items() if index < section) + inside + 1

    def prepare(self) -> None:
        """Starts to fold the report for a search that is expected."""
        if len(self._folded) < self._sections:
            self._timer.start()

    def find(self, query: str) -> None:
        """Searches for another query; an empty one ends the search."""
        if query != self.query:
            self.query = query
            self._restart()

    def next(self) -> None:
        """Goes to the next hit after the reader's position; after the last one to the first."""
        self._move(+1)

    def previous(self) -> None:
        """Goes to the previous hit; before the first one to the last."""
        self._move(-1)

    def go_to(self, section: int, inside: int) -> None:
        """Goes to a hit of a section by its number, from 0."""
        self._go_to_hit(section, inside)

    def _on_report_opened(self) -> None:
        self._folded = []
        self._restart()

    @property
    def _sections(self) -> int:
        """The number of texts: all sections and the front page."""
        return len(self._reader.report.sections) + 1

    def _restart(self) -> None:
        self.counts, self.total, self.current, self.by_pinyin = {}, 0, None, {}
        self._folded_query, self._counted = _folded(self.query), 0
        self._emitted_at = 0
        if self._folded_query:
            self._timer.start()
            self._search_slice()
        else:
            self._timer.stop()
            self.changed.emit()

    def _search_slice(self) -> None:
        """One slice of work: counts hits in folded texts, then folds more."""
        until = time.perf_counter() + _SLICE
        while time.perf_counter() < until:
            if self._folded_query and self._counted < len(self._folded):
                self._count()
            elif len(self._folded) < self._sections:
                self._fold_more()
            else:
                self._timer.stop()
                if self._folded_query and not self.total:
                    self._find_by_pinyin()
                break
        if self._folded_query and (not self.is_searching or time.perf_counter() > self._emitted_at + _TOLD):
            self._emitted_at = time.perf_counter()
            self.changed.emit()

    def _find_by_pinyin(self) -> None:
        """Compares the query with the pinyin of headlines and its initials, for no text has it."""
        from gaohang_viewer.report.pinyin import find, is_pinyin

        if not is_pinyin(self._folded_query):
            return
        for section, each in enumerate(self._reader.report.sections[:_MOST_BY_PINYIN]):
            if span := find(self._folded_query, each.headline):
                self.by_pinyin[section] = span
                self.counts[section] = 1
        self.total = len(self.counts)

    def _fold_more(self) -> None:
        from gaohang_viewer.report.search import folded

        begin = len(self._folded)
        numbers = range(begin - 1, min(begin + _FOLDED, self._sections) - 1)
        self._folded += folded(self._reader.report, numbers)

    def _count(self) -> None:
        end = min(self._counted + _COUNTED, len(self._folded))
        for number in range(self._counted, end):
            if count := self._folded[number].count(self._folded_query):
                self.counts[number - 1] = count
                self.total += count
        self._counted = end

    def _move(self, by: int) -> None:
        if not self.counts:
            return
        sections = sorted(self.counts)
        here = self._reader.position.section
        if self.current is not None:
            section, inside = self.current
            inside += by
            if 0 <= inside < self.counts.get(section, 0):
                self._go_to_hit(section, inside)
                return
            here = section + by
        if by > 0:
            section = next((s for s in sections if s >= here), sections[0])
            self._go_to_hit(section, 0)
        else:
            section = next((s for s in reversed(sections) if s <= here), sections[-1])
            self._go_to_hit(section, self.counts[section] - 1)

    def _go_to_hit(self, section: int, inside: int) -> None:
        self.current = (section, inside)
        if self._reader.position.section != section:
            self._reader.go(section)
        self.changed.emit()
        self.hit_reached.emit(section, inside)


def _folded(query: str) -> str:
    """The query folded as the texts are; loads the folding for the first query only."""
    if not query:
        return ""
    from gaohang_viewer.report.folding import fold

    return fold(query)

"""Searches the open report as one types, in small slices, so that the window stays alive."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from gaohang_viewer.session.reader import Reader

_SLICE = 0.008  # seconds of searching between two looks at the event loop
_TOLD = 0.2  # seconds between two words about a search that goes on
_MOST_BY_PINYIN = 5000  # headlines, which are looked through in 0.1 s; the jump box looks through all
_FOLDED, _COUNTED = 256, 512  # sections between two looks at the clock


class Finder(QObject):
    """The query, and how many hits each section holds.

    `changed` tells that the query or its hits are others; `arrived` that the reader was taken to a hit:
    its section and its number within that section, from 0.
    """

    changed = Signal()
    hit_reached = Signal(int, int)

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self.query = ""
        self.counts: dict[int, int] = {}  # section -> hits, sections without any left out
        self.total = 0
        self.current: tuple[int, int] | None = None
        self._folded: list[str] = []  # what was folded of the report, its front page first
        self.by_pinyin: dict[
            int, tuple[int, int]
        ] = {}  # where headlines are read as the query, if no words are
        self._folded_query = ""  # folded
        self._counted = 0  # how many of the folded sections were looked through
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._search_slice)
        self._emitted_at = 0.0
        reader.opened.connect(self._on_report_opened)

    @property
    def is_searching(self) -> bool:
        return bool(self._folded_query) and self._counted < self._sections

    @property
    def number(self) -> int:
        """The present hit's number in the whole report, from 1; 0 when there is none."""
        if self.current is None:
            return 0
        section, inside = self.current
        return sum(count for index, count in self.counts.items() if index < section) + inside + 1

    def prepare(self) -> None:
        """A search is near: the report is folded for it."""
        if len(self._folded) < self._sections:
            self._timer.start()

    def find(self, query: str) -> None:
        """Starts to look for something else; an empty query ends the search."""
        if query != self.query:
            self.query = query
            self._restart()

    def next(self) -> None:
        """To the next hit from where the reader is, and round again at the end."""
        self._move(+1)

    def previous(self) -> None:
        self._move(-1)

    def go_to(self, section: int, inside: int) -> None:
        """To one of the hits of a section."""
        self._go_to_hit(section, inside)

    def _on_report_opened(self) -> None:
        self._folded = []
        self._restart()

    @property
    def _sections(self) -> int:
        """All there are, with the front page."""
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
        """One slice: counts in what is folded, then folds more."""
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
        """No text has the words: they may be the pinyin of a headline, or its initials."""
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
        here = self._reader.place.section
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
        if self._reader.place.section != section:
            self._reader.go(section)
        self.changed.emit()
        self.hit_reached.emit(section, inside)


def _folded(query: str) -> str:
    """Folded as the text is; what does that is loaded for the first query."""
    if not query:
        return ""
    from gaohang_viewer.report.folding import fold

    return fold(query)

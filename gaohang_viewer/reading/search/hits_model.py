"""The hits of a search as rows: each section with hits, and below it its hits among their words."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gaohang_viewer.report.punctuation import full_width
from gaohang_viewer.report.search import Snippet, snippets
from gaohang_viewer.ui.hit_delegate import COUNT, NUMBER, SECTION, SPAN
from gaohang_viewer.ui.plain_text import tip_role

if TYPE_CHECKING:
    from gaohang_viewer.reading.search.finder import Finder
    from gaohang_viewer.session.reader import Reader

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


class HitsModel(QAbstractListModel):
    """Rows are computed on demand, for a report may have a hundred thousand hits."""

    def __init__(self, reader: Reader, finder: Finder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._finder = finder
        self._sections: list[int] = []
        self._starts = [0]  # the row of each section
        self._snippets = lru_cache(maxsize=64)(self._found_in)

    def refresh(self) -> None:
        """Shows what the finder has found so far."""
        self.beginResetModel()
        self._sections = sorted(self._finder.counts)
        self._starts = list(accumulate((self._finder.counts[at] + 1 for at in self._sections), initial=0))
        self._snippets.cache_clear()
        self.endResetModel()

    def row_of(self, section: int, number: int) -> int:
        """The row of a hit; -1 if it is not listed."""
        if section not in self._finder.counts or section not in self._sections:
            return -1
        return self._starts[self._sections.index(section)] + 1 + number

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._starts[-1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = bisect_right(self._starts, index.row()) - 1
        section, number = self._sections[place], index.row() - self._starts[place] - 1
        if role == SECTION:
            return section
        if role == NUMBER:
            return number if number >= 0 else None
        if role == COUNT:
            return self._finder.counts.get(section, 0)
        if role == SPAN:
            return self._snippet(section, number)[1:] if number >= 0 else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self._name(section) if number < 0 else self._snippet(section, number)[0]
            return tip_role(role, full_width(text))
        return None

    def _name(self, section: int) -> str:
        report = self._reader.report
        return report.sections[section].headline if section >= 0 else report.title

    def _snippet(self, section: int, number: int) -> tuple[str, int, int]:
        found = self._snippets(section)
        return found[number][2:] if number < len(found) else ("", 0, 0)

    def _found_in(self, section: int) -> list[Snippet]:
        if section in self._finder.by_pinyin:
            return [Snippet(section, 0, self._name(section), *self._finder.by_pinyin[section])]
        count = self._finder.counts.get(section, 0)
        return list(snippets(self._reader.report, section, self._finder.query, count))

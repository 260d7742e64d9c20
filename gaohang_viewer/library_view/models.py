"""A library's reports as a table, and the matches of a search as rows."""

from __future__ import annotations

from bisect import bisect_right
from datetime import datetime
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from gaohang_viewer.loading import Reason
from gaohang_viewer.report.folding import fold
from gaohang_viewer.report.punctuation import full_width
from gaohang_viewer.report.speaking_time import brief
from gaohang_viewer.ui.hit_delegate import COUNT, NUMBER, SECTION, SPAN
from gaohang_viewer.ui.plain_text import tip

if TYPE_CHECKING:
    from gaohang_viewer.library.index import IndexedReport
    from gaohang_viewer.library_view.library_service import ReportMatch

Index = QModelIndex | QPersistentModelIndex

_USER = Qt.ItemDataRole.UserRole.value
ENTRY = _USER + 10  # the row's IndexedReport
_SORT = _USER + 11
_ROOT = QModelIndex()
TITLE, PLACE, YEAR, EDITION, SECTIONS, TIME, CHANGED = range(7)


class ReportsModel(QAbstractTableModel):
    """A row for each report; `rate` is that of the speaking times in characters per minute."""

    def __init__(self, rate: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rate = rate
        self._entries: list[IndexedReport] = []

    def set_reports(self, entries: list[IndexedReport]) -> None:
        """Shows these reports."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 7

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (SECTIONS, TIME):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return (
            QCoreApplication.translate("library", "Title"),
            QCoreApplication.translate("library", "Place"),
            QCoreApplication.translate("library", "Year"),
            QCoreApplication.translate("library", "Edition"),
            QCoreApplication.translate("library", "Sections"),
            QCoreApplication.translate("library", "Duration"),
            QCoreApplication.translate("library", "Modified"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role == _SORT:
            return self._sort_key(entry, index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(entry.path)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (SECTIONS, TIME):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, entry: IndexedReport, column: int) -> str:
        facts = entry.metadata
        if entry.problem:
            if column == TITLE:
                return Path(entry.path).name
            if column != PLACE:
                return ""
            if entry.problem == Reason.LOCKED.value:
                return QCoreApplication.translate("library", "password needed")
            return QCoreApplication.translate("library", "cannot be opened")
        return (
            full_width(" ".join(facts.title.split())),
            facts.place,
            str(facts.year or ""),
            facts.edition,
            str(facts.sections),
            brief(facts.characters * 60 / self.rate),
            datetime.fromtimestamp(entry.mtime / 1e9).astimezone().strftime("%Y-%m-%d"),
        )[column]

    def _sort_key(self, entry: IndexedReport, column: int) -> Any:
        facts = entry.metadata
        return (
            facts.title,
            facts.place,
            entry.age,
            facts.edition,
            facts.sections,
            facts.characters,
            entry.mtime,
        )[column]


class FilteredReports(QSortFilterProxyModel):
    """Sorts by the values of a column; keeps reports whose title, place, year or edition contain all
    words."""

    def __init__(self, model: ReportsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setSourceModel(model)

    def set_filter(self, query: str) -> None:
        """Keeps reports that match the words of a query."""
        self._words = list(filter(None, map(fold, query.split())))
        self.invalidate()

    def lessThan(self, left: Index, right: Index) -> bool:
        return bool(left.data(_SORT) < right.data(_SORT))

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        entry: IndexedReport = self.sourceModel().index(row, 0, parent).data(ENTRY)
        facts = entry.metadata
        text = fold(f"{facts.title}\0{facts.place}\0{facts.year}\0{facts.edition}\0{Path(entry.path).name}")
        return all(word in text for word in self._words)


class MatchesModel(QAbstractListModel):
    """A heading for each report that matches, and below it its first hits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matches: list[ReportMatch] = []
        self._starts = [0]  # the row of each report

    def set_matches(self, found: list[ReportMatch]) -> None:
        """Shows these matches; if they continue the present ones, only rows are added."""
        starts = list(accumulate((len(each.snippets) + 1 for each in found), initial=0))
        if found[: len(self._matches)] == self._matches and self._matches:
            self.beginInsertRows(_ROOT, self._starts[-1], max(starts[-1] - 1, self._starts[-1]))
            self._matches, self._starts = found, starts
            self.endInsertRows()
            return
        self.beginResetModel()
        self._matches, self._starts = found, starts
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._starts[-1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = bisect_right(self._starts, index.row()) - 1
        each, number = self._matches[place], index.row() - self._starts[place] - 1
        if role == ENTRY:
            return each.entry
        if number < 0:
            return self._heading(each, role)
        snippet = each.snippets[number]
        if role == Qt.ItemDataRole.DisplayRole:
            return full_width(snippet.text)
        return {SECTION: snippet.section, NUMBER: snippet.number, SPAN: (snippet.start, snippet.end)}.get(
            role
        )

    def _heading(self, each: ReportMatch, role: int) -> Any:
        facts = each.entry.metadata
        if role == Qt.ItemDataRole.DisplayRole:
            parts = [full_width(" ".join(facts.title.split())), facts.place, facts.edition]
            return "　".join(part for part in parts if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(each.entry.path)
        if role == COUNT:
            return " · ".join(filter(None, (str(facts.year or ""), f"{each.hits}")))
        return None

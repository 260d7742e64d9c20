"""The report's outline as an item model: mark and headline, hits of the search."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

from gaohang_viewer.report.headline import headline, marked
from gaohang_viewer.report.model import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()

# Qt.ItemDataRole as numbers, as views pass them: the first use of the namespace Qt builds 1,500 enum members,
# which takes as long as painting the window. Only what a start needs goes without it.
DISPLAY, TOOL_TIP, ACCESSIBLE_TEXT, _USER = 0, 3, 11, 0x100
MARK = _USER
TITLE = _USER + 1
LEVEL = _USER + 2
HITS = _USER + 3  # in the section alone
ALL_HITS = _USER + 4  # in the section and all below it
SECTION = _USER + 5
LINE = _USER + 6  # of the source
TIME = (
    _USER + 7
)  # that it takes to speak the section with all below it, as told in a row; empty if not wanted
BOOKMARK = _USER + 8  # whether the reader has put one there


class OutlineModel(QAbstractItemModel):
    """Sections by their place in the tree; an index carries the section's index in document order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report = Report("")
        self._hits: Mapping[int, int] = {}
        self._hits_before = [0]  # how many hits the sections before each one hold
        self._wide = True
        self._speaking: Callable[[int], str] | None = None
        self._bookmarks: Collection[int] = ()
        self._answers: dict[int, Callable[[int], Any]] = {  # by role, of a section
            **dict.fromkeys((DISPLAY, TOOL_TIP, ACCESSIBLE_TEXT), self._headline),
            MARK: lambda number: marked(self._report.sections[number], self._wide)[0].strip(),
            TITLE: lambda number: marked(self._report.sections[number], self._wide)[1],
            LEVEL: lambda number: self._report.sections[number].level,
            LINE: lambda number: self._report.sections[number].line_no,
            HITS: lambda number: self._hits.get(number, 0),
            ALL_HITS: self._all_hits,
            SECTION: lambda number: number,
            TIME: lambda number: self._speaking(number) if self._speaking else "",
            BOOKMARK: lambda number: number in self._bookmarks,
        }

    def set_report(self, report: Report) -> None:
        """Shows another report."""
        self.beginResetModel()
        self._report = report
        self._hits = {}
        self._hits_before = [0] * (len(report.sections) + 1)
        self.endResetModel()

    def set_hits(self, hits: Mapping[int, int]) -> None:
        """The number of hits of each section that has any."""
        self._hits = dict(hits)
        self._hits_before = list(
            accumulate((hits.get(at, 0) for at in range(len(self._report.sections))), initial=0)
        )
        self._tell([HITS])

    def set_full_width(self, wide: bool) -> None:
        self._wide = wide
        self._tell([MARK, TITLE, DISPLAY])

    def set_times(self, told: Callable[[int], str] | None) -> None:
        """What is told of each section's speaking time; None for nothing."""
        self._speaking = told
        self._tell([TITLE])

    def set_bookmarks(self, sections: Collection[int]) -> None:
        self._bookmarks = sections
        self._tell([BOOKMARK])

    def index_of(self, section: int) -> QModelIndex:
        """The index of a section; an invalid one for the front page."""
        if not 0 <= section < len(self._report.sections):
            return QModelIndex()
        return self.createIndex(self._report.outline.rows[section], 0, section)

    # --- QAbstractItemModel ------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        siblings = self._children(parent)
        if column == 0 and 0 <= row < len(siblings):
            return self.createIndex(row, 0, siblings[row])
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject.parent() has no argument
        above = self._report.outline.parents[index.internalId()] if index.isValid() else None
        return QModelIndex() if above is None else self.index_of(above)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self._children(parent))

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: ARG002 - every row has one column
        return 1

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        answer = self._answers.get(role)
        return answer(index.internalId()) if answer is not None else None

    def _headline(self, number: int) -> str:
        return headline(self._report.sections[number], self._wide)

    def _all_hits(self, number: int) -> int:
        return self._hits_before[self._report.outline.ends[number]] - self._hits_before[number]

    def _children(self, parent: Index) -> list[int]:
        if not parent.isValid():
            return self._report.outline.roots
        return self._report.outline.children[parent.internalId()] if parent.column() == 0 else []

    def _tell(self, roles: list[int]) -> None:
        """Every row may look different; one signal for each family of siblings would cost too much."""
        if self._report.sections:
            last = self.index(len(self._report.outline.roots) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, roles)

"""The report's outline as an item model: marks, headlines, hits of the search, speaking times, bookmarks."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt

from gaohang_viewer.report.headline_text import headline, marked
from gaohang_viewer.report.model import Report
from gaohang_viewer.ui.section_tree_model import SectionTree

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    Index = QModelIndex | QPersistentModelIndex

_USER = Qt.ItemDataRole.UserRole.value
_HEADLINE = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
HITS = _USER  # in the section alone
ALL_HITS = _USER + 1  # in the section and all below it
SECTION = _USER + 2
LINE = _USER + 3  # of the source
BOOKMARK = _USER + 4  # whether the reader has put one there


class Row(NamedTuple):
    """What a row shows of its section at all times."""

    level: int
    mark: str
    title: str
    time: str  # to speak the section with all below it; empty if not wanted


class OutlineModel(SectionTree):
    """Sections as a tree; an index carries the section's index in document order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(Report(""), parent)
        self._hits: Mapping[int, int] = {}
        self._hits_before = [0]  # how many hits the sections before each one hold
        self._wide = True
        self._rows: dict[int, Row] = {}
        self._speaking: Callable[[int], str] | None = None
        self._bookmarks: Collection[int] = ()
        self._answers = {
            **dict.fromkeys(_HEADLINE, self._headline),
            LINE: lambda number: self._report.sections[number].line_no,
            HITS: lambda number: self._hits.get(number, 0),
            ALL_HITS: self._all_hits,
            SECTION: lambda number: number,
            BOOKMARK: lambda number: number in self._bookmarks,
        }

    def row(self, index: Index) -> Row:
        """What a row shows. A call is much quicker than a role, and rows are measured and painted often."""
        number = index.internalId()
        if number not in self._rows:
            section = self._report.sections[number]
            mark, title = marked(section, self._wide)
            time = self._speaking(number) if self._speaking else ""
            self._rows[number] = Row(section.level, mark.strip(), title, time)
        return self._rows[number]

    def set_report(self, report: Report) -> None:
        """Shows another report."""
        self.beginResetModel()
        self._report = report
        self._hits = {}
        self._hits_before = [0] * (len(report.sections) + 1)
        self._rows = {}
        self.endResetModel()

    def set_hits(self, hits: Mapping[int, int]) -> None:
        """Sets the number of hits by section; sections without hits are left out."""
        self._hits = dict(hits)
        self._hits_before = list(
            accumulate((hits.get(at, 0) for at in range(len(self._report.sections))), initial=0)
        )
        self._all_changed([HITS])

    def set_full_width(self, wide: bool) -> None:
        """Sets whether half-width punctuation is shown full-width."""
        self._wide = wide
        self._rows = {}
        self._all_changed([Qt.ItemDataRole.DisplayRole])

    def set_times(self, times: Callable[[int], str] | None) -> None:
        """Sets the function that returns a section's speaking time as text; None shows no times."""
        self._speaking = times
        self._rows = {}
        self._all_changed([Qt.ItemDataRole.DisplayRole])

    def set_bookmarks(self, sections: Collection[int]) -> None:
        """Sets the sections that have a bookmark."""
        self._bookmarks = sections
        self._all_changed([BOOKMARK])

    def _headline(self, number: int) -> str:
        return headline(self._report.sections[number], self._wide)

    def _all_hits(self, number: int) -> int:
        return self._hits_before[self._report.outline.ends[number]] - self._hits_before[number]

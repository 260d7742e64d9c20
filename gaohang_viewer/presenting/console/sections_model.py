"""The report's sections as an item model: mark, title, planned time, and which one the talk is at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt

from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.model import Report
from gaohang_viewer.ui.section_tree_model import SectionTree

if TYPE_CHECKING:
    from collections.abc import Callable

_USER = Qt.ItemDataRole.UserRole.value
SECTION, TIME, PLACE, DEPTH, ROW = _USER, _USER + 1, _USER + 2, _USER + 3, _USER + 4
PAST, PRESENT, AROUND, COMING = range(4)  # what PLACE says; AROUND is a chapter that holds the present one


class Row(NamedTuple):
    """All that is drawn of a section, in one answer: `is_branch` says that others are below it."""

    headline: str
    time: str
    place: int
    depth: int
    is_branch: bool


class SectionsModel(SectionTree):
    """Sections by their place in the tree; an index carries the section's number in document order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(Report(""), parent)
        self._full_width = True
        self._planned: Callable[[int], str] | None = None
        self._spent = ""
        self.present: int | None = None
        self._answers = {
            Qt.ItemDataRole.DisplayRole: self._headline,
            Qt.ItemDataRole.AccessibleTextRole: self._accessible,
            SECTION: lambda section: section,
            TIME: self._time,
            PLACE: self._place,
            DEPTH: self._depth,
            ROW: self._row,
        }

    @property
    def report(self) -> Report:
        return self._report

    def set_report(self, report: Report, *, wide: bool) -> None:
        """Shows another report; `wide` is Chinese punctuation."""
        self.beginResetModel()
        self._report, self._full_width, self.present = report, wide, None
        self.endResetModel()

    def set_planned(self, planned: Callable[[int], str]) -> None:
        """What is told of the time that a section with all below it should take. To be painted anew."""
        self._planned = planned

    def set_spent(self, told: str) -> None:
        """What is told of the present section's time instead of what was planned."""
        if told != self._spent:
            self._spent = told
            self._emit_changed(self.present)

    def set_present(self, section: int | None) -> None:
        """The talk is at a section, or at none."""
        inside = section is not None and section < len(self._report.sections)
        before, self.present = self.present, section if inside else None
        if before != self.present:
            self._spent = ""
            self._emit_changed(before)
            self._emit_changed(self.present)

    def _headline(self, section: int) -> str:
        return headline(self._report.sections[section], self._full_width)

    def _depth(self, section: int) -> int:
        return len(self._report.outline.path(section)) - 1

    def _row(self, section: int) -> Row:
        return Row(
            self._headline(section),
            self._time(section),
            self._place(section),
            self._depth(section),
            bool(self._report.outline.children[section]),
        )

    def _accessible(self, section: int) -> str:
        return f"{self._headline(section)} {self._time(section)}".strip()

    def _time(self, section: int) -> str:
        if section == self.present and self._spent:
            return self._spent
        return self._planned(section) if self._planned else ""

    def _place(self, section: int) -> int:
        present = self.present
        if present is None or section > present:
            return COMING
        if section == present:
            return PRESENT
        return AROUND if present < self._report.outline.ends[section] else PAST

    def _emit_changed(self, section: int | None) -> None:
        index = self.index_of(section)
        if index.isValid():
            self.dataChanged.emit(index, index)

"""The report's sections as an item model: mark, title, planned time, and where the talk is."""

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
PAST, PRESENT, AROUND, COMING = range(4)  # values of PLACE; AROUND is an ancestor of the present section


class Row(NamedTuple):
    """All that the delegate paints, in one answer; `is_branch` says that there are sections below."""

    headline: str
    time: str
    place: int
    depth: int
    is_branch: bool


class SectionsModel(SectionTree):
    """Sections as a tree; an index carries the section's index in document order."""

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
        """Shows another report; `wide` shows half-width punctuation full-width."""
        self.beginResetModel()
        self._report, self._full_width, self.present = report, wide, None
        self.endResetModel()

    def set_planned(self, planned: Callable[[int], str]) -> None:
        """Sets the function that returns a section's planned time as text. The caller repaints the view."""
        self._planned = planned

    def set_spent(self, text: str) -> None:
        """Sets the text that replaces the present section's planned time."""
        if text != self._spent:
            self._spent = text
            self._emit_changed(self.present)

    def set_present(self, section: int | None) -> None:
        """Sets the section that the talk is at; None for none."""
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

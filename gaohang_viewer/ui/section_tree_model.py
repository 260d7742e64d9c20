"""The sections of a report as a tree model; several views derive their models from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gaohang_viewer.ui.plain_text import tip_role

if TYPE_CHECKING:
    from collections.abc import Callable

    from gaohang_viewer.report.model import Report

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


class SectionTree(QAbstractItemModel):
    """One column; an index carries the section's index in document order."""

    def __init__(self, report: Report, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self._answers: dict[int, Callable[[int], Any]] = {}  # by role, a function of the section's index

    def index_of(self, section: int | None) -> QModelIndex:
        """The index of a section; an invalid one for None and for the front page."""
        if section is None or not 0 <= section < len(self._report.sections):
            return QModelIndex()
        return self.createIndex(self._report.outline.rows[section], 0, section)

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        siblings = self._children(parent)
        if column == 0 and 0 <= row < len(siblings):
            return self.createIndex(row, 0, siblings[row])
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject.parent() has no argument
        above = self._report.outline.parents[index.internalId()] if index.isValid() else None
        return self.index_of(above)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self._children(parent))

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: ARG002 - every row has one column
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        answer = self._answers.get(role)
        return tip_role(role, answer(index.internalId())) if answer is not None else None

    def _children(self, parent: Index) -> list[int]:
        if not parent.isValid():
            return self._report.outline.roots
        return self._report.outline.children[parent.internalId()] if parent.column() == 0 else []

    def _all_changed(self, roles: list[int]) -> None:
        """Reports a change of all rows; one signal for each parent would be slow."""
        if self._report.sections:
            last = self.index(len(self._report.outline.roots) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, roles)

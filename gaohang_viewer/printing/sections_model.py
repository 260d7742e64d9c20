"""The sections of a report as a tree of tick boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gaohang_viewer.report.choice import Choice, Chosen
from gaohang_viewer.report.headline import headline

if TYPE_CHECKING:
    from gaohang_viewer.report.model import Report

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_CHECKS = {
    Chosen.NONE: Qt.CheckState.Unchecked,
    Chosen.PARTLY: Qt.CheckState.PartiallyChecked,
    Chosen.WHOLLY: Qt.CheckState.Checked,
}


class SectionsModel(QAbstractItemModel):
    """An index carries the section's index in document order."""

    changed = Signal()

    def __init__(
        self, report: Report, choice: Choice, *, full_width: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._report = report
        self.choice = choice
        self._full_width = full_width

    def choose(self, how: str, section: int = 0) -> None:
        """Chooses "all", "none", or "only" one section with all below it."""
        if how == "only":
            self.choice.only(section)
        else:
            (self.choice.all if how == "all" else self.choice.none)()
        self._tell()

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        siblings = self._children(parent)
        if column == 0 and 0 <= row < len(siblings):
            return self.createIndex(row, 0, siblings[row])
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject.parent() has no argument
        outline = self._report.outline
        above = outline.parents[index.internalId()] if index.isValid() else None
        return QModelIndex() if above is None else self.createIndex(outline.rows[above], 0, above)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self._children(parent))

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: ARG002 - every row has one column
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return headline(self._report.sections[index.internalId()], self._full_width)
        if role == Qt.ItemDataRole.CheckStateRole:
            return _CHECKS[self.choice.state(index.internalId())]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ARG002
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.choice.toggle(index.internalId())
        self._tell()
        return True

    def _children(self, parent: Index) -> list[int]:
        outline = self._report.outline
        if not parent.isValid():
            return outline.roots
        return outline.children[parent.internalId()] if parent.column() == 0 else []

    def _tell(self) -> None:
        """Any row may look different: what is chosen shows in those above and below."""
        if self._report.sections:
            last = self.index(len(self._report.outline.roots) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.changed.emit()

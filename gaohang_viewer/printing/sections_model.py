"""The sections of a report as a tree of check boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.section_selection import Choice, Chosen
from gaohang_viewer.ui.section_tree_model import SectionTree

if TYPE_CHECKING:
    from gaohang_viewer.report.model import Report

    Index = QModelIndex | QPersistentModelIndex

_CHECKS = {
    Chosen.NONE: Qt.CheckState.Unchecked,
    Chosen.PARTLY: Qt.CheckState.PartiallyChecked,
    Chosen.WHOLLY: Qt.CheckState.Checked,
}


class SectionsModel(SectionTree):
    """`changed` is emitted when other sections are chosen."""

    changed = Signal()

    def __init__(
        self, report: Report, choice: Choice, *, full_width: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(report, parent)
        self.choice = choice
        roles = Qt.ItemDataRole
        self._answers = {
            roles.DisplayRole: lambda section: headline(report.sections[section], full_width),
            roles.ToolTipRole: lambda section: headline(report.sections[section], full_width),
            roles.CheckStateRole: lambda section: _CHECKS[choice.state(section)],
        }

    def choose(self, how: str, section: int = 0) -> None:
        """Chooses "all", "none", or "only" one section with all below it."""
        if how == "only":
            self.choice.only(section)
        else:
            (self.choice.all if how == "all" else self.choice.none)()
        self._emit_changed()

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ARG002
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.choice.toggle(index.internalId())
        self._emit_changed()
        return True

    def _emit_changed(self) -> None:
        """Reports changes of all rows, because ancestors and descendants change with a section."""
        self._all_changed([Qt.ItemDataRole.CheckStateRole])
        self.changed.emit()

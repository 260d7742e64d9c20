"""Notes on the source file as an item model: kinds of problem, and below each its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from gaohang_viewer.reading.panels.notes_text import doubt_text, kind_text
from gaohang_viewer.report.model import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gaohang_viewer.report.model import Problem, Section
    from gaohang_viewer.report.outline_review import Doubt

LINE = Qt.ItemDataRole.UserRole.value  # of the source; None on the row of a kind
LEFT_OUT = LINE + 1  # whether the line was left out and can be restored
_BACK = (ProblemKind.DEBRIS, ProblemKind.CONTENTS, ProblemKind.LEFT_OUT)


class NotesModel(QStandardItemModel):
    """Kinds in the order of their first line, each with its number of lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.count = 0

    def show(self, problems: Sequence[Problem], doubts: Sequence[tuple[Doubt, Section]] = ()) -> None:
        """Shows doubtful sections, in a group of their own, and these problems."""
        self.clear()
        self.count = len(problems) + len(doubts)
        if doubts:
            name = QCoreApplication.translate("notes", "Outline entries to check")
            row = QStandardItem(f"{name} · {len(doubts)}")
            row.setEditable(False)
            row.appendRows([_doubt_item(*each) for each in doubts])
            self.appendRow(row)
        kinds: dict[ProblemKind, list[QStandardItem]] = {}
        for problem in problems:
            kinds.setdefault(problem.kind, []).append(_item(problem))
        for kind, items in kinds.items():
            row = QStandardItem(f"{kind_text(kind)} · {len(items)}")
            row.setEditable(False)
            row.appendRows(items)
            self.appendRow(row)


def _doubt_item(doubt: Doubt, section: Section) -> QStandardItem:
    line = QCoreApplication.translate("notes", "Line {line}").replace("{line}", str(section.line_no))
    item = QStandardItem(f"{line}　{section.headline[:80]}　{doubt_text(doubt.kind)}")
    item.setEditable(False)
    item.setData(section.line_no, LINE)
    return item


def _item(problem: Problem) -> QStandardItem:
    line = QCoreApplication.translate("notes", "Line {line}").replace("{line}", str(problem.line_no))
    text = " ".join(problem.text.split())[:200]
    item = QStandardItem(f"{line}　{text}" if text else line)
    item.setEditable(False)
    item.setData(problem.line_no, LINE)
    item.setData(problem.kind in _BACK, LEFT_OUT)
    return item

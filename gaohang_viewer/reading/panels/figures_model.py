"""The key figures of a report as a table: name, figure and section."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.key_figures.extract import Figure, figures
from gaohang_viewer.ui.plain_text import tip_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gaohang_viewer.session.reader import Reader

Index = QModelIndex | QPersistentModelIndex

FIGURE = Qt.ItemDataRole.UserRole.value  # the row's Figure
SORT = FIGURE + 1  # the sort key of the column
WHAT, VALUE, SECTION = range(3)
_SLICE = 0.008  # seconds of work between two runs of the event loop
_ROOT = QModelIndex()


class FiguresModel(QAbstractTableModel):
    """Extracts key figures in slices, so that the window stays responsive; `rows_added` follows every
    slice."""

    rows_added = Signal()

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._report = reader.report  # the report of the rows; the reader may have another one by now
        self.rows: list[Figure] = []
        self._unread: Iterator[Figure] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._read_more)

    def read_report(self) -> None:
        """Starts with the open report."""
        self.clear()
        self._report = self._reader.report
        self._unread = figures(self._report)
        self._timer.start()
        self._read_more()

    def clear(self) -> None:
        """Removes all rows and stops."""
        self._timer.stop()
        self._unread = None
        self.beginResetModel()
        self.rows = []
        self.endResetModel()

    @property
    def is_reading(self) -> bool:
        return self._unread is not None

    def _read_more(self) -> None:
        until = time.perf_counter() + _SLICE
        found: list[Figure] = []
        for figure in self._unread or ():
            found.append(figure)
            if time.perf_counter() > until:
                break
        else:
            self._unread = None
            self._timer.stop()
        if found:
            self.beginInsertRows(_ROOT, len(self.rows), len(self.rows) + len(found) - 1)
            self.rows += found
            self.endInsertRows()
        self.rows_added.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        figure = self.rows[index.row()]
        if role == FIGURE:
            return figure
        if role == SORT:
            place = figure.section * 10000 + figure.paragraph
            found = figure.match
            return (found.name, (found.unit, found.number), place)[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return tip_role(
                role, (figure.match.name, figure.match.bounded, self._section(figure))[index.column()]
            )
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == VALUE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section == VALUE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return (
            QCoreApplication.translate("figures", "Description"),
            QCoreApplication.translate("figures", "Figure"),
            QCoreApplication.translate("figures", "Section"),
        )[section]

    def _section(self, figure: Figure) -> str:
        report = self._report
        return headline(report.sections[figure.section], True) if figure.section >= 0 else report.title

"""The panel of key figures: sortable, with links to the text and a button that copies a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget

from gaohang_viewer.reading.panels.figures_model import FIGURE, SECTION, SORT, VALUE, WHAT, FiguresModel
from gaohang_viewer.reading.panels.panel import Panel
from gaohang_viewer.reading.text.clipboard_formats import mime_data, table_as_html
from gaohang_viewer.ui.translation import counted

if TYPE_CHECKING:
    from gaohang_viewer.session.reader import Reader

_WIDTH = 400  # px, until the user resizes it


class _Figures(QTreeView):
    def sizeHint(self) -> QSize:
        return QSize(min(_WIDTH, self.window().width() * 3 // 10), 400)


class _Sorted(QSortFilterProxyModel):
    """Sorts by values; figures of the same unit stay together."""

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:  # type: ignore[override]
        return bool(left.data(SORT) < right.data(SORT))


class FiguresPanel(Panel):
    """Shows the key figures of the open report; `figure_requested` brings the Figure to go to."""

    figure_requested = Signal(object)  # Figure

    def __init__(self, reader: Reader, parent: QWidget) -> None:
        self.view = _Figures()
        title = QCoreApplication.translate("figures", "Key figures")
        super().__init__("figures", title, self.view, parent)
        self._reader = reader
        self.model = FiguresModel(reader, self)
        self.sorted = _Sorted(self)
        self.sorted.setSourceModel(self.model)
        self.sorted.setDynamicSortFilter(False)
        self.view.setModel(self.sorted)
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setSortingEnabled(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.header().setMinimumSectionSize(64)
        self.view.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.view.header().setSectionResizeMode(SECTION, QHeaderView.ResizeMode.Stretch)
        self.view.header().resizeSection(WHAT, 152)
        self.view.header().setResizeContentsPrecision(100)
        self.view.header().setSectionResizeMode(VALUE, QHeaderView.ResizeMode.ResizeToContents)
        self.view.sortByColumn(SECTION, Qt.SortOrder.AscendingOrder)
        copy = self.add_button(QCoreApplication.translate("figures", "Copy as table"))
        copy.clicked.connect(self.copy)
        self.view.clicked.connect(self._go)
        self.view.activated.connect(self._go)
        self.model.rows_added.connect(self._show_count)
        reader.opened.connect(self._read_report)
        self._stale = True

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self._stale:
            self._read_report()

    def copy(self) -> None:
        """Copies all figures as sorted: as an HTML table for spreadsheets, and as CSV."""
        from gaohang_viewer.report.key_figures.extract import as_csv

        rows = [self.sorted.index(row, 0).data(FIGURE) for row in range(self.sorted.rowCount())]
        titles = [
            QCoreApplication.translate("figures", "Section"),
            QCoreApplication.translate("figures", "Description"),
            QCoreApplication.translate("figures", "Figure"),
            QCoreApplication.translate("figures", "Number"),
            QCoreApplication.translate("figures", "Unit"),
        ]
        table = as_csv(rows, self._reader.report, titles)
        QGuiApplication.clipboard().setMimeData(mime_data(table, table_as_html(table)))

    def _read_report(self) -> None:
        self._stale = not self.isVisible()
        if self._stale:
            self.model.clear()  # figures of the old report refer to its sections
        else:
            self.model.read_report()

    def _show_count(self) -> None:
        if not self.model.is_reading:
            self.sorted.sort(
                self.view.header().sortIndicatorSection(), self.view.header().sortIndicatorOrder()
            )
        one = QCoreApplication.translate("figures", "1 key figure")
        many = QCoreApplication.translate("figures", "{count} key figures")
        self.set_title(counted(len(self.model.rows), one, many) + ("…" if self.model.is_reading else ""))

    def _go(self, index: QModelIndex) -> None:
        self.figure_requested.emit(index.data(FIGURE))

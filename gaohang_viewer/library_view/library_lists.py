"""The lists of a library: its reports as a table, and the hits in their texts as rows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QListView,
    QMenu,
    QStackedWidget,
    QTreeView,
    QWidget,
)

from gaohang_viewer.library_view.models import ENTRY, TITLE, YEAR, FilteredReports, MatchesModel, ReportsModel
from gaohang_viewer.ui.hit_delegate import NUMBER, SECTION, HitDelegate
from gaohang_viewer.ui.plain_text import plain

if TYPE_CHECKING:
    from gaohang_viewer.library.index import IndexedReport
    from gaohang_viewer.ui.theme import Fonts, Theme

REPORTS, TEXT, EMPTY = range(3)  # pages of the stack
_WIDTHS = (440, 200, 72, 96, 72, 80, 104)  # px of the table's columns


class LibraryLists(QStackedWidget):
    """The table, the rows of hits, or a sentence where there is nothing to list.

    `open_requested` brings a path, a section and the number of a hit in it; the section is None for the
    position at which the report was left.
    """

    open_requested = Signal(str, object, int)
    new_window_requested = Signal(str)  # the path of a report for a window of its own
    selection_changed = Signal()
    closed = Signal()  # Escape was pressed in a list

    def __init__(self, rate: int, parent: QWidget) -> None:
        """`rate` is that of the speaking times, in characters a minute."""
        super().__init__(parent)
        self.reports = ReportsModel(rate, self)
        self.filtered = FilteredReports(self.reports, self)
        self.table = QTreeView(self)
        self._set_up_table()
        self.matches = MatchesModel(self)
        self.rows = QListView(self)
        self._set_up_rows()
        self._nothing = plain(QLabel(self))
        self._nothing.setObjectName("library-empty")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for view in (self.table, self.rows, self._nothing):
            self.addWidget(view)

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        self.rows.setItemDelegate(HitDelegate(theme, fonts, self.rows))

    def show_list(self, which: int, nothing: str = "") -> None:
        """Shows REPORTS or TEXT, or the sentence `nothing` instead."""
        self._nothing.setText(nothing)
        self.setCurrentIndex(EMPTY if nothing else which)

    def focus_list(self, which: int) -> None:
        """Moves the keyboard focus to a list, and to its first row if no row is current."""
        view = self._view(which)
        view.setFocus(Qt.FocusReason.TabFocusReason)
        if not view.currentIndex().isValid():
            view.setCurrentIndex(view.model().index(0, 0))

    def selected(self) -> list[IndexedReport]:
        """The reports that are selected in the table."""
        return [index.data(ENTRY) for index in self.table.selectionModel().selectedRows()]

    def fill_menu(self, menu: QMenu, view: QAbstractItemView, index: QModelIndex) -> None:
        """Adds what can be done with a row."""
        here = menu.addAction(QCoreApplication.translate("library", "Open"))
        here.triggered.connect(partial(view.activated.emit, index))
        new_window = menu.addAction(QCoreApplication.translate("library", "Open in new window"))
        new_window.setShortcut(QKeySequence("Ctrl+Return"))
        new_window.triggered.connect(partial(self.new_window_requested.emit, index.data(ENTRY).path))

    def _view(self, which: int) -> QAbstractItemView:
        return self.table if which == REPORTS else self.rows

    def _open(self, index: QModelIndex) -> None:
        entry: IndexedReport = index.data(ENTRY)
        number = index.data(NUMBER) if self.sender() is self.rows else None
        section = index.data(SECTION) if number is not None else None
        self.open_requested.emit(entry.path, section, number or 0)

    def _pop_up_menu(self, view: QAbstractItemView, at: QPoint) -> None:
        index = view.indexAt(at)
        if index.isValid():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.fill_menu(menu, view, index)
            menu.popup(view.viewport().mapToGlobal(at))

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.filtered)
        table.setAccessibleName(QCoreApplication.translate("library", "Reports"))
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setSortingEnabled(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.header().setStretchLastSection(False)
        for column, width in enumerate(_WIDTHS):
            table.header().resizeSection(column, width)
        table.header().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        table.sortByColumn(YEAR, Qt.SortOrder.DescendingOrder)
        table.activated.connect(self._open)
        table.selectionModel().selectionChanged.connect(lambda: self.selection_changed.emit())
        self._set_up(table)

    def _set_up_rows(self) -> None:
        self.rows.setModel(self.matches)
        self.rows.setAccessibleName(QCoreApplication.translate("library", "Search results"))
        self.rows.setUniformItemSizes(True)
        self.rows.setMouseTracking(True)
        self.rows.clicked.connect(self._open)
        self.rows.activated.connect(self._open)
        self._set_up(self.rows)

    def _set_up(self, view: QAbstractItemView) -> None:
        view.setObjectName("panel-view")
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.installEventFilter(self)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(partial(self._pop_up_menu, view))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        keys, view = Qt.Key, self.table if watched is self.table else self.rows
        if event.key() == keys.Key_Escape:
            self.closed.emit()
        elif event.key() in (keys.Key_Return, keys.Key_Enter):
            index = view.currentIndex()
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and index.isValid():
                self.new_window_requested.emit(index.data(ENTRY).path)
            elif index.isValid():
                view.activated.emit(index)
        else:
            return super().eventFilter(watched, event)
        return True

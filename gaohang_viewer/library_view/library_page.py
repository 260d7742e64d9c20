"""The page of a library: one field that finds reports by their facts and by their text."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from gaohang_viewer.library_view.models import ENTRY, TITLE, YEAR, FilteredReports, FoundModel, ReportsModel
from gaohang_viewer.ui.hit_delegate import NUMBER, SECTION, HitDelegate
from gaohang_viewer.ui.plain_text import plain, tip
from gaohang_viewer.ui.translation import counted

if TYPE_CHECKING:
    from gaohang_viewer.library.index import IndexedReport
    from gaohang_viewer.library_view.library_service import ReportMatch
    from gaohang_viewer.ui.theme import Fonts, Theme

REPORTS, TEXT, EMPTY = range(3)  # what is shown
_WIDTHS = (440, 200, 72, 96, 72, 80, 104)  # px of the table's columns
_PAUSE = 60  # ms after the last key before the text is searched


class LibraryPage(QWidget):
    """Shows what it is told, and tells what is wanted.

    `opened` names a path, a section, the number of a hit in it, and the query; the section is None for the
    report as it was left. `compared` names two paths, the older report first.
    """

    opened = Signal(str, object, int, str)
    opened_apart = Signal(str)  # in a window of its own
    compared = Signal(str, str)
    searched = Signal(str)
    folder_wanted = Signal()
    left = Signal()

    def __init__(self, rate: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit(self)
        self.field.setObjectName("library-field")
        self.field.installEventFilter(self)
        self._where = plain(QLabel(self))
        self._where.setObjectName("library-where")
        self._choose = QPushButton(QCoreApplication.translate("library", "Choose a folder…"), self)
        self._choose.clicked.connect(self.folder_wanted)
        self._compare = QPushButton(QCoreApplication.translate("library", "Compare"), self)
        self._compare.setEnabled(False)
        self._compare.setToolTip(QCoreApplication.translate("library", "Choose two reports with Ctrl+click."))
        self._compare.clicked.connect(self._compare_chosen)
        back = QPushButton(QCoreApplication.translate("library", "Back to the report"), self)
        back.clicked.connect(self.left)
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("library-tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in (REPORTS, TEXT):
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(self._turn)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self.reports = ReportsModel(rate, self)
        self.filtered = FilteredReports(self.reports, self)
        self.table = QTreeView(self)
        self._set_up_table()
        self.found = FoundModel(self)
        self.rows = QListView(self)
        self._set_up_rows()
        self._nothing = plain(QLabel(self))
        self._nothing.setObjectName("library-empty")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget(self)
        for view in (self.table, self.rows, self._nothing):
            self.stack.addWidget(view)
        self._lay_out(back)
        self._query = ""
        self._counts: tuple[int, int, bool] | None = None  # hits, reports, whether these are all
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._search)
        self.field.textChanged.connect(self._typed)
        self._name_tabs()
        self.show_folder("")

    # --- what it is told ---------------------------------------------------------------------------------

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        self.rows.setItemDelegate(HitDelegate(theme, fonts, self.rows))
        for action in self.field.actions():
            self.field.removeAction(action)
        icon = theme.icon("search", theme.muted, 16)
        self.field.addAction(icon, QLineEdit.ActionPosition.LeadingPosition).setText(
            self.field.accessibleName()
        )

    def show_folder(self, folder: str) -> None:
        """Which folder the library is; empty for none yet."""
        self._where.setText(PurePath(folder).name or folder)
        self._where.setToolTip(tip(folder))
        if not folder:
            self._nothing.setText(
                QCoreApplication.translate(
                    "library",
                    "Name the folder where your reports lie; those in the folders below it count, too.",
                )
            )
            self.stack.setCurrentIndex(EMPTY)
        self.field.setEnabled(bool(folder))

    def show_reports(self, entries: list[IndexedReport]) -> None:
        self.reports.show(entries)
        self._name_tabs()
        self._turn()

    def show_found(self, query: str, found: list[ReportMatch], *, whole: bool) -> None:
        """What was found for a query, if it is still the one that is wanted."""
        if query == self._query:
            self.found.show(found)
            self._counts = (sum(each.hits for each in found), len(found), whole)
            if found and not self.filtered.rowCount():
                self.tabs.setCurrentIndex(TEXT)  # no title has the words, but texts have
            self._name_tabs()
            self._turn()

    def show_progress(self, done: int, of: int, name: str) -> None:
        """How far the reading of the folder is."""
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(done)
        self._bar.setVisible(done < of)
        self._bar.setToolTip(tip(name))

    def start(self, tab: int) -> None:
        """The keyboard goes to the field, all of it selected."""
        only_in_texts = bool(self._query) and not self.filtered.rowCount()
        self.tabs.setCurrentIndex(TEXT if only_in_texts else tab)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    # --- what the user does ------------------------------------------------------------------------------

    def _typed(self) -> None:
        self._query = self.field.text().strip()
        self.filtered.keep(self._query)
        self._counts = None
        self._pause.start()
        self._name_tabs()
        self._turn()

    def _search(self) -> None:
        if self._query:
            self.searched.emit(self._query)
        else:
            self.found.show([])
            self.searched.emit("")

    def _turn(self) -> None:
        """Shows the list of the tab, or why there is none."""
        tab = self.tabs.currentIndex()
        text = ""
        if not self._where.text():
            return
        if tab == TEXT and not self._query:
            text = QCoreApplication.translate("library", "Type words to find them in all reports.")
        elif tab == TEXT and self._counts is not None and not self._counts[1] and self._counts[2]:
            text = QCoreApplication.translate("library", "Nothing was found.")
        elif tab == REPORTS and not self.reports.rowCount():
            text = QCoreApplication.translate("library", "No reports were found in this folder yet.")
        elif tab == REPORTS and not self.filtered.rowCount():
            text = QCoreApplication.translate("library", "No report has these words in title, place or year.")
        self._nothing.setText(text)
        self.stack.setCurrentIndex(EMPTY if text else tab)

    def _name_tabs(self) -> None:
        reports = QCoreApplication.translate("library", "Reports {count}")
        self.tabs.setTabText(REPORTS, reports.replace("{count}", str(self.filtered.rowCount())))
        if self._counts is None:
            text = QCoreApplication.translate("library", "In the text")
        else:
            hits, count, whole = self._counts
            one = QCoreApplication.translate("library", "In the text {hits} in 1 report")
            many = QCoreApplication.translate("library", "In the text {hits} in {count} reports")
            text = counted(count, one, many).replace("{hits}", str(hits)) + ("" if whole else "…")
        self.tabs.setTabText(TEXT, text)

    def _open(self, index: QModelIndex) -> None:
        entry: IndexedReport = index.data(ENTRY)
        if self.sender() is self.rows:
            number = index.data(NUMBER)
            self.opened.emit(
                entry.path, index.data(SECTION) if number is not None else None, number or 0, self._query
            )
        else:
            self.opened.emit(entry.path, None, 0, "")

    def _pop_up_menu(self, view: QAbstractItemView, at: QPoint) -> None:
        index = view.indexAt(at)
        if index.isValid():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.fill_menu(menu, view, index)
            menu.popup(view.viewport().mapToGlobal(at))

    def fill_menu(self, menu: QMenu, view: QAbstractItemView, index: QModelIndex) -> None:
        """What can be done with a row."""
        here = menu.addAction(QCoreApplication.translate("library", "Open"))
        here.triggered.connect(partial(view.activated.emit, index))
        apart = menu.addAction(QCoreApplication.translate("library", "Open in a window of its own"))
        apart.setShortcut(QKeySequence("Ctrl+Return"))
        apart.triggered.connect(partial(self.opened_apart.emit, index.data(ENTRY).path))

    def _chosen(self) -> list[IndexedReport]:
        return [index.data(ENTRY) for index in self.table.selectionModel().selectedRows()]

    def _choice_changed(self) -> None:
        self._compare.setEnabled(len(self._chosen()) == 2)

    def _compare_chosen(self) -> None:
        older, newer = sorted(self._chosen(), key=lambda entry: entry.age)
        self.compared.emit(older.path, newer.path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        keys = Qt.Key
        view: QAbstractItemView = self.table if self.tabs.currentIndex() == REPORTS else self.rows
        if event.key() == keys.Key_Escape:
            if watched is self.field and self.field.text():
                self.field.clear()
            else:
                self.left.emit()
        elif watched is self.field and event.key() in (keys.Key_Down, keys.Key_Return, keys.Key_Enter):
            view.setFocus(Qt.FocusReason.TabFocusReason)
            if not view.currentIndex().isValid():
                view.setCurrentIndex(view.model().index(0, 0))
        elif watched is not self.field and event.key() in (keys.Key_Return, keys.Key_Enter):
            index = view.currentIndex()
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and index.isValid():
                self.opened_apart.emit(index.data(ENTRY).path)
            elif index.isValid():
                view.activated.emit(index)
        else:
            return super().eventFilter(watched, event)
        return True

    # --- building ----------------------------------------------------------------------------------------

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
        table.selectionModel().selectionChanged.connect(self._choice_changed)
        self._set_up(table)

    def _set_up_rows(self) -> None:
        self.rows.setModel(self.found)
        self.rows.setAccessibleName(QCoreApplication.translate("library", "Found"))
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

    def _lay_out(self, back: QPushButton) -> None:
        text = QCoreApplication.translate(
            "library", "Find in all reports: words in any script, titles, places, years"
        )
        self.field.setPlaceholderText(text)
        self.field.setAccessibleName(text)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(back)
        top.addWidget(self._where, 1)
        top.addWidget(self._compare)
        top.addWidget(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.field)
        layout.addWidget(self._bar)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack, 1)

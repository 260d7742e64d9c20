"""The page of a library: one field that finds reports by their metadata and their text."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from gaohang_viewer.library_view.library_lists import REPORTS, TEXT, LibraryLists
from gaohang_viewer.ui.plain_text import plain, tip
from gaohang_viewer.ui.search_icon import set_search_icon
from gaohang_viewer.ui.translation import counted

if TYPE_CHECKING:
    from gaohang_viewer.library.index import IndexedReport
    from gaohang_viewer.library_view.library_service import ReportMatch
    from gaohang_viewer.ui.theme import Fonts, Theme

_PAUSE = 60  # ms after the last key before the text is searched


class LibraryPage(QWidget):
    """Shows a library, and emits what the user asks for.

    `open_requested` brings a path, a section, the number of a hit in it, and the query; the section is None
    for the position at which the report was left. `compare_requested` brings two paths, the older report
    first.
    """

    open_requested = Signal(str, object, int, str)
    new_window_requested = Signal(str)  # the path of a report for a new window
    compare_requested = Signal(str, str)
    search_requested = Signal(str)
    folder_requested = Signal()
    closed = Signal()

    def __init__(self, rate: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit(self)
        self.field.setObjectName("library-field")
        self.field.installEventFilter(self)
        self._folder_label = plain(QLabel(self))
        self._folder_label.setObjectName("library-where")
        self._choose = QPushButton(QCoreApplication.translate("library", "Choose folder…"), self)
        self._choose.clicked.connect(self.folder_requested)
        self._compare = QPushButton(QCoreApplication.translate("library", "Compare"), self)
        self._compare.setEnabled(False)
        self._compare.setToolTip(
            QCoreApplication.translate("library", "Select two reports with Ctrl+click to compare them.")
        )
        self._compare.clicked.connect(self._compare_chosen)
        back = QPushButton(QCoreApplication.translate("library", "Back to the report"), self)
        back.clicked.connect(self.closed)
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("library-tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in (REPORTS, TEXT):
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(self._show_tab)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self.lists = LibraryLists(rate, self)
        self.reports, self.filtered, self.found = self.lists.reports, self.lists.filtered, self.lists.matches
        self.lists.open_requested.connect(self._open)
        self.lists.new_window_requested.connect(self.new_window_requested)
        self.lists.selection_changed.connect(self._choice_changed)
        self.lists.closed.connect(self.closed)
        self._lay_out(back)
        self._query = ""
        self._counts: tuple[int, int, bool] | None = None  # hits, reports, whether these are all
        self._search_timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._search_timer.timeout.connect(self._search)
        self.field.textChanged.connect(self._on_typed)
        self._name_tabs()
        self.show_folder("")

    # --- showing ---------------------------------------------------------------------------------

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        self.lists.apply_theme(theme, fonts)
        set_search_icon(self.field, theme)

    def show_folder(self, folder: str) -> None:
        """Shows the folder of the library; empty for none."""
        self._folder_label.setText(PurePath(folder).name or folder)
        self._folder_label.setToolTip(tip(folder))
        if not folder:
            text = QCoreApplication.translate(
                "library", "Choose the folder that contains your reports; its subfolders are included."
            )
            self.lists.show_list(REPORTS, text)
        self.field.setEnabled(bool(folder))

    def show_reports(self, entries: list[IndexedReport]) -> None:
        """Shows the reports of the library."""
        self.reports.set_reports(entries)
        self._name_tabs()
        self._show_tab()

    def show_found(self, query: str, found: list[ReportMatch], *, whole: bool) -> None:
        """Shows the matches of a query, unless the query has changed. `whole` says that these are all."""
        if query == self._query:
            self.found.set_matches(found)
            self._counts = (sum(each.hits for each in found), len(found), whole)
            if found and not self.filtered.rowCount():
                self.tabs.setCurrentIndex(TEXT)  # no title matches, but texts do
            self._name_tabs()
            self._show_tab()

    def show_progress(self, done: int, of: int, name: str) -> None:
        """Shows how many files of the folder have been read, and the name of the last one."""
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(done)
        self._bar.setVisible(done < of)
        self._bar.setToolTip(tip(name))

    def focus_field(self, tab: int) -> None:
        """Shows a tab, moves the focus to the field and selects its text."""
        only_in_texts = bool(self._query) and not self.filtered.rowCount()
        self.tabs.setCurrentIndex(TEXT if only_in_texts else tab)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    # --- what the user does ------------------------------------------------------------------------------

    def _on_typed(self) -> None:
        self._query = self.field.text().strip()
        self.filtered.set_filter(self._query)
        self._counts = None
        self._search_timer.start()
        self._name_tabs()
        self._show_tab()

    def _search(self) -> None:
        if self._query:
            self.search_requested.emit(self._query)
        else:
            self.found.set_matches([])
            self.search_requested.emit("")

    def _show_tab(self) -> None:
        """Shows the list of the tab, or a sentence if it is empty."""
        tab = self.tabs.currentIndex()
        text = ""
        if not self._folder_label.text():
            return
        if tab == TEXT and not self._query:
            text = QCoreApplication.translate("library", "Type text to find it in all reports.")
        elif tab == TEXT and self._counts is not None and not self._counts[1] and self._counts[2]:
            text = QCoreApplication.translate("library", "No matches.")
        elif tab == REPORTS and not self.reports.rowCount():
            text = QCoreApplication.translate("library", "No reports have been found in this folder.")
        elif tab == REPORTS and not self.filtered.rowCount():
            text = QCoreApplication.translate("library", "No report matches by title, place or year.")
        self.lists.show_list(tab, text)

    def _name_tabs(self) -> None:
        reports = QCoreApplication.translate("library", "Reports {count}")
        self.tabs.setTabText(REPORTS, reports.replace("{count}", str(self.filtered.rowCount())))
        if self._counts is None:
            text = QCoreApplication.translate("library", "In the text")
        else:
            hits, count, whole = self._counts
            one = QCoreApplication.translate("library", "In the text: {hits} in 1 report")
            many = QCoreApplication.translate("library", "In the text: {hits} in {count} reports")
            text = counted(count, one, many).replace("{hits}", str(hits)) + ("" if whole else "…")
        self.tabs.setTabText(TEXT, text)

    def _open(self, path: str, section: int | None, number: int) -> None:
        in_text = self.tabs.currentIndex() == TEXT
        self.open_requested.emit(path, section, number, self._query if in_text else "")

    def _choice_changed(self) -> None:
        self._compare.setEnabled(len(self.lists.selected()) == 2)

    def _compare_chosen(self) -> None:
        older, newer = sorted(self.lists.selected(), key=lambda entry: entry.age)
        self.compare_requested.emit(older.path, newer.path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        keys = Qt.Key
        if event.key() == keys.Key_Escape:
            if self.field.text():
                self.field.clear()
            else:
                self.closed.emit()
        elif event.key() in (keys.Key_Down, keys.Key_Return, keys.Key_Enter):
            self.lists.focus_list(self.tabs.currentIndex())
        else:
            return super().eventFilter(watched, event)
        return True

    # --- building ----------------------------------------------------------------------------------------

    def _lay_out(self, back: QPushButton) -> None:
        text = QCoreApplication.translate(
            "library", "Find in all reports: text (simplified or traditional), titles, places, years"
        )
        self.field.setPlaceholderText(text)
        self.field.setAccessibleName(text)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(back)
        top.addWidget(self._folder_label, 1)
        top.addWidget(self._compare)
        top.addWidget(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.field)
        layout.addWidget(self._bar)
        layout.addWidget(self.tabs)
        layout.addWidget(self.lists, 1)

"""The search above the tree of sections: a field, and a list of results that replaces the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QListView

from gaohang_viewer.presenting.console.results_list import FOUND, ResultsDelegate, ResultsModel
from gaohang_viewer.presenting.console.search_engine import SectionFinder, SectionMatch
from gaohang_viewer.presenting.show.events import Event

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from gaohang_viewer.presenting.console.style import ConsoleStyle
    from gaohang_viewer.report.model import Report

_REMOTE = {Qt.Key.Key_PageDown: Event.NEXT, Qt.Key.Key_PageUp: Event.PREVIOUS}


class SearchField(QLineEdit):
    """While it has the keyboard focus, only the page keys of a remote go to the show."""

    section_requested = Signal(int)  # the index of a section
    event_requested = Signal(Event)
    closed = Signal()
    search_changed = Signal(bool)  # whether the field has a query

    def __init__(self, style: ConsoleStyle) -> None:
        super().__init__()
        self._report: Report | None = None
        self._full_width = True
        self._finder: SectionFinder | None = None
        self.list = QListView()
        self.list.setObjectName("found")
        self._model = ResultsModel(self.list)
        self.list.setModel(self._model)
        self.list.setItemDelegate(ResultsDelegate(style, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(QCoreApplication.translate("presenting", "Search results"))
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self._fold_timer = QTimer(self, interval=0)
        self._fold_timer.timeout.connect(self._fold_more)
        self.setPlaceholderText(QCoreApplication.translate("presenting", "Find section  /"))
        self.setAccessibleName(QCoreApplication.translate("presenting", "Find section"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.textChanged.connect(self._search)

    def set_report(self, report: Report, *, wide: bool) -> None:
        """Searches another report from now on."""
        self._report, self._full_width, self._finder = report, wide, None

    @property
    def results(self) -> list[SectionMatch]:
        return [self._model.index(row).data(FOUND) for row in range(self._model.rowCount())]

    def start_search(self) -> None:
        """Moves the keyboard focus to the field."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def close_search(self) -> None:
        """Clears the field and emits `closed`, so that the window takes the keyboard focus."""
        self._fold_timer.stop()
        self.clear()
        self.closed.emit()

    def _search(self, text: str) -> None:
        if self._finder is None and self._report is not None:
            self._finder = SectionFinder(self._report, wide=self._full_width)
            self._finder.fold_more()
            self._fold_timer.start()
        self._show(self._finder.find(text) if self._finder else [])
        self.search_changed.emit(bool(text.strip()))

    def _fold_more(self) -> None:
        if self._finder is not None and self._finder.fold_more():
            return
        self._fold_timer.stop()
        if self._finder is not None and self.text().strip():
            self._show(self._finder.find(self.text()))

    def _show(self, found: list[SectionMatch]) -> None:
        row = self.list.currentIndex().row()
        self._model.set_results(found)
        if found:
            self.list.setCurrentIndex(self._model.index(max(0, min(row, len(found) - 1))))

    def _choose(self, row: int) -> None:
        found = self.results
        if 0 <= row < len(found):
            self.close_search()
            self.section_requested.emit(found[row].section)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.list.currentIndex().row()
        if key in _REMOTE and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.event_requested.emit(_REMOTE[Qt.Key(key)])
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            row += 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentIndex(self._model.index(max(0, min(row, self._model.rowCount() - 1))))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(row)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_F6):
            self.close_search()
        else:
            super().keyPressEvent(event)
        event.accept()

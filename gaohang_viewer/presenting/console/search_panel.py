"""The search over the tree of sections: a field, and below it what was found instead of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QListView

from gaohang_viewer.presenting.console.results_list import FOUND, FoundDelegate, FoundModel
from gaohang_viewer.presenting.console.search_engine import SectionFinder, SectionMatch
from gaohang_viewer.presenting.show.events import Event

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from gaohang_viewer.presenting.console.style import ConsoleStyle
    from gaohang_viewer.report.model import Report

_REMOTE = {Qt.Key.Key_PageDown: Event.NEXT, Qt.Key.Key_PageUp: Event.PREVIOUS}


class SearchField(QLineEdit):
    """While it has the keyboard no key is the show's but those of a remote that step."""

    wanted = Signal(int)  # a section
    stepped = Signal(Event)
    ended = Signal()
    searching = Signal(bool)  # whether something is looked for

    def __init__(self, style: ConsoleStyle) -> None:
        super().__init__()
        self._report: Report | None = None
        self._wide = True
        self._finder: SectionFinder | None = None
        self.list = QListView()
        self.list.setObjectName("found")
        self._model = FoundModel(self.list)
        self.list.setModel(self._model)
        self.list.setItemDelegate(FoundDelegate(style, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(QCoreApplication.translate("presenting", "Search results"))
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_on)
        self.setPlaceholderText(QCoreApplication.translate("presenting", "Find section  /"))
        self.setAccessibleName(QCoreApplication.translate("presenting", "Find section"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.textChanged.connect(self._look_for)

    def set_report(self, report: Report, *, wide: bool) -> None:
        """Sections of another report are looked for."""
        self._report, self._wide, self._finder = report, wide, None

    @property
    def found(self) -> list[SectionMatch]:
        return [self._model.index(row).data(FOUND) for row in range(self._model.rowCount())]

    def start(self) -> None:
        """The keyboard goes to the field."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def leave(self) -> None:
        """The search is over; the keyboard goes back to the show."""
        self._reading.stop()
        self.clear()
        self.ended.emit()

    def _look_for(self, text: str) -> None:
        if self._finder is None and self._report is not None:
            self._finder = SectionFinder(self._report, wide=self._wide)
            self._finder.read_on()
            self._reading.start()
        self._show(self._finder.find(text) if self._finder else [])
        self.searching.emit(bool(text.strip()))

    def _read_on(self) -> None:
        if self._finder is not None and self._finder.read_on():
            return
        self._reading.stop()
        if self._finder is not None and self.text().strip():
            self._show(self._finder.find(self.text()))

    def _show(self, found: list[SectionMatch]) -> None:
        row = self.list.currentIndex().row()
        self._model.set_found(found)
        if found:
            self.list.setCurrentIndex(self._model.index(max(0, min(row, len(found) - 1))))

    def _choose(self, row: int) -> None:
        found = self.found
        if 0 <= row < len(found):
            self.leave()
            self.wanted.emit(found[row].section)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.list.currentIndex().row()
        if key in _REMOTE and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stepped.emit(_REMOTE[Qt.Key(key)])
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            row += 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentIndex(self._model.index(max(0, min(row, self._model.rowCount() - 1))))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(row)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_F6):
            self.leave()
        else:
            super().keyPressEvent(event)
        event.accept()

"""The panel of notes on the file: what was not understood or was left out, with links to the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Signal
from PySide6.QtWidgets import QTreeView, QWidget

from gaohang_viewer.reading.panels.notes_model import LEFT_OUT, LINE, NotesModel
from gaohang_viewer.reading.panels.panel import Panel
from gaohang_viewer.report.model import ProblemKind
from gaohang_viewer.report.outline_review import doubts
from gaohang_viewer.ui.translation import counted

if TYPE_CHECKING:
    from gaohang_viewer.session.reader import Reader

_HEIGHT = 208  # px, until the user resizes it


class _Notes(QTreeView):
    def sizeHint(self) -> QSize:
        return QSize(480, _HEIGHT)


class NotesPanel(Panel):
    """Shows the notes on the open report. `line_requested` brings a source line to go to,
    `put_back_requested` one to restore.

    `pictures_requested` asks for pictures from other folders, which are not read before.
    """

    line_requested = Signal(int)
    put_back_requested = Signal(int)
    pictures_requested = Signal()

    def __init__(self, reader: Reader, parent: QWidget) -> None:
        self.view = _Notes()
        super().__init__("notes", QCoreApplication.translate("notes", "File notes"), self.view, parent)
        self._reader = reader
        self.model = NotesModel(self)
        self.view.setModel(self.model)
        self.view.setHeaderHidden(True)
        self.view.setUniformRowHeights(True)
        self._put_back_button = self.add_button(QCoreApplication.translate("notes", "Restore this line"))
        self.pictures = self.add_button(
            QCoreApplication.translate("notes", "Show pictures from other folders")
        )
        self.pictures.clicked.connect(self.pictures_requested)
        self._put_back_button.clicked.connect(
            lambda: self.put_back_requested.emit(self.view.currentIndex().data(LINE))
        )
        self.view.clicked.connect(self._go)
        self.view.activated.connect(self._go)
        self.view.selectionModel().currentChanged.connect(self._choose)
        reader.opened.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows the notes on the open report."""
        report = self._reader.report
        self.model.show(report.problems, [(each, report.sections[each.section]) for each in doubts(report)])
        self.view.expandToDepth(0 if self.model.count <= 200 else -1)
        one = QCoreApplication.translate("notes", "1 file note")
        many = QCoreApplication.translate("notes", "{count} file notes")
        none = QCoreApplication.translate("notes", "The whole file was read; there are no notes.")
        self.set_title(counted(self.model.count, one, many) if self.model.count else none)
        elsewhere = any(each.kind is ProblemKind.ELSEWHERE for each in self._reader.report.problems)
        self.pictures.setVisible(elsewhere)
        self._choose(QModelIndex())

    def _choose(self, index: QModelIndex) -> None:
        self._put_back_button.setEnabled(bool(index.data(LEFT_OUT)))

    def _go(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if line is not None:
            self.line_requested.emit(line)

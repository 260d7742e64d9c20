"""The panel of notes on the file: what was not understood or was left out; a click goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from gaohang_viewer.reading.notes_model import LEFT_OUT, LINE, NotesModel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from gaohang_viewer.reading.reader import Reader

_HEIGHT = 208  # px, until the reader pulls it


class _Notes(QTreeView):
    """Esc leaves it, Enter goes to a line."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(480, _HEIGHT)


class NotesPanel(QDockWidget):
    """Follows the reader's report; `wanted` names a line to go to, `put_back` one to be text again."""

    wanted = Signal(int)
    put_back = Signal(int)

    def __init__(self, reader: Reader, parent: QWidget) -> None:
        super().__init__(parent)
        self._reader = reader
        self.setObjectName("notes")
        self.setWindowTitle(QCoreApplication.translate("notes", "Notes on this file"))
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setTitleBarWidget(QWidget(self))
        self.model = NotesModel(self)
        self.view = _Notes(self)
        self.view.setObjectName("notes-view")
        self.view.setAccessibleName(self.windowTitle())
        self.view.setModel(self.model)
        self.view.setHeaderHidden(True)
        self.view.setUniformRowHeights(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self._title = QLabel(self)
        self._title.setObjectName("notes-title")
        self._back = QPushButton(QCoreApplication.translate("notes", "Put this line back"), self)
        close = QPushButton(QCoreApplication.translate("notes", "Close"), self)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 0)
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        head.addWidget(close)
        whole = QFrame(self)
        whole.setObjectName("notes-panel")
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        self.setWidget(whole)
        close.clicked.connect(self.hide)
        self.view.left.connect(self.hide)
        self.view.clicked.connect(self._go)
        self.view.activated.connect(self._go)
        self.view.selectionModel().currentChanged.connect(self._choose)
        self._back.clicked.connect(lambda: self.put_back.emit(self.view.currentIndex().data(LINE)))
        reader.opened.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows what there is to say of the open report."""
        self.model.show(self._reader.report.problems)
        self.view.expandToDepth(0 if self.model.count <= 200 else -1)
        text = QCoreApplication.translate("notes", "{count} notes on this file")
        none = QCoreApplication.translate("notes", "All of this file was read; there is nothing to note.")
        self._title.setText(text.replace("{count}", str(self.model.count)) if self.model.count else none)
        self._choose(QModelIndex())

    def _choose(self, index: QModelIndex) -> None:
        self._back.setEnabled(bool(index.data(LEFT_OUT)))

    def _go(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if line is not None:
            self.wanted.emit(line)

"""The scroll bar below a table that is wider than the text pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QScrollBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit


class TableScrollBar(QScrollBar):
    """Lies over the bottom of the view while a wide table is in it; without one the text is not shifted."""

    def __init__(self, pane: QTextEdit) -> None:
        super().__init__()
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setParent(pane)
        self.setObjectName("table-bar")
        self.setAccessibleName(QCoreApplication.translate("reading", "Position in the table"))
        self.hide()
        self._pane = pane
        self._theirs = pane.horizontalScrollBar()
        self.valueChanged.connect(self._theirs.setValue)
        self._theirs.valueChanged.connect(self.setValue)

    def refresh(self) -> None:
        """Appears or hides, after the text was scrolled or laid out anew."""
        is_needed = self._theirs.maximum() > 0 and self._is_wide_table_in_view()
        if not is_needed:
            self._theirs.setValue(0)
            self.hide()
            return
        self.setRange(0, self._theirs.maximum())
        self.setPageStep(self._theirs.pageStep())
        self.setSingleStep(self._theirs.singleStep())
        view = self._pane.viewport().geometry()
        height = self.sizeHint().height()
        self.setGeometry(view.left(), view.bottom() + 1 - height, view.width(), height)
        self.show()
        self.raise_()

    def _is_wide_table_in_view(self) -> bool:
        document, view = self._pane.document(), self._pane.viewport()
        top = self._pane.verticalScrollBar().value()
        layout = document.documentLayout()
        for frame in document.rootFrame().childFrames():
            place = layout.frameBoundingRect(frame) if isinstance(frame, QTextTable) else None
            if place is not None and place.right() > view.width() and place.bottom() > top:
                return place.top() < top + view.height()
        return False

"""A frame that scrolls what it holds where the screen is too small for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollFrame(QScrollArea):
    """Fills itself with a widget; where it is smaller than the widget can be, it scrolls."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys belong to the content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(content)
        content.setAutoFillBackground(False)  # that of the window shows
        self.horizontalScrollBar().setAccessibleName(QCoreApplication.translate("window", "Scroll sideways"))
        self.verticalScrollBar().setAccessibleName(QCoreApplication.translate("window", "Scroll down"))
        self.viewport().setAutoFillBackground(False)

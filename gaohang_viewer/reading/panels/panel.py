"""The frame of a panel beside or below the text: a title, buttons and a list, closed by Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gaohang_viewer.ui.plain_text import plain

if TYPE_CHECKING:
    from gaohang_viewer.ui.theme import Fonts, Theme


class Panel(QDockWidget):
    """A view below a title and buttons. `closed` is emitted when the user closes it."""

    closed = Signal()

    def __init__(self, name: str, title: str, view: QAbstractItemView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setTitleBarWidget(QWidget(self))
        view.setObjectName("panel-view")
        view.setAccessibleName(title)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.installEventFilter(self)
        self._view = view
        self._title = plain(QLabel(title, self))
        self._title.setObjectName("panel-title")
        close = QPushButton(QCoreApplication.translate("notes", "Close"), self)
        close.clicked.connect(self.dismiss)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(16, 8, 16, 0)
        self._head.setSpacing(8)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(close)
        whole = QFrame(self)
        whole.setObjectName("panel")
        self._layout = QVBoxLayout(whole)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addLayout(self._head)
        self._layout.addWidget(view, 1)
        self.setWidget(whole)

    def set_title(self, title: str) -> None:
        """Sets the text above the list."""
        self._title.setText(title)

    def add_button(self, text: str) -> QPushButton:
        """Adds a button beside the title."""
        button = QPushButton(text, self)
        self._head.insertWidget(self._head.count() - 1, button)
        return button

    def focus_list(self) -> None:
        """Moves the keyboard focus to the list."""
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Hides the panel and emits `closed`."""
        self.hide()
        self.closed.emit()

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        """Applies colours that the style sheet cannot; for subclasses."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if watched is self._view and is_escape and event.type() is QEvent.Type.KeyPress:
            self.dismiss()
            return True
        return super().eventFilter(watched, event)

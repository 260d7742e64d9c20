"""Shows how much of a file was read, with a button that cancels the reading."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from gaohang_viewer.ui.plain_text import plain

_WIDTH = 240  # px of the bar


class ProgressStrip(QWidget):
    """A text, a bar and a button; Esc cancels, too."""

    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("progress-strip")
        self._text = plain(QLabel(self))
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(_WIDTH)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 100)
        button = QPushButton(QCoreApplication.translate("app", "Cancel"), self)
        button.setObjectName("quiet")
        button.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self._text, self._bar, button):
            layout.addWidget(widget)
        self._stop = QShortcut(QKeySequence("Esc"), parent)
        self._stop.activated.connect(self.cancelled)

    def show_share(self, text: str, share: float) -> None:
        """Shows a share from 0 to 1; 1 hides the strip."""
        self.setVisible(share < 1)
        self._stop.setEnabled(share < 1)
        self._text.setText(text)
        self._bar.setValue(round(share * 100))

"""The status bar of the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from gaohang_viewer.ui.plain_text import plain

if TYPE_CHECKING:
    from gaohang_viewer.app.progress_strip import ProgressStrip

_HEIGHT = 32  # px


class StatusBar(QStatusBar):
    """Position, notes, zoom and language; or the progress of a file that is being read."""

    cancelled = Signal()  # the user cancels the reading
    notes_requested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setFixedHeight(_HEIGHT)  # otherwise texts change it, and the window is laid out twice
        self.setSizeGripEnabled(False)
        self._window = window
        self._progress: ProgressStrip | None = None
        self._position = plain(QLabel(self))
        self._zoom = QLabel(self)
        self._language = QLabel(self)
        self._notes = QPushButton(self)
        self._notes.setObjectName("status-button")
        self._notes.setFlat(True)
        self._notes.hide()
        self._notes.clicked.connect(self.notes_requested)
        self.addWidget(self._position, 1)
        self.addPermanentWidget(self._notes)
        self.addPermanentWidget(self._zoom)
        self.addPermanentWidget(self._language)

    def show_position(self, position: str, zoom: str, language: str) -> None:
        """Shows where the reader is, the zoom, and the language of the interface."""
        self._position.setText(position)
        self._zoom.setText(zoom)
        self._language.setText(language)

    def show_notes(self, count: str) -> None:
        """Shows a button with the number of notes; hides it for an empty text."""
        self._notes.setText(count)
        self._notes.setVisible(bool(count))

    def show_progress(self, text: str, share: float) -> None:
        """Shows what share of a file, from 0 to 1, was read; at 1 the position is shown again."""
        if share < 1 and self._progress is None:
            from gaohang_viewer.app.progress_strip import ProgressStrip

            self._progress = ProgressStrip(self._window)
            self._progress.cancelled.connect(self.cancelled)
            self.insertWidget(0, self._progress)
        if self._progress is not None:
            self._progress.show_share(text, share)
            self._position.setVisible(share >= 1)

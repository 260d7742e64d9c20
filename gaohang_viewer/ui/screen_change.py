"""Tells when a window has come to a screen with other pixels, or the scale of its screen was changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_AFTER = 50  # ms: a window is given 200 events before it is painted, and each takes its time in Python


class Rescaling(QObject):
    """Watches one window, from a moment after it was made."""

    happened = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._ratio = window.devicePixelRatioF()
        QTimer.singleShot(_AFTER, self, self._watch)

    def _watch(self) -> None:
        self._window.installEventFilter(self)
        if self._window.devicePixelRatioF() != self._ratio:
            self.happened.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.happened.emit()
        return False

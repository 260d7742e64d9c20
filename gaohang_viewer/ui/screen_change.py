"""Detects that a window moved to a screen with another pixel ratio, or that its screen's scale changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_AFTER = 50  # ms: filtering the 200 events of a new window in Python would delay its first paint


class ScaleWatcher(QObject):
    """Watches one window, starting shortly after it was built."""

    scale_changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._ratio = window.devicePixelRatioF()
        timer = QTimer(self, singleShot=True, interval=_AFTER)
        timer.timeout.connect(self._watch)
        timer.start()

    def _watch(self) -> None:
        self._window.installEventFilter(self)
        if self._window.devicePixelRatioF() != self._ratio:
            self.scale_changed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.scale_changed.emit()
        return False

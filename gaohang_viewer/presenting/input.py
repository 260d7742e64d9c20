"""Turns keys, clicks and the wheel into events of a show, alike in all of its windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from gaohang_viewer.presenting.key_bindings import event_of_key
from gaohang_viewer.presenting.show.events import Event
from gaohang_viewer.presenting.wheel import WheelSteps

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

    from gaohang_viewer.presenting.running_show import RunningShow

_CLICKS = {
    Qt.MouseButton.LeftButton: Event.NEXT,
    Qt.MouseButton.ForwardButton: Event.NEXT,
    Qt.MouseButton.RightButton: Event.PREVIOUS,
    Qt.MouseButton.BackButton: Event.PREVIOUS,
}


class ShowInput:
    """The input of one window."""

    def __init__(self, running: RunningShow) -> None:
        self._running = running
        self._wheel = WheelSteps()

    def handle_key(self, event: QKeyEvent) -> None:
        """Handles a key press; keys without a meaning in a show do nothing."""
        happened = event_of_key(event.key(), event.text(), event.modifiers(), event.isAutoRepeat())
        if happened is not None:
            self._running.handle_event(happened)

    def handle_click(self, event: QMouseEvent) -> None:
        """Handles a mouse button over the page."""
        if event.button() in _CLICKS:
            self._running.handle_event(_CLICKS[event.button()])

    def handle_wheel(self, event: QWheelEvent) -> None:
        """Handles the wheel or a touchpad over the page; scrolling by momentum is ignored."""
        if event.phase() == Qt.ScrollPhase.ScrollMomentum:
            return
        touched = event.phase() != Qt.ScrollPhase.NoScrollPhase and not event.pixelDelta().isNull()
        delta = event.pixelDelta().y() if touched else event.angleDelta().y()
        steps = self._wheel.add(delta, touched)
        for _ in range(abs(steps)):
            self._running.handle_event(Event.NEXT if steps > 0 else Event.PREVIOUS)

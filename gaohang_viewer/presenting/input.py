"""Keys and wheel of a show, the same in all of its windows."""

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
    """Turns what a window is told into events of the show."""

    def __init__(self, running: RunningShow) -> None:
        self._running = running
        self._wheel = WheelSteps()

    def handle_key(self, event: QKeyEvent) -> None:
        """A key; one that means nothing to a show does nothing."""
        happened = event_of_key(event.key(), event.text(), event.modifiers(), event.isAutoRepeat())
        if happened is not None:
            self._running.handle_event(happened)

    def handle_click(self, event: QMouseEvent) -> None:
        """A button of the mouse, over the page."""
        if event.button() in _CLICKS:
            self._running.handle_event(_CLICKS[event.button()])

    def handle_wheel(self, event: QWheelEvent) -> None:
        """The wheel or a touchpad, over the page; its momentum steps no further."""
        if event.phase() == Qt.ScrollPhase.ScrollMomentum:
            return
        touched = event.phase() != Qt.ScrollPhase.NoScrollPhase and not event.pixelDelta().isNull()
        delta = event.pixelDelta().y() if touched else event.angleDelta().y()
        steps = self._wheel.add(delta, touched)
        for _ in range(abs(steps)):
            self._running.handle_event(Event.NEXT if steps > 0 else Event.PREVIOUS)

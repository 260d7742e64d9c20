"""Turns mouse, stylus and touch events on a page into pointing, drawing and erasing in page coordinates."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEventPoint,
    QInputDevice,
    QMouseEvent,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
)

from gaohang_viewer.presenting.show.ink import DRAWING, Point, Stroke, Tool

ERASER_RADIUS = 0.016  # of the page's height
_FRAME_MS = 8  # moves within this time are emitted together
_LEAST_STEP = 0.0012  # of the page's height; nearer points are dropped
_LEFT = Qt.MouseButton.LeftButton
_MOVING = {QEvent.Type.MouseMove, QEvent.Type.TabletMove, QEvent.Type.TouchUpdate}
_BEGINNING = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.TabletPress,
    QEvent.Type.TouchBegin,
}


class PointerInput(QObject):
    """The pointer input of one widget that shows a page.

    Pass it the widget's events; an event that `handle` accepts must not be processed further. With a pointing
    tool, mouse buttons are left to the show, so that a click steps; with a drawing tool, the left button
    draws, and does nothing beside the page. Stylus and touch are used with every tool. The widget needs mouse
    tracking, WA_TabletTracking and WA_AcceptTouchEvents.
    """

    moved = Signal(object)  # the pointer is at (x, y), in shares of the page's size, or beside it (None)
    stroke_growing = Signal(object)  # the Stroke so far; None if it was discarded
    stroke_done = Signal(object)  # the whole Stroke, not thinned
    erase = Signal(float, float)  # the eraser touches x, y

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.at: tuple[float, float] | None = None  # position of the pointer on the page, or None
        self._page_rect = QRectF()
        self._tool, self._colour, self._width = Tool.NONE, "#000000", 0.0
        self._drawing_with: str | None = None  # the device that is pressed: mouse, stylus or finger
        self._erasing = False
        self._points: list[Point] = []
        self._erased_at: tuple[float, float] | None = None
        self._has_unsent = False
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(_FRAME_MS)
        self._frame.setTimerType(Qt.TimerType.PreciseTimer)
        self._frame.timeout.connect(self._emit_moves)

    def set_tool(self, tool: Tool, colour: str = "#000000", width: float = 0.005) -> None:
        """Changes the tool; a stroke in progress is finished with the old one.

        `colour` is "#rrggbb", `width` a share of the page's height.
        """
        self.finish()
        self._tool, self._colour, self._width = tool, colour, width
        if tool is Tool.NONE:
            self._leave()

    def set_page_rect(self, page_rect: QRectF) -> None:
        """Sets where the page is in the widget, in logical px."""
        self._page_rect = QRectF(page_rect)

    def finish(self) -> None:
        """Finishes a stroke in progress, as when the page changes."""
        points, was_drawing = self._points, self._drawing_with is not None
        self._reset()
        if was_drawing and points:
            self.stroke_done.emit(self._stroke(points))

    def handle(self, event: QEvent) -> bool:
        """Handles an event of the widget; returns whether the present tool used it."""
        if self._tool is Tool.NONE or self._page_rect.isEmpty():
            return False
        if isinstance(event, QTabletEvent):
            is_taken = self._handle_stylus(event)
        elif isinstance(event, QTouchEvent):
            is_taken = self._handle_touch(event)
        elif isinstance(event, QMouseEvent):
            is_taken = self._handle_mouse(event)
        else:
            if event.type() == QEvent.Type.Leave and self._drawing_with is None:
                self._leave()
            return False
        if is_taken:
            event.accept()
        return is_taken

    def _handle_mouse(self, event: QMouseEvent) -> bool:
        if self._drawing_with not in (None, "mouse"):
            return True  # for example a palm on a touch screen
        held = self._drawing_with == "mouse"
        if event.type() in _BEGINNING:
            if event.button() != _LEFT or not self._draws():
                return held
            self._begin("mouse", event.position(), ())
            return True
        if event.type() in _MOVING:
            if held and not event.buttons() & _LEFT:
                self.finish()  # the release was lost, as when another window came in front
            self._move("mouse", event.position(), ())
            return True
        if event.button() == _LEFT and held:
            self._end(event.position(), ())
            return True
        return held

    def _handle_stylus(self, event: QTabletEvent) -> bool:
        pressure: tuple[float, ...] = ()
        if event.pointingDevice().hasCapability(QInputDevice.Capability.Pressure):
            pressure = (event.pressure(),)
        if event.type() in _BEGINNING:
            if event.button() != _LEFT:
                return False
            if self._drawing_with is not None:
                self._drop_stroke()  # the stylus takes precedence over a palm or a moved mouse
            is_eraser = event.pointerType() == QPointingDevice.PointerType.Eraser
            self._begin("stylus", event.position(), pressure, is_eraser=is_eraser)
            return True
        if event.type() in _MOVING:
            if self._drawing_with == "stylus" and not event.buttons() & _LEFT:
                self.finish()  # its release was lost
            self._move("stylus", event.position(), pressure)
            return True
        if self._drawing_with == "stylus" and event.button() == _LEFT:
            self._end(event.position(), ())
        return event.button() == _LEFT

    def _handle_touch(self, event: QTouchEvent) -> bool:
        if self._drawing_with not in (None, "finger"):
            return True  # the palm below a stylus
        if event.type() == QEvent.Type.TouchCancel:
            self._drop_stroke()
            return True
        finger = event.points()[0]  # of several fingers the first one counts
        if event.type() in _BEGINNING:
            self._begin("finger", finger.position(), ())
        elif finger.state() == QEventPoint.State.Released or event.type() == QEvent.Type.TouchEnd:
            self._end(finger.position(), ())
            self._leave()
        else:
            self._move("finger", finger.position(), ())
        return True

    def _begin(
        self, device: str, place: QPointF, pressure: tuple[float, ...], *, is_eraser: bool = False
    ) -> None:
        self._erasing = is_eraser or self._tool is Tool.ERASER
        inside = self._page_rect.contains(place)
        if inside and (self._erasing or self._draws()):
            self._drawing_with = device
        self._move(device, place, pressure)

    def _end(self, place: QPointF, pressure: tuple[float, ...]) -> None:
        if self._drawing_with is None:
            return
        self._move(self._drawing_with, place, pressure or self._last_pressure())
        self.finish()

    def _move(self, device: str, place: QPointF, pressure: tuple[float, ...]) -> None:
        """Stores the pointer's position and emits the change now, or together with the next moves."""
        x = (place.x() - self._page_rect.x()) / self._page_rect.width()
        y = (place.y() - self._page_rect.y()) / self._page_rect.height()
        self.at = (x, y) if self._page_rect.contains(place) else None
        if self._drawing_with == device:
            x, y = min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)
            if self._erasing:
                self._erase_to(x, y)
            elif not self._points or self._distance((x, y), self._points[-1]) >= _LEAST_STEP:
                self._points.append((x, y, *pressure))
        self._has_unsent = True
        if not self._frame.isActive():
            self._emit_moves()

    def _emit_moves(self) -> None:
        """Emits what has not been emitted. On a slow computer many moves arrive before the timer fires."""
        if not self._has_unsent:
            return
        self._has_unsent = False
        self._frame.start()
        self.moved.emit(self.at)
        if self._points:
            self.stroke_growing.emit(self._stroke(self._points))

    def _erase_to(self, x: float, y: float) -> None:
        """Erases along the eraser's path, however fast it moved."""
        from_x, from_y = self._erased_at or (x, y)
        steps = max(1, math.ceil(self._distance((x, y), (from_x, from_y)) / ERASER_RADIUS))
        self._erased_at = (x, y)
        for step in range(1, steps + 1):
            part = step / steps
            self.erase.emit(from_x + (x - from_x) * part, from_y + (y - from_y) * part)

    def _drop_stroke(self) -> None:
        if self._drawing_with is not None:
            was_growing = bool(self._points)
            self._reset()
            if was_growing:
                self.stroke_growing.emit(None)

    def _reset(self) -> None:
        self._drawing_with, self._points, self._erased_at, self._erasing = None, [], None, False

    def _leave(self) -> None:
        self._has_unsent = False
        if self.at is not None:
            self.at = None
            self.moved.emit(None)

    def _draws(self) -> bool:
        return self._tool in (*DRAWING, Tool.ERASER)

    def _stroke(self, points: list[Point]) -> Stroke:
        return Stroke(self._tool, self._colour, self._width, tuple(points))

    def _last_pressure(self) -> tuple[float, ...]:
        return self._points[-1][2:] if self._points else ()

    def _distance(self, at: Point, other: Point) -> float:
        """The distance of two points, as a share of the page's height."""
        aspect = self._page_rect.width() / self._page_rect.height()
        return math.hypot((at[0] - other[0]) * aspect, at[1] - other[1])

"""A widget that paints the page of a running show: its picture, points not revealed yet, ink and pointer."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from gaohang_viewer.presenting.audience.marks_layer import MarksLayer
from gaohang_viewer.presenting.audience.overlays import paint_waiting
from gaohang_viewer.presenting.audience.page_fade import PageFade
from gaohang_viewer.presenting.audience.pointer_input import PointerInput
from gaohang_viewer.presenting.audience.pointer_painting import MAGNIFIER_FACTOR
from gaohang_viewer.presenting.audience.style import ShowColours, SlideStyle
from gaohang_viewer.presenting.show.ink import Tool
from gaohang_viewer.presenting.show.state import Screen, Seen
from gaohang_viewer.ui.page_renderer import AHEAD, in_pixels

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent

    from gaohang_viewer.presenting.marking import Marking

_OWN_POINTERS = (Tool.LASER, Tool.SPOTLIGHT, Tool.MAGNIFIER)
_Type = QEvent.Type
_POINTING = {
    *(_Type.MouseButtonPress, _Type.MouseButtonDblClick, _Type.MouseMove, _Type.MouseButtonRelease),
    *(_Type.TabletPress, _Type.TabletMove, _Type.TabletRelease, _Type.Leave),
    *(_Type.TouchBegin, _Type.TouchUpdate, _Type.TouchEnd, _Type.TouchCancel),
}
_WAITING_FRAME_MS = 33
_SETTLING_MS = 25  # rendering ahead at once would delay the step itself


class ShowCanvas(QWidget):
    """Paints the page of a show, one picture pixel to a screen pixel.

    Subclasses override `seen`, `available_size`, `_neighbours` and `_paint_overlays`.
    """

    def __init__(
        self, marking: Marking, title: str, colours: ShowColours, view: str, *, speaker: bool = False
    ) -> None:
        """`title` is shown until there are slides; `view` identifies this canvas to the renderer. A
        `speaker`'s canvas shows the speaker's page even while the audience's is frozen."""
        super().__init__()
        self._marking = marking
        self._running = running = marking.running
        self._marks = MarksLayer(marking)
        self._title = title
        self._colours = colours
        self._view = view
        self._speaker = speaker
        self._picture: QImage | None = None  # of the current page; of the previous one until that is rendered
        self._picture_page = 0  # the number of the page that the picture shows
        self._waiting_timer = QTimer(self)
        self._waiting_timer.setInterval(_WAITING_FRAME_MS)
        self._waiting_timer.timeout.connect(self.update)
        self._step_timer = QTimer(self)
        self._step_timer.setSingleShot(True)
        self._step_timer.setInterval(_SETTLING_MS)
        self._step_timer.timeout.connect(self._after_step)
        self._fade = PageFade(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        running.changed.connect(self._on_show_changed)
        running.page_rendered.connect(self._on_page_rendered)
        self._pointer_input = PointerInput(self)
        self._pointer_input.moved.connect(marking.set_pointer)
        self._pointer_input.stroke_growing.connect(marking.set_growing)
        self._pointer_input.stroke_done.connect(marking.add_stroke)
        self._pointer_input.erase.connect(marking.erase)
        marking.tool_changed.connect(self._on_tool_changed)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_TabletTracking)
        marking.pointer_moved.connect(self._on_pointer_moved)
        marking.ink_changed.connect(self._on_ink_changed)

    def set_title(self, title: str) -> None:
        """Sets the title that is shown until there are slides."""
        self._title = title
        self.update()

    @property
    def seen(self) -> Seen:
        """The page, revealed points and screen colour that this canvas shows."""
        state = self._running.state
        return Seen(state.page, state.revealed, state.screen) if self._speaker else state.seen

    @property
    def available_size(self) -> QSize:
        """The part of the canvas, in logical px from its top left corner, that the page may cover."""
        return self.size()

    @property
    def _pixels(self) -> QSize:
        """The available size in pixels of the screen."""
        return in_pixels(self.available_size, self.devicePixelRatio())

    @property
    def page_rect(self) -> QRectF:
        """Where the page is, in logical px; it fills the available width or height."""
        ratio, pixels = self.devicePixelRatio(), self._page_pixels()
        return QRectF(pixels.x() / ratio, pixels.y() / ratio, pixels.width() / ratio, pixels.height() / ratio)

    @property
    def _magnified_size(self) -> QSize:
        """The size of the picture under the magnifier, in pixels."""
        return self._pixels * MAGNIFIER_FACTOR

    @property
    def _accepts_ink(self) -> bool:
        """Whether the speaker points at this canvas's page and draws on it."""
        return self._speaker or self._running.state.held is None

    def _page_pixels(self) -> QRect:
        window, picture = self._pixels, self._picture
        aspect = QSize(round(1000 * self._running.deck.aspect), 1000)
        size = picture.size() if picture else aspect.scaled(window, Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(
            QPoint((window.width() - size.width()) // 2, (window.height() - size.height()) // 2), size
        )

    def _style(self) -> SlideStyle:
        return SlideStyle.for_size(self._colours, self.font(), self.width(), self.height())

    def _on_show_changed(self) -> None:
        """Repaints at once: neither Qt's event queue nor rendering ahead may delay a step."""
        if not self.isVisible():
            return
        is_ready = self._use_ready_picture()
        self.repaint()
        if not is_ready:
            self._request_pictures()
        if not self._step_timer.isActive():
            self._step_timer.start()

    def _after_step(self) -> None:
        """Does the work that can wait until the step is on the screen."""
        self._request_pictures()

    def _use_ready_picture(self) -> bool:
        """Uses the picture of the current page if it has been rendered; returns whether it has."""
        renderer, page = self._running.renderer, self.seen.page
        size = self._pixels
        ready = renderer.image(page, size) if renderer else None
        if ready is None or (self._running.state.points_of(page) and self._blank_picture() is None):
            return False
        self._set_picture(page, ready)
        return True

    def _set_picture(self, page: int, picture: QImage) -> None:
        if self._running.fade and page != self._picture_page and self._picture is not None:
            self._fade.start(self._picture)
        self._picture, self._picture_page = picture, page

    def _request_pictures(self) -> None:
        renderer = self._running.renderer
        if renderer is None or not self.isVisible():
            return
        size = self._pixels
        if self._running.state.points:
            renderer.request(self._running.blank_page, size, f"{self._view}, blank", (0,))
        if self._running.state.tool is Tool.MAGNIFIER and self._accepts_ink:
            renderer.request(self.seen.page, self._magnified_size, f"{self._view}, glass", (0,))
        renderer.request(self._running.state.cursor or self.seen.page, size, self._view, self._neighbours())

    def _neighbours(self) -> tuple[int, ...]:
        """The pages to render, relative to the current one, in this order."""
        return AHEAD

    def _blank_picture(self) -> QImage | None:
        """The picture of the deck's last page, which has no text and covers points not yet revealed."""
        size = self._pixels
        return (
            self._running.renderer.image(self._running.blank_page, size) if self._running.renderer else None
        )

    def _on_page_rendered(self, page: int, size: QSize, _image: QImage) -> None:
        fits = size == self._pixels
        if fits and page in (self.seen.page, self._running.blank_page) and self._use_ready_picture():
            self.repaint()
        elif size == self._magnified_size and page == self.seen.page:
            self.update()

    # ---- Qt's events

    def showEvent(self, _event: QShowEvent) -> None:
        self._waiting_timer.start()
        self._use_ready_picture()
        self._after_step()

    def hideEvent(self, _event: QHideEvent) -> None:
        self._waiting_timer.stop()
        self._step_timer.stop()
        self._fade.stop()
        self._marks.clear()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._request_pictures()

    def event(self, event: QEvent) -> bool:
        kind = event.type()  # runs for every event, so it must be cheap
        if kind == _Type.ShortcutOverride:
            event.accept()  # no shortcut of another window takes a key of the show
            return True
        if kind == _Type.DevicePixelRatioChange:
            self._request_pictures()
        elif kind in _POINTING and self._running.state.cursor is None and self._handle_pointer(event):
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            seen = self.seen
            if seen.screen is not Screen.SLIDE:
                colour = Qt.GlobalColor.black if seen.screen is Screen.BLACK else Qt.GlobalColor.white
                painter.fillRect(self.rect(), colour)
            elif self._picture is None:
                paint_waiting(painter, self.rect(), self._style(), self._title, time.monotonic())
            else:
                self._paint_page(painter, self._picture)
                self._paint_marks(painter, self._picture, QRectF(event.rect()))
            if self._picture is not None:
                self._waiting_timer.stop()
            self._paint_overlays(painter)

    def _paint_page(self, painter: QPainter, picture: QImage) -> None:
        """Copies the picture pixel by pixel, with bars beside it where the aspect differs."""
        painter.save()
        ratio = self.devicePixelRatio()
        painter.scale(1 / ratio, 1 / ratio)  # from here on one unit is one pixel of the screen
        window = QRect(QPoint(0, 0), self._pixels)
        page = self._page_pixels()
        if page != window:
            painter.fillRect(window, self._style().colour("backdrop"))
        painter.drawImage(page.topLeft(), picture)
        self._hide_points(painter, page)
        self._fade.paint(painter, page.topLeft())
        painter.restore()

    def _paint_marks(self, painter: QPainter, picture: QImage, part: QRectF) -> None:
        pages, renderer = self._running.pages, self._running.renderer
        if self._marks.is_empty() or not 0 < self._picture_page <= len(pages):
            return
        large = renderer.image(self._picture_page, self._magnified_size) if renderer else None
        own = self._accepts_ink and self._picture_page == self.seen.page
        key = pages[self._picture_page - 1].key
        self._marks.paint(painter, self.page_rect, key, large or picture, part, own=own)

    def _on_tool_changed(self) -> None:
        """Uses the speaker's present tool for pointer input."""
        marking = self._marking
        self._pointer_input.set_tool(marking.tool, marking.colour, marking.width)
        self._show_pointer()

    def _show_pointer(self) -> None:
        """Sets the mouse cursor: none over the page for tools that paint their own pointer."""
        tool = self._marking.tool
        if tool in _OWN_POINTERS:
            self.setCursor(Qt.CursorShape.BlankCursor)
        elif tool is Tool.NONE:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.CrossCursor)

    def _handle_pointer(self, event: QEvent) -> bool:
        """Passes an event to the present tool; returns whether the tool used it."""
        if not self._accepts_ink or self._marking.tool is Tool.NONE:
            return False
        self._pointer_input.set_page_rect(self.page_rect)
        return self._pointer_input.handle(event)

    def _on_pointer_moved(self) -> None:
        if self.isVisible() and self._accepts_ink:
            self.update(self._marks.pointer_rect(self.page_rect).toAlignedRect())

    def _on_ink_changed(self, page: str) -> None:
        pages = self._running.pages
        if (
            self.isVisible()
            and 0 < self._picture_page <= len(pages)
            and pages[self._picture_page - 1].key == page
        ):
            self.update(self._marks.growth_rect(self.page_rect).toAlignedRect())

    def _hide_points(self, painter: QPainter, page: QRect) -> None:
        """Covers the points that are not revealed yet with the blank page."""
        tops = self._running.tops(self._picture_page)
        revealed = self.seen.revealed if self._picture_page == self.seen.page else 0
        if revealed >= len(tops):
            return
        top, bottom = (round(share * page.height()) for share in (tops[revealed], self._running.deck.bottom))
        part = QRect(0, top, page.width(), bottom - top)
        if (empty := self._blank_picture()) is not None:
            painter.drawImage(page.topLeft() + part.topLeft(), empty, part)

    def _paint_overlays(self, painter: QPainter) -> None:
        """Paints above the page; for subclasses."""

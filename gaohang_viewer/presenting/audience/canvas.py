"""Paints the page of a running show: its picture, what is not revealed yet, ink and pointer."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from gaohang_viewer.presenting.audience.marks_layer import MarksLayer
from gaohang_viewer.presenting.audience.overlays import paint_waiting
from gaohang_viewer.presenting.audience.page_fade import PageFade
from gaohang_viewer.presenting.audience.pointer_input import Pointing
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
_SETTLING_MS = 25  # drawing ahead at once would take the processor from the step's way to the screen


class ShowCanvas(QWidget):
    """A picture of the show, in the pixels of whatever screen it is on.

    `view` names it to the drawing thread. The `speaker` sees his page even while the audience's is frozen.
    """

    def __init__(
        self, marking: Marking, title: str, colours: ShowColours, view: str, *, speaker: bool = False
    ) -> None:
        super().__init__()
        self._marking = marking
        self._running = running = marking.running
        self._marks = MarksLayer(marking)
        self._title = title
        self._colours = colours
        self._view = view
        self._speaker = speaker
        self._picture: QImage | None = None  # of the page on show; of the one before until that is drawn
        self._shown = 0  # the page that the picture is of
        self._waiting = QTimer(self)
        self._waiting.setInterval(_WAITING_FRAME_MS)
        self._waiting.timeout.connect(self.update)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING_MS)
        self._settling.timeout.connect(self._settle)
        self._fade = PageFade(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        running.changed.connect(self._follow)
        running.drawn.connect(self._take_picture)
        self._pointing = Pointing(self)
        self._pointing.moved.connect(lambda x, y: marking.point((x, y)))
        self._pointing.gone.connect(lambda: marking.point(None))
        self._pointing.stroke_growing.connect(marking.grow)
        self._pointing.stroke_done.connect(marking.draw)
        self._pointing.stroke_dropped.connect(lambda: marking.grow(None))
        self._pointing.erase.connect(marking.erase)
        marking.tool_changed.connect(self._take_tool)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_TabletTracking)
        marking.pointed.connect(self._point)
        marking.inked.connect(self._ink)

    def set_title(self, title: str) -> None:
        """The words of the page that is shown until there are slides."""
        self._title = title
        self.update()

    @property
    def seen(self) -> Seen:
        """What this canvas shows."""
        state = self._running.state
        return Seen(state.page, state.revealed, state.screen) if self._speaker else state.seen

    @property
    def room(self) -> QSize:
        """The part of the canvas, from its top left corner, that the page may take."""
        return self.size()

    @property
    def _pixels(self) -> QSize:
        """That part in pixels of the screen."""
        return in_pixels(self.room, self.devicePixelRatio())

    @property
    def page_rect(self) -> QRectF:
        """Where the page lies, in the canvas's own coordinates; it fills the canvas one way or the other."""
        ratio, pixels = self.devicePixelRatio(), self._page_pixels()
        return QRectF(pixels.x() / ratio, pixels.y() / ratio, pixels.width() / ratio, pixels.height() / ratio)

    @property
    def _glass(self) -> QSize:
        """The size of the picture under the magnifier, in pixels."""
        return self._pixels * MAGNIFIER_FACTOR

    @property
    def _own(self) -> bool:
        """Whether the speaker points at this canvas's page and draws on it."""
        return self._speaker or self._running.state.held is None

    def _page_pixels(self) -> QRect:
        window, picture = self._pixels, self._picture
        aspect = QSize(round(1000 * self._running.deck.aspect), 1000)
        size = picture.size() if picture else aspect.scaled(window, Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(
            QPoint((window.width() - size.width()) // 2, (window.height() - size.height()) // 2), size
        )

    def _look(self) -> SlideStyle:
        return SlideStyle.for_size(self._colours, self.font(), self.width(), self.height())

    def _follow(self) -> None:
        """Shows the present state at once: a step shall wait neither for Qt nor for drawing ahead."""
        if not self.isVisible():
            return
        is_ready = self._take_ready()
        self.repaint()
        if not is_ready:
            self._want_pictures()
        if not self._settling.isActive():
            self._settling.start()

    def _settle(self) -> None:
        """Does what can wait until a step is on the screen."""
        self._want_pictures()

    def _take_ready(self) -> bool:
        """Takes the picture of the page on show if it is ready."""
        drawer, page = self._running.drawer, self.seen.page
        size = self._pixels
        ready = drawer.image(page, size) if drawer else None
        if ready is None or (self._running.state.points_of(page) and self._empty() is None):
            return False
        self._take(page, ready)
        return True

    def _take(self, page: int, picture: QImage) -> None:
        if self._running.fade and page != self._shown and self._picture is not None:
            self._fade.start(self._picture)
        self._picture, self._shown = picture, page

    def _want_pictures(self) -> None:
        drawer = self._running.drawer
        if drawer is None or not self.isVisible():
            return
        size = self._pixels
        if self._running.state.points:
            drawer.request(self._running.blank, size, f"{self._view}, blank", (0,))
        if self._running.state.tool is Tool.MAGNIFIER and self._own:
            drawer.request(self.seen.page, self._glass, f"{self._view}, glass", (0,))
        drawer.request(self._running.state.cursor or self.seen.page, size, self._view, self._ahead())

    def _ahead(self) -> tuple[int, ...]:
        """The pages that are wanted, relative to the one on show."""
        return AHEAD

    def _empty(self) -> QImage | None:
        """The picture of a page without words."""
        size = self._pixels
        return self._running.drawer.image(self._running.blank, size) if self._running.drawer else None

    def _take_picture(self, page: int, size: QSize, _image: QImage) -> None:
        fits = size == self._pixels
        if fits and page in (self.seen.page, self._running.blank) and self._take_ready():
            self.repaint()
        elif size == self._glass and page == self.seen.page:
            self.update()

    # ---- Qt's events

    def showEvent(self, _event: QShowEvent) -> None:
        self._waiting.start()
        self._take_ready()
        self._settle()

    def hideEvent(self, _event: QHideEvent) -> None:
        self._waiting.stop()
        self._settling.stop()
        self._fade.stop()
        self._marks.forget()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._want_pictures()

    def event(self, event: QEvent) -> bool:
        kind = event.type()  # asked of every event, so nothing is asked for nothing
        if kind == _Type.ShortcutOverride:
            event.accept()  # no shortcut of another window takes a key of the show
            return True
        if kind == _Type.DevicePixelRatioChange:
            self._want_pictures()
        elif kind in _POINTING and self._running.state.cursor is None and self._hands_over(event):
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            seen = self.seen
            if seen.screen is not Screen.SLIDE:
                colour = Qt.GlobalColor.black if seen.screen is Screen.BLACK else Qt.GlobalColor.white
                painter.fillRect(self.rect(), colour)
            elif self._picture is None:
                paint_waiting(painter, self.rect(), self._look(), self._title, time.monotonic())
            else:
                self._paint_page(painter, self._picture)
                self._paint_marks(painter, self._picture, QRectF(event.rect()))
            if self._picture is not None:
                self._waiting.stop()
            self._paint_over(painter)

    def _paint_page(self, painter: QPainter, picture: QImage) -> None:
        """Copies the picture pixel by pixel, bars beside it where its shape is not the window's."""
        painter.save()
        ratio = self.devicePixelRatio()
        painter.scale(1 / ratio, 1 / ratio)  # from here on one unit is one pixel of the screen
        window = QRect(QPoint(0, 0), self._pixels)
        page = self._page_pixels()
        if page != window:
            painter.fillRect(window, self._look().colour("backdrop"))
        painter.drawImage(page.topLeft(), picture)
        self._hide_points(painter, page)
        self._fade.paint(painter, page.topLeft())
        painter.restore()

    def _paint_marks(self, painter: QPainter, picture: QImage, part: QRectF) -> None:
        pages, drawer = self._running.pages, self._running.drawer
        if self._marks.is_empty() or not 0 < self._shown <= len(pages):
            return
        large = drawer.image(self._shown, self._glass) if drawer else None
        own = self._own and self._shown == self.seen.page
        key = pages[self._shown - 1].key
        self._marks.paint(painter, self.page_rect, key, large or picture, part, own=own)

    def _take_tool(self) -> None:
        """Takes the tool that the speaker has in hand."""
        marking = self._marking
        self._pointing.set_tool(marking.tool, marking.colour, marking.width)
        self._show_pointer()

    def _show_pointer(self) -> None:
        """What the mouse's pointer is over the page: what a tool paints itself needs none."""
        tool = self._marking.tool
        if tool in _OWN_POINTERS:
            self.setCursor(Qt.CursorShape.BlankCursor)
        elif tool is Tool.NONE:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.CrossCursor)

    def _hands_over(self, event: QEvent) -> bool:
        """Gives an event to the tool in hand; whether that took it."""
        if not self._own or self._marking.tool is Tool.NONE:
            return False
        self._pointing.set_page_rect(self.page_rect)
        return self._pointing.handle(event)

    def _point(self) -> None:
        if self.isVisible() and self._own:
            self.update(self._marks.moved(self.page_rect).toAlignedRect())

    def _ink(self, page: str) -> None:
        pages = self._running.pages
        if self.isVisible() and 0 < self._shown <= len(pages) and pages[self._shown - 1].key == page:
            self.update(self._marks.grown(self.page_rect).toAlignedRect())

    def _hide_points(self, painter: QPainter, page: QRect) -> None:
        """Lays the empty page over the points that are still to come."""
        tops = self._running.tops(self._shown)
        revealed = self.seen.revealed if self._shown == self.seen.page else 0
        if revealed >= len(tops):
            return
        top, bottom = (round(share * page.height()) for share in (tops[revealed], self._running.deck.bottom))
        part = QRect(0, top, page.width(), bottom - top)
        if (empty := self._empty()) is not None:
            painter.drawImage(page.topLeft() + part.topLeft(), empty, part)

    def _paint_over(self, painter: QPainter) -> None:
        """What a kind of canvas lays over the page."""

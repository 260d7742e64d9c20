"""Paints a running show: the page, black or white, the overview, and what lies over them."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from gaohang_viewer.presenting.look import Look, ShowColours
from gaohang_viewer.presenting.overlays import paint_hint, paint_keycard, paint_typed, paint_waiting
from gaohang_viewer.presenting.overview import Grid, paint_overview
from gaohang_viewer.presenting.running import RunningShow
from gaohang_viewer.presenting.show import Screen

_WAITING_FRAME_MS = 33
_SETTLING_MS = 25  # drawing ahead at once would take the processor from the step's way to the screen
_USUAL_ASPECT = 16 / 9


class ShowCanvas(QWidget):
    """A picture of the show as the audience sees it, in the pixels of whatever screen it is on."""

    def __init__(self, running: RunningShow, title: str, colours: ShowColours) -> None:
        super().__init__()
        self._running = running
        self._title = title
        self._colours = colours
        self._picture: QImage | None = None  # of the page on show; of the one before until that is drawn
        self._scroll = 0
        self._waiting = QTimer(self)
        self._waiting.setInterval(_WAITING_FRAME_MS)
        self._waiting.timeout.connect(self.update)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING_MS)
        self._settling.timeout.connect(self._settle)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        running.changed.connect(self._follow)
        running.drawn.connect(self._take_picture)

    def set_title(self, title: str) -> None:
        """The words of the page that is shown until there are slides."""
        self._title = title
        self.update()

    def _pixels(self, size: QSize) -> QSize:
        """A size on this screen, in its own pixels."""
        ratio = self.devicePixelRatio()
        return QSize(round(size.width() * ratio), round(size.height() * ratio))

    def _grid(self) -> Grid:
        picture = self._picture
        aspect = picture.width() / picture.height() if picture else _USUAL_ASPECT
        return Grid(self.size(), len(self._running.pages), aspect, self._look())

    def _look(self) -> Look:
        return Look.for_size(self._colours, self.font(), self.width(), self.height())

    def _follow(self) -> None:
        """Shows the present state at once: a step shall wait neither for Qt nor for drawing ahead."""
        if not self.isVisible():
            return
        self._scroll_to_cursor()
        is_ready = self._take_ready()
        self.repaint()
        if not is_ready or self._running.state.overview:
            self._want_pictures()
        if not self._settling.isActive():
            self._settling.start()

    def _settle(self) -> None:
        """Does what can wait until a step is on the screen."""
        self._want_pictures()

    def _take_ready(self) -> bool:
        """Takes the picture of the page on show if it is ready."""
        drawer = self._running.drawer
        ready = drawer.image(self._running.state.page, self._pixels(self.size())) if drawer else None
        self._picture = ready or self._picture
        return ready is not None

    def _want_pictures(self) -> None:
        state, drawer = self._running.state, self._running.drawer
        if drawer is None or not self.isVisible():
            return
        drawer.request(state.cursor or state.page, self._pixels(self.size()))
        if state.overview:
            self._want_thumbnails()

    def _scroll_to_cursor(self) -> None:
        cursor = self._running.state.cursor
        if cursor is not None:
            self._scroll = self._grid().scroll_to(cursor, self._scroll)

    def _want_thumbnails(self) -> None:
        grid = self._grid()
        if self._running.drawer:
            self._running.drawer.request_thumbnails(grid.visible(self._scroll), self._pixels(grid.tile_size))

    def _take_picture(self, page: int, size: QSize, image: QImage) -> None:
        state = self._running.state
        if size == self._pixels(self.size()):
            if page == state.page:
                self._picture = image
                self.repaint()
        elif state.overview:
            self.update()

    # ---- Qt's events

    def showEvent(self, _event: QShowEvent) -> None:
        self._waiting.start()
        self._take_ready()
        self._settle()

    def hideEvent(self, _event: QHideEvent) -> None:
        self._waiting.stop()
        self._settling.stop()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._scroll_to_cursor()
        self._want_pictures()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._want_pictures()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        state = self._running.state
        if state.screen is not Screen.SLIDE:
            colour = Qt.GlobalColor.black if state.screen is Screen.BLACK else Qt.GlobalColor.white
            painter.fillRect(self.rect(), colour)
        elif self._picture is None:
            paint_waiting(painter, self.rect(), self._look(), self._title, time.monotonic())
        elif state.cursor is not None:
            self._paint_overview(painter, state.cursor)
        else:
            self._paint_page(painter, self._picture)
        if self._picture is not None:
            self._waiting.stop()
        self._paint_overlays(painter)

    def _paint_page(self, painter: QPainter, picture: QImage) -> None:
        """Copies the picture pixel by pixel, bars beside it where its shape is not the window's."""
        painter.save()
        ratio = self.devicePixelRatio()
        painter.scale(1 / ratio, 1 / ratio)  # from here on one unit is one pixel of the screen
        window = QRect(QPoint(0, 0), self._pixels(self.size()))
        page = QRect(QPoint(0, 0), picture.size())
        page.moveTopLeft(QPoint((window.width() - page.width()) // 2, (window.height() - page.height()) // 2))
        if page != window:
            painter.fillRect(window, self._look().colour("backdrop"))
        painter.drawImage(page.topLeft(), picture)
        painter.restore()

    def _paint_overview(self, painter: QPainter, cursor: int) -> None:
        drawer, grid = self._running.drawer, self._grid()
        size = self._pixels(grid.tile_size)
        paint_overview(
            painter,
            grid,
            self._scroll,
            self._running.pages,
            cursor=cursor,
            thumbnail=lambda page: drawer.image(page, size) if drawer else None,
        )

    def _paint_overlays(self, painter: QPainter) -> None:
        state = self._running.state
        if state.keycard:
            paint_keycard(painter, self.rect(), self._look())
        if state.leaving_armed_until is not None:
            words = QCoreApplication.translate("presenting", "Press Esc again to leave")
            paint_hint(painter, self.rect(), self._look(), words)
        elif state.typed:
            paint_typed(painter, self.rect(), self._look(), state.typed, state.page_count)

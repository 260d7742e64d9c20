"""Keeps the finished ink of the page on show as a picture, so that showing it again costs next to nothing."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from gaohang_viewer.presenting.audience.ink_painting import paint_ink, stroke_rect
from gaohang_viewer.presenting.show.ink import Stroke


class InkLayer:
    """The picture of one page's ink; where strokes come or go, only what they cover is painted anew."""

    def __init__(self) -> None:
        self._page = ""
        self._strokes: tuple[Stroke, ...] = ()
        self._picture = QImage()
        self._inked = QRect()  # the rest of the picture is empty

    def paint(self, painter: QPainter, page_rect: QRectF, page: str, strokes: tuple[Stroke, ...]) -> None:
        """Lays the ink of a page over it, pixel by pixel of the screen. The painter is that of a widget or
        a picture as it comes, in logical pixels."""
        ratio = painter.device().devicePixelRatioF()
        size = QSize(round(page_rect.width() * ratio), round(page_rect.height() * ratio))
        self._update(page, size, strokes)
        if self._inked.isEmpty():
            return
        origin = QPoint(round(page_rect.x() * ratio), round(page_rect.y() * ratio))
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)  # from here on one unit is one pixel of the screen
        painter.drawImage(origin + self._inked.topLeft(), self._picture, self._inked)
        painter.restore()

    def clear(self) -> None:
        """Gives back the memory."""
        self._strokes, self._picture, self._inked = (), QImage(), QRect()

    def _update(self, page: str, size: QSize, strokes: tuple[Stroke, ...]) -> None:
        """Makes the picture that of these strokes."""
        if not strokes:
            self.clear()
            return
        if (page, size) != (self._page, self._picture.size()):
            self._strokes, self._inked = (), QRect()
            if self._picture.size() != size:
                self._picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
            self._picture.fill(Qt.GlobalColor.transparent)
        before = self._strokes
        self._page, self._strokes = page, strokes
        if strokes[: len(before)] == before:
            self._add(strokes[len(before) :])
        else:
            more = Counter(map(id, strokes))  # by identity: to compare what they hold takes far longer
            more.subtract(map(id, before))
            self._repaint(self._covered(tuple(stroke for stroke in (*before, *strokes) if more[id(stroke)])))

    def _covered(self, strokes: tuple[Stroke, ...]) -> QRect:
        covered, whole = QRect(), QRectF(self._picture.rect())
        for stroke in strokes:
            covered |= stroke_rect(whole, stroke).toAlignedRect()
        return covered & self._picture.rect()

    def _add(self, strokes: tuple[Stroke, ...]) -> None:
        """Paints more strokes over those that are there."""
        if strokes:
            painter = QPainter(self._picture)
            paint_ink(painter, QRectF(self._picture.rect()), strokes)
            painter.end()
            self._inked |= self._covered(strokes)

    def _repaint(self, part: QRect) -> None:
        """Paints a part of the picture anew."""
        painter = QPainter(self._picture)
        painter.setClipRect(part)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(part, Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        paint_ink(painter, QRectF(self._picture.rect()), self._strokes, within=QRectF(part))
        painter.end()
        self._inked |= part

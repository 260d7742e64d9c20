"""Caches the finished ink of a page as a picture, so that it is not drawn again for every repaint."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from gaohang_viewer.presenting.audience.ink_painting import paint_ink, stroke_rect
from gaohang_viewer.presenting.show.ink import Stroke


class InkLayer:
    """The picture of one page's ink; when strokes are added or removed, only their area is painted again."""

    def __init__(self) -> None:
        self._page = ""
        self._strokes: tuple[Stroke, ...] = ()
        self._picture = QImage()
        self._inked = QRect()  # the rest of the picture is empty

    def paint(self, painter: QPainter, page_rect: QRectF, page: str, strokes: tuple[Stroke, ...]) -> None:
        """Paints the ink of a page.

        `page_rect` is where the page is, in logical px of the painter's device; `page` is the page's key.
        """
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
        """Frees the memory of the picture."""
        self._strokes, self._picture, self._inked = (), QImage(), QRect()

    def _update(self, page: str, size: QSize, strokes: tuple[Stroke, ...]) -> None:
        """Brings the picture up to date with these strokes."""
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
        """Paints further strokes over the present ones."""
        if strokes:
            painter = QPainter(self._picture)
            paint_ink(painter, QRectF(self._picture.rect()), strokes)
            painter.end()
            self._inked |= self._covered(strokes)

    def _repaint(self, part: QRect) -> None:
        """Paints a part of the picture again."""
        painter = QPainter(self._picture)
        painter.setClipRect(part)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(part, Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        paint_ink(painter, QRectF(self._picture.rect()), self._strokes, within=QRectF(part))
        painter.end()
        self._inked |= part

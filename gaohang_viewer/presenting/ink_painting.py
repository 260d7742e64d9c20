"""Turns strokes into curves and paints them; the finished ink of a page is kept as a picture."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from gaohang_viewer.presenting.ink import Point, Stroke, Tool

_HIGHLIGHT = 0.38  # how much of its colour a highlighter lays over the page
_CORNER = math.cos(math.radians(60))  # what turns more sharply is a corner, and stays one
_MARGIN = 2  # pixels around what is painted, for its soft edge
_Curve = tuple[QPointF, QPointF, QPointF, QPointF]  # a cubic: its start, two handles, its end


def paint_ink(
    painter: QPainter, page_rect: QRectF, strokes: Sequence[Stroke], in_progress: Stroke | None = None
) -> None:
    """Draws strokes, and the one that is being drawn, over a page that fills `page_rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in (*strokes, in_progress):
        if stroke is not None and stroke.points:
            _paint_stroke(painter, page_rect, stroke)
    painter.restore()


def stroke_rect(page_rect: QRectF, stroke: Stroke, last: int | None = None) -> QRectF:
    """What a stroke covers; with `last`, what changes when so many points have come to its end."""
    points = stroke.points if last is None else stroke.points[-last - 3 :]
    if not points:
        return QRectF()
    reach = _MARGIN + max(_width(page_rect, stroke, point) for point in points) / 2
    curves = _curves(page_rect, points)
    places = [_place(page_rect, points[0]), *(place for curve in curves for place in curve)]
    xs, ys = [place.x() for place in places], [place.y() for place in places]
    covered = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
    return covered.adjusted(-reach, -reach, reach, reach)


class InkLayer:
    """The finished ink of one page as a picture, painted anew only when it is to be another one."""

    def __init__(self) -> None:
        self._page = ""
        self._strokes: tuple[Stroke, ...] = ()
        self._picture = QImage()
        self._inked = QRect()  # the rest of the picture is empty

    def paint(self, painter: QPainter, page_rect: QRectF, page: str, strokes: tuple[Stroke, ...]) -> None:
        """Lays the ink of a page over it, pixel by pixel of the screen. The painter is one of a widget or
        picture, as it comes, in logical pixels."""
        ratio = painter.device().devicePixelRatioF()
        size = QSize(round(page_rect.width() * ratio), round(page_rect.height() * ratio))
        self._follow(page, size, strokes)
        if self._inked.isEmpty():
            return
        origin = QPoint(round(page_rect.x() * ratio), round(page_rect.y() * ratio))
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        painter.drawImage(origin + self._inked.topLeft(), self._picture, self._inked)
        painter.restore()

    def forget(self) -> None:
        """Gives back the memory."""
        self._strokes, self._picture, self._inked = (), QImage(), QRect()

    def _follow(self, page: str, size: QSize, strokes: tuple[Stroke, ...]) -> None:
        """Makes the picture that of these strokes; on one that has their beginning the rest is added."""
        if not strokes:
            self.forget()
            return
        known = len(self._strokes)
        is_same = (page, size) == (self._page, self._picture.size()) and strokes[:known] == self._strokes
        if not is_same:
            known = 0
            self._inked = QRect()
            if self._picture.size() != size:
                self._picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
            self._picture.fill(Qt.GlobalColor.transparent)
        self._page, self._strokes = page, strokes
        if known == len(strokes):
            return
        whole = QRectF(self._picture.rect())
        painter = QPainter(self._picture)
        paint_ink(painter, whole, strokes[known:])
        painter.end()
        for stroke in strokes[known:]:
            self._inked = self._inked.united(stroke_rect(whole, stroke).toAlignedRect())
        self._inked &= self._picture.rect()


def _paint_stroke(painter: QPainter, page_rect: QRectF, stroke: Stroke) -> None:
    colour = QColor(stroke.colour)
    if stroke.tool is Tool.HIGHLIGHTER:
        colour.setAlphaF(_HIGHLIGHT)
    pen = QPen(colour, _width(page_rect, stroke, stroke.points[0]))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    curves = _curves(page_rect, stroke.points)
    if not curves:
        painter.drawPoint(_place(page_rect, stroke.points[0]))
    elif stroke.tool is Tool.PEN and any(len(point) > 2 for point in stroke.points):
        widths = [_width(page_rect, stroke, point) for point in _apart(page_rect, stroke.points)]
        for curve, width, next_width in zip(curves, widths, widths[1:], strict=False):
            _paint_swelling(painter, pen, curve, width, next_width)
    else:  # one path, so that what is translucent does not darken where it crosses itself
        path = QPainterPath(curves[0][0])
        for _, out, into, end in curves:
            path.cubicTo(out, into, end)
        # As short lines: a curve that bends within its own width comes out of Qt's stroker torn.
        for line in path.toSubpathPolygons():
            painter.drawPolyline(line)


def _paint_swelling(painter: QPainter, pen: QPen, curve: _Curve, width: float, next_width: float) -> None:
    """Paints a curve that is so wide at its start and so at its end, in pieces whose steps nobody sees."""
    pieces = max(1, math.ceil(abs(next_width - width) / 0.4))
    for piece in range(pieces):
        pen.setWidthF(width + (next_width - width) * (piece + 0.5) / pieces)
        painter.setPen(pen)
        start, out, into, end = _part(curve, piece / pieces, (piece + 1) / pieces)
        path = QPainterPath(start)
        path.cubicTo(out, into, end)
        painter.drawPath(path)


def _part(curve: _Curve, start: float, end: float) -> _Curve:
    """The part of a cubic between two of its parameters."""
    if (start, end) == (0, 1):
        return curve

    def blossom(a: float, b: float, c: float) -> QPointF:
        points = list(curve)
        for t in (a, b, c):
            points = [p * (1 - t) + q * t for p, q in pairwise(points)]
        return points[0]

    return (
        blossom(start, start, start),
        blossom(start, start, end),
        blossom(start, end, end),
        blossom(end, end, end),
    )


def _place(page_rect: QRectF, point: Point) -> QPointF:
    return QPointF(
        page_rect.x() + point[0] * page_rect.width(), page_rect.y() + point[1] * page_rect.height()
    )


def _width(page_rect: QRectF, stroke: Stroke, point: Point) -> float:
    """How wide a stroke is at a point; a pen pressed half as hard as it can be is as wide as it is told."""
    width = stroke.width * page_rect.height()
    return width * (0.35 + 1.3 * point[2]) if len(point) > 2 and stroke.tool is Tool.PEN else width


def _apart(page_rect: QRectF, points: Sequence[Point]) -> list[Point]:
    """The points without those that fall on the one before."""
    kept: list[Point] = []
    for point in points:
        if not kept or _place(page_rect, point) != _place(page_rect, kept[-1]):
            kept.append(point)
    return kept


def _curves(page_rect: QRectF, points: Sequence[Point]) -> list[_Curve]:
    """Smooth curves through points, one for each pair of neighbours that are apart (Catmull and Rom's,
    by the length of the chords, for thinned points lie unevenly); corners stay corners."""
    places = [_place(page_rect, point) for point in _apart(page_rect, points)]
    steps = [(b.x() - a.x(), b.y() - a.y()) for a, b in pairwise(places)]
    lengths = [math.hypot(*step) for step in steps]
    ways = [(x / length, y / length) for (x, y), length in zip(steps, lengths, strict=True)]
    return [
        (
            start,
            start + out * (length / 3),
            end - into * (length / 3),
            end,
        )
        for start, end, length, (out, into) in zip(
            places, places[1:], lengths, _slopes(ways, lengths), strict=False
        )
    ]


def _slopes(
    ways: Sequence[tuple[float, float]], lengths: Sequence[float]
) -> Iterator[tuple[QPointF, QPointF]]:
    """How each curve leaves its start and comes to its end, from the ways between the points."""
    leaving = None
    for index, (x, y) in enumerate(ways):
        straight = QPointF(x, y)
        out = straight if leaving is None else leaving
        into, leaving = straight, None
        if index + 1 < len(ways):
            next_x, next_y = ways[index + 1]
            if x * next_x + y * next_y > _CORNER:
                here, there = lengths[index], lengths[index + 1]
                into = (straight * there + QPointF(next_x, next_y) * here) / (here + there)
                leaving = into
        yield out, into

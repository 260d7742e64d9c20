"""Paints strokes as smooth curves, in the same proportions on every screen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gaohang_viewer.presenting.show.ink import Point, Stroke, Tool

_HIGHLIGHT = 0.38  # opacity of a highlighter
_CORNER = math.cos(math.radians(60))  # cosine of the angle from which a turn stays a corner
_MARGIN = 2  # pixels around what is painted, for its soft edge
_PIECE = 3  # pixels of a line of changing width that are drawn in one width
_Place = tuple[float, float]
_Curve = tuple[_Place, _Place, _Place, _Place]  # a cubic: its start, two handles, its end


def paint_ink(
    painter: QPainter,
    page_rect: QRectF,
    strokes: Sequence[Stroke],
    in_progress: Stroke | None = None,
    *,
    within: QRectF | None = None,
) -> None:
    """Paints strokes, and the one in progress, on a page that fills `page_rect` (logical px).

    With `within`, strokes outside that rectangle are skipped, which makes partial repaints cheap.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in (*strokes, in_progress):
        if stroke is not None and stroke.points and not _misses(page_rect, stroke, within):
            _paint_stroke(painter, page_rect, stroke, within)
    painter.restore()


def stroke_rect(page_rect: QRectF, stroke: Stroke, last: int | None = None) -> QRectF:
    """The rectangle that a stroke covers; with `last`, the part that its last so many points changed."""
    points = stroke.points if last is None else stroke.points[-last - 3 :]
    if not points:
        return QRectF()
    places = _places(page_rect, points)
    places += [handle for curve in _curves(places) if curve for handle in curve[1:3]]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    reach = _MARGIN + max(_widths(page_rect, stroke._replace(points=points))) / 2
    return QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys))).adjusted(-reach, -reach, reach, reach)


def _misses(page_rect: QRectF, stroke: Stroke, within: QRectF | None) -> bool:
    """Whether a stroke certainly does not touch `within`. No curve leaves the bounds of its points by more
    than half their size."""
    if within is None:
        return False
    xs, ys = [point[0] for point in stroke.points], [point[1] for point in stroke.points]
    corners = _places(page_rect, ((min(xs), min(ys)), (max(xs), max(ys))))
    room = QRectF(QPointF(*corners[0]), QPointF(*corners[1]))
    reach = _MARGIN + stroke.width * page_rect.height() + max(room.width(), room.height()) / 2
    return not room.adjusted(-reach, -reach, reach, reach).intersects(within)


def _paint_stroke(painter: QPainter, page_rect: QRectF, stroke: Stroke, within: QRectF | None) -> None:
    colour = QColor(stroke.colour)
    if stroke.tool is Tool.HIGHLIGHTER:
        colour.setAlphaF(_HIGHLIGHT)
    widths = _widths(page_rect, stroke)
    pen = QPen(colour, widths[0], Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    places = _places(page_rect, stroke.points)
    if len(places) == 1:
        painter.drawPoint(QPointF(*places[0]))
        return
    if within is not None:
        reach = _MARGIN + max(widths) / 2
        within = within.adjusted(-reach, -reach, reach, reach)
    if len(widths) > 1:
        _paint_pressed(painter, pen, zip(_curves(places, within), pairwise(widths), strict=True))
        return
    path, at = QPainterPath(), None
    for curve in _curves(places, within):
        if curve is None:
            continue
        if curve[0] != at:
            path.moveTo(*curve[0])
        at = curve[3]
        path.cubicTo(*curve[1], *curve[2], *at)
    if stroke.tool is Tool.HIGHLIGHTER:
        # As short lines: Qt's stroker tears a curve that bends within its own width. And in one path:
        # a translucent stroke must not darken where it crosses itself.
        lines = path.toSubpathPolygons()
        path = QPainterPath()
        for line in lines:
            path.addPolygon(line)
    painter.drawPath(path)


def _paint_pressed(
    painter: QPainter, pen: QPen, curves: Iterable[tuple[_Curve | None, tuple[float, float]]]
) -> None:
    """Paints curves whose width changes from end to end, in steps too small to be seen."""
    step = max(0.35, 0.05 * pen.widthF())
    line: list[QPointF] = []
    level = 0
    for curve, (width, next_width) in curves:
        if curve is None:
            _paint_line(painter, pen, line, level * step)
            line = []
            continue
        pieces = math.ceil(math.dist(curve[0], curve[3]) / _PIECE) if width != next_width else 4
        for piece in range(pieces):
            wanted = round((width + (next_width - width) * (piece + 0.5) / pieces) / step)
            if wanted != level or not line:
                _paint_line(painter, pen, line, level * step)
                line, level = [line[-1] if line else QPointF(*curve[0])], wanted
            line.append(_on(curve, (piece + 1) / pieces))
    _paint_line(painter, pen, line, level * step)


def _paint_line(painter: QPainter, pen: QPen, line: list[QPointF], width: float) -> None:
    if line:
        pen.setWidthF(width)
        painter.setPen(pen)
        painter.drawPolyline(line)


def _on(curve: _Curve, t: float) -> QPointF:
    """The point on a cubic at parameter `t`, from 0 to 1."""
    s = 1 - t
    a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve
    return QPointF(a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy)


def _places(page_rect: QRectF, points: Sequence[Point]) -> list[_Place]:
    left, top, width, height = page_rect.x(), page_rect.y(), page_rect.width(), page_rect.height()
    return [(left + point[0] * width, top + point[1] * height) for point in points]


def _widths(page_rect: QRectF, stroke: Stroke) -> list[float]:
    """The width of a stroke in px: one for all of it, or one for each point where a stylus reported its
    pressure. At half pressure the width is the nominal one."""
    width = stroke.width * page_rect.height()
    if stroke.tool is Tool.PEN and all(len(point) > 2 for point in stroke.points):
        return [width * (0.35 + 1.3 * point[2]) for point in stroke.points]
    return [width]


def _curves(places: Sequence[_Place], within: QRectF | None = None) -> list[_Curve | None]:
    """Cubic curves through the points, one for each pair of neighbours; None for those that miss `within`.

    These are Catmull-Rom splines parametrised by chord length, because thinned points are spaced unevenly.
    """
    lengths = [math.dist(start, end) or 1e-9 for start, end in pairwise(places)]
    ways = [
        ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
        for (start, end), length in zip(pairwise(places), lengths, strict=True)
    ]
    seen = (within.left(), within.top(), within.right(), within.bottom()) if within is not None else None
    curves: list[_Curve | None] = []
    for index, (x, y) in enumerate(ways):
        (start_x, start_y), (end_x, end_y), third = places[index], places[index + 1], lengths[index] / 3
        if seen is not None and (
            max(start_x, end_x) + third < seen[0]
            or max(start_y, end_y) + third < seen[1]
            or min(start_x, end_x) - third > seen[2]
            or min(start_y, end_y) - third > seen[3]
        ):
            curves.append(None)
            continue
        out = _slope(ways, lengths, index - 1) or (x, y)
        into = _slope(ways, lengths, index) or (x, y)
        curves.append(
            (
                (start_x, start_y),
                (start_x + out[0] * third, start_y + out[1] * third),
                (end_x - into[0] * third, end_y - into[1] * third),
                (end_x, end_y),
            )
        )
    return curves


def _slope(ways: Sequence[_Place], lengths: Sequence[float], index: int) -> _Place | None:
    """The tangent between two chords; None at the ends of the stroke and at a corner."""
    if not 0 <= index < len(ways) - 1:
        return None
    (x, y), (next_x, next_y) = ways[index], ways[index + 1]
    if x * next_x + y * next_y < _CORNER:
        return None
    here, there = lengths[index], lengths[index + 1]
    both = here + there
    return (x * there + next_x * here) / both, (y * there + next_y * here) / both

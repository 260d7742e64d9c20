"""One small chart: points joined by a line, labelled in words, and dashed beside them what linear growth would be."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from tests.tools.bench.chart import words

if TYPE_CHECKING:
    from tests.tools.bench.chart import Panel

PAPER = QColor("#FFFFFF")
_INK, _GREY, _RULE, _DASHES = QColor("#1F1F1F"), QColor("#6B6B6B"), QColor("#E4E2E0"), QColor("#A8A4A0")
_COLOURS = (QColor("#B3261E"), QColor("#6B6B6B"))  # of the first line, and of one beside it
_LEFT, _TOP, _RIGHT, _BOTTOM = 44, 104, 52, 82  # px around the points
_DOT = 4.0
_NEAR = 46  # px between a point and the dashes that its words want
_LEAST = 0.01  # ms; less has no place on a logarithmic axis


def draw_panel(painter: QPainter, panel: Panel, area: QRectF) -> None:
    """Paint the chart into the area."""
    plot = area.adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)
    place = _Scale(panel, plot)
    _text(painter, QRectF(plot.left() - 8, 30, area.width(), 26), panel.title, _INK, pixels=16)
    _rules(painter, panel, plot, place)
    _linear(painter, panel, place)
    for number in reversed(range(len(panel.lines))):
        _line(painter, panel, number, place)


class _Scale:
    """Where sizes and times lie; as many factors of ten up as across, from the least time, so linear growth fits."""

    def __init__(self, panel: Panel, plot: QRectF) -> None:
        self._plot = plot
        sizes = [math.log10(size) for size, _ in panel.lines[0].points]
        costs = [[math.log10(max(ms, _LEAST)) for _, ms in line.points] for line in panel.lines]
        self._left, self._low = min(sizes), min(min(line) for line in costs)
        self._across = max(sizes) - self._left
        highest = max(costs[0][0] + self._across, *(max(line) for line in costs))
        self._up = highest - self._low

    def __call__(self, size: float, ms: float) -> QPointF:
        x = (math.log10(size) - self._left) / self._across
        y = (math.log10(max(ms, _LEAST)) - self._low) / self._up
        return QPointF(
            self._plot.left() + x * self._plot.width(), self._plot.bottom() - y * self._plot.height()
        )


def _rules(painter: QPainter, panel: Panel, plot: QRectF, place: _Scale) -> None:
    """The axis of sizes and a hair line at each of them."""
    base = plot.bottom() + 30
    painter.setPen(QPen(_RULE, 1))
    painter.drawLine(QPointF(plot.left() - 8, base), QPointF(plot.right() + 8, base))
    for (size, _), label in zip(panel.lines[0].points, panel.sizes, strict=True):
        x = place(size, 1).x()
        painter.setPen(QPen(_RULE, 1))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, base))
        _text(painter, QRectF(x - 40, base + 5, 80, 18), label, _GREY, align=Qt.AlignmentFlag.AlignHCenter)
    about = QRectF(plot.left() - 8, base + 25, plot.width() + 16, 18)
    _text(painter, about, panel.about, _GREY, align=Qt.AlignmentFlag.AlignHCenter)


def _linear(painter: QPainter, panel: Panel, place: _Scale) -> None:
    """What the first line would be, did ten times the size always cost ten times as much."""
    (first, cost), (last, _) = panel.lines[0].points[0], panel.lines[0].points[-1]
    start, end = place(first, cost), place(last, cost * last / first)
    pen = QPen(_DASHES, 1)
    pen.setDashPattern([5, 4])
    painter.setPen(pen)
    painter.drawLine(start, end)
    painter.save()
    painter.translate((start + end) / 2)
    painter.rotate(math.degrees(math.atan2(end.y() - start.y(), end.x() - start.x())))
    _text(painter, QRectF(-60, -20, 120, 16), "linear", _GREY, align=Qt.AlignmentFlag.AlignHCenter)
    painter.restore()


def _line(painter: QPainter, panel: Panel, number: int, place: _Scale) -> None:
    """The first line has its words above its points, or right of them if the dashes are near; another, below."""
    line, colour = panel.lines[number], _COLOURS[number]
    spots = [place(size, ms) for size, ms in line.points]
    (first, cost), *others = line.points
    near = any(place(size, ms).y() - place(size, cost * size / first).y() < _NEAR for size, ms in others)
    painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(QPolygonF(spots))
    said = [words(ms) for _, ms in line.points]
    once = [words(ms) if number else "" for _, ms in panel.lines[0].points]  # the same is not said twice
    for spot, text, other in zip(spots, said, once, strict=True):
        painter.setPen(QPen(PAPER, 2))
        painter.setBrush(colour)
        painter.drawEllipse(spot, _DOT + 1, _DOT + 1)
        if number == 0 and near:
            label, align = QRectF(spot.x() + 9, spot.y() - 2, 80, 16), Qt.AlignmentFlag.AlignLeft
        elif number == 0:
            label, align = QRectF(spot.x() - 76, spot.y() - 23, 80, 16), Qt.AlignmentFlag.AlignRight
        else:
            label, align = QRectF(spot.x() - 34, spot.y() + 8, 80, 16), Qt.AlignmentFlag.AlignHCenter
        if text != other:
            _text(painter, label, text, colour, align=align)
    if line.name:
        x, y = spots[0].x() - 8, 58 + 18 * number
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(x + _DOT, y + 8), _DOT, _DOT)
        _text(painter, QRectF(x + 15, y, 160, 16), line.name, colour)


def _text(
    painter: QPainter,
    area: QRectF,
    text: str,
    colour: QColor,
    *,
    pixels: int = 12,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    font = QFont()
    font.setFamilies(["Noto Sans", "Noto Sans CJK SC", "Helvetica", "Arial"])
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if pixels > 12 else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(area, int(align | Qt.AlignmentFlag.AlignVCenter), text)

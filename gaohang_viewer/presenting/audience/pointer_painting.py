"""Paints the speaker's pointers: a laser dot, a spotlight, a magnifying glass.

Sizes are shares of the page's height, so that they look alike on every screen and scaling. Positions are
shares of the page's width and height.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QRadialGradient

from gaohang_viewer.presenting.audience.ink_painting import paint_ink
from gaohang_viewer.presenting.show.ink import Stroke

LASER_COLOUR = "#FF2D20"
SPOTLIGHT_RADIUS = 0.18
MAGNIFIER_RADIUS = 0.2
MAGNIFIER_FACTOR = 2.0

_DOT, _RIM, _GLOW = 0.0105, 0.0128, 0.036  # radii of the laser's dot, the light around it and its glow
_DARK = QColor(0, 0, 0, 168)
_SOFT = 0.16  # share of the spotlight's radius in which it fades
_MARGIN = 2  # pixels around what is painted, for its soft edge


def _place(page_rect: QRectF, at: tuple[float, float]) -> QPointF:
    return QPointF(page_rect.x() + at[0] * page_rect.width(), page_rect.y() + at[1] * page_rect.height())


def _around(page_rect: QRectF, at: tuple[float, float], radius: float) -> QRectF:
    reach = radius * page_rect.height() + _MARGIN
    place = _place(page_rect, at)
    return QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach)


def laser_rect(page_rect: QRectF, at: tuple[float, float]) -> QRectF:
    """The rectangle that the laser's dot and glow cover."""
    return _around(page_rect, at, _GLOW)


def paint_laser(
    painter: QPainter, page_rect: QRectF, at: tuple[float, float], colour: str = LASER_COLOUR
) -> None:
    """Paints a dot. Its light rim keeps it visible on pages of its own colour, its glow on white ones."""
    place, height = _place(page_rect, at), page_rect.height()
    lit, faint, gone = QColor(colour), QColor(colour), QColor(colour)
    faint.setAlphaF(0.5)
    gone.setAlphaF(0)
    rim, rim_gone = QColor(255, 244, 236, 235), QColor(255, 244, 236, 0)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    glow = QRadialGradient(place, _GLOW * height)
    for stop, shade in ((0, faint), (_RIM / _GLOW, faint), (0.65, gone), (1, gone)):
        glow.setColorAt(stop, shade)
    painter.setBrush(glow)
    painter.drawEllipse(place, _GLOW * height, _GLOW * height)
    halo = QRadialGradient(place, _RIM * height * 1.25)
    for stop, shade in ((0, rim), (0.74, rim), (1, rim_gone)):
        halo.setColorAt(stop, shade)
    painter.setBrush(halo)
    painter.drawEllipse(place, _RIM * height * 1.25, _RIM * height * 1.25)
    dot = QRadialGradient(place, _DOT * height)
    for stop, shade in ((0, lit.lighter(135)), (0.55, lit), (1, lit)):
        dot.setColorAt(stop, shade)
    painter.setBrush(dot)
    painter.drawEllipse(place, _DOT * height, _DOT * height)
    painter.restore()


def spotlight_rect(page_rect: QRectF, at: tuple[float, float], radius: float = SPOTLIGHT_RADIUS) -> QRectF:
    """The rectangle of the lit circle; outside it the page is evenly dark."""
    return _around(page_rect, at, radius)


def paint_spotlight(
    painter: QPainter, page_rect: QRectF, at: tuple[float, float], radius: float = SPOTLIGHT_RADIUS
) -> None:
    """Darkens the page except a circle with a soft edge."""
    lit = spotlight_rect(page_rect, at, radius)
    clear = QColor(_DARK)
    clear.setAlpha(0)
    light = QRadialGradient(_place(page_rect, at), radius * page_rect.height())
    for step in range(9):  # a fade that begins and ends gently
        share = step / 8
        shade = QColor(_DARK)
        shade.setAlphaF(_DARK.alphaF() * share * share * (3 - 2 * share))
        light.setColorAt(1 - _SOFT * (1 - share), shade)
    light.setColorAt(0, clear)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)  # or the joints would show as seams
    painter.fillRect(page_rect & lit, light)
    for dark in _beside(page_rect, lit):
        painter.fillRect(dark, _DARK)
    painter.restore()


def _beside(outer: QRectF, inner: QRectF) -> list[QRectF]:
    """The parts of `outer` that `inner` does not cover, as up to four rectangles."""
    inner = inner & outer
    if inner.isEmpty():
        return [outer]
    middle = QRectF(outer.x(), inner.y(), outer.width(), inner.height())
    return [
        QRectF(outer.topLeft(), middle.topRight()),
        QRectF(middle.topLeft(), inner.bottomLeft()),
        QRectF(inner.topRight(), middle.bottomRight()),
        QRectF(middle.bottomLeft(), outer.bottomRight()),
    ]


def magnifier_rect(page_rect: QRectF, at: tuple[float, float], radius: float = MAGNIFIER_RADIUS) -> QRectF:
    """The rectangle that the glass and its shadow cover."""
    return _around(page_rect, at, radius * 1.12)


def paint_magnifier(
    painter: QPainter,
    page_rect: QRectF,
    picture: QImage,
    at: tuple[float, float],
    *,
    factor: float = MAGNIFIER_FACTOR,
    radius: float = MAGNIFIER_RADIUS,
    strokes: tuple[Stroke, ...] = (),
) -> None:
    """Paints a round glass with the page below it, and its ink, enlarged.

    `picture` is the whole page; it is sharp if it is `factor` times as large as the page on the screen.
    """
    place, reach = _place(page_rect, at), radius * page_rect.height()
    glass = QPainterPath()
    glass.addEllipse(place, reach, reach)
    enlarged = QRectF(
        place.x() - (place.x() - page_rect.x()) * factor,
        place.y() - (place.y() - page_rect.y()) * factor,
        page_rect.width() * factor,
        page_rect.height() * factor,
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    _paint_shadow(painter, place + QPointF(0, reach * 0.02), reach)
    painter.save()
    painter.setClipPath(glass, Qt.ClipOperation.IntersectClip)
    painter.fillRect(glass.boundingRect(), QColor("#101010"))
    # Only the part under the glass is scaled.
    seen = glass.boundingRect() & enlarged
    across, down = picture.width() / enlarged.width(), picture.height() / enlarged.height()
    source = QRectF(
        (seen.x() - enlarged.x()) * across,
        (seen.y() - enlarged.y()) * down,
        seen.width() * across,
        seen.height() * down,
    )
    painter.drawImage(seen, picture, source)
    paint_ink(painter, enlarged, strokes, within=seen)
    painter.restore()
    rim = 0.0055 * page_rect.height()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("#F4F1EC"), rim))
    painter.drawEllipse(place, reach - rim / 2, reach - rim / 2)
    painter.setPen(QPen(QColor(0, 0, 0, 110), rim / 4))
    painter.drawEllipse(place, reach, reach)
    painter.drawEllipse(place, reach - rim, reach - rim)
    painter.restore()


def _paint_shadow(painter: QPainter, place: QPointF, reach: float) -> None:
    shadow = QRadialGradient(place, reach * 1.1)
    for stop, alpha in ((0, 90), (0.9, 90), (0.95, 34), (1, 0)):
        shadow.setColorAt(stop, QColor(0, 0, 0, alpha))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shadow)
    painter.drawEllipse(place, reach * 1.1, reach * 1.1)

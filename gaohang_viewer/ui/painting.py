"""Shapes that several delegates and widgets paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPainterPath

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QBrush, QColor


def fill_rounded(painter: QPainter, box: QRectF, radius: float, fill: QBrush | QColor) -> None:
    """Fills a box with rounded corners of `radius` px, without an outline, and turns antialiasing on."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, fill)

"""The countdown that the audience sees."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from gaohang_viewer.presenting.audience.countdown import Urgency, countdown, paint_countdown
from gaohang_viewer.presenting.audience.style import ShowColours, SlideStyle


@pytest.mark.parametrize(
    ("minutes", "elapsed", "text", "urgency"),
    [
        (5, 0, "05:00", Urgency.CALM),
        (5, 0.2, "05:00", Urgency.CALM),
        (5, 1, "04:59", Urgency.CALM),
        (5, 239, "01:01", Urgency.CALM),
        (5, 240, "01:00", Urgency.LAST_MINUTE),
        (5, 299.5, "00:01", Urgency.LAST_MINUTE),
        (5, 300, "00:00", Urgency.LAST_MINUTE),
        (5, 301, "−00:01", Urgency.OVER),
        (5, 301.9, "−00:01", Urgency.OVER),
        (5, 425, "−02:05", Urgency.OVER),
        (120, 0, "120:00", Urgency.CALM),
        (0.5, 0, "00:30", Urgency.LAST_MINUTE),
    ],
)
def test_countdown(minutes: float, elapsed: float, text: str, urgency: Urgency) -> None:
    left = countdown(minutes, elapsed)
    assert (left.text, left.urgency) == (text, urgency)


@pytest.mark.parametrize("size", [(640, 360), (1920, 1080), (3840, 2160)])
@pytest.mark.parametrize("elapsed", [0, 250, 310])
def test_it_paints_in_the_area_that_it_names_and_in_no_other(
    qtbot: QtBot, size: tuple[int, int], elapsed: int
) -> None:
    colours, area = ShowColours(), QRect(0, 0, *size)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(0xFF000000)
    painter = QPainter(image)
    painted = paint_countdown(
        painter, area, SlideStyle.for_size(colours, QFont(), *size), countdown(5, elapsed)
    )
    painter.end()
    assert area.contains(painted)
    middle = painted.center()
    assert middle.x() > size[0] * 3 // 4
    assert middle.y() < size[1] // 4
    inside = image.copy(painted)
    urgent = colours.accent in {
        inside.pixelColor(x, inside.height() // 2).name() for x in range(inside.width())
    }
    assert urgent is (elapsed > 240)
    painter = QPainter(image)
    painter.fillRect(painted, QColor(0, 0, 0))
    painter.end()
    blank = QImage(*size, QImage.Format.Format_RGB32)
    blank.fill(0xFF000000)
    assert image == blank

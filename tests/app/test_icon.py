"""The program's icon: the pictures that are shipped are those of the drawing."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gaohang_viewer.resources import resource
from gaohang_viewer.system.desktop_entry import SIZES
from tests.tools.icon import drawn


@pytest.mark.parametrize("size", SIZES)
def test_a_picture_is_the_drawing_in_its_size(size: int, qtbot: QtBot) -> None:
    picture = QImage(str(resource("desktop", "icons", f"{size}.png"))).convertToFormat(
        QImage.Format.Format_ARGB32
    )
    wanted = drawn(size).convertToFormat(QImage.Format.Format_ARGB32)
    assert picture.size() == wanted.size()
    for x in range(size // 8, size, size // 8):  # Qt's versions smooth edges in their own ways
        for y in range(size // 8, size, size // 8):
            one, other = picture.pixelColor(x, y), wanted.pixelColor(x, y)
            assert abs(one.lightness() - other.lightness()) < 24
            assert abs(one.alpha() - other.alpha()) < 24


def test_its_parts_can_be_told_at_16_pixels(qtbot: QtBot) -> None:
    picture = QImage(str(resource("desktop", "icons", "16.png")))
    page, ground, tree = picture.pixelColor(8, 3), picture.pixelColor(1, 8), picture.pixelColor(3, 3)
    assert page.lightness() - ground.lightness() > 100
    assert tree.lightness() - ground.lightness() > 60
    assert ground.red() > 2 * ground.blue()

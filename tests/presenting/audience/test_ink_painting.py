"""What ink and pointers look like: pixels where they shall be and nowhere else, alike at every scaling."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBitmap, QColor, QImage, QPainter, QRegion
from pytestqt.qtbot import QtBot

from gaohang_viewer.presenting.audience.ink_layer import InkLayer
from gaohang_viewer.presenting.audience.ink_painting import paint_ink, stroke_rect
from gaohang_viewer.presenting.audience.pointer_painting import (
    laser_rect,
    magnifier_rect,
    paint_laser,
    paint_magnifier,
    paint_spotlight,
    spotlight_rect,
)
from gaohang_viewer.presenting.show.ink import Point, Stroke, Tool

PAGE = QRectF(40, 20, 480, 270)
SIZE = QSize(560, 310)
GROUND = QColor("#183828")  # unlike all inks, even without its colour
AT = (0.4, 0.6)


def pen(*points: Point, tool: Tool = Tool.PEN, colour: str = "#E5322D", width: float = 0.02) -> Stroke:
    return Stroke(tool, colour, width, points)


WAVE = tuple(
    (0.1 + step / 50, 0.5 + 0.2 * math.sin(step / 3), 0.5 + 0.5 * math.sin(step / 2)) for step in range(40)
)
STROKES = (
    pen(*(point[:2] for point in WAVE)),
    pen(*((x, y + 0.1, p) for x, y, p in WAVE), colour="#FFD23F"),
    pen(*((x, y - 0.15) for x, y, _ in WAVE), tool=Tool.HIGHLIGHTER, colour="#2F7BF6", width=0.08),
    pen((0.1, 0.1), colour="#FFFFFF"),
    pen((0.6, 0.1), (0.9, 0.1), (0.9, 0.4)),
)


def painted(paint: Callable[[QPainter], None], ratio: float = 1, ground: QColor = GROUND) -> QImage:
    """A picture of the size of a small window on a screen of a ratio."""
    image = QImage(SIZE * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(ground)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def magnify(painter: QPainter) -> None:
    picture = QImage(960, 540, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    with_dot = QPainter(picture)
    with_dot.fillRect(QRectF(960 * 0.4 - 10, 540 * 0.6 - 10, 20, 20), Qt.GlobalColor.yellow)
    with_dot.end()
    paint_magnifier(painter, PAGE, picture, AT, strokes=STROKES)


def of_ink(*strokes: Stroke) -> Callable[[QPainter], None]:
    return lambda painter: paint_ink(painter, PAGE, strokes)


ALL: dict[str, tuple[Callable[[QPainter], None], QRectF | None]] = {
    "laser": (lambda painter: paint_laser(painter, PAGE, AT), laser_rect(PAGE, AT)),
    "spotlight": (lambda painter: paint_spotlight(painter, PAGE, AT), None),
    "magnifier": (magnify, magnifier_rect(PAGE, AT)),
    **{
        f"stroke {number}": (of_ink(stroke), stroke_rect(PAGE, stroke))
        for number, stroke in enumerate(STROKES)
    },
}


def changed(image: QImage, other: QImage) -> QRect:
    """The rectangle around all pixels in which two pictures differ; an empty one if they are alike."""
    box = ImageChops.difference(as_pillow(image), as_pillow(other)).getbbox()
    return QRect() if box is None else QRect(QPoint(*box[:2]), QPoint(box[2] - 1, box[3] - 1))


def as_pillow(image: QImage) -> Image.Image:
    """The same picture, for what Python would do slowly pixel by pixel."""
    size = (image.width(), image.height())
    return Image.frombuffer("RGBX", size, bytes(image.constBits()), "raw", "BGRX", 0, 1).convert("RGB")


def pixels(image: QImage) -> memoryview:
    """All of them, row by row, as numbers."""
    return memoryview(bytes(image.constBits())).cast("I")  # bits are those of a picture that is still there


def off(image: QImage, other: QImage) -> float:
    """How far two pictures are from each other in the mean of a pixel's colour, of 255."""
    greys = [as_pillow(each).convert("L") for each in (image, other)]
    return ImageStat.Stat(ImageChops.difference(*greys)).mean[0]


@pytest.mark.parametrize("what", [name for name, (_, rect) in ALL.items() if rect])
@pytest.mark.parametrize("ratio", [1, 1.25, 2])
def test_nothing_is_painted_outside_the_rectangle_told(what: str, ratio: float, qtbot: QtBot) -> None:
    paint, rect = ALL[what]
    assert rect is not None
    image = painted(paint, ratio)
    found = changed(image, painted(lambda _: None, ratio))
    assert not found.isEmpty()
    assert rect.contains(scaled(found, 1 / ratio))


@pytest.mark.parametrize("what", ALL)
def test_it_looks_alike_at_every_scaling(what: str, qtbot: QtBot) -> None:
    paint, _ = ALL[what]
    blank = painted(lambda _: None)
    at_3 = _scaled(painted(paint, 3))
    moved = _scaled(painted(lambda painter: _beside(painter, paint), 3))
    for ratio in (1, 1.25, 1.5, 2):
        again = _scaled(painted(paint, ratio))
        # Far less than it is off when it is painted 6 pixels beside, or not at all.
        assert off(again, at_3) < 0.25 * min(off(moved, at_3), off(blank, at_3)), ratio


def scaled(rect: QRect, factor: float) -> QRectF:
    exact = QRectF(rect)
    return QRectF(exact.topLeft() * factor, exact.size() * factor)


def _beside(painter: QPainter, paint: Callable[[QPainter], None]) -> None:
    painter.translate(6, 0)
    paint(painter)


def _scaled(image: QImage) -> QImage:
    image.setDevicePixelRatio(1)
    return image.scaled(SIZE, mode=Qt.TransformationMode.SmoothTransformation)


def test_a_stroke_goes_through_its_points_in_its_colour(qtbot: QtBot) -> None:
    image = painted(of_ink(pen(*(point[:2] for point in WAVE))))
    for x, y, _ in WAVE[:-1]:
        assert image.pixelColor(int(40 + 480 * x), int(20 + 270 * y)) == QColor("#E5322D")


def test_a_corner_stays_a_corner(qtbot: QtBot) -> None:
    corner = pen((0.1, 0.5), (0.5, 0.5), (0.5, 0.9), width=0.02)
    image = painted(of_ink(corner))
    found = changed(image, painted(lambda _: None))
    assert found.right() <= 40 + 240 + 4
    assert found.top() >= 20 + 135 - 4


def test_a_stylus_pressed_harder_draws_wider(qtbot: QtBot) -> None:
    stroke = pen((0.1, 0.5, 0.1), (0.9, 0.5, 1.0), width=0.04)
    image = painted(of_ink(stroke))
    widths = [
        sum(image.pixelColor(int(40 + 480 * x), y) != GROUND for y in range(SIZE.height()))
        for x in (0.2, 0.5, 0.8)
    ]
    assert widths[0] < widths[1] < widths[2]


def test_a_highlighter_lets_the_page_through_and_does_not_darken_where_it_crosses_itself(
    qtbot: QtBot,
) -> None:
    eight = ((0.2, 0.2), (0.8, 0.8), (0.8, 0.2), (0.2, 0.8))
    stroke = pen(*eight, tool=Tool.HIGHLIGHTER, colour="#FFD23F", width=0.1)
    image = painted(of_ink(stroke), ground=QColor("black"))
    crossing, single = image.pixelColor(40 + 240, 20 + 135), image.pixelColor(40 + 192, 20 + 108)
    assert crossing == single
    assert 50 < single.red() < 150


@pytest.mark.parametrize("ground", ["#A8201F", "#E5322D", "#FF2D20", "#10457A", "#FFFFFF", "#000000"])
def test_the_laser_is_seen_on_every_ground(ground: str, qtbot: QtBot) -> None:
    image = painted(lambda painter: paint_laser(painter, PAGE, AT), 2, QColor(ground))
    rect = laser_rect(PAGE, AT)
    seen = [
        image.pixelColor(x, 2 * round(rect.center().y()))
        for x in range(round(2 * rect.left()), round(2 * rect.right()))
    ]
    assert max(_contrast(colour, QColor(ground)) for colour in seen) > 2.5


def _contrast(one: QColor, two: QColor) -> float:
    """As WCAG counts it."""

    def luminance(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ratio", [1, 1.25, 1.5, 2, 3])
@pytest.mark.parametrize("at", [(0.4, 0.6), (0.02, 0.0), (1.0, 0.9)])
def test_a_spotlight_darkens_evenly_all_but_its_circle(
    ratio: float, at: tuple[float, float], qtbot: QtBot
) -> None:
    image = painted(lambda painter: paint_spotlight(painter, PAGE, at), ratio)
    lit = spotlight_rect(PAGE, at)
    page = QRectF(PAGE.x() * ratio, PAGE.y() * ratio, PAGE.width() * ratio, PAGE.height() * ratio)
    shades: set[int] = set()
    dark, width = pixels(image), image.width()
    left, right = math.ceil(page.left()) + 1, math.floor(page.right()) - 1
    for y in range(math.ceil(page.top()) + 1, math.floor(page.bottom()) - 1):
        through = lit.top() < (y + 0.5) / ratio < lit.bottom()
        ends = max(left, math.floor(lit.left() * ratio)), max(left, math.ceil(lit.right() * ratio))
        for first, after in ((left, ends[0]), (ends[1], right)) if through else ((left, right),):
            shades |= {*dark[y * width + first : y * width + after]}
    assert len(shades) == 1
    assert QColor(shades.pop()).lightness() < GROUND.lightness() / 2
    assert image.pixelColor(5, 5) == GROUND
    middle = min(at[0], 0.99), min(max(at[1], 0.01), 0.99)
    seen = image.pixelColor(int(ratio * (40 + 480 * middle[0])), int(ratio * (20 + 270 * middle[1])))
    assert seen == GROUND


@pytest.mark.parametrize("ratio", [1, 1.5, 2])
def test_the_magnifier_shows_the_page_twice_as_large(ratio: float, qtbot: QtBot) -> None:
    image = painted(magnify, ratio)
    middle = 40 + 480 * 0.4, 20 + 270 * 0.6
    yellow = [
        x / ratio - middle[0]
        for x in range(image.width())
        if image.pixelColor(x, round(middle[1] * ratio)) == QColor("yellow")
    ]
    # 20 pixels of a picture twice as large as the page, shown twice as large
    assert min(yellow) == pytest.approx(-10, abs=1.5)
    assert max(yellow) == pytest.approx(10, abs=1.5)


@pytest.mark.parametrize("at", [(0.0, 0.0), (1.0, 1.0), (0.5, 0.0)])
def test_the_magnifier_shows_no_page_beyond_its_edge(at: tuple[float, float], qtbot: QtBot) -> None:
    picture = QImage(480, 270, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.green)
    image = painted(lambda painter: paint_magnifier(painter, PAGE, picture, at))
    others = image.createMaskFromColor(QColor(Qt.GlobalColor.green).rgb(), Qt.MaskMode.MaskOutColor)
    green = QRegion(QBitmap.fromImage(others)).boundingRect()
    assert not green.isEmpty()
    assert PAGE.adjusted(-1, -1, 1, 1).contains(QRectF(green))


def test_what_is_asked_for_within_a_part_is_the_same_as_of_the_whole(qtbot: QtBot) -> None:
    part = QRectF(180, 120, 90, 60)

    def paint(painter: QPainter) -> None:
        painter.setClipRect(part)
        paint_ink(painter, PAGE, STROKES, within=part)

    def paint_all(painter: QPainter) -> None:
        painter.setClipRect(part)
        paint_ink(painter, PAGE, STROKES)

    assert not changed(painted(paint), painted(lambda _: None)).isEmpty()
    assert off(painted(paint), painted(paint_all)) < 0.01


def test_a_growing_stroke_changes_only_what_its_last_points_cover(qtbot: QtBot) -> None:
    for count in range(2, 40, 4):
        before, after = (painted(of_ink(pen(*(point[:2] for point in WAVE[:n])))) for n in (count - 1, count))
        rect = stroke_rect(PAGE, pen(*(point[:2] for point in WAVE[:count])), last=1)
        assert rect.contains(QRectF(changed(before, after)))


def layer_picture(layer: InkLayer, strokes: tuple[Stroke, ...], ratio: float = 1, page: str = "1") -> QImage:
    return painted(lambda painter: layer.paint(painter, PAGE, page, strokes), ratio)


@pytest.mark.parametrize("ratio", [1, 1.25, 1.5, 2, 3])
def test_a_layer_shows_the_strokes_that_there_are_now(ratio: float, qtbot: QtBot) -> None:
    layer = InkLayer()
    for strokes in (
        STROKES,
        STROKES[:2],
        STROKES[:2],
        STROKES[1:],
        (),
        STROKES[2:],
        (STROKES[2],) * 2,
        (STROKES[2],),
    ):
        shown = layer_picture(layer, strokes, ratio)
        fresh = layer_picture(InkLayer(), strokes, ratio)
        assert off(shown, fresh) < 0.01
        assert off(shown, painted(of_ink(*strokes), ratio)) < 0.5
        assert bool(strokes) == (off(shown, painted(lambda _: None, ratio)) > 0.3)


def test_a_layer_follows_page_and_screen(qtbot: QtBot) -> None:
    layer = InkLayer()
    layer_picture(layer, STROKES)
    assert layer_picture(layer, STROKES[:1], page="2") == layer_picture(InkLayer(), STROKES[:1], page="2")
    assert layer_picture(layer, STROKES[:1], 2, "2") == layer_picture(InkLayer(), STROKES[:1], 2, "2")


def test_a_layer_paints_again_only_what_changed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(
        painter: QPainter, page_rect: QRectF, strokes: tuple[Stroke, ...], within: QRectF | None = None
    ) -> None:
        asked.append(len(strokes))
        paint_ink(painter, page_rect, strokes, within=within)

    monkeypatch.setattr("gaohang_viewer.presenting.audience.ink_layer.paint_ink", counted)
    layer = InkLayer()
    for strokes in (STROKES[:3], STROKES[:3], STROKES):
        layer_picture(layer, strokes)
    assert asked == [3, 2]

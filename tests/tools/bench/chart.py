"""Draws cost against size from the numbers of `growth`: small charts in a row, both axes logarithmic."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

WIDTH, HEIGHT = 1200, 420  # px; a PNG has twice as many each way
_SIZES = {"13kb": "13 KB", "130kb": "130 KB", "1300kb": "1.3 MB", "13mb": "13 MB"}
_BYTES = {"13kb": 13.6, "130kb": 136, "1300kb": 1362, "13mb": 13624}  # KB, as they are
_COPIES = (1, 10, 100)
_REPORTS = (300, 1000, 3000)


class Line(NamedTuple):
    """What is drawn as one line: its name where there are several, and size and ms of each point."""

    name: str
    points: list[tuple[float, float]]


class Panel(NamedTuple):
    """One of the charts: its title, what it says below, the words for the sizes, and its lines."""

    title: str
    about: str
    sizes: list[str]
    lines: list[Line]


def panels(numbers: Mapping[str, float]) -> list[Panel]:
    """The charts of these numbers; a KeyError names what was not measured."""

    def by_size(key: str) -> list[tuple[float, float]]:
        return [(_BYTES[name], numbers[f"growth_{key.replace('SIZE', name)}_ms"]) for name in _SIZES]

    def by_reports(key: str) -> list[tuple[float, float]]:
        return [(reports, numbers[f"growth_library_{reports}_{key}"]) for reports in _REPORTS]

    def of_text(title: str, keys: Mapping[str, str]) -> Panel:
        lines = [Line(name, by_size(key)) for name, key in keys.items()]
        return Panel(title, "size of the text", list(_SIZES.values()), lines)

    pages = [numbers[f"growth_pdf_{copies}_pages"] for copies in _COPIES]
    seconds = [numbers[f"growth_pdf_{copies}_s"] for copies in _COPIES]
    return [
        of_text("Opening a report", {"whole outline": "open_SIZE_outline", "first section": "open_SIZE"}),
        Panel(
            "Writing a PDF",
            "pages, official layout",
            [f"{count:,.0f}" for count in pages],
            [Line("", [(count, 1000 * taken) for count, taken in zip(pages, seconds, strict=True)])],
        ),
        of_text("Searching a report", {"first search": "search_SIZE_first", "any later one": "search_SIZE"}),
        Panel(
            "Searching a library",
            "reports of 50 KB",
            [f"{count:,}" for count in _REPORTS],
            [Line("all results", by_reports("ms")), Line("first results", by_reports("first_ms"))],
        ),
    ]


def words(milliseconds: float) -> str:
    """A time to two figures, as one would say it."""
    value, unit = (milliseconds / 1000, "s") if milliseconds >= 1000 else (milliseconds, "ms")
    decimals = max(0, 1 - math.floor(math.log10(value))) if value > 0 else 0
    return f"{value:.{min(decimals, 2)}f} {unit}"


def draw(numbers: Mapping[str, float], out: Path) -> None:
    """Write the chart as SVG or PNG, whichever the name ends with."""
    found = panels(numbers)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QRectF, QSize
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgGenerator

    from tests.tools.bench.chart_panel import PAPER, draw_panel

    _application = QGuiApplication.instance() or QGuiApplication(["chart"])

    def paint(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), PAPER)
        width = WIDTH / len(found)
        for number, panel in enumerate(found):
            draw_panel(painter, panel, QRectF(number * width, 0, width, HEIGHT))
        painter.end()

    if out.suffix == ".svg":
        picture = QSvgGenerator()
        picture.setFileName(str(out))
        picture.setResolution(96)  # as the px of a web page
        picture.setSize(QSize(WIDTH, HEIGHT))
        picture.setViewBox(QRectF(0, 0, WIDTH, HEIGHT))
        picture.setTitle("Cost against size")
        paint(QPainter(picture))
        return
    image = QImage(2 * WIDTH, 2 * HEIGHT, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    paint(QPainter(image))
    if not image.save(str(out)):
        raise OSError(f"{out} cannot be written")

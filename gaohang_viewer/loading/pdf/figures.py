"""Finds the figures of a page, images and drawings, and renders them as pictures."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

from gaohang_viewer.loading.page_layout.lines import line_of, rows_of, runs_of
from gaohang_viewer.loading.page_layout.page import Picture
from gaohang_viewer.loading.pdf.bitmap import rendered
from gaohang_viewer.loading.pdf.geometry import Box
from gaohang_viewer.report.model import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gaohang_viewer.loading.page_layout.page import Character
    from gaohang_viewer.loading.pdf.geometry import Frame
    from gaohang_viewer.loading.pdf.graphics import Graphics

_SMALLEST = 40.0  # points of each side; smaller ones are bullets and lines of ornament
_WHOLE_PAGE = 0.8  # of the page: its background, or a scan
_NEAR = 12.0  # points between the parts of a drawing
_FEWEST_PARTS = 3  # curves and slanted lines of a drawing
_MOST_PARTS = 3_000  # of one page, each compared with the others
_MOST_TEXT = 0.15  # of the area of a drawing is covered by text; more is text on a background
_MARGIN = 3.0  # points, for the width of lines
_SCALE = 2.0  # pixels a point: 144 dpi
_MOST_PIXELS = 2_000  # of a side
_MOST_FIGURES = 300
_SECONDS = 2.0  # for rendering one figure


class Figure(NamedTuple):
    """A figure; text in what is `drawn` belongs to it."""

    box: Box
    drawn: bool = False


def find_figures(graphics: Graphics, characters: Sequence[Character], frame: Frame) -> list[Figure]:
    """Returns the figures of a page: images and drawings, those that overlap as one.

    What has much text on it is its background. Straight lines alone are the rules of tables and frames.
    """
    found = [Figure(box) for box, _ in _grouped([(box, 1) for box in graphics.images[:_MOST_PARTS]], 1.0)]
    if any(curved for _, curved in graphics.parts) and len(graphics.parts) <= _MOST_PARTS:
        parts = [(box, int(curved)) for box, curved in graphics.parts]
        found += [
            Figure(box, drawn=True) for box, curved in _grouped(parts, _NEAR) if curved >= _FEWEST_PARTS
        ]
    found = [each for each in found if _is_figure(each.box, frame, characters)]
    drawn = [each.box for each in found if each.drawn]
    return [
        Figure(box, drawn=any(box.near(other, 0.0) for other in drawn))
        for box, _ in _grouped([(each.box, 1) for each in found], 0.0)
    ]


def _text_in(box: Box, characters: Sequence[Character]) -> float:
    """The area that the text in a box covers."""
    return sum((one.right - one.left) * one.size for one in characters if box.holds(one))


def _is_figure(box: Box, frame: Frame, characters: Sequence[Character]) -> bool:
    width, height = box.right - box.left, box.bottom - box.top
    if min(width, height) < _SMALLEST:
        return False
    if not characters:  # a page that was scanned, or is one drawing
        return True
    whole = box.area > _WHOLE_PAGE * frame.width * frame.height
    return not whole and _text_in(box, characters) <= _MOST_TEXT * box.area


def _grouped(parts: Sequence[tuple[Box, int]], distance: float) -> list[tuple[Box, int]]:
    """Returns boxes with those put together that are near, and the sums of their numbers."""
    out: list[tuple[Box, int]] = []
    for part in parts:
        box, number = part
        while near := [other for other in out if other[0].near(box, distance)]:
            for other in near:
                out.remove(other)
                box, number = box.together(other[0]), number + other[1]
        out.append((box, number))
    return out


class Figures:
    """Renders the figures of a document; `images` holds them by their addresses."""

    def __init__(self, document: Any) -> None:
        self.images: dict[str, bytes] = {}
        self.problems: list[Problem] = []
        self._document = document
        self._addresses: dict[bytes, str] = {}
        self._left = _MOST_FIGURES

    def render(
        self, number: int, frame: Frame, figures: Sequence[Figure], characters: Sequence[Character]
    ) -> list[Picture]:
        """Returns the figures of a page, from 0, as pictures; those that cannot be rendered are problems."""
        page = pdfium.FPDF_LoadPage(self._document, number)
        pictures = []
        for figure in figures:
            self._left -= 1
            data = _render(page, frame, figure.box) if self._left >= 0 else None
            if data is None:
                self.problems.append(Problem(ProblemKind.NOT_SHOWN, 1, f"p. {number + 1}"))
            else:
                inside = [one for one in characters if figure.drawn and figure.box.holds(one)]
                words = " ".join(line_of(row).text.strip() for row in rows_of(runs_of(inside)))
                pictures.append(Picture(*figure.box, self._address(data), words))
        pdfium.FPDF_ClosePage(page)
        return pictures

    def _address(self, data: bytes) -> str:
        """Returns the address of a picture; the same for one that comes again."""
        if data not in self._addresses:
            address = f"image:{len(self.images) + 1}.png"
            self._addresses[data] = address
            self.images[address] = data
        return self._addresses[data]


def _render(page: Any, frame: Frame, box: Box) -> bytes | None:
    """Returns a part of a page as PNG, None if it takes too long or too much memory."""
    left, top = max(box.left - _MARGIN, 0.0), max(box.top - _MARGIN, 0.0)
    right, bottom = min(box.right + _MARGIN, frame.width), min(box.bottom + _MARGIN, frame.height)
    if right <= left or bottom <= top:
        return None
    scale = min(_SCALE, _MOST_PIXELS / max(right - left, bottom - top))
    image = rendered(page, frame, (left, top, right, bottom), scale, seconds=_SECONDS)
    if image is None:
        return None
    made = BytesIO()
    image.save(made, "PNG", compress_level=6)
    return made.getvalue()

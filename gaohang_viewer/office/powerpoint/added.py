"""Adds pictures and native tables to slides."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from gaohang_viewer.office.package import legal
from gaohang_viewer.office.powerpoint.design import SlideDesign
from gaohang_viewer.office.powerpoint.shapes import NAMES, emu, fill
from gaohang_viewer.office.powerpoint.text_fit import rows
from gaohang_viewer.typeset.slides.deck import Slide
from gaohang_viewer.typeset.text_width import ems

Rows = tuple[tuple[str, ...], ...]

_SIZES = (24, 22, 20, 18, 16)
_ROW = 1.9  # the height of a row with one line, in ems
_LONGEST = 16.0  # ems of a cell that count for the width of its column
_NUMBER = re.compile(r"[-−+±≈<>≤≥]?\d[\d.,，: ]*[%％‰]?|[-—–]?")
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's table style without fills and lines


def add_picture(made: Any, slide: Slide, design: SlideDesign, top: float, foot: float) -> None:
    """Adds the picture in the middle between `top` and `foot`, in points, as large as it fits."""
    if not slide.picture:
        return
    shape = made.shapes.add_picture(io.BytesIO(slide.picture), emu(design.side), emu(top))
    share = min(emu(design.measure) / shape.width, emu(foot - top) / shape.height)
    shape.width, shape.height = round(shape.width * share), round(shape.height * share)
    shape.left = emu(design.side) + (emu(design.measure) - shape.width) // 2
    shape.top = emu(top) + (emu(foot - top) - shape.height) // 2
    shape._element.nvPicPr.cNvPr.set("descr", legal(slide.text))  # noqa: SLF001 - no API for the description


class TableLayout:
    """The sizes of a table, in points: the largest type at which it fits a height, else the smallest."""

    def __init__(self, table: Rows, measure: float, room: float) -> None:
        self._rows = table
        columns = [*zip(*table, strict=True)]
        self.numbers = [
            bool(at) and all(map(_NUMBER.fullmatch, column[1:])) for at, column in enumerate(columns)
        ]
        for size in _SIZES:
            self.size = size
            self.widths = _widths(columns, self.numbers, size, measure)
            self.heights = [self._height(row) for row in table]
            if sum(self.heights) <= room:
                break

    def _height(self, row: Sequence[str]) -> float:
        lines = (rows(cell, self.size, width) for cell, width in zip(row, self.widths, strict=True))
        return self.size * (_ROW + 1.25 * (max(lines) - 1))

    def pages(self, room: float) -> Iterator[Rows]:
        """Yields the rows of one slide after the other, each with the header; `room` is their height."""
        header, *rest = self._rows
        page, used = [header], self.heights[0]
        for row, height in zip(rest, self.heights[1:], strict=True):
            if used + height > room and len(page) > 1:
                yield tuple(page)
                page, used = [header], self.heights[0]
            page.append(row)
            used += height
        yield tuple(page)


def table_pages(slide: Slide, design: SlideDesign, room: float) -> Iterator[Rows]:
    """Yields the rows of a table by slides, on which they have the height `room` in points."""
    if slide.rows:
        yield from TableLayout(slide.rows, design.measure, room).pages(room)


def add_table(made: Any, table: Rows, design: SlideDesign, top: float, foot: float) -> None:
    """Adds rows between `top` and `foot`, in points, with the first one as header."""
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    layout = TableLayout(table, design.measure, foot - top)
    box = (emu(design.side), emu(top), emu(design.measure), emu(sum(layout.heights)))
    shape = made.shapes.add_table(len(table), len(layout.widths), *box).table
    shape._tbl.tblPr.find("{*}tableStyleId").text = _NO_STYLE  # noqa: SLF001 - no API for the style
    for column, width in enumerate(layout.widths):
        shape.columns[column].width = emu(width)
    for at, row in enumerate(table):
        shape.rows[at].height = emu(layout.heights[at])
        for column, words in enumerate(row):
            cell = shape.cell(at, column)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.text_frame.text = legal(words)
            paragraph = cell.text_frame.paragraphs[0]
            paragraph.alignment = PP_ALIGN.RIGHT if layout.numbers[column] else PP_ALIGN.LEFT
            for run in paragraph.runs:
                run.font.size, run.font.bold = Pt(layout.size), at == 0
            _underline(cell, at == 0)


def _widths(
    columns: Sequence[Sequence[str]], numbers: Sequence[bool], size: float, measure: float
) -> list[float]:
    """Returns the widths of columns: those of numbers by their content, the others share the rest."""
    longest = [1.8 + max(2.0, *map(ems, column)) for column in columns]
    fixed = [it * size * number for it, number in zip(longest, numbers, strict=True)]
    if sum(fixed) > 0.7 * measure:
        return [measure * it / sum(longest) for it in longest]
    weights = [min(it, _LONGEST) * (not number) for it, number in zip(longest, numbers, strict=True)]
    rest = (measure - sum(fixed)) / (sum(weights) or 1)
    return [width or weight * rest for width, weight in zip(fixed, weights, strict=True)]


def _underline(cell: Any, header: bool) -> None:
    """Draws the line below a cell."""
    from pptx.oxml import parse_xml

    colour, width = ("accent1", 1.5) if header else ("accent4", 0.6)
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - python-pptx has no API for borders
    properties.insert(0, parse_xml(f'<a:lnB {NAMES} w="{emu(width)}">{fill((colour,))}</a:lnB>'))

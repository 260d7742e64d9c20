"""Where each page of a PDF is on the paper: at its own size, or rotated and scaled to fit."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, NamedTuple

from gaohang_viewer.typeset.engine.job import TypesetError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SAME = 3.0  # pt: sizes that differ by no more count as equal, as A4 in whole points


class Paper(NamedTuple):
    """A sheet in the printer, upright, with its unprintable margins; all in pt."""

    width: float
    height: float
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    @property
    def landscape(self) -> Paper:
        """The same sheet rotated, its top edge at the left."""
        return Paper(self.height, self.width, self.bottom, self.left, self.top, self.right)


class PagePlacement(NamedTuple):
    """The rectangle of the upright sheet that a page fills, from the sheet's upper left corner, in pt.

    A `turned` page is rotated, its top edge at the left.
    """

    x: float
    y: float
    width: float
    height: float
    turned: bool


def placement_of(width: float, height: float, paper: Paper) -> PagePlacement:
    """Where a page of this size in pt goes: a page made for this paper keeps its size, others fit inside the
    margins."""
    turned = (width > height) != (paper.width > paper.height) and width != height
    if turned:
        width, height = height, width
    if abs(width - paper.width) <= _SAME and abs(height - paper.height) <= _SAME:
        return PagePlacement((paper.width - width) / 2, (paper.height - height) / 2, width, height, turned)
    across = paper.width - paper.left - paper.right
    down = paper.height - paper.top - paper.bottom
    scale = min(across / width, down / height)
    width, height = width * scale, height * scale
    return PagePlacement(
        paper.left + (across - width) / 2, paper.top + (down - height) / 2, width, height, turned
    )


def on_paper(
    pdf: bytes, paper: Paper, page_numbers: Callable[[int], Sequence[int]] = range
) -> tuple[bytes, int]:
    """The PDF with each page on an upright sheet of this paper, and its number of pages.

    `page_numbers` gets the number of pages and returns those to print, from 0. If all are printed and fit
    already, the PDF is returned unchanged. Vectors and fonts are kept. Raises TypesetError for a damaged PDF.
    """
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(pdf)) as source, pikepdf.new() as sheets:
            numbers = list(page_numbers(len(source.pages)))
            pages = [source.pages[number] for number in numbers]
            if numbers == list(range(len(source.pages))) and all(_fills(page, paper) for page in pages):
                return pdf, len(pages)
            for page in pages:
                if _fills(page, paper):
                    sheets.pages.append(page)
                else:
                    _lay(sheets, page, paper)
            out = io.BytesIO()
            sheets.save(out)
            return out.getvalue(), len(pages)
    except pikepdf.PdfError as error:
        raise TypesetError(str(error)) from error


def _size(page: Any) -> tuple[float, float]:
    """The size of a page of pikepdf in pt; the program's own pages begin at 0 and are not rotated."""
    _, _, width, height = (float(side) for side in page.mediabox)
    return width, height


def _fills(page: Any, paper: Paper) -> bool:
    """Whether the page has the size of this sheet, upright."""
    width, height = _size(page)
    return abs(width - paper.width) <= _SAME and abs(height - paper.height) <= _SAME


def _lay(sheets: Any, page: Any, paper: Paper) -> None:
    """Appends a sheet with this page on it, as a form XObject."""
    import pikepdf

    width, height = _size(page)
    x, y, wide, tall, turned = placement_of(width, height, paper)
    lower = paper.height - y - tall
    if turned:  # rotated 90° anticlockwise
        matrix: tuple[float, ...] = (0, tall / width, -wide / height, 0, x + wide, lower)
    else:
        matrix = (wide / width, 0, 0, tall / height, x, lower)
    sheets.add_blank_page(page_size=(paper.width, paper.height))
    sheet = sheets.pages[-1]
    form = sheets.copy_foreign(page.as_form_xobject())
    sheet.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Page=form))
    numbers = " ".join(f"{number:.6f}" for number in matrix)
    sheet.Contents = sheets.make_stream(f"q {numbers} cm /Page Do Q".encode())

"""Where each page of a PDF lies on the paper in the printer: at its own size, or scaled to fit and turned."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, NamedTuple

from gaohang_viewer.typeset.engine.job import TypesetError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SAME = 3.0  # points: sizes that differ by no more are the same paper, A4 in whole points among them


class Paper(NamedTuple):
    """A sheet as it lies in the printer, upright; all in points. The margins cannot be printed on."""

    width: float
    height: float
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    @property
    def landscape(self) -> Paper:
        """The same sheet on its side, its head to the left."""
        return Paper(self.height, self.width, self.bottom, self.left, self.top, self.right)


class PagePlacement(NamedTuple):
    """The rectangle of the upright sheet that a page fills, from the sheet's upper left corner, in points.

    A page that is `turned` lies on its side, its head to the left.
    """

    x: float
    y: float
    width: float
    height: float
    turned: bool


def placement_of(width: float, height: float, paper: Paper) -> PagePlacement:
    """Where such a page goes: one made for this paper keeps its size, another fits inside the margins."""
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


def on_paper(pdf: bytes, paper: Paper, wanted: Callable[[int], Sequence[int]] = range) -> tuple[bytes, int]:
    """The PDF with every page on an upright sheet of this paper, and how many pages it has.

    `wanted` names the pages, from 0, of as many as there are. What was made for this paper and is wanted as
    a whole comes back as it was. Vectors and fonts stay what they are. Raises TypesetError.
    """
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(pdf)) as source, pikepdf.new() as sheets:
            numbers = list(wanted(len(source.pages)))
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
    """The size of a page of pikepdf; ours begin at 0 and are not turned."""
    _, _, width, height = (float(side) for side in page.mediabox)
    return width, height


def _fills(page: Any, paper: Paper) -> bool:
    """Whether the page is this sheet, upright."""
    width, height = _size(page)
    return abs(width - paper.width) <= _SAME and abs(height - paper.height) <= _SAME


def _lay(sheets: Any, page: Any, paper: Paper) -> None:
    """One more sheet, with this page as a picture of vectors on it."""
    import pikepdf

    width, height = _size(page)
    x, y, wide, tall, turned = placement_of(width, height, paper)
    lower = paper.height - y - tall
    if turned:  # a quarter to the left: what was above is left now
        matrix: tuple[float, ...] = (0, tall / width, -wide / height, 0, x + wide, lower)
    else:
        matrix = (wide / width, 0, 0, tall / height, x, lower)
    sheets.add_blank_page(page_size=(paper.width, paper.height))
    sheet = sheets.pages[-1]
    form = sheets.copy_foreign(page.as_form_xobject())
    sheet.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Page=form))
    numbers = " ".join(f"{number:.6f}" for number in matrix)
    sheet.Contents = sheets.make_stream(f"q {numbers} cm /Page Do Q".encode())

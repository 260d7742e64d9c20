"""Sets up the page of an official document (GB/T 9704-2012): size, grid, page numbers, header, footer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gaohang_viewer.office.word.text import paragraph, run, w
from gaohang_viewer.report.model import Report
from gaohang_viewer.typeset.labels import shown
from gaohang_viewer.typeset.paper_options import PaperOptions

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element as Element

# In twentieths of a point: A4 (5.1), 37 mm above and 28 mm left of a type area of 156 x 225 mm (5.2.1)
_SIZE = {"w": 11906, "h": 16838}
_MARGINS = {"top": 2098, "right": 1474, "bottom": 1980, "left": 1588, "header": 1134, "gutter": 0}
_FOOT = (
    1405  # from the edge of the paper: the dashes beside the page number are 7 mm below the type area (7.5)
)
_LINE = 320  # the line height of header text
_GRID = {"type": "linesAndChars", "linePitch": 580, "charSpace": 0}
_FIELD = re.compile(r"\{(title|chapter)\}")


def set_page(document: Document, report: Report, options: PaperOptions) -> None:
    """Sets page size, margins, grid, header and footer of a document."""
    section = document.sections[0]
    title = shown(" ".join(report.title.split()), options.full_width)
    section.header.is_linked_to_previous = False
    section.even_page_header.is_linked_to_previous = False
    section.footer.is_linked_to_previous = False
    section.even_page_footer.is_linked_to_previous = False
    for header in (section.header, section.even_page_header):
        _fill(header.part.element, paragraph("Header", *_with_fields(options.header, title)))
    odd = (section.footer, w("jc", val="right"), w("ind", right=280))
    even = (section.even_page_footer, w("jc", val="left"), w("ind", left=280))
    for footer, side, inwards in (odd, even):
        number = paragraph("Footer", *_page_number(), inwards=inwards, side=side)
        below = [paragraph("Header", *_with_fields(options.footer, title))] if options.footer else []
        _fill(footer.part.element, number, *below)
    properties = document.element.body[-1]
    for old in properties.xpath("w:pgSz | w:pgMar | w:cols | w:docGrid"):
        properties.remove(old)
    properties.append(w("pgSz", **_SIZE))
    raised = _LINE if options.footer else 0  # the position is that of the last line
    properties.append(w("pgMar", **_MARGINS, footer=_FOOT - raised))
    properties.append(w("cols", space=425))
    properties.append(w("docGrid", **_GRID))


def _fill(story: Element, *inside: Element) -> None:
    for old in list(story):
        story.remove(old)
    story.extend(inside)


def _page_number() -> Iterator[Element]:
    yield run("— ")
    yield w("fldSimple", run("1"), instr=" PAGE ")
    yield run(" —")


def _with_fields(text: str, title: str) -> Iterator[Element]:
    """Yields runs of a header or footer text; {title} is the report's, {chapter} a field with the chapter."""
    at = 0
    for field in _FIELD.finditer(text):
        yield run(text[at : field.start()])
        if field[1] == "title":
            yield run(title)
        else:
            yield w("fldSimple", run(""), instr=' STYLEREF "heading 1" ')
        at = field.end()
    yield run(text[at:])

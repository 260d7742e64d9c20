"""Reads a PDF: its pages, tags and bookmarks become the pieces of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.loading.page_layout import UNREADABLE, Layout, Page
from gaohang_viewer.loading.pdf.characters import read_characters
from gaohang_viewer.loading.pdf.geometry import frame_of
from gaohang_viewer.loading.pdf.graphics import Graphics
from gaohang_viewer.loading.pdf.refused import Refused
from gaohang_viewer.loading.pdf.structure import bookmarks_of, tags_of
from gaohang_viewer.report.draft import Draft
from gaohang_viewer.report.model import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_PAGES = 5_000
_MOST_CHARACTERS = 2_500_000
_FEWEST_READABLE = 0.2  # of all characters
_SCAN = 20  # readable characters a page on average; pictures of pages have fewer


def read(data: bytes, name: str, password: str, on_page: Callable[[int, int], None]) -> Draft:
    """Reads a PDF as a draft; `on_page` gets the pages read and their total. Raises `Refused`, `TooLarge`."""
    pdfium.FPDF_InitLibrary()
    document = None
    # Before version 2.0 the encoding of passwords was left open
    for encoding in ("utf-8", "gb18030") if password else ("utf-8",):
        document = document or pdfium.FPDF_LoadMemDocument64(
            data, len(data), password.encode(encoding) or None
        )
    if not document:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        raise Refused(("wrong-password" if password else "locked") if locked else "damaged")
    return _Reader(document).read(name, on_page)


def _pages(numbers: list[int]) -> str:
    """Returns page numbers from 0 as text, those in a row as a range from 1: 1–3, 5."""
    ranges: list[tuple[int, int]] = []
    for number in numbers:
        if ranges and ranges[-1][1] == number:
            ranges[-1] = ranges[-1][0], number + 1
        else:
            ranges.append((number + 1, number + 1))
    return ", ".join(str(start) if start == end else f"{start}–{end}" for start, end in ranges)


class _Reader:
    def __init__(self, document: Any) -> None:
        self._document = document
        self._layout = Layout()
        self._problems: list[Problem] = []
        self._characters = 0
        self._unreadable: list[int] = []  # pages
        self._unreadable_characters = 0
        self._turned: dict[str, int] = {}
        self._pictures = 0

    def read(self, name: str, on_page: Callable[[int, int], None]) -> Draft:
        count = pdfium.FPDF_GetPageCount(self._document)
        if count > _MOST_PAGES:
            raise TooLarge("too many pages")
        broken = 0
        for number in range(count):
            broken += not self._page(number)
            on_page(number + 1, count)
        if not count or broken == count:
            raise Refused("damaged")
        readable = self._characters - self._unreadable_characters
        if self._unreadable_characters > readable:
            if not bookmarks_of(self._document) and readable < _FEWEST_READABLE * self._characters:
                raise Refused("no-unicode")
        elif readable < min(_SCAN * count, 400) and self._pictures:
            raise Refused("scan")
        pieces = self._layout.pieces(bookmarks_of(self._document))
        if not pieces and self._unreadable:
            raise Refused("no-unicode")
        self._problems += [Problem(ProblemKind.DEBRIS, 1, words) for words in self._turned]
        if self._unreadable:
            self._problems.append(Problem(ProblemKind.NO_UNICODE, 1, _pages(self._unreadable)))
        return Draft(tuple(pieces), name, problems=(*self._problems, *self._layout.problems), kind="pdf")

    def _page(self, number: int) -> bool:
        """Reads a page; returns False if it cannot be read."""
        page = pdfium.FPDF_LoadPage(self._document, number)
        text = pdfium.FPDFText_LoadPage(page) if page else None
        if not page or not text:
            self._problems.append(Problem(ProblemKind.DAMAGED, 1, f"{number + 1}"))
            self._layout.add(Page(1.0, 1.0, [], [], []))
            return False
        try:
            frame = frame_of(page)
            reading = read_characters(text, frame, tags_of(page))
            graphics = Graphics(page, frame)
        finally:
            pdfium.FPDFText_ClosePage(text)
            pdfium.FPDF_ClosePage(page)
        self._pictures += len(graphics.images)
        self._count(number, [one.text for one in reading.characters if one.text != " "])
        if turned := reading.turned.strip():
            self._turned.setdefault(turned[:80], number)
        self._layout.add(Page(frame.width, frame.height, reading.characters, graphics.rules, []))
        return True

    def _count(self, number: int, signs: list[str]) -> None:
        self._characters += len(signs)
        if self._characters > _MOST_CHARACTERS:
            raise TooLarge("too many characters")
        if lost := signs.count(UNREADABLE):
            self._unreadable.append(number)
            self._unreadable_characters += lost

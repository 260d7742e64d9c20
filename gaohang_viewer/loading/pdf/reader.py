"""Reads a PDF: its pages, tags and bookmarks become the pieces of a draft."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.loading.page_layout import UNREADABLE, Layout, Page
from gaohang_viewer.loading.pdf.characters import read_characters
from gaohang_viewer.loading.pdf.figures import Figures, find_figures
from gaohang_viewer.loading.pdf.geometry import Box, frame_of
from gaohang_viewer.loading.pdf.graphics import Graphics
from gaohang_viewer.loading.pdf.recognition import Recognition, is_installed
from gaohang_viewer.loading.pdf.structure import bookmarks_of, tags_of
from gaohang_viewer.loading.reader_process.refused import Refused
from gaohang_viewer.report.draft import Draft
from gaohang_viewer.report.model import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gaohang_viewer.loading.page_layout import Character
    from gaohang_viewer.loading.pdf.geometry import Frame

_MOST_PAGES = 5_000
_MOST_CHARACTERS = 2_500_000
_ENOUGH = 400  # readable characters of a file that is no scan
_MOST_OFTEN = 2  # pages that show a figure; what is on more is an ornament
_LONGEST_TURNED = 80  # characters of text across a page that are told
_FEWEST_READABLE = 0.2  # of all characters
_SCAN = 20  # readable characters a page on average; pictures of pages have fewer


def read(
    data: bytes,
    name: str,
    password: str,
    on_page: Callable[[int, int], None],
    on_scan: Callable[[], None] = lambda: None,
) -> Draft:
    """Reads a PDF as a draft. Raises `Refused` and `TooLarge`.

    `on_page` gets the pages read and their total. `on_scan` is called before the text of a scan is
    recognised, which takes much longer, and all pages are counted again.
    """
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
    return _Reader(document).read(name, on_page, on_scan)


def _pages(numbers: list[int]) -> str:
    """Returns page numbers from 0 as text, those in a row as a range from 1: 1–3, 5."""
    ranges: list[tuple[int, int]] = []
    for number in numbers:
        if ranges and ranges[-1][1] == number:
            ranges[-1] = ranges[-1][0], number + 1
        else:
            ranges.append((number + 1, number + 1))
    return ", ".join(str(start) if start == end else f"{start}–{end}" for start, end in ranges)


class _Sheet(NamedTuple):
    """What was read of a page."""

    frame: Frame
    characters: list[Character]
    graphics: Graphics


class _Reader:
    def __init__(self, document: Any) -> None:
        self._document = document
        self._problems: list[Problem] = []
        self._sheets: list[_Sheet | None] = []  # None for a damaged page
        self._characters = 0
        self._unreadable: list[int] = []  # pages
        self._unreadable_characters = 0
        self._turned: dict[str, int] = {}
        self._figures = Figures(document)

    def read(self, name: str, on_page: Callable[[int, int], None], on_scan: Callable[[], None]) -> Draft:
        count = pdfium.FPDF_GetPageCount(self._document)
        if count > _MOST_PAGES:
            raise TooLarge("too many pages")
        for number in range(count):
            self._sheets.append(self._page(number))
            on_page(number + 1, count)
        if not any(self._sheets):
            raise Refused("damaged")
        outline = bookmarks_of(self._document)
        self._check(has_outline=bool(outline))
        layout = Layout()
        if self._is_scan():
            if not is_installed():
                raise Refused("scan")
            on_scan()
            pages = self._recognised(on_page)
        else:
            pages = self._pages()
        for page in pages:
            layout.add(page)
        pieces = layout.pieces(outline)
        if not pieces and self._unreadable:
            raise Refused("no-unicode")
        self._problems += [Problem(ProblemKind.DEBRIS, 1, words) for words in self._turned]
        if self._unreadable:
            self._problems.append(Problem(ProblemKind.NO_UNICODE, 1, _pages(self._unreadable)))
        problems = (*self._problems, *self._figures.problems, *layout.problems)
        text = "".join(piece.markdown for piece in pieces if piece.markdown)
        images = {address: data for address, data in self._figures.images.items() if f"({address})" in text}
        return Draft(tuple(pieces), name, problems=problems, images=images, kind="pdf")

    def _check(self, *, has_outline: bool) -> None:
        """Raises `Refused` for a file without text that can be read."""
        readable = self._characters - self._unreadable_characters
        lost = self._unreadable_characters > readable and readable < _FEWEST_READABLE * self._characters
        if lost and not has_outline:
            raise Refused("no-unicode")

    def _is_scan(self) -> bool:
        """Whether the pages are pictures."""
        readable = self._characters - self._unreadable_characters
        pictured = any(sheet is not None and sheet.graphics.images for sheet in self._sheets)
        few = readable < min(_SCAN * len(self._sheets), _ENOUGH)
        return pictured and few and self._unreadable_characters <= readable

    def _recognised(self, on_page: Callable[[int, int], None]) -> Iterator[Page]:
        """Yields the pages with the text that is recognised in their pictures."""
        try:
            recognition = Recognition()
        except Exception as error:  # an incomplete installation raises whatever it runs into
            raise Refused("scan") from error
        for number, sheet in enumerate(self._sheets):
            if sheet is not None:
                page = pdfium.FPDF_LoadPage(self._document, number)
                recognition.read(page, sheet.frame)
                pdfium.FPDF_ClosePage(page)
            on_page(number + 1, len(self._sheets))
        self._problems.append(Problem(ProblemKind.RECOGNISED, 1, _pages(list(range(len(self._sheets))))))
        yield from recognition.pages()

    def _page(self, number: int) -> _Sheet | None:
        """Reads a page; returns None if it cannot be read."""
        page = pdfium.FPDF_LoadPage(self._document, number)
        # What was typed into forms, and notes printed on the page, become part of it
        if page and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS:
            pdfium.FPDF_ClosePage(page)
            page = pdfium.FPDF_LoadPage(self._document, number)
        text = pdfium.FPDFText_LoadPage(page) if page else None
        if not page or not text:
            self._problems.append(Problem(ProblemKind.DAMAGED, 1, f"p. {number + 1}"))
            return None
        try:
            frame = frame_of(page)
            reading = read_characters(text, frame, tags_of(page))
            graphics = Graphics(page, frame)
        finally:
            pdfium.FPDFText_ClosePage(text)
            pdfium.FPDF_ClosePage(page)
        self._count(number, [one.text for one in reading.characters if one.text != " "])
        if turned := reading.turned.strip():
            self._turned.setdefault(turned[:_LONGEST_TURNED], number)
        return _Sheet(frame, reading.characters, graphics)

    def _count(self, number: int, signs: list[str]) -> None:
        self._characters += len(signs)
        if self._characters > _MOST_CHARACTERS:
            raise TooLarge("too many characters")
        if lost := signs.count(UNREADABLE):
            self._unreadable.append(number)
            self._unreadable_characters += lost

    def _pages(self) -> Iterator[Page]:
        """Yields the pages with their figures, which what is printed on many pages is none of."""
        sheets = [sheet for sheet in self._sheets if sheet is not None]
        boxes = Counter(
            box
            for sheet in sheets
            for box in {box.rounded for box, _ in sheet.graphics.parts}
            | {box.rounded for box in sheet.graphics.images}
        )
        ornaments = {box for box, times in boxes.items() if times > _MOST_OFTEN}
        for number, sheet in enumerate(self._sheets):
            if sheet is None:
                yield Page(1.0, 1.0, [], [], [])
                continue
            frame, characters, graphics = sheet
            figures = find_figures(graphics.without(ornaments), characters, frame)
            pictures = self._figures.render(number, frame, figures, characters) if figures else []
            rules = graphics.rules
            for box in (figure.box for figure in figures if figure.drawn):
                characters = [one for one in characters if not box.holds(one)]
                rules = [rule for rule in rules if not box.near(Box(*rule), 0.0)]
            yield Page(frame.width, frame.height, characters, rules, pictures)

"""Reads an OFD file: the text of its pages becomes the pieces of a draft."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import ofdkit
from ofdkit.errors import OFDError, OFDLimitError

from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.loading.page_layout import UNREADABLE, Character, Layout, Page
from gaohang_viewer.loading.reader_process.refused import Refused
from gaohang_viewer.report.draft import Draft
from gaohang_viewer.report.model import Problem, ProblemKind

if TYPE_CHECKING:
    from ofdkit.document import OFDDocument, TextRun
    from ofdkit.document import Page as OFDPage

_POINTS = 72 / 25.4  # in a millimetre
_MOST_PAGES = 5_000
_MOST_CHARACTERS = 2_500_000
_BULLET = "●"
_OUTSIDE = 2.0  # mm that text may stand outside the page


def read(
    data: bytes,
    name: str,
    password: str,
    on_page: Callable[[int, int], None],
    on_scan: Callable[[], None] = lambda: None,
) -> Draft:
    """Reads an OFD file as a draft; `on_page` gets the pages read and their total. Raises `Refused`,
    `TooLarge`.

    OFD has no passwords. Signatures (clause 18) are not verified, only told.
    """
    del password, on_scan  # there is neither
    try:
        with ofdkit.open(data) as document:
            if len(document.pages) > _MOST_PAGES:
                raise TooLarge("too many pages")
            draft = _Reader(document).read(name, on_page)
    except OFDLimitError as error:
        raise TooLarge(str(error)) from error
    except (OFDError, ValueError) as error:  # ValueError: a zip file with wrong offsets
        raise Refused("damaged") from error
    signed = (Problem(ProblemKind.SIGNED, 1, ""),) if _is_signed(data) else ()
    return draft._replace(problems=(*draft.problems, *signed))


def _is_signed(data: bytes) -> bool:
    """Returns whether the package lists signatures or seals."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return any(entry.lower().endswith("signature.xml") for entry in package.namelist())


class _Reader:
    def __init__(self, document: OFDDocument) -> None:
        self._document = document
        self._problems: list[Problem] = []
        self._count = 0
        self._unreadable: list[int] = []  # pages
        self._lost = 0  # characters that cannot be read

    def read(self, name: str, on_page: Callable[[int, int], None]) -> Draft:
        layout = Layout()
        pages = self._document.pages
        for number, page in enumerate(pages):
            layout.add(self._page(number, page))
            on_page(number + 1, len(pages))
        if not self._count:
            raise Refused("damaged" if len(self._problems) == len(pages) else "no-text")
        pieces = layout.pieces([])
        if not pieces:
            raise Refused("no-unicode")
        if self._unreadable:
            numbers = ", ".join(str(number + 1) for number in self._unreadable)
            self._problems.append(Problem(ProblemKind.NO_UNICODE, 1, numbers))
        return Draft(tuple(pieces), name, problems=(*self._problems, *layout.problems), kind="ofd")

    def _page(self, number: int, page: OFDPage) -> Page:
        """Returns the characters of a page; none, and a problem, if it cannot be read."""
        try:
            left, top, width, height = page.box
            runs = page.runs
        except (OFDError, ValueError):
            self._problems.append(Problem(ProblemKind.DAMAGED, 1, f"{number + 1}"))
            return Page(1.0, 1.0, [], [], [])
        characters = [
            character
            for run in runs
            if left - _OUTSIDE <= run.x <= left + width + _OUTSIDE
            and top - _OUTSIDE <= run.y <= top + height + _OUTSIDE
            for character in _characters(run, left, top)
        ]
        signs = [one.text for one in characters if one.text != " "]
        self._count += len(signs)
        if self._count > _MOST_CHARACTERS:
            raise TooLarge("too many characters")
        if UNREADABLE in signs:
            self._unreadable.append(number)
        return Page(width * _POINTS, height * _POINTS, characters, [], [])


def _characters(run: TextRun, left: float, top: float) -> Iterator[Character]:
    """Yields the characters of a run, its width divided among them by their usual widths."""
    text = run.text
    if len(text.strip()) == 1 and _is_private(text.strip()):  # of a symbol font, alone: a bullet
        text = _BULLET
    widths = [1.0 if unicodedata.east_asian_width(sign) in "WF" else 0.5 for sign in text]
    unit = run.width * _POINTS / (sum(widths) or 1.0)
    start = (run.x - left) * _POINTS
    for sign, width in zip(text, widths, strict=True):
        end = start + width * unit
        yield Character(
            UNREADABLE if _is_private(sign) else sign,
            start,
            end,
            (run.y - top) * _POINTS,
            run.size * _POINTS,
        )
        start = end


def _is_private(sign: str) -> bool:
    return unicodedata.category(sign) == "Co"

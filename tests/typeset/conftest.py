"""What the tests of the typesetting stage share: PDFs read back with PDFium."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import c_double
from typing import TypeAlias

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest

from gaohang_viewer.resources import resource
from gaohang_viewer.typeset.line_breaking import HeadlineBreaker


class ReadBack:
    """A PDF as a reader sees it; of a show without the empty page that ends it."""

    def __init__(self, pdf: bytes, count: int | None = None) -> None:
        self.raw = pdf
        self.document = pdfium.PdfDocument(pdf)
        self._texts = [page.get_textpage() for page in self.document][:count]
        self.pages: list[str] = [
            text.get_text_range().replace("\r\n", "\n").replace("\ufffe", "") for text in self._texts
        ]

    @property
    def text(self) -> str:
        """All the words, without any white space: line ends fall where they fall."""
        return "".join("".join(self.pages).split())

    def lines(self) -> list[str]:
        """The lines of all pages by their baselines, without white space: PDFium's own line ends are guesses."""
        found = [""]
        baseline = 0.0
        for text in self._texts:
            for at in range(text.count_chars()):
                letter = text.get_text_range(at, 1)
                x, y = c_double(), c_double()
                pdfium_c.FPDFText_GetCharOrigin(text, at, x, y)
                if not letter.strip():
                    continue
                if abs(y.value - baseline) > 2:
                    found.append("")
                found[-1] += letter
                baseline = y.value
        return found[1:]

    def _letters(self, page: int) -> list[tuple[str, float, float]]:
        """The letters of a page counted from 0, with their origins in points from its left and its top."""
        text, height = self._texts[page], self.document[page].get_height()
        found = []
        for at in range(text.count_chars()):
            x, y = c_double(), c_double()
            pdfium_c.FPDFText_GetCharOrigin(text, at, x, y)
            if (letter := text.get_text_range(at, 1)).strip():
                found.append((letter, x.value, height - y.value))
        return found

    def baselines(self, page: int) -> list[float]:
        """The heights of a page's lines, in points from its top."""
        found: list[float] = []
        for _, _, y in sorted(self._letters(page), key=lambda letter: letter[2]):
            if not found or y - found[-1] > 2:
                found.append(y)
        return found

    def body_lines(self, page: int) -> list[tuple[float, str]]:
        """The lines between head and foot: where they begin, in points from the left, and their words."""
        found = []
        letters = self._letters(page)
        for line in self.baselines(page)[1:-1]:
            here = [(x, letter) for letter, x, y in letters if abs(y - line) <= 2]
            found.append((min(here)[0], "".join(letter for _, letter in here)))
        return found

    def number_at(self, page: int) -> float:
        """Where the page's number begins, in points from the left."""
        foot = self.baselines(page)[-1]
        return next(x for letter, x, y in self._letters(page) if abs(y - foot) <= 2 and letter.isdigit())

    def place(self, page: int, words: str) -> tuple[float, float]:
        """Where some words begin on a page counted from 0: points from its left and from its top."""
        found = self._texts[page].search(words).get_next()
        assert found, words
        left, _, _, top = self._texts[page].get_charbox(found[0])
        return left, self.document[page].get_height() - top

    def bookmarks(self) -> list[tuple[int, str]]:
        """Depth and title."""
        return [(entry.level, entry.get_title()) for entry in self.document.get_toc()]

    def glyphs_outside(self, page: int) -> list[str]:
        """Characters that reach beyond the page, counted from 0."""
        width, height = self.document[page].get_size()
        text = self._texts[page]
        outside = []
        for at in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(at)
            if left < 0 or bottom < 0 or right > width or top > height:
                outside.append(text.get_text_range(at, 1))
        return outside


Reader: TypeAlias = Callable[..., ReadBack]


@pytest.fixture(scope="session")
def read_back() -> Reader:
    return ReadBack


@pytest.fixture(scope="session")
def breaker() -> HeadlineBreaker:
    return HeadlineBreaker.load(resource("headlines"), ["高行"])

"""What stands on a page, whatever its format: characters with their places, ruling lines and pictures.

Lengths are points, or any other unit that is the same on the whole page; x counts from the left edge and y
from the top edge of the page as it is read, downwards.
"""

from __future__ import annotations

from typing import NamedTuple

UNREADABLE = "\ufffd"
"""Stands for a character of which the file does not say which it is."""


class Tag(NamedTuple):
    """The element that the file itself says a character belongs to.

    `role` is "heading", "text", "contents" (of a table of contents), "furniture" (a running head or page
    number) or "" for any other; `level` is that of a heading, 0 without one. `element` is the same for the
    characters of one paragraph, and for no others of its page.
    """

    role: str
    level: int
    element: int


class Character(NamedTuple):
    """A character, in the order of the file. `size` is that of its font as it appears on the page."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    face: str = ""
    bold: bool = False
    tag: Tag | None = None


class Rule(NamedTuple):
    """A straight line, or a thin box, that is horizontal or vertical."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether it is wider than high."""
        return self.right - self.left >= self.bottom - self.top


class Picture(NamedTuple):
    """A picture. `address` is its key in `Draft.images`, `words` what stands in it."""

    left: float
    top: float
    right: float
    bottom: float
    address: str
    words: str = ""


class Page(NamedTuple):
    """A page of `width` and `height`; characters that do not run from left to right are left out before."""

    width: float
    height: float
    characters: list[Character]
    rules: list[Rule]
    pictures: list[Picture]


class OutlineEntry(NamedTuple):
    """A bookmark of the file: the words of a heading, its level from 1, its page from 0 (-1 if unknown)."""

    title: str
    level: int
    page: int

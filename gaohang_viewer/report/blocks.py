"""The blocks of a section's text: what the text pane, slides, printed forms and search are made from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias


class Run(NamedTuple):
    """Text in one style; `link` is the http(s) or mailto address that it leads to, empty if none.

    `struck` is text that is struck out: it is shown, but does not count as part of the text.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""
    struck: bool = False


Runs: TypeAlias = tuple[Run, ...]


class Paragraph(NamedTuple):
    """A paragraph of running text."""

    runs: Runs


class Item(NamedTuple):
    """An entry of a list; `blocks` follow its first line."""

    runs: Runs
    blocks: tuple[Block, ...] = ()


class List(NamedTuple):
    """A list of points; `start` is the first number of an ordered list, None for bullets."""

    items: tuple[Item, ...]
    start: int | None = None


class Quote(NamedTuple):
    """A quotation set off from the text."""

    blocks: tuple[Block, ...]


class Code(NamedTuple):
    """Preformatted text."""

    text: str


class Table(NamedTuple):
    """Rows of cells; the first row is the header."""

    rows: tuple[tuple[Runs, ...], ...]


class Image(NamedTuple):
    """A picture that is a paragraph: its key in `Report.images`, and its alternative text."""

    address: str
    text: str


class Rule(NamedTuple):
    """A thematic break: a line across the page."""


Block: TypeAlias = Paragraph | List | Quote | Code | Table | Image | Rule


FILLER = "\u2060"
"""Replaces each character that does not count where positions in the text must stay right."""


def plain(runs: Runs) -> str:
    """Returns the text of some runs, without what is struck out."""
    return "".join(run.text for run in runs if not run.struck)


def _filled(runs: Runs) -> str:
    """Returns the text of some runs, with fillers for what is struck out."""
    return "".join(FILLER * len(run.text) if run.struck else run.text for run in runs)


def images(some: tuple[Block, ...]) -> Iterator[Image]:
    """Yields the pictures in some blocks, nested ones too, in order."""
    for block in some:
        match block:
            case Image():
                yield block
            case Quote(inner):
                yield from images(inner)
            case List(items):
                for item in items:
                    yield from images(item.blocks)
            case _:
                pass


def texts_of(some: tuple[Block, ...]) -> Iterator[str]:
    """Yields the plain text of each paragraph, item, cell, code block and picture, in order.

    Struck-out text is replaced by fillers.
    """
    for block in some:
        match block:
            case Paragraph(runs):
                yield _filled(runs)
            case Code(text) | Image(_, text):
                yield text
            case Quote(inner):
                yield from texts_of(inner)
            case Table(rows):
                for row in rows:
                    yield from (_filled(cell) for cell in row)
            case List(items):
                for item in items:
                    yield _filled(item.runs)
                    yield from texts_of(item.blocks)
            case Rule():
                pass

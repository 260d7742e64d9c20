"""The blocks of a section's text, as which pane, slides, paper and search receive it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias


class Run(NamedTuple):
    """A piece of text in one style; `link` is the address that it leads to, of the web or of a mail."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


Runs: TypeAlias = tuple[Run, ...]


class Paragraph(NamedTuple):
    """A paragraph of running text."""

    runs: Runs


class Item(NamedTuple):
    """An entry of a list; `blocks` are what stands below its first line."""

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
    """Text to be shown as typed."""

    text: str


class Table(NamedTuple):
    """Rows of cells; the first row is the header."""

    rows: tuple[tuple[Runs, ...], ...]


class Image(NamedTuple):
    """A picture on lines of its own: its address among the report's images, and what it shows in words."""

    address: str
    text: str


class Rule(NamedTuple):
    """A line across the page."""


Block: TypeAlias = Paragraph | List | Quote | Code | Table | Image | Rule


def plain(runs: Runs) -> str:
    """The words of some runs."""
    return "".join(run.text for run in runs)


def images(some: tuple[Block, ...]) -> Iterator[Image]:
    """The pictures among some blocks, in order."""
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
    for block in some:
        match block:
            case Paragraph(runs):
                yield plain(runs)
            case Code(text) | Image(_, text):
                yield text
            case Quote(inner):
                yield from texts_of(inner)
            case Table(rows):
                for row in rows:
                    yield from (plain(cell) for cell in row)
            case List(items):
                for item in items:
                    yield plain(item.runs)
                    yield from texts_of(item.blocks)
            case Rule():
                pass

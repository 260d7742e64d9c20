"""Finds the tables and pictures in a section's body that can be shown on slides of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gaohang_viewer.report.blocks import Block, Image, List, Quote, Table, plain
from gaohang_viewer.report.markdown_reader import blocks
from gaohang_viewer.report.note_marks import without_note_marks

Rows = tuple[tuple[str, ...], ...]

_MOST_COLUMNS = 8
_MOST_ROWS = 40
_LONGEST_CELL = 60  # characters; a table of longer texts cannot be read from a distance
_ICON = 48  # pixels; a smaller picture is an ornament
_SHOWN = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")


class Exhibit(NamedTuple):
    """A table, whose first row is its header, or a picture: a PNG, JPEG or GIF file."""

    rows: Rows = ()
    picture: bytes = b""


def exhibits(body: str, images: Mapping[str, bytes]) -> Iterator[Exhibit]:
    """Yields the tables and pictures of a section's Markdown in order; `images` are the report's pictures.

    Tables that are too large to be read from a distance are left out.
    """
    if "|" in body or "![" in body:
        yield from _of(blocks(body), images)


def is_table(table: Table) -> bool:
    """Whether a table has at least two rows and columns; others only frame their text."""
    return len(table.rows) > 1 and max(map(len, table.rows)) > 1


def _of(found: tuple[Block, ...], images: Mapping[str, bytes]) -> Iterator[Exhibit]:
    for block in found:
        match block:
            case Table() if is_table(block) and (rows := _rows(block)):
                yield Exhibit(rows)
            case Image(address) if _is_shown(picture := images.get(address, b"")):
                yield Exhibit(picture=picture)
            case Quote(inner):
                yield from _of(inner, images)
            case List(items):
                for item in items:
                    yield from _of(item.blocks, images)
            case _:
                pass


def _rows(table: Table) -> Rows:
    """Returns the cells of a table, all rows equally long; nothing if it is too large."""
    rows = [tuple(" ".join(without_note_marks(plain(cell)).split()) for cell in row) for row in table.rows]
    rows = [row for row in rows if any(row)]
    columns = max(map(len, rows), default=0)
    if not (1 < len(rows) <= _MOST_ROWS and columns <= _MOST_COLUMNS):
        return ()
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return ()
    return tuple((*row, *[""] * (columns - len(row))) for row in rows)


def _is_shown(picture: bytes) -> bool:
    if picture.startswith(b"\x89PNG") and len(picture) >= 24:
        width, height = int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")
        return max(width, height) >= _ICON
    return picture.startswith(_SHOWN)

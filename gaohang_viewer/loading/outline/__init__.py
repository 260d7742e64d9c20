"""Finds the outline of a source: which of its lines are headings, and of what level."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from gaohang_viewer.loading.limits import MOST_PARAGRAPHS, TooLarge
from gaohang_viewer.loading.outline.boilerplate import mark_tail, mark_turns
from gaohang_viewer.loading.outline.levels import Head, levels
from gaohang_viewer.loading.outline.line import Line
from gaohang_viewer.loading.outline.number_sequences import find_numbered
from gaohang_viewer.loading.outline.rejoin_headings import join_broken
from gaohang_viewer.loading.outline.split_headings import may_split, split
from gaohang_viewer.loading.outline.table_of_contents import mark_contents
from gaohang_viewer.loading.outline.title_block import mark_title_block
from gaohang_viewer.loading.outline.unnumbered_headings import find_chapters, find_short, is_unpunctuated
from gaohang_viewer.report.draft import PieceRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gaohang_viewer.loading.outline.levels import Kind
    from gaohang_viewer.report.draft import Piece


def read_outline(pieces: Iterable[Piece], tell: Callable[[float], None], *, title: str = "") -> list[Piece]:
    """The pieces of a source with their parts in the report worked out, in the same order.

    Headings that the file itself gives (role HEADING) stay; numbered lines between them go below.
    `title` is the one that the file names elsewhere. `tell` hears now and then what share is done.
    """
    lines: list[Line] = []
    for piece in pieces:
        if piece.role is PieceRole.TEXT and may_split(piece.text):
            lines += map(Line, islice(split(piece), MOST_PARAGRAPHS + 1))
        else:
            lines.append(Line(piece))
        if len(lines) > MOST_PARAGRAPHS:
            raise TooLarge("too many paragraphs")
    lines = join_broken(lines)
    tell(0.5)
    mark_turns(lines)
    end = mark_tail(lines)
    start = mark_contents(lines, mark_title_block(lines, end, title), end)
    body = lines[start:end]
    given = any(line.role is PieceRole.HEADING for line in body)
    kinds = {} if given else find_chapters(body)
    find_numbered(body, kinds)
    if not given:
        kinds |= find_short(body, kinds)
    for at in kinds:
        body[at].role, body[at].title = PieceRole.HEADING, len(body[at].text)
    _give_levels(body, kinds)
    if not is_unpunctuated(body):
        _find_points(body)
    tell(0.9)
    out: list[Piece] = []
    for line in lines:
        if line.role is line.piece.role is not PieceRole.HEADING:  # nearly all: they are what they were
            out.append(line.piece)
        else:
            out += line.pieces()
    return out


def _give_levels(body: list[Line], kinds: dict[int, Kind]) -> None:
    heads: list[Head] = []
    found: list[Line] = []
    for at, line in enumerate(body):
        if line.role is not PieceRole.HEADING:
            continue
        if at in kinds:
            heads.append(Head(kinds[at], 0))
        elif line.level:
            heads.append(Head(0, 0, line.level))
        elif line.mark is not None:
            heads.append(Head(int(line.mark.style), line.mark.number))
        found.append(line)
    for line, level in zip(found, levels(heads), strict=True):
        line.level = level


def _find_points(body: list[Line]) -> None:
    """Short lines in a row that head nothing are the entries of a list."""
    before = False
    for at, line in enumerate(body):
        short = line.short and line.role is PieceRole.TEXT
        after = body[at + 1] if at + 1 < len(body) else line
        if short and (before or (after is not line and after.short and after.role is PieceRole.TEXT)):
            line.role = PieceRole.POINT
        before = short

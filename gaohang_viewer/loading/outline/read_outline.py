"""Finds the outline of a source: which of its lines are headings, and of which level."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from gaohang_viewer.loading.limits import MOST_PARAGRAPHS, TooLarge
from gaohang_viewer.loading.outline.boilerplate import mark_repeated, mark_tail, mark_turns
from gaohang_viewer.loading.outline.closing import closing_lines
from gaohang_viewer.loading.outline.levels import GIVEN, Head, levels
from gaohang_viewer.loading.outline.line import Line
from gaohang_viewer.loading.outline.number_sequences import find_numbered, find_sequences
from gaohang_viewer.loading.outline.rejoin_headings import join_broken
from gaohang_viewer.loading.outline.split_headings import cut_glued, may_split, split
from gaohang_viewer.loading.outline.table_of_contents import mark_contents
from gaohang_viewer.loading.outline.title_block import (
    mark_heading_as_title,
    mark_title_block,
    split_front,
)
from gaohang_viewer.loading.outline.unnumbered_headings import (
    find_annexes,
    find_chapters,
    find_short,
    is_unpunctuated,
)
from gaohang_viewer.report.draft import PieceRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gaohang_viewer.loading.outline.levels import Kind
    from gaohang_viewer.loading.outline.number_sequences import Sequence
    from gaohang_viewer.report.draft import Piece

_LONGEST_FRONT = 60  # lines that a title block and a page's head can take


def read_outline(
    pieces: Iterable[Piece],
    on_progress: Callable[[float], None],
    *,
    title: str = "",
    lists_are_marked: bool = False,
) -> list[Piece]:
    """The pieces of a source with their roles in the report, in the same order.

    Headings that the file itself gives (role HEADING) stay; numbered lines that count on with them stand
    beside them, others below. `title` is the one that the file names elsewhere. Short lines in a row become
    the entries of a list unless `lists_are_marked` by the file itself. `on_progress` gets the share that is
    done, from 0 to 1.
    """
    lines: list[Line] = []
    rest = iter(pieces)
    front = [part for piece in islice(rest, _LONGEST_FRONT) for part in split_front(piece)]
    for piece in chain(front, rest):
        if piece.role is PieceRole.TEXT and may_split(piece.text):
            lines += map(Line, islice(split(piece), MOST_PARAGRAPHS + 1))
        else:
            lines.append(Line(piece))
        if len(lines) > MOST_PARAGRAPHS:
            raise TooLarge("too many paragraphs")
    lines = join_broken(cut_glued(lines))
    on_progress(0.5)
    mark_turns(lines)
    mark_heading_as_title(lines)
    end = mark_tail(lines)
    start = mark_contents(lines, mark_title_block(lines, end, title), end)
    body = lines[start:end]
    mark_repeated(body)
    closing = closing_lines(body)
    body = [line for at, line in enumerate(body) if at not in closing]
    unpunctuated = _find_headings(body)
    if not (unpunctuated or lists_are_marked):
        _find_points(body)
    on_progress(0.9)
    out: list[Piece] = []
    for line in lines:
        if line.role is line.piece.role is not PieceRole.HEADING:  # nearly all: they are what they were
            out.append(line.piece)
        else:
            out += line.pieces()
    return out


def _find_headings(body: list[Line]) -> bool:
    """Gives the headings their role and their level; returns whether the text is unpunctuated."""
    annexes = find_annexes(body)
    sequences = find_numbered(body, find_sequences(body, annexes))
    kinds = find_chapters(body, sequences, annexes)
    given = any(line.role is PieceRole.HEADING and line.level for line in body)
    unpunctuated = is_unpunctuated(body)
    if not unpunctuated:
        kinds |= find_short(body, kinds, given=given)
    for at in kinds:
        body[at].role = PieceRole.HEADING
        body[at].title = body[at].title or len(body[at].text)
    _give_levels(body, kinds, sequences)
    return unpunctuated


def _give_levels(body: list[Line], kinds: dict[int, Kind], sequences: list[Sequence]) -> None:
    numbers = {at: number for number, sequence in enumerate(sequences, 1) for at in sequence.members}
    found = [at for at, line in enumerate(body) if line.role is PieceRole.HEADING]
    given = _given_levels(body, sequences)
    heads: list[Head] = []
    for at in found:
        line = body[at]
        kind = kinds.get(at, line.mark.style if line.mark is not None else GIVEN)
        heads.append(Head(int(kind), numbers.get(at, 0), line.level or given.get(numbers.get(at, 0), 0)))
    for at, level in zip(found, levels(heads), strict=True):
        body[at].level = level


def _given_levels(body: list[Line], sequences: list[Sequence]) -> dict[int, int]:
    """The levels of sequences that count on in another chapter with headings that the file gives."""
    found: dict[int, int] = {}
    levels_of: dict[tuple[int, int], int] = {}
    for number, sequence in enumerate(sequences, 1):
        key = (sequence.style, sequence.depth)
        given = next((body[at].level for at in sequence.members if body[at].level), 0)
        mark = body[sequence.members[0]].mark
        if given:
            levels_of[key] = given
        elif mark is not None and mark.number > 1 and key in levels_of:
            found[number] = levels_of[key]
    return found


def _find_points(body: list[Line]) -> None:
    """Short lines in a row that head nothing are the entries of a list."""
    before = False
    for at, line in enumerate(body):
        short = line.short and line.role is PieceRole.TEXT
        after = body[at + 1] if at + 1 < len(body) else line
        if short and (before or (after is not line and after.short and after.role is PieceRole.TEXT)):
            line.role = PieceRole.POINT
        before = short

"""The lines of a report in the order in which the text pane shows them, and positions in them."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.blocks import Block, Code, Image, List, Paragraph, Quote, Rule, Run, Runs, Table
from gaohang_viewer.report.markdown_reader import blocks
from gaohang_viewer.report.model import FRONT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gaohang_viewer.report.layout_portions import Portions
    from gaohang_viewer.report.model import Report

MOST_LINKS = 40
"""Chapters listed on the front page; with more there is no list."""


class LineKind(Enum):
    """What a line is."""

    HEADLINE = "headline"  # also the title
    FIELD = "field"  # of the front page
    TEXT = "text"
    ENTRY = "entry"  # of a list
    CODE = "code"
    CELL = "cell"
    PICTURE = "picture"
    RULE = "rule"
    LINK = "link"  # to a chapter, on the front page
    GAP = "gap"  # an empty line before a table, or after one at the end of a portion


_REFLOWED = (LineKind.HEADLINE, LineKind.FIELD, LineKind.LINK)


class Line(NamedTuple):
    """A paragraph, headline, list entry or table cell with its words as in the source.

    `level` is that of a headline; `number` that of a list entry, None for a bullet; `row` and `column` are
    those of a cell, counted from 0.
    """

    kind: LineKind
    runs: Runs = ()
    level: int = 0
    number: int | None = None
    row: int = 0
    column: int = 0

    @property
    def mark(self) -> str:
        """The mark of a list entry as it is shown."""
        if self.kind is not LineKind.ENTRY:
            return ""
        return ("●" if self.number is None else f"{self.number}.") + "\u2003"

    @property
    def text(self) -> str:
        """The words with the mark of a list entry."""
        return self.mark + "".join(run.text for run in self.runs)

    @property
    def is_reflowed(self) -> bool:
        """Whether white space in it is set anew for the width of the pane."""
        return self.kind in _REFLOWED


class TextPosition(NamedTuple):
    """A position in a report; positions compare in the order of the text.

    `line` counts the lines of a portion, `offset` the characters of a line before the position: with the
    mark of a list entry, and without white space in a line that is reflowed.
    """

    portion: int
    line: int
    offset: int


@lru_cache(maxsize=64)
def _of_body(body: str) -> tuple[Line, ...]:
    return tuple(_of_blocks(blocks(body)))


def lines(report: Report, portions: Portions, number: int) -> tuple[Line, ...]:
    """Returns the lines of a portion."""
    section, part, *_ = portions[number]
    ahead: list[Line] = []
    if part == 0 and section == FRONT:
        ahead += _front(report)
    elif part == 0:
        named = report.sections[section]
        ahead.append(_one(LineKind.HEADLINE, " ".join((named.mark + named.title).split()), named.level))
    body = _of_body(portions.text(number))
    links: list[Line] = []
    roots = report.outline.roots
    if section == FRONT and number + 1 == portions.after(FRONT) and len(roots) <= MOST_LINKS:
        links = [_one(LineKind.LINK, report.sections[root].headline) for root in roots]
    ends_in_table = not links and body and body[-1].kind is LineKind.CELL
    return (*ahead, *body, *links, *([Line(LineKind.GAP)] if ends_in_table else ()))


def lines_between(report: Report, portions: Portions, start: TextPosition, end: TextPosition) -> list[Line]:
    """Returns the lines from one position to another, the first and last one cut there.

    From cell to cell of a table these are the cells of a rectangle, as a text cursor selects them; a table
    in which only one end lies is taken whole. The parts of a long table become one.
    """
    found: list[Line] = []
    for number in range(start.portion, end.portion + 1):
        some = lines(report, portions, number)
        first = start.line if number == start.portion else 0
        last = end.line if number == end.portion else len(some) - 1
        if start.portion == end.portion and (table := _table(some, first)) and end.line in table:
            return _cells(some, table, start, end)
        if number == start.portion and (table := _table(some, first)):
            first, start = table.start, start._replace(line=-1)
        if number == end.portion and (table := _table(some, last)):
            last, end = table.stop - 1, end._replace(line=-1)
        repeats = number != start.portion and bool(portions[number].head)
        for at in range(first, min(last + 1, len(some))):
            line = some[at]
            if repeats and line.kind is LineKind.CELL and line.row == 0:
                continue
            repeats = repeats and line.kind in (LineKind.GAP, LineKind.CELL) and line.row == 0
            if (number, at) == (end.portion, end.line):
                line = cut(line, 0, end.offset)
            if (number, at) == (start.portion, start.line):
                line = cut(line, start.offset)
            found.append(line)
    return found


def end_of(report: Report, portions: Portions) -> TextPosition:
    """Returns the position after the last line of a report."""
    some = lines(report, portions, len(portions) - 1)
    end = len(some[-1].text) if some else 0
    return TextPosition(len(portions) - 1, max(len(some) - 1, 0), end)


def cut(line: Line, start: int, end: int | None = None) -> Line:
    """Returns a line with the characters from `start` to `end`, without its mark if `start` is not 0."""
    text = line.text
    if line.is_reflowed:
        start, end = _index(text, start), end if end is None else _index(text, end)
    ahead = len(line.mark)
    stop = len(text) - ahead if end is None else end - ahead
    begin, at, runs = start - ahead, 0, []
    for run in line.runs:
        part = run.text[max(begin - at, 0) : max(stop - at, 0)]
        runs += [run._replace(text=part)] if part else []
        at += len(run.text)
    kind = LineKind.TEXT if line.kind is LineKind.ENTRY and start else line.kind
    return line._replace(kind=kind, runs=tuple(runs))


def offset_in(line: Line, shown: str, at: int) -> int:
    """Returns the offset of character `at` of a line as it is shown."""
    return sum(not sign.isspace() for sign in shown[:at]) if line.is_reflowed else at


def shown_at(line: Line, shown: str, offset: int) -> int:
    """Returns the character of a line as it is shown at an offset."""
    return _index(shown, offset) if line.is_reflowed else min(offset, len(shown))


def _index(text: str, count: int) -> int:
    """The place in a text after so many characters other than white space."""
    for at, sign in enumerate(text):
        if count <= 0 and not sign.isspace():
            return at
        count -= not sign.isspace()
    return len(text)


def _table(some: Sequence[Line], at: int) -> range:
    """The lines of the table to which a line belongs, empty if it is no cell."""
    if not 0 <= at < len(some) or some[at].kind is not LineKind.CELL:
        return range(0)
    first = after = at
    while first > 0 and some[first - 1].kind is LineKind.CELL:
        first -= 1
    while after < len(some) and some[after].kind is LineKind.CELL:
        after += 1
    return range(first, after)


def _cells(some: Sequence[Line], table: range, start: TextPosition, end: TextPosition) -> list[Line]:
    """The cells between two positions of one table: a part of one, or a rectangle."""
    first, last = some[start.line], some[end.line]
    if start.line == end.line:
        return [cut(first, start.offset, end.offset)._replace(kind=LineKind.TEXT)]
    left, right = sorted((first.column, last.column))
    cells = (some[at] for at in table)
    return [cell for cell in cells if first.row <= cell.row <= last.row and left <= cell.column <= right]


def _front(report: Report) -> Iterator[Line]:
    fields = report.fields
    yield from (_one(LineKind.HEADLINE, words, 1) for words in fields["title"].split())
    if fields["subtitle"]:
        yield _one(LineKind.FIELD, fields["subtitle"])
    yield from (_one(LineKind.FIELD, fact) for fact in report.facts)


def _one(kind: LineKind, text: str, level: int = 0) -> Line:
    return Line(kind, (Run(text),), level)


def _of_blocks(some: Sequence[Block]) -> Iterator[Line]:
    """The lines of blocks, in the order in which a `BlockWriter` appends them."""
    for block in some:
        match block:
            case Paragraph(runs):
                yield Line(LineKind.TEXT, runs)
            case List(items, start):
                for number, item in enumerate(items, start or 0):
                    yield Line(LineKind.ENTRY, item.runs, number=None if start is None else number)
                    yield from _of_blocks(item.blocks)
            case Quote(inner):
                yield from _of_blocks(inner)
            case Code(text):
                yield Line(LineKind.CODE, (Run(text),))
            case Table(rows):
                yield from _of_table(rows)
            case Image(address, text):
                yield Line(LineKind.PICTURE, (Run(text or address),))
            case Rule():
                yield Line(LineKind.RULE)


def _of_table(rows: Sequence[Sequence[Runs]]) -> Iterator[Line]:
    columns = max((len(row) for row in rows), default=0)
    if columns:
        yield Line(LineKind.GAP)
    for number, row in enumerate(rows):
        for column in range(columns):
            yield Line(LineKind.CELL, row[column] if column < len(row) else (), row=number, column=column)

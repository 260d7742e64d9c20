"""Cuts lines that hold more than one paragraph: headings glued to a text or to one another."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from gaohang_viewer.loading.outline.line import Line
from gaohang_viewer.report.draft import PieceRole
from gaohang_viewer.report.heading_mark import MarkStyle, read_mark
from gaohang_viewer.report.inline_markdown import cut, cut_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gaohang_viewer.report.draft import Piece
    from gaohang_viewer.report.heading_mark import Mark

_HAN = "[一二三四五六七八九十]{1,3}"
# A chapter's mark behind the end of a sentence, and a title that goes on to the end of the line.
_GLUED = re.compile(rf"[。！”]\s*((?:{_HAN}、|[（(]{_HAN}[)）])\s*[^。！；：….]{{4,45}}[。：]?)$")
_BOOK = re.compile(r"(?<=\S)第[一二三四五六七八九十百]{1,5}[篇编章节]")
# 在…会议上 and the speaker's office and name
_SPOKEN = re.compile(
    r"[（(—–―－-].{8,60}?(?:会议|大会|全会)上\s*(?=[\u4e00-\u9fff]{1,16}\s*[\u4e00-\u9fff·\s]{2,10}$)"
)
# A mark within a line, behind the end of a sentence, a colon or bold words
_INNER = re.compile(rf"(?:[。！：:”]\s*|(?<=\S)\s+)((?:{_HAN}、|[（(]{_HAN}[)）])(?=\s*[\u4e00-\u9fff“]))")
_TITLE_END = re.compile("[。！；：…？]")
_WIDE_GAP = re.compile(r"(?<=\S)\s*\u3000\s*\u3000\s*(?=\S)")  # a page may end within it
_LONGEST_BOOK = 90  # characters of a line that holds two headings of a book
_OPENINGS = frozenset("第（(—–―－-")
_SHORTEST_GLUED = 60
_SHORTEST_HOLDER = 12  # characters of a line with a heading in its middle
_LONGEST_GLUED = 52
_LARGEST = 10_000  # no number of a heading is larger
_SHORTEST_GAPPED = 40  # shorter lines with a wide gap are names and spaced titles


def cut_glued(lines: list[Line]) -> list[Line]:
    """The lines, cut before numbered headings in their middle, where the lines around count on with them."""
    numbers: dict[MarkStyle, list[tuple[int, int]]] = {}  # by style: lines that begin with a number
    for at, line in enumerate(lines):
        if line.mark is not None:
            numbers.setdefault(line.mark.style, []).append((at, line.mark.number))
    out: list[Line] = []
    cut_to: dict[MarkStyle, tuple[int, int]] = {}  # the last number that was cut off, and its line
    for at, line in enumerate(lines):
        if line.role is not PieceRole.TEXT or len(line.text) < _SHORTEST_HOLDER:
            out.append(line)
            continue
        places: list[int] = []
        for inner in _INNER.finditer(line.text, line.bold or 1):
            start = inner.start(1)
            mark = read_mark(line.text[start : start + 12])
            if mark is None or not _is_title(line.text, start, mark):
                continue
            before, after = _around(numbers.get(mark.style, []), at, cut_to.get(mark.style))
            listed = line.text[: inner.start() + 1].endswith(("：", ":")) and after == 3
            titled = 0 < line.bold >= len(line.text[:start].rstrip())
            first = mark.number == 1 and (after == 2 or listed or titled)
            counts_on = mark.number > 1 and before == mark.number - 1 and after == mark.number + 1
            if first or counts_on:
                places.append(start)
                cut_to[mark.style] = at, mark.number
        out += map(Line, cut_at(line.piece, places)) if places else [line]
    return out


def _is_title(text: str, start: int, mark: Mark) -> bool:
    """Whether a title, and no part of an enumeration, follows a mark within a text."""
    stop = _TITLE_END.search(text, start + mark.length)
    if stop is None:
        return len(text) - start <= _LONGEST_GLUED
    return stop[0] == "。" and 2 <= stop.start() - start - mark.length <= _LONGEST_GLUED


def _around(
    numbers: list[tuple[int, int]], at: int, cut_to: tuple[int, int] | None
) -> tuple[int | None, int | None]:
    """The numbers of one style before and after a place within line `at`."""
    place = bisect_right(numbers, (at, _LARGEST))
    before = numbers[place - 1] if place else None
    if cut_to is not None and (before is None or cut_to[0] >= before[0]):
        before = cut_to
    after = numbers[place] if place < len(numbers) else None
    return before and before[1], after and after[1]


def may_split(text: str) -> bool:
    """Whether it is worth looking for several paragraphs in a line: most hold one."""
    return (
        "\u3000" in text
        or text[0] in _OPENINGS
        or (len(text) > _SHORTEST_GLUED and _ends_in_mark(text[-50:]))
    )


def _ends_in_mark(end: str) -> bool:
    return "、" in end or "）" in end


def split(piece: Piece) -> Iterator[Piece]:
    """The paragraphs of a line, in order."""
    text = piece.text
    if piece.role is not PieceRole.TEXT:
        yield piece
        return
    if "\u3000" in text and (gaps := _gaps(text)):
        for part in cut_at(piece, gaps):
            yield from _split(part)
    else:
        yield from _split(piece)


def _gaps(text: str) -> list[int]:
    """Where the paragraphs begin that only wide gaps part."""
    found: list[int] = []
    start = 0
    for gap in _WIDE_GAP.finditer(text):
        if not _is_gapped(text[start : start + _SHORTEST_GAPPED + 1]):
            break
        start = gap.end()
        found.append(start)
    return found


def _split(piece: Piece) -> Iterator[Piece]:
    """The paragraphs of a line without wide gaps."""
    text = piece.text
    if (
        text[0] == "第"
        and len(text) <= _LONGEST_BOOK
        and (second := _BOOK.search(text, 3))
        and _is_book(text)
    ):
        first, rest = cut(piece, second.start())
        yield first
        yield from split(rest)
    elif text[0] in "（(—–―－-" and len(text) < 80 and (spoken := _SPOKEN.match(text)) and "报告" not in text:
        yield from cut(piece, spoken.end())
    elif len(text) > _SHORTEST_GLUED and _ends_in_mark(text[-50:]):
        glued = _GLUED.search(text, max(len(text) - 60, 0))
        if glued and glued.start() > 0:
            first, rest = cut(piece, glued.start(1))
            yield first
            yield rest
        else:
            yield piece
    else:
        yield piece


def _is_gapped(text: str) -> bool:
    return len(text) > _SHORTEST_GAPPED or read_mark(text) is not None


def _is_book(text: str) -> bool:
    mark = read_mark(text)
    return mark is not None and mark.style <= MarkStyle.SECTION and not text.endswith(("。", "；", "，"))

"""Cuts lines that hold more than one paragraph: headings glued to a text or to one another."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.outline.line import Line
from gaohang_viewer.report.draft import PieceRole
from gaohang_viewer.report.heading_mark import MarkStyle, read_mark
from gaohang_viewer.report.inline_markdown import cut, cut_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gaohang_viewer.report.draft import Piece

_HAN = "[一二三四五六七八九十]{1,3}"
# A chapter's mark behind the end of a sentence, and a title that goes on to the end of the line.
_GLUED = re.compile(rf"[。！”]\s*((?:{_HAN}、|[（(]{_HAN}[)）])\s*[^。！；：….]{{4,45}}[。：]?)$")
_BOOK = re.compile(r"(?<=\S)第[一二三四五六七八九十百]{1,5}[篇编章节]")
# 在…会议上 and the speaker's office and name
_SPOKEN = re.compile(
    r"[（(—–―－-].{8,60}?(?:会议|大会|全会)上\s*(?=[\u4e00-\u9fff]{1,16}\s*[\u4e00-\u9fff·\s]{2,10}$)"
)
# A mark within a line, behind the end of a sentence, a colon or bold words
_MARK = rf"((?:{_HAN}、|[（(]{_HAN}[)）])(?=\s*[\u4e00-\u9fff“]))"
_INNER = re.compile(rf"[。！：:”]\s*{_MARK}")
_INNER_GAPPED = re.compile(rf"(?:[。！：:”]\s*|(?<=\S)\s+){_MARK}")
_TITLE_END = re.compile("[。！；：…？]")
_WIDE_GAP = re.compile(r"(?<=\S)\s*\u3000\s*\u3000\s*(?=\S)")  # a page may end within it
_LONGEST_BOOK = 90  # characters of a line that holds two headings of a book
_OPENINGS = frozenset("第（(—–―－-")
_SHORTEST_GLUED = 60
_SHORTEST_HOLDER = 12  # characters of a line with a heading in its middle
_LONGEST_GLUED = 52
_SHORTEST_GAPPED = 40  # shorter lines with a wide gap are names and spaced titles


class _Place(NamedTuple):
    """A mark at the beginning of a line (`start` is 0) or within it."""

    at: int
    start: int
    number: int
    heads: bool = False  # a title follows
    lists: bool = False  # a colon, or a title in bold, stands before it


def cut_glued(lines: list[Line]) -> list[Line]:
    """The lines, cut before numbered headings in their middle, where the lines around count on with them."""
    styles: dict[MarkStyle, list[_Place]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.role is PieceRole.TEXT and len(line.text) >= _SHORTEST_HOLDER:
            inner = _INNER_GAPPED if line.bold or " " in line.text or "\u3000" in line.text else _INNER
            for mark in inner.finditer(line.text, line.bold or 1):
                _add_place(styles, at, line, mark)
    if not styles:
        return lines
    for at, line in enumerate(lines):
        if line.mark is not None and line.mark.style in styles:
            styles[line.mark.style].append(_Place(at, 0, line.mark.number))
    cuts: dict[int, list[int]] = defaultdict(list)
    for places in styles.values():
        for place in _counted_on(sorted(places)):
            cuts[place.at].append(place.start)
    out: list[Line] = []
    for at, line in enumerate(lines):
        out += map(Line, cut_at(line.piece, sorted(cuts[at]))) if at in cuts else [line]
    return out if cuts else lines


def _add_place(styles: dict[MarkStyle, list[_Place]], at: int, line: Line, inner: re.Match[str]) -> None:
    """Notes a mark within a line."""
    start = inner.start(1)
    mark = read_mark(line.text[start : start + 12])
    if mark is None:
        return
    stop = _TITLE_END.search(line.text, start + mark.length)
    length = (stop.start() if stop else len(line.text)) - start - mark.length
    colon = inner[0][0] in "：:" and (stop is None or stop[0] != "；")
    bold = 0 < line.bold >= len(line.text[:start].rstrip())
    heads = 2 <= length <= _LONGEST_GLUED and (stop is None or stop[0] == "。")
    styles[mark.style].append(_Place(at, start, mark.number, heads, colon or bold))


def _counted_on(places: list[_Place]) -> list[_Place]:
    """The marks within lines that the next number of their style goes on from."""
    found: list[_Place] = []
    after = 0  # the next number that begins a line, or will
    for index in range(len(places) - 1, -1, -1):
        place = places[index]
        before = places[index - 1].number if index else 0
        if place.number == 1:
            begins = after == 2 or (place.lists and (after == 3 or place.heads))
            glued = begins and (place.heads or place.lists)
        else:
            glued = place.heads and before + 1 == place.number == after - 1
        if place.start == 0 or glued:
            after = place.number
        if place.start and glued:
            found.append(place)
    return found


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

"""Distributes the points of a slide over its pages, the same for PDF and PowerPoint; lengths in points.

A point is never cut unless it is longer than a page, and its detail stays with it. If the points need several
pages, each gets about the same share of them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from gaohang_viewer.typeset.text_width import ems

FLOWING = 24.0
"""The type size of points on several pages, at which a page is full."""

_SMALL = 22.0  # the type size down to which all points may share one page
_PITCH = 1.42  # the line pitch, in ems; the same as in slides-points.typ, like the sizes below
_GAP = 0.62  # between two points
_INDENT = 1.3  # on average of the themes
_DETAIL, _DETAIL_GAP = 0.72, 0.4  # the size of a detail, and the gap above it
_LEAD = 0.8  # the size of a point that precedes headlines
_LEAST = 20.0  # the least size of details and leads
_MOST_LEADS = 3
_SHORT = 1.0  # the cost of a page with a single line
_MANY = 200  # entries; with more, all pages but the last are full
_ENDS = (re.compile("(?<=[。！？；;])[”’」』）]?"), re.compile("(?<=[，、：,])"), re.compile(""))


class Entry(NamedTuple):
    """A point on a page: printed mark or "", text and detail.

    `look` is "point", "headline" (of a subsection), "lead" (a point before those, without a bullet), "alone"
    (the only point of a slide) or "more" (goes on with the point before). `number` counts the points from 1,
    0 stands for none.
    """

    mark: str
    text: str
    detail: str = ""
    look: str = "point"
    number: int = 0


class _Split(NamedTuple):
    cost: float
    ends: tuple[int, ...]


def distributed(
    body: Sequence[tuple[str, str]],
    below: Sequence[tuple[str, str]],
    width: float,
    room: tuple[float, float],
) -> list[tuple[Entry, ...]]:
    """Returns the entries of each page of a slide.

    `body` are text and detail of its points, `below` mark and title of the headlines below it. `room` is the
    height that is available on the first page and on others. Points and headlines share a page if there is
    room for both.
    """
    look = "alone" if len(body) + len(below) == 1 else "point"
    points = [Entry("", text, detail, look, number) for number, (text, detail) in enumerate(body, 1)]
    marks = any(mark for mark, _ in below)
    headlines = [
        Entry(mark, title, look="headline", number=0 if marks else number)
        for number, (mark, title) in enumerate(below, 1)
    ]
    if points and headlines and len(points) <= _MOST_LEADS:
        both = (*(point._replace(look="lead") for point in points), *headlines)
        if _height(both, FLOWING, width) <= room[0]:
            return [both]
    pages: list[tuple[Entry, ...]] = []
    for entries in (points, headlines):
        if entries:
            pages += _pages(entries, width, (room[1] if pages else room[0], room[1]))
    return pages


def _pages(entries: list[Entry], width: float, room: tuple[float, float]) -> Iterator[tuple[Entry, ...]]:
    if _height(entries, _SMALL, width) <= room[0]:
        yield tuple(entries)
        return
    pieces = [piece for entry in entries for piece in _pieces(entry, width, min(room))]
    heights = [_entry_height(piece, FLOWING, width) for piece in pieces]
    start = 0
    for end in _balanced(heights, room):
        yield tuple(pieces[start:end])
        start = end


def _balanced(heights: Sequence[float], room: tuple[float, float]) -> tuple[int, ...]:
    """Returns the end of each of the fewest pages that hold all entries, about equally full."""
    gap = _GAP * FLOWING
    tops = list(accumulate((height + gap for height in heights), initial=0.0))
    count = len(heights)

    def cost(start: int, end: int, page: int) -> float:
        used = tops[end] - tops[start] - gap
        share = used / room[min(page, 1)]
        if share > 1 and end > start + 1:
            return math.inf
        return share**2 + (_SHORT if used < _PITCH * FLOWING else 0)

    best: dict[int, _Split] = {0: _Split(0.0, ())}
    for page in range(count):
        following: dict[int, _Split] = {}
        for start, split in best.items():
            for end in range(start + 1, count + 1):
                more = cost(start, end, page)
                if more == math.inf:
                    break
                if end not in following or split.cost + more < following[end].cost:
                    following[end] = _Split(split.cost + more, (*split.ends, end))
        if count in following:
            return following[count].ends
        best = following if count <= _MANY else {max(following): following[max(following)]}
    return (count,)


def _height(entries: Sequence[Entry], size: float, width: float) -> float:
    heights = (_entry_height(entry, size, width) for entry in entries)
    return sum(heights) + _GAP * size * (len(entries) - 1)


def _entry_height(entry: Entry, size: float, width: float) -> float:
    lead = max(_LEAST, _LEAD * size) if entry.look == "lead" else size
    height = _block(entry.mark + entry.text, lead, width)
    if entry.detail:
        detail = max(_LEAST, _DETAIL * size)
        height += _DETAIL_GAP * size + _block(entry.detail, detail, width - _INDENT * size)
    return height


def _block(text: str, size: float, width: float) -> float:
    """Estimates the height of lines of text; lines are rarely filled to the end."""
    rows = max(1, math.ceil(1.03 * ems(text) * size / max(width - _INDENT * size, size)))
    return size * (1 + (rows - 1) * _PITCH)


def _pieces(entry: Entry, width: float, room: float) -> Iterator[Entry]:
    """Yields an entry, or the parts of one that is higher than a page, cut between sentences if possible."""
    if _entry_height(entry, FLOWING, width) <= room:
        yield entry
        return
    most = max(1, int(room / (_PITCH * FLOWING) * (width / FLOWING - 1) / 1.1 * 0.5))  # characters
    first, *more = _cut(entry.text, most)
    details = list(_cut(entry.detail, most)) if entry.detail else []
    if not more and len(details) == 1:  # both fit a page alone
        yield entry._replace(detail="")
        yield Entry("", details[0], look="more")
        return
    yield entry._replace(text=first, detail="", look="point")
    yield from (Entry("", text, look="more") for text in (*more, *details))


def _cut(text: str, most: int) -> Iterator[str]:
    """Yields parts of at most `most` characters: whole sentences, else clauses, else as many as fit."""
    while len(text) > most:
        ends = (
            [found.end() for found in pattern.finditer(text, 1, most) if found.end() > most // 3]
            for pattern in _ENDS
        )
        end = next((found[-1] for found in ends if found), most)
        yield text[:end]
        text = text[end:]
    yield text

"""At which size text fits its place on a slide, and where it has to go on to a next one; lengths in points."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

SIZES = (32, 30, 28, 26, 24, 22, 20)
LINE = 1.3
"""The pitch of lines, in ems."""

_LEAST_GAP = 0.55  # between points, in ems
_MOST_GAP = 1.3
_FLOWING = 24  # the size of points that go on to a next slide
_HANG = 30.0  # from a sign to its point
_SMALLER = 0.75  # what is said below a point


class Entry(NamedTuple):
    """A point as it is set: a printed mark or "", its words, what is said below; a lead has no sign."""

    mark: str
    text: str
    detail: str = ""
    lead: bool = False


class Page(NamedTuple):
    """The points of one slide, their size and the gap before each."""

    entries: tuple[Entry, ...]
    size: float
    gap: float


def ems(text: str) -> float:
    """The width of a text: Chinese characters an em each, others a little more than half."""
    return sum(0.56 if sign.isascii() else 1.0 for sign in text)


def rows(text: str, size: float, width: float) -> int:
    """How many lines a text takes; a line is seldom filled to its last character."""
    return max(1, math.ceil(ems(text) * size * 1.03 / max(width - size, size)))


def headline_size(lines: Sequence[str], most: float, width: float, least: float = 18.0) -> float:
    """The size at which the longest line fits."""
    longest = max((ems(line) for line in lines), default=1.0)
    return max(least, min(most, math.floor(width / max(longest, 1.0) * 0.97)))


def detail_size(size: float) -> float:
    """The size of what is said below a point."""
    return max(18.0, round(size * _SMALLER)) if size >= 20 else size * _SMALLER


def _height(it: Entry, size: float, width: float) -> float:
    high = rows(it.mark + it.text, size, width - (0 if it.lead or it.mark else _HANG)) * size * LINE
    if it.detail:
        high += rows(it.detail, detail_size(size), width - _HANG) * detail_size(size) * LINE + 0.2 * size
    return high


def _used(entries: Sequence[Entry], size: float, width: float) -> float:
    return sum(_height(it, size, width) for it in entries) + _LEAST_GAP * size * (len(entries) - 1)


def pages(entries: Sequence[Entry], width: float, room: float, next_room: float) -> Iterator[Page]:
    """The points on as few slides as hold them legibly; `next_room` is the height that later ones have."""
    for size in SIZES:
        used = _used(entries, size, width)
        if used <= room:
            spare = (room - used) / max(len(entries), 1)
            gap = min(_LEAST_GAP * size + spare, _MOST_GAP * size)
            yield Page(tuple(entries), float(size), gap)
            return
    rest = list(entries)
    while rest:
        taken = 1
        while taken < len(rest) and _used(rest[: taken + 1], _FLOWING, width) <= room:
            taken += 1
        if 0 < len(rest) - taken < 2 and taken > 2:
            taken -= 1  # no point goes alone
        size = float(_FLOWING)
        while taken == 1 and size > 8 and _used(rest[:1], size, width) > room:
            size -= 1
        yield Page(tuple(rest[:taken]), size, _LEAST_GAP * size)
        rest = rest[taken:]
        room = next_room

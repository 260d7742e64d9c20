"""Chooses type sizes so that text fits a slide, and distributes points over slides; lengths in points."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gaohang_viewer.typeset.text_width import ems

SIZES = (32, 30, 28, 26, 24, 22, 20)
LINE = 1.3
"""The line pitch, in ems."""

_LEAST_GAP = 0.55  # between points, in ems
_MOST_GAP = 1.3
_FLOWING = 24  # the type size of points that continue on a further slide
_SLACK = 0.94  # of the height that is used, as fonts and programs differ
_MOST_LEADS = 3  # points that may precede headlines on one slide
_HANG = 30.0  # the hanging indent
_SMALLER = 0.75  # the size of details relative to points


class TextItem(NamedTuple):
    """A point for setting: printed mark or "", text and detail; a lead has no bullet."""

    mark: str
    text: str
    detail: str = ""
    lead: bool = False


class Page(NamedTuple):
    """The points of one slide, their type size and the gap before each."""

    entries: tuple[TextItem, ...]
    size: float
    gap: float


def rows(text: str, size: float, width: float) -> int:
    """Estimates how many lines a text takes; lines are rarely filled to the end."""
    return max(1, math.ceil(ems(text) * size * 1.03 / max(width - size, size)))


def headline_size(lines: Sequence[str], most: float, width: float, least: float = 18.0) -> float:
    """Returns the type size at which the longest line fits, between `least` and `most`."""
    longest = max((ems(line) for line in lines), default=1.0)
    return max(least, min(most, math.floor(width / max(longest, 1.0) * 0.97)))


def detail_size(size: float) -> float:
    """Returns the type size of the detail of a point."""
    return max(18.0, round(size * _SMALLER)) if size >= 20 else size * _SMALLER


def _height(it: TextItem, size: float, width: float) -> float:
    high = rows(it.mark + it.text, size, width - (0 if it.lead or it.mark else _HANG)) * size * LINE
    if it.detail:
        high += rows(it.detail, detail_size(size), width - _HANG) * detail_size(size) * LINE + 0.2 * size
    return high


def _used(entries: Sequence[TextItem], size: float, width: float) -> float:
    return sum(_height(it, size, width) for it in entries) + _LEAST_GAP * size * (len(entries) - 1)


def set_pages(
    body: tuple[TextItem, ...], below: tuple[TextItem, ...], width: float, room: tuple[float, float]
) -> Iterator[Page]:
    """Distributes a section's points and the headlines below it over as few legible slides as possible.

    `room` is the height available on the first slide and on further ones. Points and headlines share a slide
    if they fit at a sufficient size.
    """
    if body and below and len(body) <= _MOST_LEADS:
        both = (*(it._replace(lead=True) for it in body), *below)
        if (page := _fitted(both, width, room[0], _FLOWING)) is not None:
            yield page
            return
    height = room[0]
    for entries in (body, below):
        for page in _pages(entries, width, height, room[1]):
            yield page
            height = room[1]


def _fitted(entries: tuple[TextItem, ...], width: float, room: float, least: float) -> Page | None:
    room *= _SLACK
    for size in SIZES:
        used = _used(entries, size, width)
        if size >= least and used <= room:
            gap = min(_LEAST_GAP * size + (room - used) / len(entries), _MOST_GAP * size)
            return Page(entries, float(size), gap)
    return None


def _pages(entries: tuple[TextItem, ...], width: float, room: float, next_room: float) -> Iterator[Page]:
    if entries and (page := _fitted(entries, width, room, SIZES[-1])) is not None:
        yield page
        return
    rest = list(entries)
    while rest:
        taken = 1
        while taken < len(rest) and _used(rest[: taken + 1], _FLOWING, width) <= room:
            taken += 1
        if 0 < len(rest) - taken < 2 and taken > 2:
            taken -= 1  # no single point on the last slide
        size = float(_FLOWING)
        while taken == 1 and size > 8 and _used(rest[:1], size, width) > room:
            size -= 1
        part = tuple(rest[:taken])
        yield _fitted(part, width, room, _FLOWING) or Page(part, size, _LEAST_GAP * size)
        rest = rest[taken:]
        room = next_room

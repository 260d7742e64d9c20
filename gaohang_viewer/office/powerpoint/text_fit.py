"""Chooses type sizes so that text fits a slide; lengths in points."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from gaohang_viewer.typeset.slides.paging import Entry
from gaohang_viewer.typeset.text_width import ems

SIZES = (32, 30, 28, 26, 24, 22, 20, 18, 16, 12, 8)
LINE = 1.3
"""The line pitch, in ems."""

_LEAST_GAP = 0.55  # between points, in ems
_MOST_GAP = 1.3
_SLACK = 0.94  # of the height that is used, as fonts and programs differ
_HANG = 30.0  # the hanging indent
_SMALLER = 0.75  # the size of details relative to points


class Page(NamedTuple):
    """The points of one slide, their type size and the gap before each."""

    entries: tuple[Entry, ...]
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


def _height(it: Entry, size: float, width: float) -> float:
    hanging = 0 if it.look == "lead" or it.mark else _HANG
    high = rows(it.mark + it.text, size, width - hanging) * size * LINE
    if it.detail:
        high += rows(it.detail, detail_size(size), width - _HANG) * detail_size(size) * LINE + 0.2 * size
    return high


def _used(entries: Sequence[Entry], size: float, width: float) -> float:
    return sum(_height(it, size, width) for it in entries) + _LEAST_GAP * size * (len(entries) - 1)


def fitted(pages: Sequence[tuple[Entry, ...]], width: float, rooms: Sequence[float]) -> list[Page]:
    """Returns the pages of a slide, each with the height of its room.

    Those of points have one size, the largest at which each fits, and so have those of headlines.
    """
    sizes: dict[bool, float] = {}
    heights = [room * _SLACK for room in rooms]
    for entries, room in zip(pages, heights, strict=True):
        fits = (size for size in SIZES if _used(entries, size, width) <= room)
        size = float(next(fits, SIZES[-1]))
        sizes[_is_list(entries)] = min(size, sizes.get(_is_list(entries), size))
    made = []
    for entries, room in zip(pages, heights, strict=True):
        size = sizes[_is_list(entries)]
        left = max(0.0, room - _used(entries, size, width))
        made.append(Page(entries, size, min(_LEAST_GAP * size + left / len(entries), _MOST_GAP * size)))
    return made


def _is_list(entries: tuple[Entry, ...]) -> bool:
    """Returns whether a page lists headlines."""
    return entries[0].look == "headline"

"""Chooses the points of a section that are worth a slide: whole ones, and of many the spine."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from gaohang_viewer.typeset.slides.shortening import ELLIPSIS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gaohang_viewer.typeset.slides.point import Point

MANY = 12
"""Points; of more only the spine is shown, if there is one."""

_FEWEST_WHOLE = 3  # points that need no ellipsis, beside which others are left out
_SHORTEST_SPINE = 4  # points
_OPENING = 3  # characters that parallel points have in common
_ORDINAL = re.compile(
    "[一二三四五六七八九十]{1,3}[是要、]|第[一二三四五六七八九十]{1,3}[，、]|[（(][一二三四五六七八九十\\d]{1,2}[）)]"
)
_EXCLAMATION = re.compile("[！!]$")
_TOPIC = re.compile("[^，。；：]{7,18}")
_REFERENCE = re.compile(r"[（(][^（()）]{0,20}[）)]|.*[（(]见?(?:附?[表图]|附件)[^（()）]{0,8}[）)]\s*")


def chosen(points: Sequence[Point]) -> tuple[Point, ...]:
    """Returns the points to show, in their order."""
    found = [
        point for point in points if not (_REFERENCE.fullmatch(point.text) or _EXCLAMATION.search(point.text))
    ]
    whole = [point for point in found if not point.text.endswith(ELLIPSIS)]
    if len(whole) >= _FEWEST_WHOLE:
        found = whole
    if len(found) > MANY and len(spine := _spine(found)) >= _SHORTEST_SPINE:
        found = spine
    return tuple(found)


def _spine(points: Sequence[Point]) -> list[Point]:
    """The points that are counted, that have a detail, that name a topic, or that begin alike."""
    openings = Counter(point.text[:_OPENING] for point in points)
    return [
        point
        for point in points
        if point.detail
        or _ORDINAL.match(point.text)
        or _TOPIC.fullmatch(point.text)
        or openings[point.text[:_OPENING]] > 2
    ]

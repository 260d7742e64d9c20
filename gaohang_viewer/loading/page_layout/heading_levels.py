"""How headings look, and the levels that follow from it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.heading_mark import MarkStyle, read_mark

if TYPE_CHECKING:
    from gaohang_viewer.loading.page_layout.paragraphs import Paragraph

UNMARKED = 99
"""The mark of a heading without one."""

_SHARE_OF_LEVEL = 0.3  # of the headings that look alike have a level: it is no mistake
_FEW, _RARE = 3, 0.3  # headings of one mark in a look, in parts of those in its usual look
_DECIMALS = int(MarkStyle.DOTTED) - 2  # 1.1 has two parts
_DECIMAL = re.compile(r"[§S]?(\d{1,3}(?:[.．]\d{1,3}){0,5})(?![\d%％])")


class Look(NamedTuple):
    """What headings of one level have in common; the order of looks is that of their levels."""

    minus_size: float
    mark: int  # a MarkStyle, that of decimal numbers by their parts, or UNMARKED
    plain: bool
    face: str


def looks_of(paragraphs: dict[int, Paragraph]) -> dict[int, Look]:
    """The looks of paragraphs, by the same keys."""
    return {
        at: Look(
            -round(block.first.size * 2) / 2, mark_of(block.text), not block.first.bold, block.first.face
        )
        for at, block in paragraphs.items()
    }


def mark_of(text: str) -> int:
    """The kind of a heading's mark; decimal numbers count by their parts."""
    if decimal := _DECIMAL.match(text):
        parts = len(re.split("[.．]", decimal[1]))
        if parts > 1:
            return _DECIMALS + parts
    mark = read_mark(text) if text else None
    return int(mark.style) if mark is not None else UNMARKED


def alike(looks: dict[int, Look], given: dict[int, int]) -> dict[int, Look]:
    """The looks of the headings with those of one kind made one: a few marks in another size, and headings
    without a mark in the style of numbered ones."""
    marks: dict[int, Counter[Look]] = defaultdict(Counter)
    styles: dict[Look, Counter[int]] = defaultdict(Counter)
    for look in looks.values():
        marks[look.mark][look] += 1
        styles[look._replace(mark=0)][look.mark] += 1
    out: dict[int, Look] = {}
    for at, look in looks.items():
        if given.get(at) and look.mark == UNMARKED:
            out[at] = look
        elif look.mark != UNMARKED:
            most, times = marks[look.mark].most_common(1)[0]
            rare = marks[look.mark][look] < max(_FEW, _RARE * times)
            out[at] = most if rare else look
        else:
            others = [
                (count, other) for other, count in styles[look._replace(mark=0)].items() if other != UNMARKED
            ]
            out[at] = look._replace(mark=max(others)[1]) if len(others) == 1 else look
    return out


def levels_of(found: dict[int, int], looks: dict[int, Look]) -> dict[int, int]:
    """The level of each heading: what the file says of most that look alike, else by size and mark."""
    votes: dict[Look, Counter[int]] = defaultdict(Counter)
    for at, level in found.items():
        if level:
            votes[looks[at]][level] += 1
    kinds = sorted({looks[at] for at in found})
    levels: dict[Look, int] = {}
    for number, kind in enumerate(kinds):
        if votes[kind]:
            levels[kind] = votes[kind].most_common(1)[0][0]
        elif number:
            before = kinds[number - 1]
            beside = before.minus_size == kind.minus_size and before.mark == kind.mark
            levels[kind] = levels[before] + (0 if beside and before.plain == kind.plain else 1)
        else:
            voted = next((votes[kind].most_common(1)[0][0] for kind in kinds if votes[kind]), 2)
            levels[kind] = max(1, voted - 1)
    return {
        at: level if _is_common(level, votes[looks[at]]) else levels[looks[at]] for at, level in found.items()
    }


def _is_common(level: int, votes: Counter[int]) -> bool:
    """Whether the file gives a level to a fair share of the headings that look alike; fewer are mistakes."""
    return votes[level] >= _SHARE_OF_LEVEL * sum(votes.values()) and votes[level] > 0

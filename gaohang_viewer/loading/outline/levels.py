"""The levels of headings, by the pattern of marks that the document itself has."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple, TypeAlias

Kind: TypeAlias = int  # a Style, or one of the following
ANNEX = -2
UNNUMBERED_CHAPTER = -1
LEAD = 50  # "办成了一系列大事：", which stands beside the numbered headings before it
UNNUMBERED = 51


class Head(NamedTuple):
    """A heading without its words: its kind of mark, its number (0 without), the level given by the file."""

    kind: Kind
    number: int
    given: int = 0


def levels(heads: list[Head]) -> list[int]:
    """The level of each heading, from 1.

    A kind of mark ranks above another if its members are where the other's numbers begin anew; where
    the document does not say, the usual order does (see `report.mark.Style`). Headings that the file
    itself gives stay where they are, and what is found between them goes below.
    """
    ranks = _ranks(heads)
    out: list[int] = []
    path: list[tuple[int, int, Kind]] = []  # rank, level and kind of the open headings
    given = 0
    for head in heads:
        if head.given:
            given = head.given
            path.clear()
            out.append(given)
            continue
        rank = ranks[head.kind]
        if head.kind == LEAD and path:
            if path[-1][2] == UNNUMBERED:
                path.pop()
                rank = path[-1][0] if path else rank
            elif path[-1][2] == LEAD:
                rank = path[-1][0]
        while path and path[-1][0] >= rank:
            path.pop()
        level = (path[-1][1] if path else given) + 1
        path.append((rank, level, head.kind))
        out.append(level)
    return out


def _ranks(heads: list[Head]) -> dict[Kind, int]:
    kinds = sorted({head.kind for head in heads if not head.given})
    votes: Counter[tuple[Kind, Kind]] = Counter()
    for before, head in pairwise(heads):
        if head.number == 1 and before.kind != head.kind and not before.given and not head.given:
            votes[before.kind, head.kind] += 1
    order: list[Kind] = []
    for kind in kinds:
        # As far up as more of its members open others than are opened by them.
        place = len(order)
        while place and votes[kind, order[place - 1]] > votes[order[place - 1], kind]:
            place -= 1
        order.insert(place, kind)
    return {kind: rank for rank, kind in enumerate(order)}

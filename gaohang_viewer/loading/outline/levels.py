"""The levels of headings, by what each of them encloses in the document itself."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple, TypeAlias

Kind: TypeAlias = int  # a MarkStyle, or one of the following
ANNEX = -2
UNNUMBERED_CHAPTER = -1
LEAD = 50  # "办成了一系列大事：", which stands beside the numbered headings before it
UNNUMBERED = 51
GIVEN = 52  # without a mark, its level given by the file


class Head(NamedTuple):
    """A heading without its words: its kind, the sequence that it counts on, the level given by the file.

    `sequence` and `given` are 0 where there is none.
    """

    kind: Kind
    sequence: int = 0
    given: int = 0


class _Open(NamedTuple):
    """A heading that holds those after it."""

    kind: Kind
    sequence: int
    level: int


def levels(heads: list[Head]) -> list[int]:
    """The level of each heading; their order counts, not their values.

    A numbered heading stands where its sequence began. A sequence that begins, or an unnumbered heading,
    stands below all whose sequences go on after it. Of those that are over, it goes below the kinds that
    it stands in elsewhere in the document; where the document does not say, below those that usually
    stand higher (see `report.heading_mark.MarkStyle`). Unnumbered chapters, and annexes, stand above all.
    A heading whose level the file gives stays where it is, and what counts on with it goes beside it.
    """
    last = {head.sequence: at for at, head in enumerate(heads)}
    votes = _votes(heads, last)
    top = _top(heads)
    beside = {head.sequence: head.given for head in reversed(heads) if head.sequence and head.given}
    out: list[int] = []
    path: list[_Open] = []
    base = 0  # the level of the heading of the file that holds the others
    for at, head in enumerate(heads):
        given = head.given or beside.get(head.sequence, 0)
        if given:
            if head.sequence:
                beside[head.sequence] = given
            base = given
            path.clear()
            out.append(given)
            continue
        if head.kind in (ANNEX, UNNUMBERED_CHAPTER):
            path.clear()
            base = top - 1
        else:
            _close(path, at, head, last, votes)
        level = (path[-1].level if path else base) + 1
        path.append(_Open(head.kind, head.sequence, level))
        out.append(level)
    return out


def _top(heads: list[Head]) -> int:
    """The level of chapters without a number: above the headings of the file that they open."""
    opened = [
        after.given
        for before, after in pairwise(heads)
        if before.kind == UNNUMBERED_CHAPTER and after.given and after.sequence
    ]
    if opened:
        return min(opened) - 1
    given = [head.given for head in heads if head.given]
    return min(given) if given else 1


def _close(
    path: list[_Open],
    at: int,
    head: Head,
    last: dict[int, int],
    votes: Counter[tuple[Kind, Kind]],
) -> None:
    """Takes the headings out of the path that do not hold the one at `at`."""
    if head.sequence:
        for depth, entry in enumerate(path):
            if entry.sequence == head.sequence:
                del path[depth:]
                return
    if head.kind == LEAD and path:
        if path[-1].kind == UNNUMBERED:
            path.pop()
            if path and path[-1].kind != UNNUMBERED_CHAPTER:
                path.pop()
        elif path[-1].kind == LEAD:
            path.pop()
        return
    keep = len(path)
    while keep and not (path[keep - 1].sequence and last[path[keep - 1].sequence] > at):
        keep -= 1
    while keep < len(path) and _holds(path[keep].kind, head.kind, votes):
        keep += 1
    del path[keep:]


def _holds(above: Kind, below: Kind, votes: Counter[tuple[Kind, Kind]]) -> bool:
    if above < 0 or below < 0 or above == below:
        return above < below
    for_, against = votes[above, below], votes[below, above]
    return for_ > against if for_ != against else above < below


def _votes(heads: list[Head], last: dict[int, int]) -> Counter[tuple[Kind, Kind]]:
    """How often a kind stands in another: between two of its numbers, or where the other begins."""
    votes: Counter[tuple[Kind, Kind]] = Counter()
    begun: set[int] = set()
    spans: list[tuple[int, Kind]] = []  # where an open sequence ends, its kind
    for at, head in enumerate(heads):
        begins = head.sequence != 0 and head.sequence not in begun
        if not begins and head.kind != UNNUMBERED:
            continue
        spans = [span for span in spans if span[0] > at]
        for _, kind in spans:
            if kind != head.kind:
                votes[kind, head.kind] += 2
        if begins:
            begun.add(head.sequence)
            spans.append((last[head.sequence], head.kind))
            before = heads[at - 1] if at else head
            if before.kind != head.kind and not before.given:
                votes[before.kind, head.kind] += 1
    return votes

"""Finds names by typed text: a part of them in any script and width, or their pinyin or its initials."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.folding import fold, occurrences
from gaohang_viewer.report.pinyin import find as find_pinyin
from gaohang_viewer.report.pinyin import is_pinyin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Match(NamedTuple):
    """A matching name: its index in the list and the matching range; the best match has the lowest rank."""

    rank: int
    number: int
    start: int
    end: int


def matches(
    query: str, names: Sequence[str], folded: Sequence[str], numbers: Sequence[str] = ()
) -> Iterator[Match]:
    """Yields the names whose number is the query, then those that contain it, then those whose pinyin does;
    all names for an empty query.

    `folded` are the names as `fold` returns them, `numbers` those of the first names: "23" finds "2.3", too.
    A generator, so that callers can search many names in slices.
    """
    wanted = fold(query)
    numbered = {at: number for at, number in enumerate(numbers) if wanted and _is_number(wanted, number)}
    for at, number in numbered.items():
        yield Match(-1 if number == wanted.rstrip(".") else 0, at, 0, 0)
    for at, text in enumerate(folded):
        place = text.find(wanted)
        if place >= 0 and at not in numbered:
            (start, end), *_ = occurrences(names[at], wanted) or [(0, 0)]
            inside_a_word = start > 0 and names[at][start - 1 : start + 1].encode().isalpha()
            yield Match(min(place, 99) + 200 * inside_a_word, at, start, end)
    if wanted and is_pinyin(wanted):
        for at, name in enumerate(names):
            if wanted not in folded[at] and (found := _by_pinyin(wanted, at, name)):
                yield found


def _is_number(wanted: str, number: str) -> bool:
    wanted = wanted.rstrip(".")
    return wanted in (number, number.replace(".", ""))


def _by_pinyin(wanted: str, at: int, name: str) -> Match | None:
    """A match by initials and whole syllables, else one by parts of syllables."""
    if found := find_pinyin(wanted, name, whole=True):
        is_whole = found == (0, len(name))
        return Match(100 if is_whole else 101 + min(found[0], 48), at, *found)
    if found := find_pinyin(wanted, name):
        return Match(150 + min(found[0], 49), at, *found)
    return None

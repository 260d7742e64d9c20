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


def matches(query: str, names: Sequence[str], folded: Sequence[str]) -> Iterator[Match]:
    """Yields the names that contain a query, then those whose pinyin does; all names for an empty query.

    `folded` are the names as `fold` returns them. A generator, so that callers can search many names in
    slices.
    """
    wanted = fold(query)
    for number, text in enumerate(folded):
        at = text.find(wanted)
        if at >= 0:
            (start, end), *_ = occurrences(names[number], wanted) or [(0, 0)]
            inside_a_word = start > 0 and names[number][start - 1 : start + 1].encode().isalpha()
            yield Match(min(at, 99) + 200 * inside_a_word, number, start, end)
    if wanted and is_pinyin(query):
        for number, name in enumerate(names):
            found = None if wanted in folded[number] else find_pinyin(wanted, name)
            if found is not None:
                yield Match(100 + min(found[0], 99), number, *found)

"""Finds names by what one types of them: a part in any script and width, or pinyin and its initials."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.folding import fold, places
from gaohang_viewer.report.pinyin import find as find_pinyin
from gaohang_viewer.report.pinyin import is_pinyin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Match(NamedTuple):
    """A name by its number in the list; the best has the lowest rank. name[start:end] is what was typed."""

    rank: int
    number: int
    start: int
    end: int


def matches(query: str, names: Sequence[str], folded: Sequence[str]) -> Iterator[Match]:
    """The names that hold the words of a query, then those that are read so; all of them for no query.

    `folded` are the names as `fold` gives them, made once. A generator, so that many names can be looked
    through in slices.
    """
    wanted = fold(query)
    for number, text in enumerate(folded):
        at = text.find(wanted)
        if at >= 0:
            (start, end), *_ = places(names[number], wanted) or [(0, 0)]
            inside_a_word = names[number][max(start - 1, 0) : start + 1].encode().isalpha()
            yield Match(min(at, 99) + 200 * inside_a_word, number, start, end)
    if wanted and is_pinyin(query):
        for number, name in enumerate(names):
            found = None if wanted in folded[number] else find_pinyin(wanted, name)
            if found is not None:
                yield Match(100 + min(found[0], 99), number, *found)

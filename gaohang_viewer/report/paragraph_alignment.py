"""Aligns the paragraphs of two versions of a section."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from gaohang_viewer.report.folding import fold
from gaohang_viewer.report.word_diff import SIMILAR, likeness

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEAR = 40  # how many paragraphs an unmatched one is compared with
_SIGNS = re.compile(r"[^\w%‰]")


def comparable(text: str) -> str:
    """Returns a text as it is compared: folded, without punctuation."""
    return _SIGNS.sub("", fold(text))


def align_paragraphs(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """Yields old and new paragraphs side by side, in order; "" where one side has none."""
    plain_before, plain_after = [*map(comparable, before)], [*map(comparable, after)]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, plain_before, plain_after, autojunk=False).get_opcodes():
        if tag == "equal":
            # Paragraphs that differ in width or white space alone count as the same; the new one is shown
            yield from ((text, text) for text in after[j1:j2])
        elif (i2 - i1, j2 - j1) == (1, 1):
            yield before[i1], after[j1]
        else:
            yield from _by_likeness(before[i1:i2], after[j1:j2])


def _by_likeness(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """Yields each new paragraph beside the most similar of the next old ones."""
    place = 0
    for text in after:
        likes = [likeness(other, text) for other in before[place : place + _NEAR]]
        best = max(range(len(likes)), key=lambda at: likes[at], default=0)
        if likes and likes[best] >= SIMILAR:
            yield from ((other, "") for other in before[place : place + best])
            yield before[place + best], text
            place += best + 1
        else:
            yield "", text
    yield from ((other, "") for other in before[place:])

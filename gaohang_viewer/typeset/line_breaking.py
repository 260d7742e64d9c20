"""Breaks Chinese headlines into lines for large type where a careful typesetter would.

Chinese has no spaces between words, so a line breaker that knows only characters breaks within words and
quotations and between numbers and their units. Here a headline is first segmented into its most probable
words; then rules rate the breaks between them; finally lines are chosen that are few, of even width and
broken at the lowest cost.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from pathlib import Path

from gaohang_viewer.resources import resource
from gaohang_viewer.typeset.break_costs import break_costs
from gaohang_viewer.typeset.text_width import ems
from gaohang_viewer.typeset.word_list import WordList, path

_BALANCE = 8.0  # weight of a line's squared deviation from the mean, in line widths
_EXTRA_LINE = 0.6
_ORPHAN = 6.0  # a line of one or two characters
_LONGEST = 1000  # characters; longer text is broken by length alone


_PHRASE = 6  # characters that a phrase between spaces has at least
_MOST_PHRASES = 3


@lru_cache(maxsize=1)
def default_breaker() -> HeadlineBreaker:
    """Returns the breaker with the program's tables, which are read on first use."""
    return HeadlineBreaker.load(resource("headlines"))


@dataclass(frozen=True)
class HeadlineBreaker:
    """Breaks headlines into lines, with a word list and proper names."""

    words: WordList

    @classmethod
    def load(cls, folder: Path, names: Iterable[str] = ()) -> HeadlineBreaker:
        """Returns a breaker with the tables in ``folder``, which are read on first use.

        ``names`` are proper names that the word list lacks, such as that of a town.
        """
        return cls(WordList(folder, tuple(filter(None, names))))

    def costs(self, text: str) -> list[float]:
        """Returns the cost of a break before each character: see `break_costs`."""
        return break_costs(text, self.words)

    def lines(self, text: str, width: int) -> list[str]:
        """Returns the lines of ``text``, at most ``width`` full-width characters wide; ASCII counts half.

        White space at breaks and ends is removed; line breaks in the text are kept.
        """
        parts = filter(None, map(str.strip, text.splitlines()))
        width = max(width, 1)
        return [
            line
            for part in parts
            for line in (self._set(part, width) if len(part) <= _LONGEST else _by_length(part, width))
        ] or [""]

    def title_lines(self, text: str, width: int) -> list[str]:
        """Returns the lines of a title; two or three phrases with spaces between them are one each.

        Otherwise its spaces are as good as any place between words.
        """
        parts = text.split()
        if 1 < len(parts) <= _MOST_PHRASES and all(_PHRASE <= ems(part) <= width for part in parts):
            return parts
        return self.lines(" ".join(parts), width)

    def _set(self, text: str, width: int) -> list[str]:
        widths = [0.0, *accumulate(0.5 if character.isascii() else 1.0 for character in text)]
        if widths[-1] <= width:
            return [text]
        costs = self.costs(text)
        edges = [0, *(position for position, cost in enumerate(costs) if cost < math.inf), len(text)]
        begins = [widths[edge] for edge in edges]
        ends = [0.0, *(widths[start + len(text[start:end].rstrip())] for start, end in pairwise(edges))]
        fewest = math.ceil(widths[-1] / width)
        means = (widths[-1] / fewest, widths[-1] / (fewest + 1))
        _, cuts = min(_cheapest(begins, ends, [costs[edge] for edge in edges], width, mean) for mean in means)
        return [text[edges[a] : edges[b]].rstrip() for a, b in pairwise(cuts)]


def break_lines(text: str, width: int) -> list[str]:
    """Breaks a text into lines of at most `width` characters. The word list is read only if needed."""
    return default_breaker().lines(text, width) if ems(text) > width else [text]


def title_lines(text: str, width: int) -> list[str]:
    """Breaks a title like `HeadlineBreaker.title_lines`. The word list is read only if needed."""
    return default_breaker().title_lines(text, width) if " " in text or ems(text) > width else [text]


def _by_length(text: str, width: int) -> list[str]:
    """Breaks a text that is too long for a headline at fixed lengths."""
    lines = (text[at : at + width].strip() for at in range(0, len(text), width))
    return [line for line in lines if line]


def _cheapest(
    begins: Sequence[float], ends: Sequence[float], prices: Sequence[float], width: int, mean: float
) -> tuple[float, list[int]]:
    """Finds the cheapest lines of about ``mean`` width: returns their cost and the edges between them.

    ``begins`` and ``ends`` are the positions of a line's start and end at each edge, ``prices`` the costs of
    a break there; widths are in full-width characters.
    """
    last = len(begins) - 1
    best, back = [0.0] + [math.inf] * last, [0] * (last + 1)
    for edge in range(1, last + 1):
        for start in range(edge - 1, -1, -1):
            length = ends[edge] - begins[start]
            if length > width:
                break
            cost = best[start] + _EXTRA_LINE + _BALANCE * ((length - mean) / width) ** 2
            if start:
                cost += prices[start]
            if length <= 2 and (start or edge < last):
                cost += _ORPHAN
            if cost < best[edge]:
                best[edge], back[edge] = cost, start
    return best[last], path(back)

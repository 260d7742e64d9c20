"""Segments Chinese text into words by a word list that was counted from public reports."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

_HAN = r"〇㐀-䶿一-鿿豈-\ufaff\U00020000-\U0003ffff"
_NAME = 20_000  # the count of a proper name of the report, equal to that of a common word
_TOKEN = re.compile(
    rf"(?P<han>[{_HAN}]+)"
    # Latin words and numbers with their connectors: 1+5+36+X, 3.0, 2021-2025, e-mail
    rf"|(?P<latin>[^\W_{_HAN}]+(?:[.,:/+\-–—~～_&@'’×]{{1,2}}[^\W_{_HAN}]+)*[%％‰℃]?)"
    r"|(?P<mark>\S)"
)


class Token(NamedTuple):
    """A word with its position; `kind` is "han", "latin" (also a number) or "mark" (any other character)."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class WordList:
    """The tables in a folder, which are read on first use (some 20 ms), and proper names of a report.

    ``words.txt`` has words and their counts, with the names of China's provinces, prefectures and counties,
    mostly without their kind (徐水 for 徐水县, as kinds change); ``pairs.tsv`` pairs of words and their
    cohesion x 100, ``veto.txt`` strings that are never broken.
    """

    folder: Path
    names: tuple[str, ...] = ()

    def tokens(self, text: str) -> Iterator[Token]:
        """Yields the words of a text; white space is left out."""
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup or "mark"
            start = match.start()
            for word in self._cut(match.group()) if kind == "han" else [match.group()]:
                yield Token(kind, word, start, start + len(word))
                start += len(word)

    def cohesion(self, left: str, right: str) -> float:
        """Returns how firmly two words belong together, 0 to 1."""
        return int(self._pairs.get(f"{left}\t{right}", 0)) / 100

    @cached_property
    def veto(self) -> frozenset[str]:
        """Strings of three or four characters that are never broken."""
        return frozenset((self.folder / "veto.txt").read_text(encoding="utf-8").split())

    @cached_property
    def _words(self) -> dict[str, int]:
        """The count of each word; proper names have that of a common word."""
        fields = (self.folder / "words.txt").read_text(encoding="utf-8").split()
        words = dict(zip(fields[::2], map(int, fields[1::2]), strict=True))
        words.update(dict.fromkeys(self.names, _NAME))
        return words

    @cached_property
    def _limits(self) -> tuple[int, float]:
        """The length of the longest word, and the logarithm of the sum of all counts."""
        return max(map(len, self._words)), math.log(sum(self._words.values()))

    @cached_property
    def _pairs(self) -> dict[str, str]:
        """Cohesion x 100 by two words with a tab between; as text, since few are ever read."""
        lines = (self.folder / "pairs.tsv").read_text(encoding="utf-8").splitlines()
        return dict(line.rsplit("\t", 1) for line in lines)

    def _cut(self, run: str) -> list[str]:
        """Segments Chinese characters into their most probable words: Viterbi algorithm on unigrams."""
        longest, total = self._limits
        # Log probability of the best segmentation up to each position, start of its last word
        best, back = [0.0], [0]
        for end in range(1, len(run) + 1):
            most, origin = best[-1] + math.log(self._words.get(run[end - 1], 1)) - total, end - 1
            for start in range(max(0, end - longest), end - 1):
                count = self._words.get(run[start:end])
                if count and (likely := best[start] + math.log(count) - total) > most:
                    most, origin = likely, start
            best.append(most)
            back.append(origin)
        return [run[start:end] for start, end in pairwise(path(back))]


def path(back: Sequence[int]) -> list[int]:
    """Returns the positions from 0 to the end, following the best predecessor of each."""
    places = [len(back) - 1]
    while places[-1]:
        places.append(back[places[-1]])
    return places[::-1]

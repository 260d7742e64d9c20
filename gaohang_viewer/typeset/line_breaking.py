"""Breaks Chinese headlines for large type where a careful typesetter would.

Chinese has no spaces between words, so a line breaker that knows only characters breaks within words and
quotations and between numbers and their units. Here a headline is first segmented into its most probable
words; then rules forbid breaks between words or raise their costs; finally lines are chosen that are few,
of even width and broken at the lowest cost. The tables were counted from some 3,000 public reports:
``words.txt`` has words and their counts, ``pairs.tsv`` pairs of words and their cohesion x 100, ``veto.txt``
strings that are never broken. Which characters must not begin or end a line follows W3C's Requirements for
Chinese Text Layout (clreq).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

# The costs of a break. They differ so much that a narrow column violates the weaker rule first.
_FREE = 0.0  # after a punctuation mark that ends a phrase
_IN_LIST = 0.1  # after 、
_WORD_END = 1.0  # between two words
_BESIDE_PAIR = 1.8  # beside a word of two single characters: probably half of a phrase, 风雨兼程
_VETO = 8.0  # in a string of veto.txt
_GLUE = 14.0  # before a particle, between a number and its unit
_QUOTE = 22.0  # inside a short quotation or bracket
_INSIDE = 50.0  # inside a word
_NEVER = 1000.0  # before a comma, after a section's mark; only if nothing else fits
_LIKELY = 0.3  # lower after 的 and beside a quotation, where phrases often end; higher after 和
_COHESION = 3.0  # weight of the cohesion of a pair, which is between 0 and 1
_BALANCE = 8.0  # weight of a line's squared deviation from the mean, in line widths
_EXTRA_LINE = 0.6
_ORPHAN = 2.0  # a last line of one or two characters
_NAME = 20_000  # the count of a proper name, equal to that of a common word
_LONGEST = 1000  # characters; longer text is broken by length alone
_SHORT_QUOTE = 10  # characters; a longer quotation is a sentence and breaks like one

_OPENING = "（【《〈「『“‘〔［｛([{"
_CLOSING = "）】》〉」』”’〕］｝)]}"
_PAUSES = "，。；：！？…—,.;:!?｡"
_JOINERS = "·・/／\\-‐‑–~～&＆+＋×=＝_%％‰℃°"  # between two expressions or after one
_AFTER_MARK = dict.fromkeys(_PAUSES, _FREE) | dict.fromkeys("、､", _IN_LIST) | dict.fromkeys(_JOINERS, _GLUE)
_COMBINING = "\u0300-\u036f\u200d\u20d0-\u20f0\ufe00-\ufe0f\U0001f3fb-\U0001f3ff"  # accents, joiners of emoji
_NOT_FIRST = re.escape(_CLOSING + "".join(_AFTER_MARK)) + _COMBINING
_UNBREAKABLE = re.compile(rf"[{re.escape(_OPENING)}\u200d]\s*|(?<!\s)\s*(?=[{_NOT_FIRST}])")
_NUMERALS = "〇零一二三四五六七八九十百千"
_HAN = r"〇㐀-䶿一-鿿豈-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(
    rf"(?P<han>[{_HAN}]+)"
    # Latin words and numbers with their connectors: 1+5+36+X, 3.0, 2021-2025, e-mail
    rf"|(?P<latin>[^\W_{_HAN}]+(?:[.,:/+\-–—~～_&@'’×]{{1,2}}[^\W_{_HAN}]+)*[%％‰℃]?)"
    r"|(?P<mark>\S)"
)
# A section's mark before its headline: 一、（一）1. (1) 1.2 第一章 ① ●
_SECTION_MARK = re.compile(
    rf"\s*(?:[（(]?\s*(?:[{_NUMERALS}]+|\d{{1,3}})\s*[)）][、.．]?"
    rf"|[{_NUMERALS}]{{1,4}}[、.．]"
    r"|\d{1,3}(?:[.．]\d{1,3})*(?:、|[.．](?!\d)|(?=\s))"
    rf"|第(?:[{_NUMERALS}]+|\d{{1,3}})[编章节条篇](?=\s)"
    r"|[①-⑳●○•■□◆◇▪▲★])\s*"
)
_NUMBER = re.compile(r"[\d.,:/+\-–—~～×]*\d")
_MAGNITUDE = re.compile(r"[多余几十百千万亿]+")
_ORDINAL = re.compile(rf"第?[{_NUMERALS}]{{2,}}|第[{_NUMERALS}]")
# Words that belong to the one before them. A line may end after a conjunction.
_LEAN_BACK = frozenset("的地得了过之等上中下里性化度力") | {"以上", "以下", "以内", "左右"}
_CONJUNCTIONS = frozenset("和与及或")
# Other single characters belong to the next word, except suffixes for persons, places and kinds.
_SUFFIXES = frozenset("人者员事率型级类式版圈感区镇县市省州村乡")
# A phrase begins at an adverb; other prefixes also belong to a single character before them: 走在前列.
_ADVERBS = frozenset("更最较再又也都均已未")
_PREFIXES = frozenset("在把被将以对向从由为于至到让给不非无要可新大小老各每全") | _ADVERBS


class _Token(NamedTuple):
    kind: str  # "han" (a Chinese word), "latin" (a Latin word or a number) or "mark" (any other character)
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class HeadlineBreaker:
    """Breaks headlines into lines, with a word list and proper names."""

    folder: Path
    names: tuple[str, ...] = ()

    @classmethod
    def load(cls, folder: Path, names: Iterable[str] = ()) -> HeadlineBreaker:
        """Returns a breaker with the tables in ``folder``, which are read on first use (some 15 ms).

        ``names`` are proper names that the word list lacks, such as that of a town.
        """
        return cls(folder, tuple(filter(None, names)))

    def costs(self, text: str) -> list[float]:
        """Returns the cost of starting a line at each position of ``text``: ``len(text) + 1`` numbers.

        0 is the end of a phrase, about 1 the end of a word, 8 and more a bad break (see the constants above).
        The cost is infinite at both ends of the text, before white space and within it.
        """
        tokens = list(self._tokens(text))
        minimum_costs = _minimum_costs(tokens)
        costs = [*(math.inf if character.isspace() else _INSIDE for character in text), math.inf]
        costs[0] = math.inf
        for left, right, grade in zip(tokens, tokens[1:], minimum_costs[1:], strict=False):
            cost = self._between(left, right)
            costs[right.start] = max(cost, grade) if cost > _IN_LIST else cost
        for start in range(len(text)):
            for length in (3, 4):  # veto.txt has no others
                if text[start : start + length] in self._veto:
                    _raise(costs, range(start + 1, start + length), _VETO)
        for start, end in _quotations(text):
            if end - start <= _SHORT_QUOTE + 2:
                _raise(costs, range(start + 1, end), _QUOTE)
            _raise(costs, (start + 1, end - 1), _NEVER)
        _raise(costs, (match.end() for match in _UNBREAKABLE.finditer(text)), _NEVER)
        if mark := _SECTION_MARK.match(text):
            _raise(costs, range(1, mark.end() + 1), _NEVER)
        return costs

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

    def _set(self, text: str, width: int) -> list[str]:
        costs = self.costs(text)
        edges = [0, *(position for position, cost in enumerate(costs) if cost < math.inf), len(text)]
        widths = [0.0, *accumulate(0.5 if character.isascii() else 1.0 for character in text)]
        begins = [widths[edge] for edge in edges]
        ends = [0.0, *(widths[start + len(text[start:end].rstrip())] for start, end in pairwise(edges))]
        fewest = math.ceil(widths[-1] / width)
        means = (widths[-1] / fewest, widths[-1] / (fewest + 1))
        _, cuts = min(_cheapest(begins, ends, [costs[edge] for edge in edges], width, mean) for mean in means)
        return [text[edges[a] : edges[b]].rstrip() for a, b in pairwise(cuts)]

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

    @cached_property
    def _veto(self) -> frozenset[str]:
        return frozenset((self.folder / "veto.txt").read_text(encoding="utf-8").split())

    def _tokens(self, text: str) -> Iterator[_Token]:
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup or "mark"
            start = match.start()
            for word in self._cut(match.group()) if kind == "han" else [match.group()]:
                yield _Token(kind, word, start, start + len(word))
                start += len(word)

    def _cut(self, run: str) -> list[str]:
        """Segments Chinese characters into their most probable words: Viterbi algorithm on unigrams."""
        longest, total = self._limits
        # Log probability of the best segmentation up to each position, start of its last word
        best, back = (
            [0.0],
            [0],
        )
        for end in range(1, len(run) + 1):
            most, origin = best[-1] + math.log(self._words.get(run[end - 1], 1)) - total, end - 1
            for start in range(max(0, end - longest), end - 1):
                count = self._words.get(run[start:end])
                if count and (likely := best[start] + math.log(count) - total) > most:
                    most, origin = likely, start
            best.append(most)
            back.append(origin)
        return [run[start:end] for start, end in pairwise(_path(back))]

    def _between(self, left: _Token, right: _Token) -> float:
        """Returns the cost of a break between two adjacent tokens."""
        last, first = left.text[-1], right.text[0]
        if left.kind == "mark" and last in _AFTER_MARK:
            return _AFTER_MARK[last]
        if left.end < right.start and left.kind == right.kind == "han":
            return _FREE  # the author separated two phrases by a space
        if right.text in _LEAN_BACK | _CONJUNCTIONS or (last in _NUMERALS and first in _NUMERALS):
            return _GLUE
        if left.text in "年月" and right.text.isdecimal():
            return _GLUE  # 12月15日
        cost = _WORD_END + _COHESION * int(self._pairs.get(f"{left.text}\t{right.text}", 0)) / 100
        if last == "的" or last in _CLOSING or first in _OPENING:
            return cost - _LIKELY
        return cost + _LIKELY if left.text in _CONJUNCTIONS else cost


def _by_length(text: str, width: int) -> list[str]:
    """Breaks a text that is too long for a headline at fixed lengths."""
    lines = (text[at : at + width].strip() for at in range(0, len(text), width))
    return [line for line in lines if line]


def _minimum_costs(tokens: Sequence[_Token]) -> list[float]:
    """Returns the minimum cost of a break before each token, for numbers and single characters."""
    grades = [_FREE] * (len(tokens) + 1)
    count, pair_end, index = len(tokens), -1, 0
    while index < count:
        word, after = tokens[index].text, index + 1
        following = tokens[after].text if after < count and _touch(tokens[index], tokens[after]) else ""
        single_follows = bool(following) and _is_single(tokens[after])
        if _NUMBER.fullmatch(word):
            after = _unit_end(tokens, after)
            grades[index + 1 : after] = [_GLUE] * (after - index - 1)
        elif single_follows and (word == "之" or word in _CONJUNCTIONS or _ORDINAL.fullmatch(word)):
            grades[after] = _GLUE  # 规矩之弦, 第二个; but 和 may begin an unknown word: 和美乡村
            after += word not in _CONJUNCTIONS
        elif _is_single(tokens[index]):
            ends = not following or word in _SUFFIXES or (following in _ADVERBS and word not in _PREFIXES)
            if ends and index and _touch(tokens[index - 1], tokens[index]):
                grades[index] = _GLUE
            elif following:
                grades[after] = _GLUE
                if single_follows and word not in _PREFIXES:
                    after += 1  # Two single characters form a word; two such words a phrase: 耳聪目明.
                    grades[index] = max(grades[index], _VETO if pair_end == index else _BESIDE_PAIR)
                    grades[after] = _BESIDE_PAIR
                    pair_end = after
        index = after
    return grades


def _raise(costs: list[float], positions: Iterable[int], grade: float) -> None:
    for position in positions:
        costs[position] = max(costs[position], grade)


def _unit_end(tokens: Sequence[_Token], index: int) -> int:
    """Returns the end of the unit after a number, which may start at ``index``: 亿元, 多万平方米."""
    while index < len(tokens) and _MAGNITUDE.fullmatch(tokens[index].text):
        index += 1
    return index + (index < len(tokens) and tokens[index].kind == "han")


def _is_single(token: _Token) -> bool:
    return token.kind == "han" and len(token.text) == 1 and token.text not in _LEAN_BACK | _CONJUNCTIONS


def _touch(left: _Token, right: _Token) -> bool:
    """Returns whether two tokens are adjacent, with at most a bracket between them."""
    if left.end < right.start or (left.kind == "mark" and left.text not in _CLOSING):
        return False
    return right.kind != "mark" or right.text in _OPENING


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yields start and end of each pair of quotation marks or brackets, including straight quotes."""
    expected: list[tuple[str, int]] = []
    for position, character in enumerate(text):
        if expected and character == expected[-1][0]:
            yield expected.pop()[1], position + 1
        elif character in _OPENING:
            expected.append((_CLOSING[_OPENING.index(character)], position))
        elif character == '"':
            expected.append(('"', position))


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
                if edge == last and length <= 2:
                    cost += _ORPHAN
            if cost < best[edge]:
                best[edge], back[edge] = cost, start
    return best[last], _path(back)


def _path(back: Sequence[int]) -> list[int]:
    """Returns the positions from 0 to the end, following the best predecessor of each."""
    places = [len(back) - 1]
    while places[-1]:
        places.append(back[places[-1]])
    return places[::-1]

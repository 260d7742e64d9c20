"""Breaks Chinese headlines for big type where a careful typesetter would.

Chinese has no spaces between words, so a line breaker that knows only characters cuts words and quotations
and parts numbers from their units. Here a headline is first cut into its most probable words; then rules
take boundaries away or make them dearer, and never add one; last the lines are chosen so that they are few,
even and broken where it costs least. The tables were counted from some 3,000 public reports: ``words.txt``
holds words and counts, ``pairs.tsv`` two words and how firmly they hold together (cohesion x 100),
``veto.txt`` strings that are never cut. What may not begin or end a line follows W3C's clreq.
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

# What a break costs. The grades lie so far apart that a narrow column gives up the lesser rule first.
_FREE = 0.0  # after a punctuation mark that ends a phrase
_IN_LIST = 0.1  # after 、
_WORD_END = 1.0  # between two words
_BESIDE_PAIR = 1.8  # beside two lone characters that make a word: likely half of a phrase, 风雨兼程
_VETO = 8.0  # in a string of veto.txt
_GLUE = 14.0  # before a particle, between a number and its unit
_QUOTE = 22.0  # inside a short quotation or bracket
_INSIDE = 50.0  # inside a word
_NEVER = 1000.0  # a comma at the start of a line, a section's mark alone; only if nothing else fits
_LIKELY = 0.3  # less after 的 and beside a quotation, where a phrase is likely to end, and more after 和
_COHESION = 3.0  # weight of a pair's cohesion, which is between 0 and 1
_BALANCE = 8.0  # weight of a line's squared deviation from the mean, in line widths
_EXTRA_LINE = 0.6
_ORPHAN = 2.0  # a last line as long as one or two characters
_NAME = 20_000  # the count of a name in its own report: a common word's
_LONGEST = 1000  # characters that are broken with care
_SHORT_QUOTE = 10  # characters; a longer quotation is a sentence and breaks like one

_OPENING = "（【《〈「『“‘〔［｛([{"
_CLOSING = "）】》〉」』”’〕］｝)]}"
_PAUSES = "，。；：！？…—,.;:!?｡"
_JOINERS = "·・/／\\-‐‑–~～&＆+＋×=＝_%％‰℃°"  # stand between two things or after one
_AFTER_MARK = dict.fromkeys(_PAUSES, _FREE) | dict.fromkeys("、､", _IN_LIST) | dict.fromkeys(_JOINERS, _GLUE)
_COMBINING = "\u0300-\u036f\u200d\u20d0-\u20f0\ufe00-\ufe0f\U0001f3fb-\U0001f3ff"  # accents; what joins emoji
_NOT_FIRST = re.escape(_CLOSING + "".join(_AFTER_MARK)) + _COMBINING
_UNBREAKABLE = re.compile(rf"[{re.escape(_OPENING)}\u200d]\s*|(?<!\s)\s*(?=[{_NOT_FIRST}])")
_NUMERALS = "〇零一二三四五六七八九十百千"
_HAN = r"〇㐀-䶿一-鿿豈-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(
    rf"(?P<han>[{_HAN}]+)"
    # Latin words and numbers, with what joins them: 1+5+36+X, 3.0, 2021-2025, e-mail
    rf"|(?P<latin>[^\W_{_HAN}]+(?:[.,:/+\-–—~～_&@'’×]{{1,2}}[^\W_{_HAN}]+)*[%％‰℃]?)"
    r"|(?P<mark>\S)"
)
# A section's printed number in front of its headline: 一、（一）1. (1) 1.2 第一章 ① ●
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
# Words that belong to the one before them. After a conjunction a line may end.
_LEAN_BACK = frozenset("的地得了过之等上中下里性化度力") | {"以上", "以下", "以内", "左右"}
_CONJUNCTIONS = frozenset("和与及或")
# Lone characters of other kinds lean on the next word, unless they name persons, places and kinds.
_SUFFIXES = frozenset("人者员事率型级类式版圈感区镇县市省州村乡")
# Before an adverb a phrase begins; the other prefixes join a lone character before them too: 走在前列.
_ADVERBS = frozenset("更最较再又也都均已未")
_PREFIXES = frozenset("在把被将以对向从由为于至到让给不非无要可新大小老各每全") | _ADVERBS


class _Token(NamedTuple):
    kind: str  # "han" (a Chinese word), "latin" (a Latin word or a number) or "mark" (any other character)
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class HeadlineBreaker:
    """Knows the words, and from them where a headline may break and how its lines are best set."""

    folder: Path
    names: tuple[str, ...] = ()

    @classmethod
    def load(cls, folder: Path, names: Iterable[str] = ()) -> HeadlineBreaker:
        """A breaker with the tables of ``folder``, which are read when first needed (some 15 ms).

        ``names`` are proper names that no dictionary has, such as the town's: they count as words.
        """
        return cls(folder, tuple(filter(None, names)))

    def costs(self, text: str) -> list[float]:
        """What it costs to begin a new line at each position of ``text``: ``len(text) + 1`` figures.

        0 is a phrase's end, about 1 a word's end, 8 and more a fault (by the grades above), and infinity a
        place where there is nothing to break: both ends of the text, before and within white space.
        """
        tokens = list(self._tokens(text))
        leaning = _leaning(tokens)
        costs = [*(math.inf if character.isspace() else _INSIDE for character in text), math.inf]
        costs[0] = math.inf
        for left, right, grade in zip(tokens, tokens[1:], leaning[1:], strict=False):
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
        """The lines of ``text``, none wider than ``width`` full-width characters (ASCII counts half).

        Nothing is lost but the white space at breaks and ends; line breaks in the text are kept.
        """
        parts = filter(None, map(str.strip, text.splitlines()))
        width = max(width, 1)
        return [
            line
            for part in parts
            for line in (self._set(part, width) if len(part) <= _LONGEST else _chopped(part, width))
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
        """How often each word was counted; a name as often as a common word."""
        fields = (self.folder / "words.txt").read_text(encoding="utf-8").split()
        words = dict(zip(fields[::2], map(int, fields[1::2]), strict=True))
        words.update(dict.fromkeys(self.names, _NAME))
        return words

    @cached_property
    def _limits(self) -> tuple[int, float]:
        """The length of the longest word, and the logarithm of the number of words counted."""
        return max(map(len, self._words)), math.log(sum(self._words.values()))

    @cached_property
    def _pairs(self) -> dict[str, str]:
        """Two words with a tab between -> their cohesion x 100, as text since few are ever looked up."""
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
        """The most probable words of a run of Chinese characters: Viterbi's algorithm on single words."""
        longest, total = self._limits
        best, back = [0.0], [0]  # the log probability of the best words up to here, where the last begins
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
        """The cost of a break between two neighbours, by what they are."""
        last, first = left.text[-1], right.text[0]
        if left.kind == "mark" and last in _AFTER_MARK:
            return _AFTER_MARK[last]
        if left.end < right.start and left.kind == right.kind == "han":
            return _FREE  # the author parted two phrases by a space
        if right.text in _LEAN_BACK | _CONJUNCTIONS or (last in _NUMERALS and first in _NUMERALS):
            return _GLUE
        if left.text in "年月" and right.text.isdecimal():
            return _GLUE  # 12月15日
        cost = _WORD_END + _COHESION * int(self._pairs.get(f"{left.text}\t{right.text}", 0)) / 100
        if last == "的" or last in _CLOSING or first in _OPENING:
            return cost - _LIKELY
        return cost + _LIKELY if left.text in _CONJUNCTIONS else cost


def _chopped(text: str, width: int) -> list[str]:
    """Lines of what is no headline, whatever the file says."""
    lines = (text[at : at + width].strip() for at in range(0, len(text), width))
    return [line for line in lines if line]


def _leaning(tokens: Sequence[_Token]) -> list[float]:
    """The least cost of a break before each token, so that numbers and lone characters keep their company."""
    grades = [_FREE] * (len(tokens) + 1)
    count, pair_end, index = len(tokens), -1, 0
    while index < count:
        word, after = tokens[index].text, index + 1
        following = tokens[after].text if after < count and _touch(tokens[index], tokens[after]) else ""
        lone_follows = bool(following) and _is_lone(tokens[after])
        if _NUMBER.fullmatch(word):
            after = _unit_end(tokens, after)
            grades[index + 1 : after] = [_GLUE] * (after - index - 1)
        elif lone_follows and (word == "之" or word in _CONJUNCTIONS or _ORDINAL.fullmatch(word)):
            grades[after] = _GLUE  # 规矩之弦, 第二个; 和 may begin a word that the list lacks: 和美乡村
            after += word not in _CONJUNCTIONS
        elif _is_lone(tokens[index]):
            ends = not following or word in _SUFFIXES or (following in _ADVERBS and word not in _PREFIXES)
            if ends and index and _touch(tokens[index - 1], tokens[index]):
                grades[index] = _GLUE
            elif following:
                grades[after] = _GLUE
                if lone_follows and word not in _PREFIXES:
                    after += 1  # Two lone characters make a word; two such words in a row a phrase: 耳聪目明.
                    grades[index] = max(grades[index], _VETO if pair_end == index else _BESIDE_PAIR)
                    grades[after] = _BESIDE_PAIR
                    pair_end = after
        index = after
    return grades


def _raise(costs: list[float], positions: Iterable[int], grade: float) -> None:
    for position in positions:
        costs[position] = max(costs[position], grade)


def _unit_end(tokens: Sequence[_Token], index: int) -> int:
    """Where the unit ends that may begin at ``index``, after a number: 亿元, 多万平方米."""
    while index < len(tokens) and _MAGNITUDE.fullmatch(tokens[index].text):
        index += 1
    return index + (index < len(tokens) and tokens[index].kind == "han")


def _is_lone(token: _Token) -> bool:
    return token.kind == "han" and len(token.text) == 1 and token.text not in _LEAN_BACK | _CONJUNCTIONS


def _touch(left: _Token, right: _Token) -> bool:
    """Whether the two stand together, at most with a bracket between outside and inside."""
    if left.end < right.start or (left.kind == "mark" and left.text not in _CLOSING):
        return False
    return right.kind != "mark" or right.text in _OPENING


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each pair of quotation marks or brackets, straight quotation marks too."""
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
    """The cheapest way to set lines of about ``mean``: its cost and the edges where lines begin and end.

    ``begins`` and ``ends`` are where a line that begins or ends at an edge does so, in full-width characters.
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
    """From 0 to the end, when each place knows the one before it on the best way."""
    places = [len(back) - 1]
    while places[-1]:
        places.append(back[places[-1]])
    return places[::-1]

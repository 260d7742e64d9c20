"""Rates the places where a Chinese headline may break in large type.

Rules forbid breaks between words or raise their costs: within quotations, between numbers and their units,
before particles. Which characters must not begin or end a line follows W3C's Requirements for Chinese Text
Layout (clreq).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from gaohang_viewer.typeset.word_list import Token, WordList

# The costs of a break. They differ so much that a narrow column violates the weaker rule first.
_FREE = 0.0  # after a punctuation mark that ends a phrase
_IN_LIST = 0.7  # after 、
_WORD_END = 1.0  # between two words
_BESIDE_PAIR = 1.8  # beside a word of two single characters: probably half of a phrase, 风雨兼程
_VETO = 8.0  # in a string of veto.txt
_GLUE = 14.0  # before a particle, between a number and its unit
_QUOTE = 22.0  # inside a short quotation or bracket
_INSIDE = 50.0  # inside a word
_NEVER = 1000.0  # before a comma, after a section's mark; only if nothing else fits
_LIKELY = 0.3  # lower after 的 and beside a quotation, where phrases often end; higher after 和
_COHESION = 3.0  # weight of the cohesion of a pair, which is between 0 and 1
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
_PLAN = re.compile(rf"[“‘][{_NUMERALS}两]{{1,4}}[”’](?=[㐀-鿿])")  # an ordinal plan, “十五五”, with its noun
# Words that belong to the one before them. A line may end after a conjunction.
_LEAN_BACK = frozenset("的地得了过之等上中下里性化度力") | {"以上", "以下", "以内", "左右"}
_CONJUNCTIONS = frozenset("和与及或")
# Other single characters belong to the next word, except suffixes for persons, places and kinds.
_SUFFIXES = frozenset("人者员事率型级类式版圈感区镇县市省州盟旗村乡")
_OF_PLACE = re.compile("[省市县区州盟旗镇乡](?:政府|委|长|人大|政协)")
# A phrase begins at an adverb; other prefixes also belong to a single character before them: 走在前列.
_ADVERBS = frozenset("更最较再又也都均已未")
_PREFIXES = frozenset("在把被将以对向从由为于至到让给不非无要可新大小老各每全") | _ADVERBS


def break_costs(text: str, words: WordList) -> list[float]:
    """Returns the cost of starting a line at each position of ``text``: ``len(text) + 1`` numbers.

    0 is the end of a phrase, about 1 the end of a word, 8 and more a bad break (see the constants above).
    The cost is infinite at both ends of the text, before white space and within it.
    """
    tokens = list(words.tokens(text))
    minimum_costs = _minimum_costs(tokens)
    costs = [*(math.inf if character.isspace() else _INSIDE for character in text), math.inf]
    costs[0] = math.inf
    for left, right, grade in zip(tokens, tokens[1:], minimum_costs[1:], strict=False):
        cost = _between(left, right, words)
        costs[right.start] = max(cost, grade) if cost > _IN_LIST else cost
    for start in range(len(text)):
        for length in (3, 4):  # veto.txt has no others
            if text[start : start + length] in words.veto:
                _raise(costs, range(start + 1, start + length), _VETO)
    for start, end in _quotations(text):
        if end - start <= _SHORT_QUOTE + 2:
            _raise(costs, range(start + 1, end), _QUOTE)
        _raise(costs, (start + 1, end - 1), _NEVER)
    _raise(costs, (match.end() for match in _UNBREAKABLE.finditer(text)), _NEVER)
    _raise(costs, (match.end() for match in _PLAN.finditer(text)), _GLUE)
    _keep_names(costs, text)
    if mark := _SECTION_MARK.match(text):
        _raise(costs, range(1, mark.end() + 1), _NEVER)
    return costs


def _keep_names(costs: list[float], text: str) -> None:
    """Forbids breaks in names of two to four characters between spaces, and in those with a space, 李　明."""
    parts = list(re.finditer(r"\S+", text))
    if len(parts) == 1:
        return
    for part in parts:
        if len(part.group()) <= 4 and part.group().isalpha():
            _raise(costs, range(part.start() + 1, part.end()), _QUOTE)
    for left, right in pairwise(parts):
        if 1 in (len(left.group()), len(right.group())):
            _raise(costs, [right.start()], _GLUE)


def _between(left: Token, right: Token, words: WordList) -> float:
    """Returns the cost of a break between two adjacent tokens."""
    last, first = left.text[-1], right.text[0]
    if left.kind == "mark" and last in _AFTER_MARK:
        return _AFTER_MARK[last]
    if left.end < right.start and left.kind == right.kind == "han":
        return _FREE  # the author separated two phrases by a space
    if right.text in _LEAN_BACK | _CONJUNCTIONS or (last in _NUMERALS and first in _NUMERALS):
        return _GLUE
    if _OF_PLACE.match(right.text) and left.kind == "han" and len(left.text) > 1:
        return _VETO  # 涞水县政府, whose 县政府 is a word
    if left.text in "年月" and right.text.isdecimal():
        return _GLUE  # 12月15日
    cost = _WORD_END + _COHESION * words.cohesion(left.text, right.text)
    if last == "的" or last in _CLOSING or first in _OPENING:
        return cost - _LIKELY
    return cost + _LIKELY if left.text in _CONJUNCTIONS else cost


def _minimum_costs(tokens: Sequence[Token]) -> list[float]:
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


def _unit_end(tokens: Sequence[Token], index: int) -> int:
    """Returns the end of the unit after a number, which may start at ``index``: 亿元, 多万平方米."""
    while index < len(tokens) and _MAGNITUDE.fullmatch(tokens[index].text):
        index += 1
    return index + (index < len(tokens) and tokens[index].kind == "han")


def _is_single(token: Token) -> bool:
    return token.kind == "han" and len(token.text) == 1 and token.text not in _LEAN_BACK | _CONJUNCTIONS


def _touch(left: Token, right: Token) -> bool:
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

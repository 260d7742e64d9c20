"""Finds Chinese text by its pinyin: "ywtg", "yiwang" and "yiwtg" find 一网统管, "5gjz" 五个机制."""

from __future__ import annotations

import os
import unicodedata
from functools import cache


def is_pinyin(query: str) -> bool:
    """Returns whether a query may be pinyin: Latin letters, and digits and white space among them."""
    letters = "".join(query.split())
    return letters.isascii() and letters.isalnum() and not letters.isdigit()


def find(query: str, text: str, *, whole: bool = False) -> tuple[int, int] | None:
    """Returns start and end of the first characters whose pinyin matches a query, or None.

    Each character matches by its pinyin without tones, or the beginning of it, with `whole` only by its
    initial; Latin letters and digits match themselves, and punctuation between characters is ignored. `query`
    is in lower case, without white space.
    """
    for start, character in enumerate(text):
        if any(reading[0] == query[0] for reading in readings(character)):
            end = _end(query, text, start, whole=whole)
            if end:
                return start, end
    return None


def _end(query: str, text: str, start: int, *, whole: bool) -> int:
    """Returns the end of the match that starts at `start`; 0 if there is none."""
    reached = {0}  # the possible lengths of the part of the query that has matched
    for at in range(start, len(text)):
        syllables = readings(text[at])
        if not syllables:
            if text[at].isdigit():
                return 0
            continue
        reached = {
            before + length
            for before in reached
            for syllable in syllables
            for length in range(1, _same(query, before, syllable) + 1)
            if not whole or length in (1, len(syllable))
        }
        if len(query) in reached:
            return at + 1
        if not reached:
            return 0
    return 0


def _same(query: str, at: int, syllable: str) -> int:
    """Returns how many letters of a syllable occur at a position in the query."""
    for length, letter in enumerate(syllable):
        if query[at + length : at + length + 1] != letter:
            return length
    return len(syllable)


@cache
def readings(character: str) -> tuple[str, ...]:
    """Returns the pinyin of a character without tones, ü as v, and the digit that a numeral stands for; a
    Latin letter or digit itself; else nothing."""
    if character.isascii():
        return (character.lower(),) if character.isalnum() else ()
    toned = _readings().get(ord(character), "")
    plain = {_without_tone(reading) for reading in toned.split(",") if reading}
    plain |= {str(_NUMERALS.index(character) + 1)} if character in _NUMERALS else set()
    return tuple(sorted(plain))


def _without_tone(reading: str) -> str:
    spelled = unicodedata.normalize("NFD", reading.replace("ü", "v").translate(_TONED_V))
    return "".join(letter for letter in spelled if "a" <= letter <= "z")


_NUMERALS = "一二三四五六七八九"
_TONED_V = {ord(sign): "v" for sign in "ǖǘǚǜ"}


@cache
def _readings() -> dict[int, str]:
    # The readings of phrases would decide between several readings and take four times as long to load; a
    # search needs all readings
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    from pypinyin.constants import PINYIN_DICT

    return PINYIN_DICT

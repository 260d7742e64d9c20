"""Finds Chinese words by their pinyin: "ywtg", "yiwang" and "yiwtg" find 一网统管."""

from __future__ import annotations

import os
import unicodedata
from functools import cache


def is_pinyin(query: str) -> bool:
    """Whether a query may be pinyin: Latin letters, perhaps apart."""
    letters = "".join(query.split())
    return letters.isascii() and letters.isalpha()


def find(query: str, text: str) -> tuple[int, int] | None:
    """Where in a text characters are read so: each by its whole pinyin, without tones, or the beginning.

    `query` is in lower case, without white space. Signs between the characters make no difference. Latin
    letters in the text stand for themselves.
    """
    for start, character in enumerate(text):
        if any(reading[0] == query[0] for reading in readings(character)):
            end = _end(query, text, start)
            if end:
                return start, end
    return None


def _end(query: str, text: str, start: int) -> int:
    """Where a text that is read as the query from a place on ends; 0 if it is not."""
    reached = {0}  # how much of the query may have been read so far
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
        }
        if len(query) in reached:
            return at + 1
        if not reached:
            return 0
    return 0


def _same(query: str, at: int, syllable: str) -> int:
    """How many letters of a syllable stand at a place in the query."""
    for length, letter in enumerate(syllable):
        if query[at + length : at + length + 1] != letter:
            return length
    return len(syllable)


@cache
def readings(character: str) -> tuple[str, ...]:
    """The pinyin of a character without tones, ü as v; of a Latin letter itself; of other signs nothing."""
    if character.isascii():
        return (character.lower(),) if character.isalpha() else ()
    toned = _readings().get(ord(character), "")
    plain = {_without_tone(reading) for reading in toned.split(",") if reading}
    return tuple(sorted(plain))


def _without_tone(reading: str) -> str:
    spelled = unicodedata.normalize("NFD", reading.replace("ü", "v").translate(_TONED_V))
    return "".join(letter for letter in spelled if "a" <= letter <= "z")


_TONED_V = {ord(sign): "v" for sign in "ǖǘǚǜ"}


@cache
def _readings() -> dict[int, str]:
    # Readings of phrases, which take four times as long to load, would tell which of several is meant here;
    # a search wants all of them.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    from pypinyin.constants import PINYIN_DICT

    return PINYIN_DICT

"""Estimates the speaking time of a report from its number of characters."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gaohang_viewer.report.model import Report

RATE = 220  # characters a minute when a report is read out
# The first bytes of U+4000 to U+9FFF in UTF-8: all but rare Han characters
_HAN = bytes(range(0xE4, 0xEA))
_DIGITS = b"0123456789"
_LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS_TO_A_CHARACTER = 3
_SEPARATOR = "\0"  # between texts that are counted at once
_ALL = bytes(range(1, 256))  # all but the separator
_SILENT = _ALL.translate(None, _HAN + _DIGITS)
_NO_LETTERS = _ALL.translate(None, _LETTERS)


def characters(text: str) -> int:
    """Returns the number of spoken characters: Han and digits, Latin letters at a third, no punctuation."""
    return each_characters([text.replace(_SEPARATOR, "")])[0]


def each_characters(texts: Iterable[str]) -> list[int]:
    """Returns `characters` of each text; many at once take a third of the time."""
    data = _SEPARATOR.join(texts).encode("utf-8", "replace")
    spoken = data.translate(None, _SILENT).split(b"\0")
    letters = data.translate(None, _NO_LETTERS).split(b"\0")
    return [
        len(one) + len(other) // _LETTERS_TO_A_CHARACTER for one, other in zip(spoken, letters, strict=True)
    ]


class Speaking:
    """The speaking times of a report's sections, in seconds; `rate` is in characters a minute."""

    def __init__(self, report: Report) -> None:
        self._outline = report.outline
        each = each_characters(section.title + section.body for section in report.sections)
        self._before = list(accumulate(each[: len(report.sections)], initial=0))
        self._front = characters(report.preamble)

    def of(self, section: int, rate: int = RATE) -> float:
        """Returns the time of a section with all below it; -1 is the whole report."""
        if section < 0:
            return (self._front + self._before[-1]) * 60 / rate
        return (self._before[self._outline.ends[section]] - self._before[section]) * 60 / rate


def clock(seconds: float) -> str:
    """Formats a time as minutes and seconds: 12:05."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def brief(seconds: float) -> str:
    """Formats a time briefly: 12′, 40″ below a minute, empty below a second."""
    if seconds < 1:
        return ""
    if seconds < 55:
        return f"{max(round(seconds / 10), 1) * 10}″"
    return f"{round(seconds / 60)}′"

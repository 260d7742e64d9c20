"""How long it takes to speak a report, from its characters."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gaohang_viewer.report.model import Report

RATE = 220  # characters a minute, of someone who reads a report out
_HAN = bytes(
    range(0xE4, 0xEA)
)  # what the UTF-8 of U+4000 to U+9FFF begins with: Han characters all but rare ones
_DIGITS = b"0123456789"
_LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS_TO_A_CHARACTER = 3
_APART = "\0"  # between texts that are counted at once
_ALL = bytes(range(1, 256))  # but that one
_SILENT = _ALL.translate(None, _HAN + _DIGITS)
_NO_LETTERS = _ALL.translate(None, _LETTERS)


def characters(text: str) -> int:
    """As many characters as are spoken: Han ones and digits, Latin letters at a third; signs are silent."""
    return each_characters([text.replace(_APART, "")])[0]


def each_characters(texts: Iterable[str]) -> list[int]:
    """The same of many texts at once, which takes a third of the time."""
    data = _APART.join(texts).encode("utf-8", "replace")
    spoken = data.translate(None, _SILENT).split(b"\0")
    letters = data.translate(None, _NO_LETTERS).split(b"\0")
    return [
        len(one) + len(other) // _LETTERS_TO_A_CHARACTER for one, other in zip(spoken, letters, strict=True)
    ]


class Speaking:
    """The characters of a report's sections; times are in seconds at some `rate` of characters a minute."""

    def __init__(self, report: Report) -> None:
        self._outline = report.outline
        each = each_characters(section.title + section.body for section in report.sections)
        self._before = list(accumulate(each[: len(report.sections)], initial=0))
        self._front = characters(report.preamble)

    def of(self, section: int, rate: int = RATE) -> float:
        """A section with all below it; -1 is the whole report."""
        if section < 0:
            return (self._front + self._before[-1]) * 60 / rate
        return (self._before[self._outline.ends[section]] - self._before[section]) * 60 / rate


def clock(seconds: float) -> str:
    """Minutes and seconds, 12:05."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def brief(seconds: float) -> str:
    """The same for a narrow place: 12′, or 40″ where it is less than a minute; empty for nothing."""
    if seconds < 1:
        return ""
    if seconds < 55:
        return f"{max(round(seconds / 10), 1) * 10}″"
    return f"{round(seconds / 60)}′"

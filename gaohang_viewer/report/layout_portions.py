"""Splits a report into portions that can be laid out one by one: sections, or parts of long ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.model import FRONT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gaohang_viewer.report.model import Report

LONG = 4000  # characters; a longer body is several portions
_HEADLINE = 24  # characters that a headline and its margins count for
_FENCE = re.compile(r"^(`{3,}|~{3,}).*?(?:^\1\s*$|\Z)", re.MULTILINE | re.DOTALL)


class Portion(NamedTuple):
    """A section (-1 is the front page) or a part of a long one: its body from `start` to `end`.

    `head` holds the first two lines of a table, header and delimiter row, which each further part of it
    repeats.
    """

    section: int
    part: int
    start: int
    end: int
    head: str = ""


class Portions:
    """All portions of a report in order; their lengths, in characters, are the units of a scroll bar."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._firsts: list[int] = []  # the first portion of each section, front page first
        self._cuts: dict[int, list[tuple[int, int, str]]] = {}  # the parts of long sections
        lengths: list[int] = []
        for section, body in enumerate((report.preamble, *(each.body for each in report.sections)), FRONT):
            self._firsts.append(len(lengths))
            if len(body) <= LONG:  # no `Portion` is stored for these, as there may be very many
                lengths.append(len(body) + _HEADLINE)
            else:
                self._cuts[section] = list(_parts(body))
                lengths += [end - start + _HEADLINE for start, end, _ in self._cuts[section]]
        self._offsets = list(accumulate(lengths, initial=0))

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, number: int) -> Portion:
        section = bisect_right(self._firsts, number) - 1 + FRONT
        part = number - self._firsts[section - FRONT]
        if section in self._cuts:
            return Portion(section, part, *self._cuts[section][part])
        return Portion(section, part, 0, self._offsets[number + 1] - self._offsets[number] - _HEADLINE)

    def text(self, number: int) -> str:
        """Returns the Markdown of a portion."""
        section, _, start, end, head = self[number]
        body = self._report.preamble if section < 0 else self._report.sections[section].body
        return head + body[start:end]

    def number(self, section: int, part: int = 0) -> int:
        """Returns the index of a part of a section, or of its last part if it has fewer."""
        first = self._firsts[section + 1]
        return min(first + part, self.after(section) - 1)

    def after(self, section: int) -> int:
        """Returns the index of the first portion after a section."""
        return self._firsts[section + 2] if section + 2 < len(self._firsts) else len(self)

    # --- positions for a scroll bar ----------------------------------------------------------------------

    @property
    def length(self) -> int:
        """The length of the report in characters, headlines with their margins."""
        return self._offsets[-1]

    def offset(self, number: int, share: float = 0) -> float:
        """Returns the offset of a position in characters: `share`, 0 to 1, of a portion lies before it."""
        start, end = self._offsets[number : number + 2]
        return start + (end - start) * min(max(share, 0), 1)

    def at(self, offset: float) -> tuple[int, float]:
        """Returns the portion at an offset, and the share of it, 0 to 1, that lies before."""
        number = min(max(bisect_right(self._offsets, offset) - 1, 0), len(self) - 1)
        start, end = self._offsets[number : number + 2]
        return number, min(max((offset - start) / (end - start), 0), 1)


def _parts(body: str) -> Iterator[tuple[int, int, str]]:
    """Yields start, end and table head of each part: cut after a paragraph, else line, else sentence."""
    fences = [fence.span() for fence in _FENCE.finditer(body)] if "```" in body or "~~~" in body else []
    start, head = 0, ""
    while len(body) - start > LONG:
        end = _end(body, start)
        end = next((close for open_, close in fences if open_ < end < close), end)
        yield start, end, head
        head = _table_head(body, start, end, head)
        start = end
    yield start, len(body), head


def _end(body: str, start: int) -> int:
    for sign in ("\n\n", "\n", "。"):
        for low, high in ((start + LONG // 2, start + LONG), (start + LONG, start + 2 * LONG)):
            at = body.rfind(sign, low, high) if high == start + LONG else body.find(sign, low, high)
            if at >= 0:
                return at + len(sign)
    return min(start + LONG, len(body))


def _table_head(body: str, start: int, end: int, before: str) -> str:
    """Returns the head of the table that a cut at `end` divides, empty if it divides none."""
    if body[end : end + 1] != "|" or body[end - 1] != "\n" or body[end - 2 : end] == "\n\n":
        return ""
    top = body.rfind("\n\n", start, end) + 2
    if top == 1:
        return before or _two_lines(body, start)
    return _two_lines(body, top)


def _two_lines(body: str, start: int) -> str:
    first = body.find("\n", start)
    second = body.find("\n", first + 1)
    lines = body[start : second + 1]
    return lines if set(lines[first - start + 1 :].strip()) <= set("|-: ") else ""

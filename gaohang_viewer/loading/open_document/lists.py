"""Computes the numbers of lists and headings (ISO/IEC 26300-1, 5.3 and 16.30 ff.)."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from gaohang_viewer.loading.open_document.styles import attribute, full, local_attribute, short
from gaohang_viewer.loading.word.number_formats import format_number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEVELS = 10
_MOST_START = 32_767
_LONGEST = 100  # characters of a number
_PLACE = re.compile(r"%(\d{1,2})%")
_STYLES = {
    "1": "decimal",
    "0": "decimalZero",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一": "chineseCountingThousand",
    "壹": "chineseLegalSimplified",
    "①": "decimalEnclosedCircle",
    "１": "decimalFullWidth",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
}


class Lists:
    """The list styles of a document, and the counters of its lists and headings."""

    def __init__(self, roots: list[Element]) -> None:
        self._styles = {
            attribute(style, "style:name"): _levels(style)
            for root in roots
            for style in root.iter(full("text:list-style"))
        }
        outline = next((style for root in roots for style in root.iter(full("text:outline-style"))), None)
        self._outline = {} if outline is None else _levels(outline)
        self._headings: list[int | None] = [None] * _LEVELS
        self._counters: dict[str, list[int | None]] = {}

    def start(self, element: Element, style: str) -> None:
        """Begins a list that is in no other; it counts on only where it says so."""
        continues = attribute(element, "text:continue-numbering") == "true"
        if not continues and not attribute(element, "text:continue-list"):
            self._counters.pop(style, None)

    def next(self, style: str, level: int, item: Element) -> str | None:
        """Returns the label of the next entry of a list, 1 = top, "" for a bullet; None without a label."""
        levels = self._styles.get(style, {})
        counters = self._counters.setdefault(style, [None] * _LEVELS)
        return _next(levels, counters, level, attribute(item, "text:start-value"))

    def heading(self, level: int, element: Element) -> str | None:
        """Returns the number of the next heading that stands in no list, None without one."""
        if attribute(element, "text:is-list-header") == "true":
            return None
        return _next(self._outline, self._headings, level, attribute(element, "text:start-value"))


def _levels(style: Element) -> dict[int, Element]:
    levels = ((attribute(level, "text:level"), level) for level in style)
    return {int(number): level for number, level in levels if number.isdigit() and 0 < int(number) <= _LEVELS}


def _next(levels: dict[int, Element], counters: list[int | None], level: int, start: str) -> str | None:
    found = levels.get(level)
    if found is None or not 0 < level <= _LEVELS:
        return None
    if not short(found).endswith("-number") and short(found) != "text:outline-level-style":
        return ""
    before = counters[level - 1]
    counters[level - 1] = _start(found) if before is None else before + 1
    if start.isdigit():
        counters[level - 1] = min(int(start[:6]), _MOST_START)
    for below in range(level, _LEVELS):
        counters[below] = None
    return _label(levels, counters, level) or None


def _start(level: Element) -> int:
    value = attribute(level, "text:start-value")
    return min(int(value[:6]), _MOST_START) if value.isdigit() else 1


def _label(levels: dict[int, Element], counters: list[int | None], level: int) -> str:
    """Returns a number as it is printed, with the space behind it; empty if it has no format."""

    def number(at: int) -> str:
        style = attribute(levels.get(at), "style:num-format")
        if at not in levels or not style or not 0 < at <= _LEVELS:
            return ""
        count = counters[at - 1]
        return format_number(_start(levels[at]) if count is None else count, _STYLES.get(style[0], "decimal"))

    found = levels[level]
    if not attribute(found, "style:num-format"):
        return ""
    pattern = local_attribute(found, "num-list-format")
    if pattern:
        printed = _PLACE.sub(lambda place: number(int(place[1])), pattern[:_LONGEST])
    else:
        above = attribute(found, "text:display-levels")
        first = max(1, level + 1 - (int(above[:2]) if above.isdigit() else 1))
        numbers = filter(None, map(number, range(first, level + 1)))
        prefix, suffix = attribute(found, "style:num-prefix"), attribute(found, "style:num-suffix")
        printed = prefix + ".".join(numbers) + suffix
    printed = printed[:_LONGEST].lstrip()
    if not printed or printed[-1].isspace() or _followed_by(found) == "nothing":
        return printed
    wide = unicodedata.category(printed[-1])[0] == "P" and unicodedata.east_asian_width(printed[-1]) in "WFA"
    return printed if wide else printed + " "


def _followed_by(level: Element) -> str:
    """Returns what stands between a number and its text: "listtab", "space" or "nothing"."""
    aligned = next(level.iter(full("style:list-level-label-alignment")), None)
    return attribute(aligned, "text:label-followed-by")

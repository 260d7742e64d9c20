"""Computes the automatic numbers of paragraphs: 第一章, （一）, 1.1 (ECMA-376-1, 17.9)."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.word.number_formats import format_number
from gaohang_viewer.loading.word.xml import attribute, child, full, switched, value, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from gaohang_viewer.loading.word.styles import ParagraphStyle, Styles

_LEVELS = 9
_MOST_START = 32_767  # the maximum of Word; damaged files have 2,000,000,000
_LONGEST = 100  # characters of a number
_PLACE = re.compile(r"%([1-9])")


class Number(NamedTuple):
    """The label of a paragraph: a number with the space after it, or a bullet, whose text is empty."""

    text: str
    bullet: bool


class _Level(NamedTuple):
    start: int
    style: str  # the format of the number
    custom: str
    text: str  # the pattern, with %1 … %9 for the numbers of the levels
    suffix: str
    restart: int | None
    legal: bool
    paragraph_style: str


class _List(NamedTuple):
    """A list that paragraphs refer to; lists with the same `abstract` definition share their counters."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The counters of a document."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        if root is not None:
            self._abstracts = {
                attribute(it, "w:abstractNumId"): it for it in root.iterfind(full("w:abstractNum"))
            }
            self._nums = {attribute(it, "w:numId"): it for it in root.iterfind(full("w:num"))}

    def next(self, properties: Element | None, style: ParagraphStyle) -> Number | None:
        """Returns the label of the next paragraph; must be called for all paragraphs in document order.

        `properties` is its `w:pPr`. Returns None if the paragraph has no number.
        """
        num_id = value(properties, "w:numPr", "w:numId")
        level_no = whole(value(properties, "w:numPr", "w:ilvl"), 0, _LEVELS - 1)
        num_id = style.num_id if num_id is None else num_id
        found = self._list(num_id)
        if found is None:
            return None
        if level_no is None:
            level_no = _level_of(found, style)
        level = found.levels.get(level_no)
        if level is None:
            return None
        counters = self._counters.setdefault(found.abstract, [None] * _LEVELS)
        self._count(num_id, found, level_no, counters)
        if level.style == "bullet":
            return Number("", bullet=True)
        return Number(_label(found, level, counters), bullet=False)

    def _count(self, num_id: str, found: _List, level_no: int, counters: list[int | None]) -> None:
        first_use = (num_id, level_no) not in self._started
        self._started.add((num_id, level_no))
        start = found.starts.get(level_no, found.levels[level_no].start)
        before = counters[level_no]
        if before is None or (first_use and level_no in found.starts):
            counters[level_no] = start
        else:
            counters[level_no] = before + 1
        for below in range(level_no + 1, _LEVELS):
            restart = found.levels[below].restart if below in found.levels else None
            # 17.9.10: by default a level restarts after any level above it; with 0 never, with n after level
            # n or above
            if restart is None or level_no < restart:
                counters[below] = None

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._read_list(num_id)
        return self._lists[num_id]

    def _read_list(self, num_id: str) -> _List | None:
        num = self._nums.get(num_id)
        abstract = self._abstract(num)
        if num is None or abstract is None:
            return None
        levels = dict(_level(it) for it in abstract.iterfind(full("w:lvl")))
        starts: dict[int, int] = {}
        for override in num.iterfind(full("w:lvlOverride")):
            level_no = whole(attribute(override, "w:ilvl"), 0, _LEVELS - 1) or 0
            if (changed := child(override, "w:lvl")) is not None:
                levels[level_no] = _level(changed)[1]
            start = whole(value(override, "w:startOverride"), 0, _MOST_START)
            if start is not None:
                starts[level_no] = start
        return _List(attribute(abstract, "w:abstractNumId"), levels, starts)

    def _abstract(self, num: Element | None) -> Element | None:
        """Returns the definition of a list, which a numbering style may contain (17.9.21)."""
        for _ in range(3):  # a style may refer to another, or to itself
            abstract = self._abstracts.get(value(num, "w:abstractNumId") or "")
            link = value(abstract, "w:numStyleLink")
            if not link:
                return abstract
            num = self._nums.get(self._styles.paragraph(link).num_id)
        return None


def _level(element: Element) -> tuple[int, _Level]:
    # Formats since Word 2010 are in an AlternateContent, the custom one first
    style = next(element.iter(full("w:numFmt")), None)
    start = whole(value(element, "w:start"), 0, _MOST_START)
    return whole(attribute(element, "w:ilvl"), 0, _LEVELS - 1) or 0, _Level(
        start=0 if start is None else start,
        style=attribute(style, "w:val") or "decimal",
        custom=attribute(style, "w:format")[:_LONGEST],
        text=(value(element, "w:lvlText") or "")[:_LONGEST],
        suffix=value(element, "w:suff") or "tab",
        restart=whole(value(element, "w:lvlRestart"), 0, _LEVELS),
        legal=bool(switched(child(element, "w:isLgl"))),
        paragraph_style=value(element, "w:pStyle") or "",
    )


def _level_of(found: _List, style: ParagraphStyle) -> int:
    """Returns the level of a paragraph by its style: that which names the style or that it names."""
    for style_id, own in zip(style.ids, style.levels, strict=True):
        for level_no, level in found.levels.items():
            if level.paragraph_style == style_id:
                return level_no
        if own is not None:
            return own
    return 0


def _label(found: _List, level: _Level, counters: list[int | None]) -> str:
    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        of = found.levels.get(at)
        count = counters[at]
        if of is None:
            return ""
        if count is None:  # an unused level shows its start value
            count = found.starts.get(at, of.start)
        legal = level.legal and of.style != "none"
        return format_number(count, "decimal" if legal else of.style, of.custom)[:_LONGEST]

    printed = _PLACE.sub(number, level.text)[:_LONGEST].lstrip()
    if not printed or level.suffix == "nothing" or _has_own_space(printed[-1]):
        return printed
    return printed + " "


def _has_own_space(sign: str) -> bool:
    """Returns whether a character is or includes white space, like full-width 、 or ）."""
    wide = unicodedata.category(sign)[0] == "P" and unicodedata.east_asian_width(sign) in "WFA"
    return wide or sign.isspace()

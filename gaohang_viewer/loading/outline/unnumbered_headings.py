"""Unnumbered headings: chapters above the numbered ones, annexes, and short lines above a text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from gaohang_viewer.loading.outline.annex import LONGEST_ANNEX, is_annex, is_glossary
from gaohang_viewer.loading.outline.levels import (
    ANNEX,
    LEAD,
    UNNUMBERED,
    UNNUMBERED_CHAPTER,
    Head,
    Kind,
    levels,
)
from gaohang_viewer.loading.outline.line import (
    LONGEST_BOLD,
    LONGEST_SHORT,
    is_chapter,
    is_headline,
    is_salutation,
)
from gaohang_viewer.report.draft import PieceRole
from gaohang_viewer.report.heading_mark import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Collection

    from gaohang_viewer.loading.outline.line import Line
    from gaohang_viewer.loading.outline.number_sequences import Sequence

# What a government promises for a year, printed behind its report
_PROJECTS = re.compile(r".{0,12}\d{4}年.{0,14}实事(?:项目|工程|清单|计划|一览表)?$")
_YEARS = re.compile(
    r"“?[一二三四五六七八九十]{1,2}五”|(?:\d|[〇○零一二三四五六七八九]){4}年|(?:今后|过去|未来)五年"
)
_PARAGRAPH_ENDS = tuple("。！？；：!?;:”）)…")
_LONGEST_ALONE = 24  # characters of an unnumbered heading below a chapter
_INTRODUCTION = 12  # paragraphs between a chapter and its first numbered heading


def find_annexes(lines: list[Line]) -> set[int]:
    """The lines that head an annex, a glossary or notes; all numbering begins anew there."""
    return {
        at
        for at, line in enumerate(lines)
        if len(line.text) <= LONGEST_ANNEX
        and line.mark is None
        and line.role is PieceRole.TEXT
        and (line.annex or is_annex(line.text) or _is_list_of_projects(lines, at))
    }


def _is_list_of_projects(lines: list[Line], at: int) -> bool:
    """Whether a line is the title of an annex, without 附件, and numbers begin right below it."""
    after = lines[at + 1] if at + 1 < len(lines) else None
    return (
        lines[at].short
        and _PROJECTS.match(lines[at].text) is not None
        and after is not None
        and after.mark is not None
        and after.mark.number == 1
    )


def find_chapters(lines: list[Line], sequences: list[Sequence], annexes: Collection[int]) -> dict[int, Kind]:
    """The unnumbered lines that stand above all numbering.

    No numbered section goes on behind a chapter. What makes a line one is that the topmost numbers begin,
    or begin anew, in it; lines that say what such chapters say, or are in bold like them, go with them.
    """
    found: dict[int, Kind] = dict.fromkeys(annexes, ANNEX)
    topmost = _topmost(lines, sequences)
    within = _within(sequences, len(lines))
    entries = _entries(lines, annexes)
    candidates = [
        at
        for at, line in enumerate(lines)
        if (line.short or line.bold) and not within[at] and not entries[at] and _may_be_chapter(lines, at)
    ]
    opening = _opening(lines, candidates, topmost)
    beginnings = Counter(line.text[:3] for line in lines if line.short)  # sections in a row begin alike
    worded = {
        at
        for at in candidates
        if is_chapter(text := _headline(lines[at]))
        and (beginnings[text[:3]] < 2 or text[0].isdigit() or lines[at].bold)
    }
    first_end = min(topmost.values(), default=0)  # of the topmost numbers
    behind = [at for at in candidates if at > max(topmost.values(), default=len(lines))]
    chapters = {at for at in opening if at > first_end}
    chapters |= {at for at in behind if at in worded and (len(behind) == 1 or _names_years(lines[at]))}
    if chapters or len(opening | worded) > 1 or opening & worded:
        chapters |= opening | worded
        chapters |= {at for at in candidates if lines[at].short and _names_years(lines[at])}
    alone = len(behind) == 1 and lines[behind[0]].short and len(lines[behind[0] + 1].text) > LONGEST_SHORT
    if chapters and alone:  # no section has just one of its own
        chapters |= set(behind)
    if opening and all(lines[at].bold for at in chapters):  # bold chapters have bold ones beside them
        chapters |= {at for at in candidates if lines[at].is_bold}
    for at in chapters:
        lines[at].title = len(_headline(lines[at]))
    return found | dict.fromkeys(chapters, UNNUMBERED_CHAPTER)


def _opening(lines: list[Line], candidates: list[int], topmost: Collection[int]) -> set[int]:
    """The candidates after which the topmost numbers begin, before any other candidate."""
    found: set[int] = set()
    for at, after in pairwise([*candidates, len(lines)]):
        following = range(at + 1, min(after, at + 1 + _INTRODUCTION))
        first = next((place for place in following if lines[place].role is PieceRole.HEADING), None)
        if first in topmost and first is not None and _begins_with_one(lines[first]):
            found.add(at)
    return found


def _names_years(line: Line) -> bool:
    """Whether a line begins with the years that it is about: 2025年, “十四五”, 今后五年."""
    return _YEARS.match(line.text) is not None


def _topmost(lines: list[Line], sequences: list[Sequence]) -> dict[int, int]:
    """Where the sequences begin and end that stand in no other one."""
    numbers = {at: number for number, sequence in enumerate(sequences, 1) for at in sequence.members}
    places = sorted(numbers)
    heads = [Head(sequences[numbers[at] - 1].style, numbers[at], lines[at].level) for at in places]
    depths = dict(zip(places, levels(heads), strict=True))
    top = min(depths.values(), default=1)
    firsts = (sequence.members for sequence in sequences)
    return {members[0]: members[-1] for members in firsts if depths[members[0]] == top}


def _entries(lines: list[Line], annexes: Collection[int]) -> list[bool]:
    """For each line, whether it is the title of an annex, or stands in a glossary or in notes."""
    found: list[bool] = []
    glossary = False
    for at, line in enumerate(lines):
        if at in annexes:
            glossary = is_glossary(line.text)
        found.append(glossary or at in annexes)
    return found


def _within(sequences: list[Sequence], length: int) -> list[bool]:
    """For each line, whether it stands between two numbers of a sequence."""
    changes = [0] * (length + 1)
    for sequence in sequences:
        changes[sequence.members[0] + 1] += 1
        changes[sequence.members[-1]] -= 1
    return [total > 0 for total in accumulate(changes[:-1])]


def _begins_with_one(line: Line) -> bool:
    return line.mark is not None and line.mark.number == 1 and line.mark.style < MarkStyle.ORDINAL


def _headline(line: Line) -> str:
    """An unnumbered line, or the bold words that it begins with."""
    return line.text if line.short or not line.bold else line.text[: line.bold]


def _may_be_chapter(lines: list[Line], at: int) -> bool:
    line = lines[at]
    if line.role is not PieceRole.TEXT or line.mark is not None:
        return False
    if line.short:
        return at + 1 < len(lines) and not (lines[at + 1].short and lines[at + 1].bold == 0)
    return 0 < line.bold <= LONGEST_BOLD and is_headline(line.text[: line.bold]) and not line.is_bold


def find_short(lines: list[Line], chapters: dict[int, Kind], *, given: bool) -> dict[int, Kind]:
    """Short lines that stand alone above a text: unnumbered headings, if there are several of them.

    Where the file itself `given` headings, only lines in bold are such.
    """
    found: dict[int, Kind] = {} if given else dict.fromkeys(_leads(lines), LEAD)
    shorts = [
        at
        for at, line in enumerate(lines)
        if line.short and at not in chapters and (not given or line.is_bold) and _heads_a_text(lines, at)
    ]
    if len(shorts) > 1 or found or any(is_chapter(lines[at].text) for at in shorts):
        found |= dict.fromkeys(shorts, UNNUMBERED)
    return found


def is_unpunctuated(lines: list[Line]) -> bool:
    """Whether paragraphs end without a full stop in this text, so that a short one says nothing."""
    long = [line.text for line in lines if line.role is PieceRole.TEXT and len(line.text) > LONGEST_SHORT]
    return len(long) > 4 and sum(not text.endswith(_PARAGRAPH_ENDS) for text in long) * 4 > len(long)


def _heads_a_text(lines: list[Line], at: int) -> bool:
    """A short line with text below it; in a run of short lines they are points of a list."""
    line = lines[at]
    longest = LONGEST_BOLD if line.is_bold else _LONGEST_ALONE
    if line.role is not PieceRole.TEXT or len(line.text) > longest or at + 1 == len(lines):
        return False
    if at and (lines[at - 1].short or _is_broken_off(lines[at - 1])):
        return False
    after = lines[at + 1]
    return after.role in (PieceRole.POINT, PieceRole.MARKDOWN) or (
        after.role is PieceRole.TEXT and not after.short and not _is_lead(after)
    )


def _is_broken_off(line: Line) -> bool:
    """Whether a text ends in the middle of a sentence: what follows belongs to it."""
    return (
        line.role is PieceRole.TEXT
        and len(line.text) > LONGEST_SHORT
        and not line.title
        and not line.text.endswith(_PARAGRAPH_ENDS)
    )


def _is_lead(line: Line) -> bool:
    return (
        line.role is PieceRole.TEXT and len(line.text) <= _LONGEST_ALONE and line.text.endswith(("：", ":"))
    )


def _leads(lines: list[Line]) -> list[int]:
    """Lines with a colon that are headings: several begin alike, and one holds short headings."""
    alike: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if (
            len(line.text) <= _LONGEST_ALONE
            and line.mark is None
            and _is_lead(line)
            and not is_salutation(line.text)
        ):
            alike.setdefault(line.text[:3], []).append(at)
    groups = [group for group in alike.values() if len(group) > 1]
    return [
        at
        for group in groups
        if any(at + 1 < len(lines) and lines[at + 1].short for at in group)
        for at in group
    ]

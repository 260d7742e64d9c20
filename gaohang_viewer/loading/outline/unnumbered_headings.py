"""Unnumbered headings: chapters above the numbered ones, annexes, and short lines above a text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from gaohang_viewer.loading.outline.annex import LONGEST_ANNEX, is_annex
from gaohang_viewer.loading.outline.levels import ANNEX, LEAD, UNNUMBERED, UNNUMBERED_CHAPTER, Kind
from gaohang_viewer.loading.outline.line import LONGEST_SHORT, is_salutation
from gaohang_viewer.report.draft import PieceRole

if TYPE_CHECKING:
    from gaohang_viewer.loading.outline.line import Line

_CHAPTER = re.compile(
    r".{0,24}(?:工作(?:回顾|总结|情况|安排|任务|目标|部署|重点|打算)|主要(?:工作|任务|目标)|重点(?:工作|任务)|目标(?:任务|要求)|总体要求|自身建设|政府建设|[回展]望)"
    r".{0,12}$|(?:前言|序言|引言|导言|绪论|结语|结束语|后记|概述)$"
)
_PARAGRAPH_ENDS = tuple("。！？；：!?;:”）)…")
_LONGEST_ALONE = 24  # characters of an unnumbered heading below a chapter
_INTRODUCTION = 7  # paragraphs between a chapter and its first numbered heading


def find_chapters(lines: list[Line]) -> dict[int, Kind]:
    """The unnumbered lines that stand above all numbering: annexes, and chapters where 一、 begins anew."""
    found: dict[int, Kind] = {}
    chapters: list[int] = []
    restarts = 0
    top = min((line.mark.style for line in lines if line.mark is not None and line.title), default=0)
    beginnings = Counter(line.text[:3] for line in lines if line.short)  # sections in a row begin alike
    for at, line in enumerate(lines):
        if line.role is not PieceRole.TEXT or line.mark is not None or len(line.text) > LONGEST_ANNEX:
            continue
        if is_annex(line.text):
            found[at] = ANNEX
        elif line.short and at + 1 < len(lines) and not lines[at + 1].short:
            begins = _begins_anew(lines, at + 1, top)
            alike = beginnings[line.text[:3]] > 1 and not line.text[0].isdigit()
            if begins or (_CHAPTER.match(line.text) and not alike):
                chapters.append(at)
                restarts += begins
    if restarts > 1:
        found |= dict.fromkeys(chapters, UNNUMBERED_CHAPTER)
    return found


def _begins_anew(lines: list[Line], start: int, top: int) -> bool:
    """Whether the numbers of the topmost style begin anew within a chapter's introduction."""
    for line in lines[start : start + _INTRODUCTION]:
        if line.mark is not None and line.title:
            return line.mark.number == 1 and line.mark.style == top
        if line.short:
            return False
    return False


def find_short(lines: list[Line], chapters: dict[int, Kind]) -> dict[int, Kind]:
    """Short lines that stand alone above a text: unnumbered headings, if there are several of them."""
    if is_unpunctuated(lines):
        return {}
    found: dict[int, Kind] = dict.fromkeys(_leads(lines), LEAD)
    shorts = [at for at in range(len(lines)) if at not in chapters and _heads_a_text(lines, at)]
    if len(shorts) > 1 or found:
        found |= dict.fromkeys(shorts, UNNUMBERED)
    return found


def is_unpunctuated(lines: list[Line]) -> bool:
    """Whether paragraphs end without a full stop in this text, so that a short one says nothing."""
    long = [line.text for line in lines if line.role is PieceRole.TEXT and len(line.text) > LONGEST_SHORT]
    return len(long) > 4 and sum(not text.endswith(_PARAGRAPH_ENDS) for text in long) * 4 > len(long)


def _heads_a_text(lines: list[Line], at: int) -> bool:
    """A short line with text below it; in a run of short lines they are points of a list."""
    if not lines[at].short or len(lines[at].text) > _LONGEST_ALONE or at + 1 == len(lines):
        return False
    if at and lines[at - 1].short:
        return False
    after = lines[at + 1]
    return after.role is PieceRole.POINT or (
        after.role is PieceRole.TEXT and not after.short and not _is_lead(after)
    )


def _is_lead(line: Line) -> bool:
    return (
        line.role is PieceRole.TEXT and len(line.text) <= _LONGEST_ALONE and line.text.endswith(("：", ":"))
    )


def _leads(lines: list[Line]) -> list[int]:
    """Lines with a colon that are headings: several begin alike, and one holds short headings."""
    alike: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if line.mark is None and _is_lead(line) and not is_salutation(line.text):
            alike.setdefault(line.text[:3], []).append(at)
    groups = [group for group in alike.values() if len(group) > 1]
    return [
        at
        for group in groups
        if any(at + 1 < len(lines) and lines[at + 1].short for at in group)
        for at in group
    ]

"""Finds the places of an outline that a reader should look at: what a wrongly read heading leaves behind."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.heading_mark import MarkStyle, read_mark

if TYPE_CHECKING:
    from gaohang_viewer.report.model import Report, Section

LONG_SECTION = 10_000  # characters of one section's own text; few chapters have as many


class DoubtKind(Enum):
    """Why a section may have been read wrongly."""

    ONLY_CHILD = "only-child"  # it is the only section below its chapter
    GAP = "gap"  # its number does not follow that of the sibling before it: siblings are missing
    LONG = "long"  # its own text is so long that headings may have been missed
    TURNED = "turned"  # its kind of mark stands below the kind that it contains elsewhere


class Doubt(NamedTuple):
    """A section, by its index in document order, and why it is doubtful."""

    kind: DoubtKind
    section: int


def doubts(report: Report) -> list[Doubt]:
    """The doubtful sections of a report in document order, a section with two doubts twice."""
    styles = [mark_style(section) for section in report.sections]
    found = [
        *_only_children(report),
        *_gaps(report, styles),
        *_long_sections(report),
        *_turned(report, styles),
    ]
    return sorted(found, key=lambda doubt: doubt.section)


def mark_style(section: Section) -> MarkStyle | None:
    """The kind of a section's printed number; None if it has none."""
    mark = read_mark(section.mark + section.title) if section.mark else None
    return mark.style if mark else None


def similar(report: Report, section: int) -> list[int]:
    """All sections that look like a section, itself among them.

    They have its level, its kind of mark, or none, and their text goes on in the line of the headline as its
    text does, or does not.
    """
    like = report.sections[section]
    style = mark_style(like)
    return [
        index
        for index, other in enumerate(report.sections)
        if other.level == like.level and mark_style(other) is style and other.run_in == like.run_in
    ]


def _only_children(report: Report) -> list[Doubt]:
    return [
        Doubt(DoubtKind.ONLY_CHILD, children[0]) for children in report.outline.children if len(children) == 1
    ]


def _gaps(report: Report, styles: list[MarkStyle | None]) -> list[Doubt]:
    """Finds numbers that follow neither a sibling nor, as in chapters counted through all parts, another."""
    found = []
    last_sibling: dict[tuple[int | None, MarkStyle], int] = {}
    last: dict[MarkStyle, int] = {}
    for index, (section, style) in enumerate(zip(report.sections, styles, strict=True)):
        mark = read_mark(section.mark + section.title) if style else None
        if mark is not None:
            siblings = report.outline.parents[index], mark.style
            follows = last_sibling.get(siblings, 0) + 1, last.get(mark.style, 0) + 1
            if mark.number != 1 and mark.number not in follows:
                found.append(Doubt(DoubtKind.GAP, index))
            last_sibling[siblings] = last[mark.style] = mark.number
    return found


def _long_sections(report: Report) -> list[Doubt]:
    return [
        Doubt(DoubtKind.LONG, index)
        for index, section in enumerate(report.sections)
        if len(section.body) > LONG_SECTION
    ]


def _turned(report: Report, styles: list[MarkStyle | None]) -> list[Doubt]:
    """Where two kinds of mark contain each other, the rarer way is doubtful; a kind in itself always is."""
    pairs: Counter[tuple[MarkStyle, MarkStyle]] = Counter()
    places: list[tuple[int, tuple[MarkStyle, MarkStyle]]] = []
    for index, style in enumerate(styles):
        above = report.outline.parents[index]
        if style is not None and above is not None and (parent := styles[above]) is not None:
            pairs[parent, style] += 1
            places.append((index, (parent, style)))
    return [
        Doubt(DoubtKind.TURNED, index)
        for index, (parent, style) in places
        if parent is style or pairs[style, parent] > pairs[parent, style]
    ]

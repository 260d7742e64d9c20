"""Puts headlines together again that were broken over two lines."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from gaohang_viewer.loading.outline.line import Line
from gaohang_viewer.report.draft import PieceRole
from gaohang_viewer.report.heading_mark import MarkStyle

_LONGEST_REST = 12  # characters of a headline's second line
_LONGEST_CHAIN = 12  # of lines that are parts of one mark
_NO_MORE_THAN_A_MARK = re.compile(
    r"(?:第[一二三四五六七八九十百\d]{1,4}[篇编章节]|[一二三四五六七八九十]{1,3}\s*[、．.]"
    r"|[（(](?:[一二三四五六七八九十\d]{1,3}[)）]?)?|\d{1,2}[、．.])$"
)


def join_broken(lines: list[Line]) -> list[Line]:
    """The lines with the second ones of broken headlines joined to their first.

    A line that is a mark, or a part of one, goes on below. Otherwise the whole of a group tells: a section
    has no subsection or several, never just one, so where each numbered headline of a style within a
    chapter is followed by exactly one short line, those lines are the rest of the headlines.
    """
    rests = [at + 1 for at, line in enumerate(lines[:-1]) if _is_part(line, lines[at + 1])]
    groups: dict[tuple[int, MarkStyle], list[int]] = defaultdict(list)
    chapter = 0
    for at, line in enumerate(lines):
        if line.mark is not None and line.mark.style <= MarkStyle.HAN:
            chapter = at
        elif line.mark is not None and line.title:
            groups[chapter, line.mark.style].append(at)
    ends = [at for at, line in enumerate(lines) if line.mark is not None and line.title] + [len(lines)]
    after = dict(pairwise(ends))
    for members in groups.values():
        if len(members) > 1 and all(_has_rest(lines, at, after[at]) for at in members):
            rests += [at + 1 for at in members]
    if not rests:
        return lines
    gone: set[int] = set()
    for at in sorted(rests):
        first, rest = lines[at - 1], lines[at]
        if at - 2 in gone and len(first.text) > _LONGEST_CHAIN:  # marks in a row are no headline
            continue
        lines[at] = Line(first.piece._replace(text=first.text + rest.text, markdown=""))
        gone.add(at - 1)
    return [line for at, line in enumerate(lines) if at not in gone]


def _is_part(line: Line, below: Line) -> bool:
    return (
        line.role is PieceRole.TEXT is below.role
        and len(line.text) <= 6
        and _NO_MORE_THAN_A_MARK.match(line.text) is not None
        and below.mark is None
        and 1 < len(below.text) <= 60
    )


def _has_rest(lines: list[Line], at: int, end: int) -> bool:
    """Whether the only short line below a headline comes right after it."""
    if at + 1 == end or not lines[at + 1].short or len(lines[at + 1].text) > _LONGEST_REST:
        return False
    return end - at > 2 and not any(line.short for line in lines[at + 2 : end])

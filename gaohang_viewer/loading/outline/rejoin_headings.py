"""Puts headlines together again that were broken over two lines."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from gaohang_viewer.loading.outline.annex import is_annex_mark, is_glossary
from gaohang_viewer.loading.outline.line import LONGEST_TITLE, Line, is_salutation
from gaohang_viewer.report.draft import PieceRole
from gaohang_viewer.report.heading_mark import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_MARK = 6  # characters of what is a mark and nothing more, or 附件一
_LONGEST_REST = 12  # characters of a headline's second line
_SHORTEST_FIRST = 5  # characters of a headline's first line
_LONGEST_HALF = 24  # of one that other headlines of its style confirm
_LONGEST_CHAIN = 12  # of lines that are parts of one mark
_NO_MORE_THAN_A_MARK = re.compile(
    r"(?:第[一二三四五六七八九十百\d]{1,4}[篇编章节]|[一二三四五六七八九十]{1,3}\s*[、．.]"
    r"|[（(](?:[一二三四五六七八九十\d]{1,3}[)）]?)?|\d{1,2}[、．.])$"
)
_CLOSES = re.compile(r"(?:[一二三四五六七八九十\d]{1,3})?[)）]")
_LONGEST_OPEN = 4  # characters of （ or （十二
_GOES_ON = tuple("、，,和与及")  # how a line ends that is no whole headline
_CONTINUES = tuple("和与及暨、，,的")  # how a line begins that is none
_ENDS = tuple("。；;！？!?：:，,、")


def join_broken(lines: list[Line]) -> list[Line]:
    """The lines with the second ones of broken headlines joined to their first.

    A line that is a mark, or a part of one, goes on below, and so does a headline that ends in 、 or within
    quotation marks. Otherwise the whole of a group shows it: a section has no subsection or several, never
    just one, so where numbered headlines of a style are followed by exactly one short line, those lines
    are the rest of the headlines.
    """
    rests = {
        at + 1
        for at, line in enumerate(lines[:-1])
        if len(line.text) <= LONGEST_TITLE
        and (line.mark is not None or line.short or len(line.text) <= _LONGEST_MARK)
        and _is_broken(line, lines[at + 1])
    }
    rests |= set(_rests_of_groups(lines)) | _bold_rests(lines)
    if not rests:
        return lines
    gone: set[int] = set()
    for at in sorted(rests):
        first, rest = lines[at - 1], lines[at]
        if at - 2 in gone and len(first.text) > _LONGEST_CHAIN:  # marks in a row are no headline
            continue
        annex = is_annex_mark(first.text)
        joint = " " if annex else ""
        joined = Line(first.piece._replace(text=first.text + joint + rest.text, markdown=""))
        if first.is_bold and rest.is_bold:
            joined.bold = len(joined.text)
        if joined.mark is not None and not joined.title and len(joined.text) <= LONGEST_TITLE + _LONGEST_HALF:
            joined.title = joined.clause = len(joined.text)  # two lines that were broken hold a long one
            joined.alone = True
        joined.short = joined.short or (first.short and rest.short and not joined.mark)
        joined.annex = annex
        lines[at] = joined
        gone.add(at - 1)
    return [line for at, line in enumerate(lines) if at not in gone]


def _is_broken(line: Line, below: Line) -> bool:
    """Whether two lines are one headline, by themselves."""
    if line.role is not PieceRole.TEXT or below.role is not PieceRole.TEXT:
        return False
    text, rest = line.text, below.text
    if text[0] in "（(" and len(text) <= _LONGEST_OPEN and "）" not in text and ")" not in text:
        return _CLOSES.match(rest) is not None
    if below.mark is not None:
        return False
    if not 1 < len(rest) <= LONGEST_TITLE or rest.endswith("。"):
        return False
    if is_annex_mark(text):
        return (below.short or below.is_bold) and not rest.endswith(_ENDS)
    if len(text) <= _LONGEST_MARK and _NO_MORE_THAN_A_MARK.match(text):
        return not rest.endswith(_ENDS)
    if not _SHORTEST_FIRST <= len(text) <= LONGEST_TITLE or "。" in text or rest.endswith(_ENDS):
        return False
    if line.mark is None or line.mark.style >= MarkStyle.ORDINAL:
        return line.short and below.short and rest.startswith(_CONTINUES)
    unclosed = text.count("“") > text.count("”")
    return text.endswith(_GOES_ON) or unclosed or (line.alone and rest.startswith(_CONTINUES))


def _bold_rests(lines: list[Line]) -> set[int]:
    """The second of two unnumbered lines in bold that stand together in the text, not in its title block."""
    if not any(line.bold for line in lines):
        return set()
    salutation = next((at for at, line in enumerate(lines) if is_salutation(line.text)), len(lines))
    found: set[int] = set()
    for at in range(salutation + 2, len(lines) - 1):
        two = all(line.short and line.is_bold for line in lines[at - 1 : at + 1])
        if two and not (lines[at - 2].is_bold or lines[at + 1].is_bold):
            found.add(at)
    return found


def _rests_of_groups(lines: list[Line]) -> Iterator[int]:
    """The second lines of headlines, as their groups show."""
    heads = [at for at, line in enumerate(lines) if line.mark is not None and line.title]
    after = dict(pairwise([*heads, len(lines)]))
    chapters: dict[tuple[int, MarkStyle], list[int]] = defaultdict(list)
    styles: dict[MarkStyle, list[int]] = defaultdict(list)
    chapter = 0
    for at in heads:
        style = mark.style if (mark := lines[at].mark) is not None else MarkStyle.COUNTED
        if style <= MarkStyle.HAN:
            chapter = at
        else:
            chapters[chapter, style].append(at)
        if lines[at].alone and not lines[at].text.endswith(_ENDS):
            styles[style].append(at)
    for members in chapters.values():
        if len(members) > 1 and all(_has_rest(lines, at, after[at], _LONGEST_REST) for at in members):
            yield from (at + 1 for at in members)
    for members in styles.values():
        halves = [at for at in members if _has_rest(lines, at, after[at], _LONGEST_HALF)]
        bold = len(halves) == 1 and lines[halves[0]].is_bold and lines[halves[0] + 1].is_bold
        if len(halves) < 2 and not bold:
            continue
        if not any(sum(line.short for line in lines[at + 1 : after[at]]) > 1 for at in members):
            yield from (at + 1 for at in halves)


def _has_rest(lines: list[Line], at: int, end: int, longest: int) -> bool:
    """Whether the only short line below a headline comes right after it."""
    if at + 1 == end or not lines[at + 1].short or len(lines[at + 1].text) > longest:
        return False
    if is_glossary(lines[at + 1].text):
        return False
    return (end - at > 2 or end < len(lines)) and not any(line.short for line in lines[at + 2 : end])

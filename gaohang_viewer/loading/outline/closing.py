"""Finds the closing of an official document: the list of annexes, the signature and the date.

GB/T 9704-2012, 7.3.4 (附件说明) to 7.3.6 (附注), and 7.4.2 to 7.4.3 (抄送, 印发). None of it is a heading.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gaohang_viewer.loading.outline.line import Line

_DATE = re.compile(
    r"(?:\d{4}|[二一][〇○零一二三四五六七八九0]{3})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日(?:\s*印发)?"
)
_LIST = re.compile(r"附\s*件\s*[：:]")
_ENTRY = re.compile(r"(?:附\s*件\s*[：:])?\s*\d{1,2}\s*[.．、]")
_BELOW = re.compile(r"附\s*件|附\s*注|抄\s*送|主\s*送|分\s*送|[（(]|.{0,40}印发|联系人|联系电话")
_STOPS = re.compile("[，。；：！？,;:!?]")
_LONGEST_NAME = 30  # characters of a signature
_MOST_NAMES = 6
_MOST_ENTRIES = 20


def closing_lines(lines: Sequence[Line]) -> set[int]:
    """Returns the places of the lines of the closings; each ends in the date below a signature."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if not _DATE.fullmatch(line.text.strip()) or not _ends_there(lines, at):
            continue
        first = at
        while first and at - first < _MOST_NAMES and _is_name(lines[first - 1]):
            first -= 1
        if first < at:
            found.update(range(_list_above(lines, first), at + 1))
    return found


def _ends_there(lines: Sequence[Line], at: int) -> bool:
    """Whether what comes below the date belongs to the closing, too, or to an annex."""
    return at + 1 == len(lines) or _BELOW.match(lines[at + 1].text.strip()) is not None


def _is_name(line: Line) -> bool:
    text = line.text.strip()
    return 2 <= len(text) <= _LONGEST_NAME and line.mark is None and not _STOPS.search(text)


def _list_above(lines: Sequence[Line], first: int) -> int:
    """Where the list of annexes above a signature begins; `first` without one."""
    for at in range(first - 1, max(first - _MOST_ENTRIES, 0) - 1, -1):
        if _LIST.match(lines[at].text.strip()):
            return at
        if not _ENTRY.match(lines[at].text.strip()):
            break
    return first

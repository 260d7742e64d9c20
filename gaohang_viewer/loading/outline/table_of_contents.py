"""Finds the table of contents, which repeats the headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gaohang_viewer.loading.outline.line import is_salutation
from gaohang_viewer.report.draft import PieceRole

if TYPE_CHECKING:
    from gaohang_viewer.loading.outline.line import Line

_CONTENTS = re.compile(r"目\s*[录次]")
_ENTRY_END = re.compile(r"[.．…·\s]*\d{1,4}$|[.．…·]{3,}")
_BULLETS = ("- ", "* ", "+ ", "1. ")  # of a list in Markdown
_LONGEST_TITLE = 12  # characters of the line that heads it
_LONGEST_ENTRY = 90
_FURTHEST = 40  # lines from the beginning


def is_contents(text: str) -> bool:
    """Whether a line heads a table of contents."""
    return _CONTENTS.match(text) is not None


def mark_contents(lines: list[Line], start: int, end: int) -> int:
    """Gives a table of contents its role; returns where the text goes on."""
    at = start
    while at < min(end, start + _FURTHEST) and not is_contents(lines[at].text):
        at += 1
    if at >= min(end, start + _FURTHEST) or len(lines[at].text) > _LONGEST_TITLE:
        return start
    first = at
    seen: set[str] = set()
    at += 1
    while at < end:
        text = lines[at].text
        if lines[at].role is PieceRole.MARKDOWN and text.startswith(_BULLETS):
            seen |= set(text.split("\n"))
            at += 1
            continue
        key = _ENTRY_END.sub("", "".join(text.split()))
        if key in seen or len(text) > _LONGEST_ENTRY or "。" in text or is_salutation(text):
            break
        if lines[at].role is PieceRole.HEADING:
            break
        if len(seen) < 2 or lines[at].mark is not None or len(text) <= 40:
            seen.add(key)
        else:
            break
        at += 1
    if len(seen) < 2:
        return start
    for line in lines[first:at]:
        line.role = PieceRole.CONTENTS
    return at if first == start else start

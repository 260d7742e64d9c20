"""Finds the outline of a source: which of its lines are headings, and of what level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer.loading.outline.broken import join_broken
from gaohang_viewer.loading.outline.frame import is_glossary, mark_frame
from gaohang_viewer.loading.outline.levels import ANNEX, Head, levels
from gaohang_viewer.loading.outline.line import Line
from gaohang_viewer.loading.outline.sequences import find_numbered
from gaohang_viewer.loading.outline.short import find_chapters, find_short, is_short
from gaohang_viewer.loading.outline.split import split
from gaohang_viewer.report.draft import Role
from gaohang_viewer.report.mark import Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gaohang_viewer.report.draft import Piece


def read_outline(pieces: Iterable[Piece], tell: Callable[[float], None], *, title: str = "") -> list[Piece]:
    """The pieces of a source with their parts in the report worked out, in the same order.

    Headings that the file itself gives (role HEADING) stay; numbered lines between them go below.
    `title` is the one that the file names elsewhere. `tell` hears now and then what share is done.
    """
    lines = [Line(part) for piece in pieces for part in split(piece)]
    lines = join_broken(lines)
    tell(0.5)
    start, end = mark_frame(lines, title)
    body = lines[start:end]
    given = any(line.role is Role.HEADING for line in body)
    kinds = {} if given else find_chapters(body)
    numbered = _without_glossaries(body, kinds)
    find_numbered(numbered, {at for at, line in enumerate(numbered) if id(line) in {id(body[k]) for k in kinds}})
    if not given:
        kinds |= find_short(body, kinds)
    heads: list[Head] = []
    found: list[Line] = []
    for at, line in enumerate(body):
        if at in kinds:
            line.role, line.title = Role.HEADING, len(line.text)
            heads.append(Head(kinds[at], 0))
        elif line.role is Role.HEADING and line.level:
            heads.append(Head(0, 0, line.level))
        elif line.role is Role.HEADING and line.mark is not None:
            heads.append(Head(int(line.mark.style), line.mark.number))
        else:
            if line.role is Role.TEXT and is_short(line):
                near = body[max(at - 1, 0) : at] + body[at + 1 : at + 2]
                if any(other.role in (Role.TEXT, Role.POINT) and is_short(other) for other in near):
                    line.alone = True
            continue
        found.append(line)
    for line, level in zip(found, levels(heads), strict=True):
        line.level = level
    tell(0.9)
    return [piece for line in lines for piece in line.pieces()]


def _without_glossaries(body: list[Line], kinds: dict[int, int]) -> list[Line]:
    """The lines whose numbers may be headings: the entries of a glossary are none."""
    kept: list[Line] = []
    glossary = False
    for at, line in enumerate(body):
        if at in kinds:
            glossary = kinds[at] == ANNEX and is_glossary(line.text)
        if not glossary or (line.mark is not None and line.mark.style <= Style.SECTION) or at in kinds:
            kept.append(line)
    return kept

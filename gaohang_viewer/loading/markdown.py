"""Finds the sections of a Markdown text by its `#` headings, fenced code respected."""

from __future__ import annotations

import re

from gaohang_viewer.loading.frontmatter import FrontMatter
from gaohang_viewer.report.content import FENCE
from gaohang_viewer.report.draft import Draft, Piece, Role
from gaohang_viewer.report.model import Problem, ProblemKind

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_INLINE = re.compile(r"\\([!-/:-@\[-`{-~])|\*\*|__|`|\*")

Heading = tuple[int, int, str]  # index of the line, number of signs, text without Markdown signs


def find_headings(lines: list[str], start: int) -> tuple[list[Heading], int | None]:
    """The headings from line `start` on, and the index of the line that opens fenced code never closed."""
    headings: list[Heading] = []
    fence, fenced_from = "", 0
    for at in range(start, len(lines)):
        line = lines[at]
        if line.startswith(("```", "~~~")):
            if not fence and (opening := FENCE.match(line)):
                fence, fenced_from = opening[1], at
            elif fence and line.startswith(fence) and not line.strip(fence[0]).strip():
                fence = ""
        elif not fence and "#" in line[:4] and (heading := _HEADING.match(line)) and heading[2].strip("# \t"):
            text = _INLINE.sub(lambda sign: sign[1] or "", heading[2]).strip()
            headings.append((at, len(heading[1]), text))
    return headings, fenced_from if fence else None


def read_markdown(
    lines: list[str], front: FrontMatter, headings: list[Heading], open_fence: int | None, name: str
) -> Draft:
    """The draft of a Markdown text with headings; `name` is its title where it gives none.

    A single topmost heading at the very start of a report without a title of its own is the title.
    """
    problems = list(front.problems)
    pieces: list[Piece] = []
    first = front.end
    if "title" not in front.meta and _is_title(lines, front.end, headings):
        first, _, title = headings[0]
        pieces.append(Piece(Role.TITLE, title, first + 1))
        first, headings = first + 1, headings[1:]
    edges = [at for at, _, _ in headings] + [len(lines)]
    pieces += _body(lines, first, edges[0])
    for (at, signs, headline), end in zip(headings, edges[1:], strict=True):
        pieces.append(Piece(Role.HEADING, headline, at + 1, signs))
        pieces += _body(lines, at + 1, end)
    if open_fence is not None:
        problems.append(Problem(ProblemKind.UNCLOSED_FENCE, open_fence + 1, lines[open_fence]))
    return Draft(tuple(pieces), name, tuple(front.meta.items()), tuple(problems))


def _body(lines: list[str], start: int, end: int) -> tuple[Piece, ...]:
    """The lines between two headings as one piece; none if they are empty."""
    while start < end and not lines[start].strip():
        start += 1
    while start < end and not lines[end - 1].strip():
        end -= 1
    if start == end:
        return ()
    text = "\n".join(lines[start:end])
    return (Piece(Role.MARKDOWN, text, start + 1, markdown=text),)


def _is_title(lines: list[str], start: int, headings: list[Heading]) -> bool:
    at, signs, _ = headings[0]
    opens = not any(line.strip() for line in lines[start:at])
    return opens and len(headings) > 1 and all(other > signs for _, other, _ in headings[1:])

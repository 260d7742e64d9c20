"""Finds the sections of a Markdown text by its `#` headings, fenced code respected."""

from __future__ import annotations

import re

from gaohang_viewer.loading.frontmatter import FrontMatter
from gaohang_viewer.loading.marks import split_mark
from gaohang_viewer.report.content import FENCE
from gaohang_viewer.report.model import Problem, ProblemKind, Report, Section

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
) -> Report:
    """The report in a Markdown text with headings; `name` is its title where it gives none.

    Levels are made continuous: a heading is at most one level below the one before it. A single
    topmost heading at the very start of a report without a title of its own is the title.
    """
    meta = dict(front.meta)
    problems = list(front.problems)
    title, first = meta.pop("title", ""), front.end
    if not title and _is_title(lines, front.end, headings):
        first, _, title = headings[0]
        first, headings = first + 1, headings[1:]
    edges = [at for at, _, _ in headings] + [len(lines)]
    sections: list[Section] = []
    path: list[int] = []  # the numbers of signs of the open headings
    for (at, signs, headline), end in zip(headings, edges[1:], strict=True):
        while path and path[-1] >= signs:
            path.pop()
        path.append(signs)
        _, mark, rest = split_mark(headline)
        body = "\n".join(lines[at + 1 : end]).strip("\n")
        sections.append(Section(len(path), mark, rest, at + 1, body, at + 2))
    if open_fence is not None:
        problems.append(Problem(ProblemKind.UNCLOSED_FENCE, open_fence + 1, lines[open_fence]))
    return Report(
        title=title or name,
        subtitle=meta.pop("subtitle", ""),
        edition=meta.pop("edition", ""),
        meta=tuple(meta.items()),
        preamble="\n".join(lines[first : edges[0]]).strip("\n"),
        sections=tuple(sections),
        problems=tuple(problems),
    )


def _is_title(lines: list[str], start: int, headings: list[Heading]) -> bool:
    at, signs, _ = headings[0]
    opens = not any(line.strip() for line in lines[start:at])
    return opens and len(headings) > 1 and all(other > signs for _, other, _ in headings[1:])

"""Writes a report as Markdown, which loads as the same report again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gaohang_viewer.report.model import Report, Section

FINAL = ("outline", "headings")  # front matter: only `#` makes headings, printed numbers do not
_DEEPEST = 6  # level of headings in Markdown
_SIGN = re.compile(r"[\\`*_\[\]<>|~#]")


def as_markdown(report: Report) -> str:
    """Returns front matter, the text before the first section, and each section below its `#` heading.

    Sections deeper than the sixth level are written at the sixth. Pictures are not written.
    """
    facts = {"title": report.title, "subtitle": report.subtitle, "edition": report.edition}
    facts |= dict(report.meta) | dict([FINAL])
    lines = ["---", *(f'{key}: "{_one_line(value)}"' for key, value in facts.items() if value), "---"]
    parts = ["\n".join(lines), report.preamble]
    for section in report.sections:
        parts += [_heading(section, section.level), section.body]
    return "\n\n".join(part for part in parts if part) + "\n"


def section_as_markdown(report: Report, section: int) -> str:
    """Returns a section and all below it, starting with a heading of the first level."""
    parts: list[str] = []
    for index in report.outline.subtree(section):
        each = report.sections[index]
        parts += [_heading(each, each.level - report.sections[section].level + 1), each.body]
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(section: Section, level: int) -> str:
    headline = _SIGN.sub(r"\\\g<0>", _one_line(section.mark + section.title))
    return f"{'#' * min(level, _DEEPEST)} {headline}"


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))

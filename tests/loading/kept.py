"""What of a source stands in its report: every letter and digit, in its text or in what tells what was left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from gaohang_viewer.report.markdown_reader import paragraphs

if TYPE_CHECKING:
    from gaohang_viewer.report.model import Report


def letters(text: str) -> Counter[str]:
    """How often each letter and digit of a text occurs; signs may be Markdown, and white space is free."""
    return Counter(sign for sign in text if sign.isalnum())


def written(report: Report) -> str:
    """All words of a report as its source has them, Markdown and all, and those of its problems."""
    parts = [
        report.title,
        report.subtitle,
        report.edition,
        *(value for _, value in report.meta),
        report.preamble,
    ]
    parts += [text for each in report.sections for text in (each.mark, each.title, each.body)]
    return "\n".join([*parts, *(problem.text for problem in report.problems)])


def shown(report: Report) -> str:
    """All words of a report as a reader sees them, and those of its problems."""
    bodies = [report.preamble, *(each.body for each in report.sections)]
    heads = [each.mark + each.title for each in report.sections]
    parts = [report.title, report.subtitle, report.edition, *(value for _, value in report.meta), *heads]
    parts += [text for body in bodies for text in paragraphs(body)]
    return "\n".join([*parts, *(problem.text for problem in report.problems)])


def lost(source: str, found: str) -> dict[str, int]:
    """The letters of a source that stand nowhere, and how many of each."""
    return dict(letters(source) - letters(found))

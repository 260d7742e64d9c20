"""Breaks the lines of a front page between words: title, subtitle, occasion and speaker."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from gaohang_viewer.report.model import Report
from gaohang_viewer.typeset.labels import shown
from gaohang_viewer.typeset.line_breaking import break_lines, title_lines


class FrontWidths(NamedTuple):
    """How many characters fit a line of the title, of the subtitle and of the facts."""

    title: int
    subtitle: int
    facts: int


def front_of(report: Report, widths: FrontWidths, full_width: bool) -> dict[str, list[str]]:
    """Returns the lines of a report's front page as data for templates."""
    title, subtitle = (shown(text, full_width) for text in (report.title, report.subtitle))
    return front_data(title, subtitle, [shown(fact, full_width) for fact in report.facts], widths)


def front_data(title: str, subtitle: str, facts: Iterable[str], widths: FrontWidths) -> dict[str, list[str]]:
    """Returns the lines of a front page; there is a title even if it is empty."""
    title, subtitle = " ".join(title.split()), " ".join(subtitle.split())
    return {
        "lines": title_lines(title, widths.title),
        "subtitle-lines": break_lines(subtitle, widths.subtitle) if subtitle else [],
        "fact-lines": [line for fact in facts for line in break_lines(fact, widths.facts)],
    }

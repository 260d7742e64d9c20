"""Breaks the lines of a front page between words: title, subtitle, occasion and speaker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from gaohang_viewer.report.model import Report, fact_lines
from gaohang_viewer.typeset.labels import shown
from gaohang_viewer.typeset.line_breaking import break_lines, title_lines


class FrontWidths(NamedTuple):
    """How many characters fit a line of the title, of the subtitle and of the facts."""

    title: int
    subtitle: int
    facts: int


def front_data(report: Report, widths: FrontWidths, full_width: bool) -> dict[str, list[str]]:
    """Returns the lines of the first page as data for templates; there is a title even if it is empty."""
    title = shown(" ".join(report.title.split()), full_width)
    return {"lines": title_lines(title, widths.title), **front_lines(report.fields, widths, full_width)}


def front_lines(fields: Mapping[str, str], widths: FrontWidths, full_width: bool) -> dict[str, list[str]]:
    """Returns the lines below the title, from the fields of the front page (see `report.model.FIELDS`)."""
    subtitle = shown(" ".join(fields["subtitle"].split()), full_width)
    facts = (shown(fact, full_width) for fact in fact_lines(fields))
    return {
        "subtitle-lines": break_lines(subtitle, widths.subtitle) if subtitle else [],
        "fact-lines": [line for fact in facts for line in break_lines(fact, widths.facts)],
    }

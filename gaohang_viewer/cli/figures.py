"""Prints the key figures of a report, and which of them the slides show."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gaohang_viewer.report.model import Report

_BEFORE = 30  # characters of the text around a figure
_BEHIND = 20


def as_json(report: Report) -> str:
    """Returns the figures in document order as a JSON list."""
    return json.dumps(list(_rows(report)), ensure_ascii=False, indent=1)


def as_table(report: Report) -> Iterator[str]:
    """Yields the figures as lines of section, name, value and qualifier, separated by tabs."""
    for row in _rows(report):
        yield f"{row['section']}\t{row['name']}\t{row['value']}{row['unit']}\t{row['qualifier']}".rstrip()


def _rows(report: Report) -> Iterator[dict[str, Any]]:
    from gaohang_viewer.report.key_figures.extract import figures_in
    from gaohang_viewer.report.markdown_reader import paragraphs
    from gaohang_viewer.report.section_role import SectionRole, role_of
    from gaohang_viewer.typeset.slides.figures import key_figures

    for index in range(-1, len(report.sections)):
        section = report.sections[index] if index >= 0 else None
        headline = section.headline if section else report.title
        body = section.body if section else report.preamble
        planned = section is not None and role_of(report, index) is SectionRole.PLAN
        slides = key_figures(body, planned=planned) if section else None
        for number, text in enumerate((headline, *paragraphs(body)), -1):
            for found in figures_in(text):
                place = (number, found.start)
                aim = found.aim or ("目标" if planned else "")
                begin = max(found.start - _BEFORE, 0)
                yield {
                    "value": found.digits,
                    "unit": found.measure,
                    "name": found.what,
                    "qualifier": " ".join(filter(None, (found.when, aim, found.before, found.after))),
                    "section": headline,
                    "quote": text[begin : found.end + _BEHIND],
                    "at": found.start - begin,
                    "shown": bool(slides and place in slides.shown)
                    or ("chart" if slides and place in slides.charted else False),
                }

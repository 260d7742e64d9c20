"""The one door to paper: a report, the sections that are wanted and their form become a job."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.model import Report
from gaohang_viewer.typeset.engine.job import ARCHIVAL, Job
from gaohang_viewer.typeset.paper_options import OF_TEXT, PLAIN_PAPER, Form, PaperOptions


def paper_job(
    report: Report,
    sections: Collection[int] | None = None,
    options: PaperOptions = PLAIN_PAPER,
    *,
    standards: tuple[str, ...] = ARCHIVAL,
    created: int = 0,
    language: str = "zh",
) -> Job:
    """The job that sets the sections (all of them if None) in the form that the options name."""
    form = options.form
    if form is Form.OFFICIAL:
        from gaohang_viewer.typeset.paper.official import official_job as job
    elif form in OF_TEXT:
        from gaohang_viewer.typeset.paper.reading import reading_job as job
    else:
        from gaohang_viewer.typeset.slides.handout import slides_form_job as job
    made = job(report, sections, options, standards=standards, created=created, language=language)
    return replace(made, first=options.first, last=options.last)


def chapters(report: Report, sections: Collection[int] | None) -> list[tuple[str, frozenset[int]]]:
    """The chapters that have chosen sections (all of them if None): a headline, and those sections."""
    outline = report.outline
    parts = []
    for root in outline.roots:
        subtree = outline.subtree(root)
        chosen = frozenset(subtree if sections is None else (at for at in subtree if at in sections))
        if chosen:
            parts.append((headline(report.sections[root], full_width=True), chosen))
    return parts

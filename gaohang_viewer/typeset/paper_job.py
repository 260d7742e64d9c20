"""Makes the typesetting job of any printed form."""

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
    """Returns the job that typesets some sections (all if None) in the form of the options.

    `standards` are PDF standards as Typst names them, `created` is the date of the file in seconds since
    1970, `language` is that of labels, "zh" or "en".
    """
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
    """Returns headline and selected sections of each chapter that has any (all if `sections` is None)."""
    outline = report.outline
    parts = []
    for root in outline.roots:
        subtree = outline.subtree(root)
        chosen = frozenset(subtree if sections is None else (at for at in subtree if at in sections))
        if chosen:
            parts.append((headline(report.sections[root], full_width=True), chosen))
    return parts

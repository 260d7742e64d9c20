"""Printed forms with slides: one on each page, several on a sheet (handout), or above their text (script)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.markdown_reader import blocks
from gaohang_viewer.report.model import Report
from gaohang_viewer.resources import resource
from gaohang_viewer.typeset.engine.job import ARCHIVAL, Job
from gaohang_viewer.typeset.labels import clause, identity
from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
from gaohang_viewer.typeset.paper.blocks import blocks_data, kit
from gaohang_viewer.typeset.paper.text import Body, options_data
from gaohang_viewer.typeset.paper_options import HANDOUTS, PLAIN_PAPER, Form, PaperOptions
from gaohang_viewer.typeset.slides.deck import Kind, Slide, deck, whole_deck
from gaohang_viewer.typeset.slides.deck_job import slides_job
from gaohang_viewer.typeset.slides.deck_options import page_width

_SPARE_INK_THEME = "white"
_SHORT = 350  # characters that fit below slides on one page of a script
_SLIDE_HEIGHT = 540.0  # points

# The page of a script, in points: A4 with 30 characters of 14 pt on a line
_SCRIPT_PAGE = {
    "size": 14,
    "pitch": 25,
    "width": 30 * 14,
    "height": 26 * 25 - 11,
    "top": 90,
    "paper-width": 595.28,
    "paper-height": 841.89,
}


def slides_form_job(
    report: Report,
    sections: Collection[int] | None = None,
    options: PaperOptions = PLAIN_PAPER,
    *,
    standards: tuple[str, ...] = ARCHIVAL,
    created: int = 0,
    language: str = "zh",
) -> Job:
    """Returns the job that typesets the slides of some sections, all if None, on sheets if needed."""
    wanted = options.deck
    if options.spare_ink and options.form is not Form.SLIDES:
        wanted = wanted._replace(theme=_SPARE_INK_THEME)
    breaker = HeadlineBreaker.load(resource("headlines"))
    slides = deck(report, breaker, wanted) or whole_deck(report, breaker, wanted)[:1]
    if sections is not None:
        slides = tuple(slide for slide in slides if slide.section is None or slide.section in sections)
    script = options.form is Form.SCRIPT
    # Slides in a script are artifacts, as its text has their content, so they need no tags
    kinds = ("a-2b",) if script and standards else standards
    job = slides_job(report, slides, wanted, standards=kinds, created=created, language=language)
    if options.form is Form.SLIDES:
        return job
    about = identity(report, options.full_width, language)
    data = (
        about
        | options_data(options, report, cover=options.cover, width=30)
        | {
            "aspect": page_width(wanted) / _SLIDE_HEIGHT,
            "form": options.form.value,
        }
    )
    if not script:
        plain = ("a-2b",) if standards else ()
        sheets = Job("sheets.typ", data | {"per": HANDOUTS[options.form]}, plain, created)
        return replace(job, sheets=sheets)
    data["page"] = _SCRIPT_PAGE
    body = Body.of(report, sections)
    data["entries"] = _entries(report, slides, body, options.full_width)
    data["images"], files = body.images()
    return replace(job, sheets=Job("script.typ", data, standards, created, files, kit()))


def _entries(report: Report, slides: tuple[Slide, ...], body: Body, full_width: bool) -> list[dict[str, Any]]:
    """Returns the entries of a script: the slides of a section, as indices, and its text."""
    entries: list[dict[str, Any]] = []
    with_text: set[int | None] = set()
    depth = 0
    for at, slide in enumerate(slides):
        if slide.kind is Kind.CONTENTS:
            continue
        if entries and entries[-1]["section"] == slide.section:
            entries[-1]["slides"].append(at)
            continue
        text, level, some = "", 0, report.preamble if body.everything else ""
        if slide.section is not None:
            section = report.sections[slide.section]
            depth = min(section.level, depth + 1)
            text, level, some = headline(section, full_width), depth, section.body
        if slide.section in with_text:  # its slides are not adjacent: the text is below the first
            some = ""
        with_text.add(slide.section)
        entries.append(
            {
                "section": slide.section,
                "slides": [at],
                "text": text,
                "short": clause(text, 30),
                "level": level,
                "blocks": list(blocks_data(blocks(some), full_width)),
                "whole": len(some) <= _SHORT,
            }
        )
    return entries

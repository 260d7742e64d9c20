"""Makes the typesetting job of a deck."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import Any

from gaohang_viewer.report.headline_text import headline, marked
from gaohang_viewer.report.model import FIELDS, Report, fact_lines
from gaohang_viewer.resources import resource
from gaohang_viewer.typeset.engine.job import Job
from gaohang_viewer.typeset.front_page import front_data
from gaohang_viewer.typeset.labels import clause, identity, labels
from gaohang_viewer.typeset.slides.deck import Kind, Slide, front_widths, sections_left_out, titled
from gaohang_viewer.typeset.slides.deck_edits import ADDED
from gaohang_viewer.typeset.slides.deck_options import PLAIN, DeckOptions, page_width
from gaohang_viewer.typeset.slides.headline_sizes import LEAST_ROOM, headlines, slide_pages
from gaohang_viewer.typeset.slides.running_head import running_head
from gaohang_viewer.typeset.slides.themes import slide_themes

_CHAPTERS_WITH_BARS = 12  # more bars would be too short
_PICTURE_KINDS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif"}
_LARGEST_LOGO = 8 << 20  # bytes

Stroke = Mapping[str, Any]
"""An ink stroke: {"tool": "pen" or "highlighter", "colour": "#rrggbb", "width": share of the page height,
"points": [[x, y], …] as shares of page width and height}."""


def slides_job(
    report: Report,
    slides: tuple[Slide, ...],
    options: DeckOptions = PLAIN,
    *,
    standards: tuple[str, ...] = (),
    created: int = 0,
    language: str = "zh",
    ink: Mapping[int, list[Stroke]] = MappingProxyType({}),
) -> Job:
    """Returns the job that typesets a deck; `ink` are strokes by page, counted from 1.

    Without standards the job is for a show: an extra page with an empty background follows the last slide.
    """
    full_width = options.full_width
    theme = slide_themes(options.themes).named(options.theme)
    logo = _logo(options.logo)
    pictures = {
        f"{_picture(at)}.{_picture_kind(it.picture)}": it.picture
        for at, it in enumerate(slides)
        if it.picture
    }
    cover = next((slide for slide in slides if slide.kind is Kind.COVER), None)
    roots = len(_chapters(report))
    data = identity(report, full_width, language) | {
        **_cover_data(cover, options),
        "theme": theme.values,
        "width": page_width(options),
        "footer": " ".join(options.footer.split()),
        "images": dict(zip(["logo"], logo, strict=False)) | {Path(name).stem: name for name in pictures},
        "ribbon": list(_ribbon(report, full_width)) if options.ribbon else [],
        "bars": roots if roots <= _CHAPTERS_WITH_BARS else 0,
        "blank": not standards,
        "ink": {str(page): strokes for page, strokes in ink.items()},
        "slides": list(_data(report, slides, options, labels(language))),
    }
    shared = ("slides-kit.typ", "slides-points.typ", "slides-added.typ")
    sources = {name: resource("typst", name).read_text("utf-8") for name in shared}
    sources["look.typ"] = theme.template
    return Job("slides.typ", data, standards, created, logo | pictures, sources)


def _cover_data(cover: Slide | None, options: DeckOptions) -> dict[str, object]:
    """Returns what stands on the cover below the title."""
    fields = dict(zip(FIELDS[1:], cover.fields if cover else (), strict=False))
    subtitle, facts = " ".join(fields.get("subtitle", "").split()), fact_lines(fields)
    front = front_data("", subtitle, facts, front_widths(options))
    data: dict[str, object] = {key: front[key] for key in ("subtitle-lines", "fact-lines")}
    return data | {"subtitle": subtitle, "facts": list(facts)} if cover else data


def _picture(at: int) -> str:
    """Returns the name of the picture of a slide in the data."""
    return f"slide-{at}"


def _logo(path: str) -> dict[str, bytes]:
    """Returns the logo's bytes by a name with its type; empty if there is none or it cannot be read."""
    try:
        content = Path(path).read_bytes() if path and Path(path).stat().st_size <= _LARGEST_LOGO else b""
    except (OSError, ValueError):
        return {}
    kind = _picture_kind(content)
    if not kind and b"<svg" in content[:4096]:
        kind = "svg"
    return {f"logo.{kind}": content} if kind else {}


def _picture_kind(content: bytes) -> str:
    return next((kind for start, kind in _PICTURE_KINDS.items() if content.startswith(start)), "")


def _chapters(report: Report) -> list[int]:
    """Returns the chapters that have slides."""
    left_out = sections_left_out(report)
    return [root for root in report.outline.roots if root not in left_out]


def _ribbon(report: Report, full_width: bool) -> Iterator[list[str]]:
    """Yields the chapters' names for the ribbon, from the longest form to mere numbers."""
    heads = [marked(report.sections[root], full_width) for root in _chapters(report)]
    for most in (12, 8, 6):
        yield [clause(title, most) for _, title in heads]
    yield [str(number) for number in range(1, len(heads) + 1)]


def _data(
    report: Report, slides: tuple[Slide, ...], options: DeckOptions, names: dict[str, str]
) -> Iterator[dict[str, object]]:
    outline = report.outline
    chapters = _chapters(report)
    count = max(len(report.sections), 1)
    marked_sections: set[int] = set()
    depth = 0  # of the previous bookmark
    slides = titled(slides, names["contents"])
    for at, (slide, head) in enumerate(zip(slides, headlines(slides, report, options), strict=True)):
        kind = Kind.FIGURES if slide.chart else slide.kind
        values: dict[str, object] = asdict(slide) | {"kind": kind.value, "bookmark": False}
        values |= {"size": head.size, "again": head.again, "widest": head.widest, "most": head.most_lines}
        values["pages"] = [[entry._asdict() for entry in page] for page in slide_pages(slide, head, options)]
        values["apart"] = head.room(len(slide.lines)) < LEAST_ROOM
        values["crumbs"] = running_head(report, slide.section, options) or [names["untitled"]]
        values["picture"] = _picture(at)
        values["figures"] = [figure._asdict() for figure in slide.figures]
        if slide.chart is not None:
            values["chart"] = {"what": slide.chart.what, "bars": [bar._asdict() for bar in slide.chart.bars]}
        if slide.kind is Kind.CONTENTS:
            depth = 1
        if slide.section is not None:
            path = outline.path(slide.section)
            heads = [headline(report.sections[at], options.full_width) for at in path]
            if slide.number and heads[-1].endswith(slide.text):
                values["text"] = heads[-1]  # with the printed mark, which the number replaces on the page
            chapter = outline.subtree(path[0])
            first = slide.section not in marked_sections and not slide.key.startswith(ADDED)
            if first:
                marked_sections.add(slide.section)
            # Hidden or moved slides may leave a gap between levels, which PDF/UA forbids
            depth = min(len(path), depth + 1) if first else depth
            values |= {
                "bookmark": first,
                "level": depth,
                "chapter": chapters.index(path[0]) if path[0] in chapters else outline.rows[path[0]],
                "done": (slide.section - chapter.start + (slide.kind is not Kind.DIVIDER)) / len(chapter),
                "total": (slide.section + 1) / count,
            }
        yield values

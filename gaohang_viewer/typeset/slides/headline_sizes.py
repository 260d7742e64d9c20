"""Chooses the type sizes of headlines on slides: equal ones for equal siblings; lengths in points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gaohang_viewer.report.model import Report
from gaohang_viewer.typeset.slides.deck import Kind, Slide, Widths
from gaohang_viewer.typeset.slides.deck_options import DeckOptions, measure_width
from gaohang_viewer.typeset.slides.paging import Entry, distributed
from gaohang_viewer.typeset.text_width import bold_ems

_LEAST = 22.0
_OUTLIER = 28.0  # a headline that needs smaller type does not make its siblings small
_LEADING = 0.34  # between the lines of a headline, in ems; the same as in slides-kit.typ
_ROOM = 350.0  # the height for headline and points, without the space between them
_LABEL = 2.4  # the width of "（续）" after a headline that continues, in ems of the headline
_MOST_AGAIN = 2  # lines of a headline that are repeated on continuations


LEAST_ROOM = 80.0
"""The least height for points below a headline; with less they begin on the next page."""


class Headline(NamedTuple):
    """How a headline is set.

    `size` is its type size, `again` its lines on continuations. `widest` and `most_lines` are the width in
    ems of the widest line and the most lines of it and its siblings, for dividers, whose room themes know.
    """

    size: float
    again: tuple[str, ...]
    widest: float
    most_lines: int

    def room(self, lines: int) -> float:
        """Returns the height that this headline of some lines leaves for points."""
        return _ROOM - self.size * (lines + _LEADING * (lines - 1)) if lines else _ROOM


def headlines(slides: Sequence[Slide], report: Report, options: DeckOptions) -> list[Headline]:
    """Returns how the headlines of all slides are set."""
    measure, usual = measure_width(options), Widths.of(options).usual
    families = [_family(slide, report) for slide in slides]
    sizes = [_own_size(slide, measure, usual) for slide in slides]
    common: dict[object, float] = {}
    widest: dict[object, float] = {}
    most_lines: dict[object, int] = {}
    for slide, family, size in zip(slides, families, sizes, strict=True):
        if size >= _OUTLIER:
            common[family] = min(size, common.get(family, size))
        widest[family] = max(widest.get(family, 1.0), *map(bold_ems, slide.lines), 1.0)
        most_lines[family] = max(most_lines.get(family, 1), len(slide.lines))
    made = []
    for slide, family, own in zip(slides, families, sizes, strict=True):
        size = min(own, common.get(family, own))
        made.append(Headline(size, _again(slide, measure / size), widest[family], most_lines[family]))
    return made


def slide_pages(slide: Slide, head: Headline, options: DeckOptions) -> list[tuple[Entry, ...]]:
    """Returns the entries of each page of a slide with points or headlines; none for other slides."""
    first, later = head.room(len(slide.lines)), head.room(len(head.again))
    body = [(point.text, point.detail) for point in slide.body]
    return distributed(
        body, slide.below, measure_width(options), (first if first >= LEAST_ROOM else later, later)
    )


def _family(slide: Slide, report: Report) -> object:
    """Returns what a slide has in common with those of its siblings."""
    parent = None if slide.section is None else report.outline.parents[slide.section]
    return slide.kind, is_statement(slide), parent


def is_statement(slide: Slide) -> bool:
    """Returns whether a slide is a headline alone, which is set in the middle of the page."""
    return slide.kind is Kind.SECTION and not slide.body and not slide.below and len(slide.lines) <= 5


def _own_size(slide: Slide, measure: float, usual: int) -> float:
    wide = max(map(len, slide.lines), default=0) > usual or len(slide.lines) > 3
    if is_statement(slide):
        most = 34.0 if wide else 46.0
    else:
        most = 30.0 if wide else 36.0 if len(slide.lines) > 2 else 40.0
    widest = max(1.0, *map(bold_ems, slide.lines)) if slide.lines else 1.0
    return max(_LEAST, min(most, 0.99 * measure / widest))


def _width(line: str) -> float:
    """Estimates the width of a line in ems; quotation marks are half as wide as elsewhere, see slides.typ."""
    return bold_ems(line) - 0.5 * (line.count("“") + line.count("”"))


def _again(slide: Slide, room: float) -> tuple[str, ...]:
    """Returns the lines of a headline on a continuation: all if they are few, otherwise one that is cut."""
    if 0 < len(slide.lines) <= _MOST_AGAIN and _width(slide.lines[-1]) + _LABEL <= room:
        return slide.lines
    text = " ".join(slide.text.split())
    if _width(text) + _LABEL <= room:
        return (text,)
    while text and _width(text) + 1 + _LABEL > room:
        text = text[: int(len(text) * room / (_width(text) + 1 + _LABEL))] if len(text) > 200 else text[:-1]
    return (text + "…",)

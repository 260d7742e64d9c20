"""The deck: which slides a report gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from gaohang_viewer.report.headline_text import marked
from gaohang_viewer.report.model import Report
from gaohang_viewer.typeset.labels import shown
from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
from gaohang_viewer.typeset.slides.charts import Chart
from gaohang_viewer.typeset.slides.deck_edits import SlideText
from gaohang_viewer.typeset.slides.deck_options import PLAIN, DeckOptions, Detail, page_width
from gaohang_viewer.typeset.slides.figures import MOST, BigFigure, big_figure, key_figures
from gaohang_viewer.typeset.slides.points import Point, points

_WIDE = 18  # characters in a line of a headline of usual length, on a page of 960 pt
_WIDER = 26  # and of a long one, which is set smaller


class Kind(Enum):
    """What a slide is for."""

    COVER = "cover"
    CONTENTS = "contents"
    DIVIDER = "divider"
    SECTION = "section"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; it may flow over several pages.

    `key` names it, whatever else changes in the report. `section` is the section that it shows. `text` is its
    headline, `lines` the same broken for big type. `body` are points of the section's own text, `below` the
    headlines under it, as mark and title. `number` is a divider's figure.
    `figures` and `chart` are what a slide of key figures shows.
    """

    kind: Kind
    key: str = ""
    section: int | None = None
    text: str = ""
    lines: tuple[str, ...] = ()
    body: tuple[Point, ...] = ()
    below: tuple[tuple[str, str], ...] = ()
    number: str = ""
    figures: tuple[BigFigure, ...] = ()
    chart: Chart | None = None

    def words(self) -> SlideText:
        """What the slide says, as the user may rewrite it."""
        if self.kind is Kind.FIGURES:
            return SlideText(self.text, tuple(f"{it.value}\n{it.what}" for it in self.figures))
        body = (f"{point.text}\n{point.detail}" if point.detail else point.text for point in self.body)
        return SlideText(self.text, (*body, *("".join(head) for head in self.below)))


def deck(report: Report, breaker: HeadlineBreaker, options: DeckOptions = PLAIN) -> tuple[Slide, ...]:
    """The slides of a report, in the order of the show."""
    slides = whole_deck(report, breaker, options)
    return tuple(slide for slide in slides if slide.key not in options.edits.hidden)


def whole_deck(report: Report, breaker: HeadlineBreaker, options: DeckOptions = PLAIN) -> tuple[Slide, ...]:
    """All slides, those too that the user hid, in the order and with the words that the user gave them."""
    edits = options.edits
    slides = {slide.key: slide for slide in natural_deck(report, breaker, options)}
    for key, text in edits.texts.items():
        if key in slides:
            slides[key] = _reworded(slides[key], text, breaker, Widths.of(options))
    return tuple(slides[key] for key in edits.arranged(tuple(slides)))


def natural_deck(report: Report, breaker: HeadlineBreaker, options: DeckOptions) -> tuple[Slide, ...]:
    """The slides as the report alone has them."""
    seen: dict[str, int] = {}
    slides = []
    for slide in _slides(report, breaker, options):
        key = _key(report, slide)
        seen[key] = seen.get(key, 0) + 1
        slides.append(replace(slide, key=key if seen[key] == 1 else f"{key}#{seen[key]}"))
    return tuple(slides)


def _key(report: Report, slide: Slide) -> str:
    """The kind, and the headlines from the top, as printed: how they are shown makes no difference."""
    if slide.section is None:
        return "preamble" if slide.kind is Kind.SECTION else slide.kind.value
    path = report.outline.path(slide.section)
    return "/".join((slide.kind.value, *(" ".join(report.sections[at].headline.split()) for at in path)))


def _reworded(slide: Slide, text: SlideText, breaker: HeadlineBreaker, widths: Widths) -> Slide:
    if text.headline and text.headline != slide.text:
        slide = replace(slide, text=text.headline, lines=broken(text.headline, breaker, widths))
    if text.points is None or text.points == slide.words().points:
        return slide
    points = [(said, detail) for said, _, detail in (point.partition("\n") for point in text.points)]
    if slide.kind is Kind.FIGURES:
        return replace(slide, figures=tuple(big_figure(said, detail) for said, detail in points[:MOST]))
    return replace(slide, body=tuple(Point(said, detail) for said, detail in points), below=())


def _slides(report: Report, breaker: HeadlineBreaker, options: DeckOptions) -> Iterator[Slide]:
    outline = report.outline
    full_width = options.full_width
    widths = Widths.of(options)
    tells = options.detail is not Detail.HEADLINES
    text = shown(report.title, full_width)
    title = broken(text, breaker, widths)
    heads = [marked(section, full_width) for section in report.sections]
    yield Slide(Kind.COVER, text=text, lines=title)
    if tells and report.preamble.strip():
        yield Slide(Kind.SECTION, text=text, lines=title, body=_shown(points(report.preamble), full_width))
    if outline.roots:
        yield Slide(Kind.CONTENTS, below=tuple(heads[root] for root in outline.roots))
    for index, section in enumerate(report.sections):
        text = "".join(heads[index])
        lines = broken(text, breaker, widths)
        children = outline.children[index]
        if section.level == 1 and children:
            yield Slide(Kind.DIVIDER, "", index, text, lines, number=_figure(section.mark))
            lines = broken(text, breaker, widths, long=True)  # it has just been seen large
        body = _shown(points(section.body), full_width) if tells else ()
        yield Slide(Kind.SECTION, "", index, text, lines, body, tuple(heads[child] for child in children))
        if options.detail is Detail.FIGURES and (found := key_figures(section.body)):
            lines = broken(text, breaker, widths, long=True)
            for figures, chart in found.pages:
                yield Slide(Kind.FIGURES, "", index, text, lines, figures=figures, chart=chart)


class Widths(NamedTuple):
    """How many characters a line of a headline has: of usual length, and of a long one."""

    usual: int
    long: int

    @classmethod
    def of(cls, options: DeckOptions) -> Widths:
        """Those of a page's aspect."""
        share = page_width(options) / 960
        return cls(round(_WIDE * share), round(_WIDER * share))


def broken(text: str, breaker: HeadlineBreaker, widths: Widths, *, long: bool = False) -> tuple[str, ...]:
    """The lines of a headline: where the author left a space if that does, else where the breaker says."""
    parts = text.split()
    if 1 < len(parts) <= 3 and all(6 <= len(part) <= widths.usual for part in parts):
        return tuple(parts)
    text = " ".join(parts)
    long = long or len(text) > 2 * widths.usual
    return tuple(breaker.lines(text, widths.long if long else widths.usual)) if text else ()


def _shown(some: tuple[Point, ...], full_width: bool) -> tuple[Point, ...]:
    return tuple(Point(shown(point.text, full_width), shown(point.detail, full_width)) for point in some)


_DIGITS = "〇一二三四五六七八九"
_NUMERAL = re.compile(r"[〇一二三四五六七八九十]{1,3}|\d{1,3}")


def _figure(mark: str) -> str:
    """The number of a chapter as two digits: a lone 一 in huge type is no more than a dash."""
    found = _NUMERAL.search(mark)
    if not found:
        return ""
    if found[0].isdecimal():
        return f"{int(found[0]):02}"
    tens, ten, ones = found[0].rpartition("十")
    if len(tens) > 1 or len(ones) > 1:
        return ""
    value = 10 * (_DIGITS.index(tens) if tens else 1) if ten else 0
    return f"{value + (_DIGITS.index(ones) if ones else 0):02}"

"""The deck: which slides a report gives, and the job that sets them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import Any

from gaohang_viewer.report.headline import headline, marked
from gaohang_viewer.report.model import Report
from gaohang_viewer.resources import resource
from gaohang_viewer.typeset.compiler import Job
from gaohang_viewer.typeset.deck_edits import SlideText
from gaohang_viewer.typeset.deck_options import ASPECTS, PLAIN, DeckOptions
from gaohang_viewer.typeset.headlines import HeadlineBreaker
from gaohang_viewer.typeset.points import Point, points
from gaohang_viewer.typeset.words import clause, identity, labels, shown

_WIDE = 18  # characters in a line of a headline of usual length
_WIDER = 26  # and of a long one, which is set smaller
_ON_TWO_LINES = 2 * _WIDE
_CHAPTERS_WITH_BARS = 12  # more would be too short to tell apart


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
    """

    kind: Kind
    key: str = ""
    section: int | None = None
    text: str = ""
    lines: tuple[str, ...] = ()
    body: tuple[Point, ...] = ()
    below: tuple[tuple[str, str], ...] = ()
    number: str = ""

    def words(self) -> SlideText:
        """What the slide says, as the user may rewrite it."""
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
            slides[key] = _reworded(slides[key], text, breaker)
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


def _reworded(slide: Slide, text: SlideText, breaker: HeadlineBreaker) -> Slide:
    if text.headline and text.headline != slide.text:
        slide = replace(slide, text=text.headline, lines=broken(text.headline, breaker))
    if text.points is None or text.points == slide.words().points:
        return slide
    points = (point.partition("\n") for point in text.points)
    return replace(slide, body=tuple(Point(said, detail) for said, _, detail in points), below=())


def _slides(report: Report, breaker: HeadlineBreaker, options: DeckOptions) -> Iterator[Slide]:
    outline = report.outline
    full_width = options.full_width
    text = shown(report.title, full_width)
    title = broken(text, breaker)
    heads = [marked(section, full_width) for section in report.sections]
    yield Slide(Kind.COVER, text=text, lines=title)
    if report.preamble.strip():
        yield Slide(Kind.SECTION, text=text, lines=title, body=_shown(points(report.preamble), full_width))
    if outline.roots:
        yield Slide(Kind.CONTENTS, below=tuple(heads[root] for root in outline.roots))
    for index, section in enumerate(report.sections):
        text = "".join(heads[index])
        lines = broken(text, breaker)
        children = outline.children[index]
        if section.level == 1 and children:
            yield Slide(Kind.DIVIDER, "", index, text, lines, number=_figure(section.mark))
            lines = broken(text, breaker, _WIDER)  # it has just been seen large
        body = _shown(points(section.body), full_width)
        yield Slide(Kind.SECTION, "", index, text, lines, body, tuple(heads[child] for child in children))


def broken(text: str, breaker: HeadlineBreaker, width: int = 0) -> tuple[str, ...]:
    """The lines of a headline: where the author left a space if that does, else where the breaker says."""
    parts = text.split()
    if 1 < len(parts) <= 3 and all(6 <= len(part) <= _WIDE for part in parts):
        return tuple(parts)
    text = " ".join(parts)
    width = width or (_WIDE if len(text) <= _ON_TWO_LINES else _WIDER)
    return tuple(breaker.lines(text, width)) if text else ()


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


# --- the job -------------------------------------------------------------------------------------------


Stroke = Mapping[str, Any]
"""A stroke of ink: {"tool": "pen" or "highlighter", "colour": "#rrggbb", "width": share of the page's
height, "points": [[x, y], …] in shares of its width and height}."""


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
    """The job that sets a deck; `ink` are strokes by the page, counted from 1, that they are drawn on.

    Without standards it is for showing: one more page ends it, empty but for the ground.
    """
    full_width = options.full_width
    theme = json.loads(resource("themes", f"slides-{options.theme}.json").read_text("utf-8"))
    data = identity(report, full_width, language) | {
        "theme": theme,
        "width": ASPECTS.get(options.aspect, ASPECTS["16:9"]),
        "bars": len(report.outline.roots) if len(report.outline.roots) <= _CHAPTERS_WITH_BARS else 0,
        "blank": not standards,
        "ink": {str(page): strokes for page, strokes in ink.items()},
        "slides": list(_data(report, slides, full_width, labels(language)["contents"])),
    }
    return Job("slides.typ", data, standards, created)


def _data(
    report: Report, slides: tuple[Slide, ...], full_width: bool, contents: str
) -> Iterator[dict[str, object]]:
    outline = report.outline
    count = max(len(report.sections), 1)
    for slide in slides:
        values: dict[str, object] = asdict(slide) | {"kind": slide.kind.value}
        values["wide"] = max(map(len, slide.lines), default=0) > _WIDE or len(slide.lines) > 3
        if slide.section is not None:
            path = outline.path(slide.section)
            heads = [headline(report.sections[at], full_width) for at in path]
            chapter = outline.subtree(path[0])
            values |= {
                "level": len(path),
                "crumbs": [clause(head, 16) for head in heads[:-1]],
                "chapter": outline.rows[path[0]],
                "done": (slide.section - chapter.start + (slide.kind is Kind.SECTION)) / len(chapter),
                "total": (slide.section + 1) / count,
            }
        if slide.kind is Kind.CONTENTS and not slide.text:
            values["text"] = contents
        values["short"] = clause(str(values["text"]), 28)
        yield values

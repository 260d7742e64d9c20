"""Makes the slides of a report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from gaohang_viewer.report.headline_text import marked
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.report.section_role import SectionRole, role_of
from gaohang_viewer.typeset.front_page import FrontWidths
from gaohang_viewer.typeset.labels import shown
from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
from gaohang_viewer.typeset.slides.charts import Chart, series_of
from gaohang_viewer.typeset.slides.deck_edits import ADDED, NewSlide, SlideText, table_rows
from gaohang_viewer.typeset.slides.deck_options import PLAIN, DeckOptions, Detail, measure_width, page_width
from gaohang_viewer.typeset.slides.exhibits import Exhibit, exhibits
from gaohang_viewer.typeset.slides.figures import MOST, MOST_NARROW, BigFigure, big_figure, key_figures
from gaohang_viewer.typeset.slides.formalities import is_bare_annex, is_notes
from gaohang_viewer.typeset.slides.point import Point
from gaohang_viewer.typeset.slides.points import points

_WIDE = 18  # characters in a line of a headline of normal length, on a page of 960 pt
_WIDER = 26  # and of a long headline, which is smaller
_NARROW = 800  # points; the same as in slides.typ
_SUBTITLE, _FACTS = 21, 16  # the least type sizes of subtitle and facts on a cover, in points
_PAGE_SECONDS = 20  # the least time for a page of which the audience is to read something
_PAGE_POINTS, _PAGE_CHARACTERS = 6, 180  # on a page with points, about
_BY_DETAIL = (Detail.FIGURES, Detail.POINTS, Detail.HEADLINES, Detail.OVERVIEW)
_WITH_POINTS = (Detail.POINTS, Detail.FIGURES)


class Kind(Enum):
    """The kind of a slide."""

    COVER = "cover"
    CONTENTS = "contents"
    DIVIDER = "divider"
    SECTION = "section"
    FIGURES = "figures"
    PICTURE = "picture"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide, which may continue on further pages.

    `key` identifies it even if the report changes. `section` is the index of its section. `text` is its
    headline, `lines` the headline broken for large type. `body` are the points of the section's own text,
    `below` mark and title of each subsection. `number` is that of a divider's chapter. `figures` and `chart`
    are the content of a slide of key figures. `fields` are the fields of a cover below the title, see
    `model.FIELDS`; `picture` is a PNG, JPEG or GIF file, `rows` are those of a table, the first one its
    head, which is shown as `chart` if it has one.
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
    fields: tuple[str, ...] = ()
    picture: bytes = b""
    rows: tuple[tuple[str, ...], ...] = ()

    def words(self) -> SlideText:
        """Returns the text of the slide as users can edit it."""
        if self.kind is Kind.COVER:
            return SlideText(self.text, self.fields)
        if self.kind is Kind.TABLE:
            return SlideText(self.text, tuple("\t".join(row) for row in self.rows))
        if self.kind is Kind.FIGURES:
            return SlideText(self.text, tuple(f"{it.value}\n{it.what}" for it in self.figures))
        body = (f"{point.text}\n{point.detail}" if point.detail else point.text for point in self.body)
        return SlideText(self.text, (*body, *("".join(head) for head in self.below)))


def deck(report: Report, breaker: HeadlineBreaker, options: DeckOptions = PLAIN) -> tuple[Slide, ...]:
    """Returns the slides of a report in the order of the show, without hidden ones."""
    slides = whole_deck(report, breaker, options)
    return tuple(slide for slide in slides if slide.key not in options.edits.hidden)


def whole_deck(report: Report, breaker: HeadlineBreaker, options: DeckOptions = PLAIN) -> tuple[Slide, ...]:
    """Returns all slides, hidden ones too, with the user's order and texts."""
    edits = options.edits
    slides = {slide.key: slide for slide in natural_deck(report, breaker, options)}
    natural = tuple(slides)
    slides |= {key: new_slide(key, new) for key, new in edits.added.items()}
    for key, text in edits.texts.items():
        if key in slides:
            slides[key] = _with_text(slides[key], text, breaker, Widths.of(options))
    return tuple(_in_sections(slides[key] for key in edits.arranged(natural)))


def new_slide(key: str, new: NewSlide) -> Slide:
    """Returns a slide that the user added, without its text."""
    kind = {"picture": Kind.PICTURE, "table": Kind.TABLE}.get(new.kind, Kind.SECTION)
    return Slide(kind, key, picture=new.picture)


def _in_sections(slides: Iterable[Slide]) -> Iterator[Slide]:
    """Yields slides, each added one with the section of the slide before it."""
    section = None
    for slide in slides:
        if slide.key.startswith(ADDED):
            yield replace(slide, section=section)
        else:
            section = slide.section
            yield slide


def titled(slides: tuple[Slide, ...], contents: str) -> tuple[Slide, ...]:
    """Returns the slides with `contents` as the headline of the table of contents, unless it has one."""
    return tuple(
        replace(slide, text=contents, lines=(contents,))
        if slide.kind is Kind.CONTENTS and not slide.text
        else slide
        for slide in slides
    )


def sections_left_out(report: Report) -> frozenset[int]:
    """Returns the sections that have no slides, as have those below them: notes, glossaries, bare annexes."""
    children = report.outline.children
    return frozenset(
        at
        for at, section in enumerate(report.sections)
        if is_notes(section.title) or (is_bare_annex(section.headline) and not children[at])
    )


def natural_deck(report: Report, breaker: HeadlineBreaker, options: DeckOptions) -> tuple[Slide, ...]:
    """Returns the slides of a report without the user's edits."""
    seen: dict[str, int] = {}
    slides = []
    for slide in _fitting_slides(report, breaker, options):
        key = _key(report, slide)
        seen[key] = seen.get(key, 0) + 1
        slides.append(replace(slide, key=key if seen[key] == 1 else f"{key}#{seen[key]}"))
    return tuple(slides)


def _fitting_slides(report: Report, breaker: HeadlineBreaker, options: DeckOptions) -> Iterable[Slide]:
    """Returns the slides with the most detail that the talk has time for."""
    if not options.minutes:
        return _slides(report, breaker, options)
    less = _BY_DETAIL[_BY_DETAIL.index(options.detail) :]
    decks = (tuple(_slides(report, breaker, options._replace(detail=detail))) for detail in less)
    slides: tuple[Slide, ...] = ()
    for slides in decks:
        if sum(map(_pages_about, slides)) * _PAGE_SECONDS <= options.minutes * 60:
            break
    return slides


def _pages_about(slide: Slide) -> int:
    """Estimates the number of pages of a slide."""
    points = len(slide.body) + len(slide.below)
    text = sum(len(point.text) + len(point.detail) for point in slide.body)
    return max(1, -(-points // _PAGE_POINTS), -(-text // _PAGE_CHARACTERS))


def _key(report: Report, slide: Slide) -> str:
    """Returns the key of a slide: its kind and the printed headlines from the top, independent of options."""
    if slide.section is None:
        return "preamble" if slide.kind is Kind.SECTION else slide.kind.value
    path = report.outline.path(slide.section)
    return "/".join((slide.kind.value, *(" ".join(report.sections[at].headline.split()) for at in path)))


def _with_text(slide: Slide, text: SlideText, breaker: HeadlineBreaker, widths: Widths) -> Slide:
    if text.headline and text.headline != slide.text:
        slide = replace(slide, text=text.headline, lines=break_headline(text.headline, breaker, widths))
    if text.points is None or text.points == slide.words().points:
        return slide
    if slide.kind is Kind.COVER:
        return replace(slide, fields=(*text.points, *slide.fields[len(text.points) :]))
    if slide.kind is Kind.TABLE:
        rows = table_rows(text.points)
        return replace(slide, rows=rows, chart=series_of(rows) if slide.chart else None)
    points = [(words, detail) for words, _, detail in (point.partition("\n") for point in text.points)]
    if slide.kind is Kind.FIGURES:
        return replace(slide, figures=tuple(big_figure(words, detail) for words, detail in points[:MOST]))
    return replace(slide, body=tuple(Point(words, detail) for words, detail in points), below=())


def _slides(report: Report, breaker: HeadlineBreaker, options: DeckOptions) -> Iterator[Slide]:
    outline = report.outline
    full_width = options.full_width
    widths = Widths.of(options)
    most = MOST if page_width(options) >= _NARROW else MOST_NARROW
    text = shown(report.title, full_width)
    title = break_headline(text, breaker, widths)
    heads = [marked(section, full_width) for section in report.sections]
    fields = tuple(shown(" ".join(field.split()), full_width) for field in list(report.fields.values())[1:])
    yield Slide(Kind.COVER, text=text, lines=title, fields=fields)
    if _detail(options, "preamble") in _WITH_POINTS:
        if body := points(report.preamble):
            yield Slide(Kind.SECTION, text=text, lines=title, body=_shown(body, full_width))
        yield from _exhibits(report, None, text, breaker, options)
    seen: Counter[str] = Counter()
    notes = sections_left_out(report)
    if roots := [root for root in outline.roots if root not in notes]:
        yield Slide(Kind.CONTENTS, below=tuple(heads[root] for root in roots))
    for index, section in enumerate(report.sections):
        if notes.intersection(outline.path(index)):
            continue
        text = "".join(heads[index])
        lines = break_headline(text, breaker, widths)
        key = _key(report, Slide(Kind.SECTION, section=index))
        seen[key] += 1
        detail = _detail(options, key if seen[key] == 1 else f"{key}#{seen[key]}")
        below = tuple(heads[child] for child in outline.children[index] if child not in notes)
        body = _shown(points(section.body), full_width) if detail in _WITH_POINTS else ()
        if section.level == 1:
            yield _divider(index, section, heads[index], breaker, widths)
            lines = break_headline(text, breaker, widths, long=True)  # the divider has just shown it large
        apart = _exhibits(report, index, text, breaker, options) if detail in _WITH_POINTS else ()
        alone = section.level > 1 and detail is not Detail.OVERVIEW and not apart
        if below or body or alone:
            yield Slide(Kind.SECTION, "", index, text, lines, body, below)
        planned = role_of(report, index) is SectionRole.PLAN
        if detail is Detail.FIGURES and (found := key_figures(section.body, most, planned=planned)):
            lines = break_headline(text, breaker, widths, long=True)
            for figures, chart in found.pages:
                yield Slide(Kind.FIGURES, "", index, text, lines, figures=figures, chart=chart)
        yield from apart


def _exhibits(
    report: Report, index: int | None, text: str, breaker: HeadlineBreaker, options: DeckOptions
) -> tuple[Slide, ...]:
    """Returns slides of the tables and pictures of a section, or of the preamble if `index` is None."""
    found = tuple(exhibits(report.preamble if index is None else report.sections[index].body, report.images))
    if not found:
        return ()
    head = Slide(Kind.TABLE, "", index, text, break_headline(text, breaker, Widths.of(options), long=True))
    return tuple(_exhibit(it, head, options.full_width) for it in found)


def _exhibit(it: Exhibit, head: Slide, full_width: bool) -> Slide:
    if it.picture:
        return replace(head, kind=Kind.PICTURE, picture=it.picture)
    rows = tuple(tuple(shown(cell, full_width) for cell in row) for row in it.rows)
    return replace(head, rows=rows, chart=series_of(rows))


def _divider(
    index: int, section: Section, head: tuple[str, str], breaker: HeadlineBreaker, widths: Widths
) -> Slide:
    """Returns the slide before a chapter; a number in large type stands for the printed one."""
    number = _figure(section.mark)
    text = head[1] if number else "".join(head)
    return Slide(Kind.DIVIDER, "", index, text, break_headline(text, breaker, widths), number=number)


def _detail(options: DeckOptions, key: str) -> Detail:
    """Returns the detail of a section, by the key of its slide of points."""
    own = options.edits.details.get(key)
    return next((detail for detail in Detail if detail.value == own), options.detail)


class Widths(NamedTuple):
    """How many characters fit a line of a headline: of normal length, and of a long one."""

    usual: int
    long: int

    @classmethod
    def of(cls, options: DeckOptions) -> Widths:
        """Returns the widths for the aspect ratio of some options."""
        share = page_width(options) / 960
        return cls(round(_WIDE * share), round(_WIDER * share))


def front_widths(options: DeckOptions) -> FrontWidths:
    """Returns the widths of the lines of the cover at which their type is not too small."""
    measure = measure_width(options)
    return FrontWidths(Widths.of(options).usual, int(measure / _SUBTITLE), int(measure / _FACTS))


def break_headline(
    text: str, breaker: HeadlineBreaker, widths: Widths, *, long: bool = False
) -> tuple[str, ...]:
    """Breaks a headline into lines; a long one is set smaller, in longer lines."""
    text = " ".join(text.split())
    long = long or len(text) > 2 * widths.usual
    return tuple(breaker.title_lines(text, widths.long if long else widths.usual)) if text else ()


def _shown(some: tuple[Point, ...], full_width: bool) -> tuple[Point, ...]:
    return tuple(Point(shown(point.text, full_width), shown(point.detail, full_width)) for point in some)


_DIGITS = "〇一二三四五六七八九"
_NUMERAL = re.compile(r"[〇一二三四五六七八九十]{1,3}|\d{1,3}")


def _figure(mark: str) -> str:
    """Returns the number of a chapter as two digits, as a single 一 in large type looks like a dash."""
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

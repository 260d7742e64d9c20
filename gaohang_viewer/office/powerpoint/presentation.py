"""Writes the slides of a report as an editable PowerPoint presentation with native placeholders."""

from __future__ import annotations

import io
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from gaohang_viewer.office.package import legal, sealed
from gaohang_viewer.office.powerpoint.added import add_picture, add_table, table_pages
from gaohang_viewer.office.powerpoint.design import FOOT, HEADLINE, SlideDesign, design_of, number_holder
from gaohang_viewer.office.powerpoint.figures import add_figures
from gaohang_viewer.office.powerpoint.master import (
    CHAPTER,
    COVER,
    FIGURES,
    PLAIN_CHAPTER,
    SECTION,
    STATEMENT,
    set_design,
    theme_part,
)
from gaohang_viewer.office.powerpoint.shapes import NAMES, NUMBER, emu, fill, paint
from gaohang_viewer.office.powerpoint.text_fit import Page, detail_size, fitted, headline_size
from gaohang_viewer.report.blocks import FILLER
from gaohang_viewer.report.markdown_reader import paragraphs
from gaohang_viewer.report.model import FIELDS, Report, fact_lines
from gaohang_viewer.resources import resource
from gaohang_viewer.typeset.front_page import front_data
from gaohang_viewer.typeset.labels import labels, shown
from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
from gaohang_viewer.typeset.paper_options import PLAIN_PAPER, PaperOptions
from gaohang_viewer.typeset.slides.deck import Kind, Slide, deck, front_widths, titled
from gaohang_viewer.typeset.slides.deck_edits import ADDED
from gaohang_viewer.typeset.slides.deck_options import page_width
from gaohang_viewer.typeset.slides.headline_sizes import Headline, headlines, slide_pages
from gaohang_viewer.typeset.slides.running_head import running_head
from gaohang_viewer.typeset.slides.themes import slide_themes

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_MOST_LINES = 8  # of a headline
_LINE = 1.25  # the line pitch of a headline, in ems
_GAP = 24.0  # between a headline and its points


def powerpoint_file(
    report: Report,
    sections: Collection[int] | None = None,
    options: PaperOptions = PLAIN_PAPER,
    *,
    language: str = "zh",
) -> bytes:
    """Returns the content of a .pptx with the slides of some sections, all if None.

    Of the options only `deck` is used: detail, theme, aspect, edits, punctuation and footer.
    """
    from pptx import Presentation

    theme = slide_themes(options.deck.themes).named(options.deck.theme)
    design = design_of(theme.values, page_width(options.deck))
    presentation = Presentation()
    set_design(presentation, design)
    breaker = HeadlineBreaker.load(resource("headlines"))
    writer = _Writer(presentation, report, design, options, language)
    slides = titled(deck(report, breaker, options.deck), labels(language)["contents"])
    for slide, head in zip(slides, headlines(slides, report, options.deck), strict=True):
        if sections is None or slide.section is None or slide.section in sections:
            writer.add(slide, head)
    packed = io.BytesIO()
    presentation.save(packed)
    name = legal(theme.title(language)).translate({ord(sign): None for sign in '<>&"'})
    return sealed(packed.getvalue(), report, {"ppt/theme/theme1.xml": theme_part(design, name)}, language)


class _Writer:
    def __init__(
        self,
        presentation: Presentation,
        report: Report,
        design: SlideDesign,
        options: PaperOptions,
        language: str,
    ) -> None:
        self._slides = presentation.slides
        self._layouts = list(presentation.slide_layouts)
        self._report = report
        self._design = design
        self._full_width = options.deck.full_width
        self._options = options.deck
        self._front = front_widths(options.deck)
        self._footer = " ".join(options.deck.footer.split())
        self._labels = labels(language)

    def add(self, slide: Slide, head: Headline) -> None:
        """Adds the pages of a slide."""
        match slide.kind:
            case Kind.COVER:
                self._cover(slide)
            case Kind.DIVIDER:
                self._chapter(slide, head)
            case Kind.TABLE if not slide.chart:
                self._table(slide, head)
            case Kind.FIGURES | Kind.TABLE:
                made = self._headed(FIGURES, slide, head)
                add_figures(made, slide, self._design, self._top(slide.lines, head) + 8, FOOT)
            case Kind.PICTURE:
                made = self._headed(FIGURES, slide, head)
                add_picture(made, slide, self._design, self._top(slide.lines, head), FOOT)
            case _:
                self._points(slide, head)

    def _cover(self, slide: Slide) -> None:
        made = self._slides.add_slide(self._layouts[COVER])
        lines = slide.lines[:6] or (self._labels["untitled"],)
        held = {it.placeholder_format.idx: it for it in made.placeholders}
        room = held[0].height / 12700 / (_LINE * len(lines))
        size = min(headline_size(lines, 54, held[0].width / 12700), room)
        _write(held[0], [("\n".join(lines), size)])
        fields = dict(zip(FIELDS[1:], slide.fields, strict=False))
        front = front_data("", fields["subtitle"], fact_lines(fields), self._front)
        subtitle, facts = front["subtitle-lines"][:2], front["fact-lines"]
        _write_or_remove(held[1], [("\n".join(subtitle), headline_size(subtitle, 25, held[1].width / 12700))])
        size = headline_size(facts, 19, held[13].width / 12700, 12)
        _write_or_remove(held[13], [(fact, size) for fact in facts])
        self._note(made, slide, facts)

    def _chapter(self, slide: Slide, head: Headline) -> None:
        made = self._slides.add_slide(self._layouts[CHAPTER if slide.number else PLAIN_CHAPTER])
        held = {it.placeholder_format.idx: it for it in made.placeholders}
        lines = slide.lines[:4]
        most = 34 if head.most_lines > 2 else 42  # equal for all chapters
        size = max(18.0, min(most, held[0].width / 12700 / head.widest * 0.95))
        _write(held[0], [("\n".join(lines), size)])
        if slide.number:
            _write(held[13], [(slide.number, 0)])
        self._add_footer(made, self._design.cover.muted)
        self._note(made, slide, ())

    def _points(self, slide: Slide, head: Headline) -> None:
        pages = slide_pages(slide, head, self._options)
        if not pages:
            self._headed(STATEMENT, slide, head)
            return
        lines = [slide.lines[:_MOST_LINES], *(self._again(head) for _ in pages[1:])]
        tops = [self._top(each, head) for each in lines]
        sized = fitted(pages, self._design.measure, [FOOT - top for top in tops])
        for page, shown_lines, top in zip(sized, lines, tops, strict=True):
            made = self._headed(SECTION, slide, head, shown_lines)
            points = next(it for it in made.placeholders if it.placeholder_format.idx == 1)
            _put(points, self._design.side, top, self._design.measure, FOOT - top)
            self._write_points(points, page)

    def _table(self, slide: Slide, head: Headline) -> None:
        lines = slide.lines
        top = self._top(lines, head)
        for number, table in enumerate(table_pages(slide, self._design, FOOT - top)):
            if number:
                lines = self._again(head)
                top = self._top(lines, head)
            made = self._headed(FIGURES, slide, head, lines)
            add_table(made, table, self._design, top, FOOT)

    def _again(self, head: Headline) -> tuple[str, ...]:
        """Returns the lines of a headline on a continuation."""
        return (*head.again[:-1], head.again[-1] + self._labels["continued"])

    def _top(self, lines: tuple[str, ...], head: Headline) -> float:
        """Returns the top of what is below a headline of some lines."""
        return HEADLINE + len(lines[:_MOST_LINES]) * head.size * _LINE + _GAP

    def _headed(self, layout: int, slide: Slide, head: Headline, lines: tuple[str, ...] = ()) -> Any:
        """Adds a slide with headline, breadcrumbs and notes."""
        made = self._slides.add_slide(self._layouts[layout])
        held = {it.placeholder_format.idx: it for it in made.placeholders}
        lines = (lines or slide.lines)[:_MOST_LINES]
        if layout != STATEMENT:
            _put(held[0], self._design.side, HEADLINE, self._design.measure, len(lines) * head.size * _LINE)
        _write(held[0], [("\n".join(lines), head.size)])
        crumbs = running_head(self._report, slide.section, self._options) or [self._labels["untitled"]]
        _write(held[13], [("  /  ".join(crumbs), 0)])
        self._add_footer(made, self._design.page.muted)
        self._note(made, slide, self._section_text(slide))
        return made

    def _section_text(self, slide: Slide) -> list[str]:
        """Returns the text of a slide's section."""
        if slide.kind is Kind.CONTENTS or slide.key.startswith(ADDED):
            return []
        body = self._report.preamble if slide.section is None else self._report.sections[slide.section].body
        return [text.replace(FILLER, "") for text in paragraphs(body)]

    def _note(self, made: Any, slide: Slide, lines: Collection[str]) -> None:
        text = "\n".join(line for line in (slide.text, *lines) if line)
        made.notes_slide.notes_text_frame.text = legal(shown(text, self._full_width))

    def _add_footer(self, made: Any, muted: str) -> None:
        """Adds page number and footer."""
        from pptx.oxml import parse_xml

        it = number_holder(self._design, self._design.page)
        name = len(made.shapes) + 2
        made.shapes._spTree.append(  # noqa: SLF001 - python-pptx has no API for footer placeholders
            parse_xml(
                f'<p:sp {NAMES}><p:nvSpPr><p:cNvPr id="{name}" name="{it.prompt}"/><p:cNvSpPr/><p:nvPr>'
                f'<p:ph type="sldNum" idx="{it.number}"/></p:nvPr></p:nvSpPr><p:spPr/>'
                f"<p:txBody><a:bodyPr/><a:p>{NUMBER}</a:p></p:txBody></p:sp>"
            )
        )
        if self._footer:
            width = self._design.measure - 120
            box = made.shapes.add_textbox(emu(self._design.side), emu(it.box.y), emu(width), emu(24))
            _write(box, [(self._footer, 13)], paint(muted))

    def _write_points(self, body: Any, page: Page) -> None:
        """Writes points at the first level and details at the second, with a fixed line pitch."""
        made = []
        for number, it in enumerate(page.entries):
            before = page.gap if number else 0.0
            lead = it.look == "lead"
            own = 'marL="0" indent="0"' if it.mark or lead else ""
            if it.look == "more":
                own = 'indent="0"'
            elif it.mark and not lead:
                hang = emu(page.size * min(4.0, len(it.mark)))
                own = f'marL="{hang}" indent="-{hang}"'
            size = page.size * 0.86 if lead else page.size
            marked = _run(it.mark, size, fill(("accent1",))) if it.mark else ""
            colour = fill(("accent3",)) if lead else ""
            no_sign = "<a:buNone/>" if own else ""
            made.append(_paragraph(own, before, size, no_sign, marked + _run(it.text, size, colour)))
            if it.detail:
                small = detail_size(page.size)
                made.append(_paragraph('lvl="1"', page.size * 0.2, small, "", _run(it.detail, small)))
        _set(body, made)


def _put(shape: Any, x: float, y: float, width: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = emu(x), emu(y), emu(width), emu(height)


def _run(text: str, size: float, colour: str = "") -> str:
    from xml.sax.saxutils import escape

    points = f' sz="{round(size * 100)}"' if size else ""
    properties = f'<a:rPr lang="zh-CN" altLang="en-US"{points} dirty="0">{colour}</a:rPr>'
    parts = (f"<a:r>{properties}<a:t>{escape(part)}</a:t></a:r>" for part in legal(text).split("\n"))
    return f"<a:br>{properties}</a:br>".join(parts)


def _paragraph(own: str, before: float, size: float, sign: str, runs: str) -> str:
    spaces = (
        f'<a:lnSpc><a:spcPts val="{round(size * 130)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>'
    )
    return f"<a:p {NAMES}><a:pPr {own}>{spaces}{sign}</a:pPr>{runs}</a:p>"


def _set(shape: Any, made: Collection[str]) -> None:
    """Sets the paragraphs of a shape; PowerPoint shrinks them if they do not fit."""
    from pptx.enum.text import MSO_AUTO_SIZE
    from pptx.oxml import parse_xml

    frame = shape.text_frame
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    frame.word_wrap = True
    body = shape.element.txBody
    for old in list(body.iterchildren("{*}p")):
        body.remove(old)
    body.extend(parse_xml(each) for each in made)


def _write(shape: Any, rows: Collection[tuple[str, float]], colour: str = "") -> None:
    """Writes rows of text with their sizes as paragraphs; line breaks are kept."""
    painted = f"<a:solidFill>{colour}</a:solidFill>" if colour else ""
    made = []
    for text, size in rows:
        pitch = f'<a:lnSpc><a:spcPts val="{round(size * 125)}"/></a:lnSpc>' if size else ""
        made.append(f"<a:p {NAMES}><a:pPr>{pitch}</a:pPr>{_run(text, size, painted)}</a:p>")
    _set(shape, made)


def _write_or_remove(shape: Any, rows: Collection[tuple[str, float]]) -> None:
    """Writes rows, or removes the placeholder if they are empty, as it would prompt for text."""
    if any(text.strip() for text, _ in rows):
        _write(shape, rows)
    else:
        shape.element.getparent().remove(shape.element)

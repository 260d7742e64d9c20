"""Writes a report as a Word document in the official layout, GB/T 9704-2012."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from gaohang_viewer.office.package import sealed
from gaohang_viewer.office.word.numbering import Numbers
from gaohang_viewer.office.word.page_setup import set_page
from gaohang_viewer.office.word.text import Text, paragraph, run, w
from gaohang_viewer.report.headline_text import marked
from gaohang_viewer.report.markdown_reader import blocks
from gaohang_viewer.report.model import Report
from gaohang_viewer.resources import resource
from gaohang_viewer.typeset.front_page import FrontWidths, front_of
from gaohang_viewer.typeset.labels import labels, shown
from gaohang_viewer.typeset.line_breaking import break_lines
from gaohang_viewer.typeset.paper.official_parts import closing
from gaohang_viewer.typeset.paper_options import PLAIN_PAPER, PaperOptions

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DEEPEST = 9  # level of Word's headings
_ENTRIES = 20  # entries that fill a page of the contents
# Unused parts of python-docx's template
_UNUSED = re.compile("stylesWithEffects|webSettings|customXml|thumbnail")


def word_file(
    report: Report,
    sections: Collection[int] | None = None,
    options: PaperOptions = PLAIN_PAPER,
    *,
    language: str = "zh",
) -> bytes:
    """Returns the content of a .docx with some sections, all if None; ancestors are headlines alone.

    Of the options `contents`, `header`, `footer`, `issuer`, `date` and `full_width` are used.
    """
    from docx import Document

    document = Document()
    relations = document.part.rels
    for key in [key for key, relation in relations.items() if _UNUSED.search(relation.reltype)]:
        del relations[key]
    numbers = Numbers()
    text = Text(document.part, numbers, report.images, options.full_width)
    end = document.element.body[-1]  # the page properties
    for element in _story(report, sections, options, text, language):
        end.addprevious(element)
    set_page(document, report, options)
    packed = io.BytesIO()
    document.save(packed)
    return sealed(packed.getvalue(), report, _parts(numbers), language)


_FRONT = FrontWidths(18, 26, 26)  # characters in a line of title, subtitle and facts


def _parts(numbers: Numbers) -> dict[str, bytes]:
    """Returns the parts from resources/office, with this document's lists in the numbering part."""
    parts = {
        f"word/{name}.xml": resource("office", f"{source}.xml").read_bytes()
        for name, source in (("styles", "styles"), ("settings", "settings"), ("fontTable", "fonts"))
    }
    numbering = resource("office", "numbering.xml").read_text("utf-8")
    ending = "</w:numbering>"
    parts["word/numbering.xml"] = numbering.replace(ending, "".join(numbers.xml()) + ending).encode("utf-8")
    return parts


def _story(
    report: Report, sections: Collection[int] | None, options: PaperOptions, text: Text, language: str
) -> Iterator[Element]:
    chosen = frozenset(range(len(report.sections)) if sections is None else sections)
    outline = report.outline
    printed = sorted({at for index in chosen for at in outline.path(index)})
    yield from _title(report, options.full_width, language)
    if options.contents and printed:
        yield from _contents(report, printed, options.full_width, language)
    if sections is None:
        yield from text.blocks(blocks(report.preamble))
    for index in printed:
        yield _heading(report, index, text.numbers, options.full_width)
        if index in chosen:
            yield from text.blocks(blocks(report.sections[index].body))
    yield from _signature(report, options)


def _title(report: Report, full_width: bool, language: str) -> Iterator[Element]:
    """Yields title, subtitle and facts; space after them separates them from the text."""
    front = front_of(report, _FRONT, full_width)
    rows = [("Title", "\n".join(filter(None, front["lines"])) or labels(language)["untitled"])]
    if front["subtitle-lines"]:
        rows.append(("Subtitle", "\n".join(front["subtitle-lines"])))
    facts = (break_lines(shown(fact, full_width), _FRONT.facts) for fact in report.facts)
    rows += [("Facts", "\n".join(fact)) for fact in facts]
    for number, (style, words) in enumerate(rows):
        after = {"spacing": w("spacing", after=580)} if number == len(rows) - 1 else {}
        yield paragraph(style, run(words), **after)


def _heading(report: Report, index: int, numbers: Numbers, full_width: bool) -> Element:
    section = report.sections[index]
    mark, title = marked(section, full_width)
    level = min(section.level, _DEEPEST)
    number = numbers.heading(level, mark)
    words = run(title if number else mark + title, *([w("b")] if level > 2 and not mark else []))
    own = {}
    if number > 1 or not number:
        own["place"] = w("numPr", w("ilvl", val=level - 1), w("numId", val=number))
        # LibreOffice removes the indent with the number
        own["indent"] = w("ind", firstLineChars=200, firstLine=632)
    return paragraph(
        f"Heading{level}",
        w("bookmarkStart", id=index, name=_bookmark(index)),
        words,
        w("bookmarkEnd", id=index),
        **own,
    )


def _bookmark(index: int) -> str:
    return f"_Toc{index + 1:08}"


def _contents(report: Report, printed: list[int], full_width: bool, language: str) -> Iterator[Element]:
    """Yields a contents field, which the office program updates; until then entries have no page numbers."""
    levels = [report.sections[index].level for index in printed]
    fitting = [depth for depth in (2, 3) if sum(level <= depth for level in levels) <= _ENTRIES]
    depth = max(fitting, default=1)
    entries = [index for index in printed if report.sections[index].level <= depth]
    yield paragraph("TOCHeading", run(labels(language)["contents"]))
    code = w("instrText")
    code.text = rf' TOC \o "1-{depth}" \h \z \u '
    begin = [
        w("r", w("fldChar", fldCharType="begin", dirty="true")),
        w("r", code),
        w("r", w("fldChar", fldCharType="separate")),
    ]
    for number, index in enumerate(entries):
        section = report.sections[index]
        words = w("hyperlink", run("".join(marked(section, full_width))), anchor=_bookmark(index))
        yield paragraph(f"TOC{section.level}", *([] if number else begin), words)
    yield w("p", w("r", w("fldChar", fldCharType="end")), w("r", w("br", type="page")))


def _signature(report: Report, options: PaperOptions) -> Iterator[Element]:
    """Yields issuer and date for a document without its own (7.3.5).

    The date ends four characters from the right margin and the issuer is centred above it.
    """
    if not options.issuer and not options.date:
        return
    _, end = closing(blocks(report.sections[-1].body if report.sections else report.preamble))
    if end.date:
        return
    half = max(0.0, (len(options.date) - len(options.issuer)) / 2)
    rows = [(options.issuer, 4 + half if options.date else 2), (options.date, 4.0)]
    for number, (words, inwards) in enumerate(row for row in rows if row[0]):
        spaces = {"spacing": w("spacing", before=1160)} if not number else {}
        place = w("ind", rightChars=int(inwards * 100), right=int(inwards * 316))
        yield paragraph("Signature", run(words), **spaces, place=place)

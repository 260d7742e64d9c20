"""The official layout (公文版) by GB/T 9704-2012, whose clauses are given in brackets."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from gaohang_viewer.report.blocks import Block
from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.markdown_reader import blocks
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.job import ARCHIVAL, Job
from gaohang_viewer.typeset.front_page import FrontWidths, front_of
from gaohang_viewer.typeset.labels import clause, identity, shown
from gaohang_viewer.typeset.line_breaking import title_lines
from gaohang_viewer.typeset.paper.annexes import annexes
from gaohang_viewer.typeset.paper.blocks import blocks_data, kit
from gaohang_viewer.typeset.paper.official_parts import Closing, addressees, closing
from gaohang_viewer.typeset.paper.text import Body, contents_depth, cover_widths, options_data
from gaohang_viewer.typeset.paper_options import PLAIN_PAPER, PaperOptions

_MM = 72 / 25.4
LINES, CHARACTERS = 22, 28
"""Lines on a page and characters on a line (5.2.3)."""

# Paper A4 (5.1); margins of 37 mm at the top and 28 mm at the binding edge, type area 156 x 225 mm (5.2.1);
# type of size 3, about 16 pt (5.2.2): exactly as wide as 28 on a line need, as tracking would leave gaps
# beside quotation marks. In points
_PAGE = {
    "size": 156 * _MM / CHARACTERS,
    "pitch": 225 * _MM / LINES,
    "width": 156 * _MM,
    "height": 225 * _MM,
    "top": 37 * _MM,
    "paper-width": 210 * _MM,
    "paper-height": 297 * _MM,
    "back": 28 * _MM,
    "character": 156 * _MM / CHARACTERS,
}
_MOST_ENTRIES = 42  # in the table of contents, on two pages
# Characters in a line of the title, which is of size 2, 22 pt (7.3.1), with space at both sides; of the
# subtitle and the facts
_FRONT = FrontWidths(19, CHARACTERS - 2, CHARACTERS - 2)

# The typeface of a headline by its mark (7.3.3): 一、 in 黑体, （一） in 楷体, 1. and （1） in 仿宋
_FACES = (
    (re.compile(r"第.{1,6}[编章部]|[一二三四五六七八九十百]+、"), "hei"),
    (re.compile(r"第.{1,6}节|[（(〔][一二三四五六七八九十百]+[）)〕]"), "kaiti"),
    (re.compile(r"\d+\s*[.．、]|[（(]\d+[）)]|[①-⑳]|第.{1,6}条"), "body"),
)
_BY_LEVEL = ("hei", "kaiti")  # for other marks; deeper levels are in heavier 仿宋


def official_job(
    report: Report,
    sections: Collection[int] | None = None,
    options: PaperOptions = PLAIN_PAPER,
    *,
    standards: tuple[str, ...] = ARCHIVAL,
    created: int = 0,
    language: str = "zh",
) -> Job:
    """Returns the job for some sections, all if None; their ancestors are printed as headlines alone."""
    body = Body.of(report, sections)
    full_width = options.full_width
    texts = {index: blocks(report.sections[index].body) for index in body.chosen}
    preamble = blocks(report.preamble) if body.everything else ()
    end = Closing()
    if body.printed and body.printed[-1] == len(report.sections) - 1 and body.printed[-1] in texts:
        texts[body.printed[-1]], end = closing(texts[body.printed[-1]])
    elif not report.sections:
        preamble, end = closing(preamble)
    addressed = ""
    if preamble:
        addressed, preamble = addressees(preamble)
    elif body.printed[:1] == (0,) and 0 in texts:
        addressed, texts[0] = addressees(texts[0])
    about = identity(report, full_width, language)
    data = (
        about
        | options_data(options, report, cover=options.cover, width=CHARACTERS - 6)
        | front_of(report, cover_widths(_PAGE) if options.cover else _FRONT, full_width)
        | {
            "page": _PAGE,
            "annexes": annexes(body, options, language),
            "with-contents": options.contents,
            "depth": contents_depth(body.levels, _MOST_ENTRIES),
            "preamble": list(blocks_data(preamble, full_width)),
            "addressed": shown(addressed, full_width),
            "sections": [
                _section(report.sections[index], texts.get(index, ()), full_width) for index in body.printed
            ],
            "attachments": [shown(text, full_width) for text in end.attachments],
            "issuers": end.issuers or ((options.issuer,) if options.issuer.strip() else ()),
            "date": end.date or options.date.strip(),
        }
    )
    data["images"], files = body.images()
    return Job("official.typ", data, standards, created, files, kit())


def _section(section: Section, body: tuple[Block, ...], full_width: bool) -> dict[str, Any]:
    text = headline(section, full_width)
    annex = re.match(r"附件\s*\d*", text)
    return {
        "level": section.level,
        "text": text,
        "short": clause(text, 30),
        "face": _face(section),
        "annex": annex[0] if annex and section.level == 1 else "",
        "lines": title_lines(text[annex.end() :].lstrip("：: "), _FRONT.title) if annex else [],
        "blocks": list(blocks_data(body, full_width)),
    }


def _face(section: Section) -> str:
    mark = section.mark.strip()
    for pattern, face in _FACES:
        if mark and pattern.match(mark):
            return face
    return _BY_LEVEL[section.level - 1] if section.level <= len(_BY_LEVEL) else "heavy"

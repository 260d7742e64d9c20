"""The reading edition: chosen sections of a report, well set, at any size of page and type."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import ceil
from typing import Any

from gaohang_viewer.report.blocks import blocks
from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.job import ARCHIVAL, Job
from gaohang_viewer.typeset.labels import clause, identity, shown
from gaohang_viewer.typeset.paper.annexes import annexes
from gaohang_viewer.typeset.paper.blocks import blocks_data, kit
from gaohang_viewer.typeset.paper.text import Body, broken, fitting_depth, title_lines, wishes
from gaohang_viewer.typeset.paper_options import PLAIN_PAPER, Form, PaperOptions
from gaohang_viewer.typeset.text_width import ems

# The size of the title above the text and on a cover, and of headlines by level, in sizes of the text: as the
# templates have them.
_TITLE, _COVER_TITLE = 2.17, 2.4
_HEADLINES = (1.5, 1.25, 1.04)

# In points: the type's size, the lines' pitch, the type area (whole characters, whole lines), the paper. Also
# the size of the contents as a share of the type's, and how many lines of them fit below a title of two lines
# and on a page.
_A4 = {
    "size": 12,
    "pitch": 21,
    "width": 36 * 12,
    "height": 33 * 21 - 9,
    "top": 82,
    "paper-width": 595.28,
    "paper-height": 841.89,
    "contents": 0.92,
    "entries": 28,
    "most-entries": 34,
}
_PAGES: Mapping[Form, Mapping[str, float]] = {
    Form.LARGE: _A4
    | {
        "size": 18,
        "pitch": 31.5,
        "width": 25 * 18,
        "height": 22 * 31.5 - 13.5,
        "contents": 0.75,
        "entries": 17,
        "most-entries": 28,
    },
    Form.BOOKLET: _A4
    | {
        "size": 10.5,
        "pitch": 18,
        "width": 29 * 10.5,
        "height": 26 * 18 - 7.5,
        "top": 66,
        "paper-width": 419.53,
        "paper-height": 595.28,
        "contents": 0.86,
        "entries": 14,
        "most-entries": 28,
    },
}


def reading_job(
    report: Report,
    sections: Collection[int] | None = None,
    options: PaperOptions = PLAIN_PAPER,
    *,
    standards: tuple[str, ...] = ARCHIVAL,
    created: int = 0,
    language: str = "zh",
) -> Job:
    """The job that sets the sections (all of them if None); their ancestors appear as headlines alone."""
    full_width = options.full_width
    body = Body.of(report, sections)
    page = _PAGES.get(options.form, _A4)
    # Contents that do not fit below the title have a page of their own, and the title is its cover.
    most = int(page["most-entries"])
    after = annexes(body, options, language)
    entries = [_entry(report.sections[index], full_width, page) for index in body.printed]
    lines = [len(entry) for entry in entries]
    depth = fitting_depth(body.levels, lines, most - len(after))
    shown_lines = [count for level, count in zip(body.levels, lines, strict=True) if level <= depth]
    needed = sum(shown_lines) + len(after)
    with_contents = options.contents and len(shown_lines) + len(after) > 1
    room_below = page["entries"] - _above(report, full_width, page)
    cover = options.cover or (with_contents and room_below < needed <= most)
    widths = [_fitting(page, size) for size in _HEADLINES]
    title = shown(" ".join(report.title.split()), full_width)
    about = identity(report, full_width, language)
    chosen = wishes(options, report, cover=cover, width=int(page["width"] / page["size"]))
    about["short"], room = _heads(title, chosen["header"], page)
    data = (
        about
        | chosen
        | {
            "page": page,
            "with-contents": with_contents,
            "annexes": after,
            "lines": title_lines(
                shown(report.title, full_width), _fitting(page, _COVER_TITLE if cover else _TITLE)
            ),
            "preamble": list(blocks_data(blocks(report.preamble), full_width)) if body.everything else [],
            "depth": depth,
            # Those that do not fit a line, by the names that the template gives places.
            "entry-lines": {
                f"section-{at}": entry
                for at, entry in enumerate(entries)
                if len(entry) > 1 and body.levels[at] <= depth
            },
            "sections": [
                _section(report.sections[index], index in body.chosen, full_width, widths, room)
                for index in body.printed
            ],
        }
    )
    data["images"], files = body.images()
    sheets = None
    if options.form is Form.BOOKLET:
        about |= {"form": options.form.value}
        sheets = Job("sheets.typ", about, ("a-2b",) if standards else (), created)
    return Job("reading.typ", data, standards, created, files, kit(), sheets)


def _heads(title: str, header: str, page: Mapping[str, float]) -> tuple[str, int]:
    """The title for the head of pages, and how many characters of a chapter have room beside that or beside
    what the user wants there instead: a head is one line."""
    room = int(page["width"] / (0.75 * page["size"])) - 3
    most = max(room // 2, room - 28)
    if len(title) > most:  # of a title in several parts, the first says enough
        title = title.split(maxsplit=1)[0]
    short = clause(title, most) if title else ""
    return short, max(room - len(header.replace("{chapter}", "") or short), 0)


def _entry(section: Section, full_width: bool, page: Mapping[str, float]) -> list[str]:
    """A section's lines in the contents; its page's number keeps some room."""
    room = page["width"] / (page["contents"] * page["size"]) - 1.6 * (section.level - 1) - 3.5
    return broken(headline(section, full_width), max(int(room), 4))


def _above(report: Report, full_width: bool, page: Mapping[str, float]) -> float:
    """How many entries less than usual have room below the title, its subtitle and facts being long."""
    lines = len(title_lines(shown(report.title, full_width), _fitting(page, _TITLE))) - 2
    room = page["width"] / page["size"]
    subtitle = ceil(1.17 * ems(report.subtitle) / room) - 1
    facts = sum(ceil(0.92 * ems(fact) / room) for fact in report.facts) - 1
    return 2 * max(lines, 0) + 1.2 * max(subtitle, 0) + max(facts, 0)


def _fitting(page: Mapping[str, float], size: float) -> int:
    """How many characters fit a line, in type of so many sizes of the text's."""
    return int(page["width"] / (size * page["size"]))


def _section(
    section: Section, with_body: bool, full_width: bool, widths: list[int], room: int
) -> dict[str, Any]:
    text = headline(section, full_width)
    width = widths[min(section.level, len(widths)) - 1]
    return {
        "level": section.level,
        "text": text,
        "lines": broken(text, width),
        "short": clause(text, room) if room > 1 else "",
        "blocks": list(blocks_data(blocks(section.body), full_width)) if with_body else [],
    }

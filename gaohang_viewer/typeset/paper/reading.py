"""The reading edition (also large type and booklet): sections at any page and type size."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.markdown_reader import blocks
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.job import ARCHIVAL, Job
from gaohang_viewer.typeset.front_page import FrontWidths, front_of
from gaohang_viewer.typeset.labels import clause, identity, shown
from gaohang_viewer.typeset.line_breaking import break_lines
from gaohang_viewer.typeset.paper.annexes import annexes
from gaohang_viewer.typeset.paper.blocks import blocks_data, kit
from gaohang_viewer.typeset.paper.text import Body, cover_widths, fitting, fitting_depth, options_data
from gaohang_viewer.typeset.paper_options import PLAIN_PAPER, Form, PaperOptions

# The sizes of title, subtitle and facts above the text, and of headlines by level, as multiples of the text
# size; the same as in the template
_TITLE, _SUBTITLE, _FACTS = 2.17, 1.17, 0.92
_HEADLINES = (1.5, 1.25, 1.04)

# In points: type size, line pitch, type area (whole characters and lines) and paper. Also the size of the
# table of contents as a share of the type size, and how many lines of it fit below a title of two lines and
# on a page
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
    """Returns the job for some sections, all if None; their ancestors are printed as headlines alone."""
    full_width = options.full_width
    body = Body.of(report, sections)
    page = _PAGES.get(options.form, _A4)
    # Contents that do not fit below the title get their own page, and the title becomes a cover
    most = int(page["most-entries"])
    after = annexes(body, options, language)
    entries = [_entry(report.sections[index], full_width, page) for index in body.printed]
    lines = [len(entry) for entry in entries]
    depth = fitting_depth(body.levels, lines, most - len(after))
    shown_lines = [count for level, count in zip(body.levels, lines, strict=True) if level <= depth]
    needed = sum(shown_lines) + len(after)
    with_contents = options.contents and len(shown_lines) + len(after) > 1
    room_below = page["entries"] - _lost_entries(report, full_width, page)
    cover = options.cover or (with_contents and room_below < needed <= most)
    widths = [fitting(page, size) for size in _HEADLINES]
    title = shown(" ".join(report.title.split()), full_width)
    about = identity(report, full_width, language)
    chosen = options_data(options, report, cover=cover, width=int(page["width"] / page["size"]))
    about["short"], room = _page_header(title, chosen["header"], page)
    data = (
        about
        | chosen
        | front_of(report, cover_widths(page) if cover else _front(page), full_width)
        | {
            "page": page,
            "with-contents": with_contents,
            "annexes": after,
            "preamble": list(blocks_data(blocks(report.preamble), full_width)) if body.everything else [],
            "depth": depth,
            # Entries of more than one line, by the labels of the template
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


def _page_header(title: str, header: str, page: Mapping[str, float]) -> tuple[str, int]:
    """Returns the title for the page header, and how many characters of a chapter's headline fit beside it.

    The header is one line; `header` is the user's text, which replaces the title.
    """
    room = int(page["width"] / (0.75 * page["size"])) - 3
    most = max(room // 2, room - 28)
    if len(title) > most:  # of a title in several parts, the first is used
        title = title.split(maxsplit=1)[0]
    short = clause(title, most) if title else ""
    return short, max(room - len(header.replace("{chapter}", "") or short), 0)


def _entry(section: Section, full_width: bool, page: Mapping[str, float]) -> list[str]:
    """Returns the lines of a section in the contents, which leave space for the page number."""
    room = page["width"] / (page["contents"] * page["size"]) - 1.6 * (section.level - 1) - 3.5
    return break_lines(headline(section, full_width), max(int(room), 4))


def _lost_entries(report: Report, full_width: bool, page: Mapping[str, float]) -> float:
    """Returns how many entries fewer fit below a title with a long subtitle or long facts."""
    lines = {key: len(found) for key, found in front_of(report, _front(page), full_width).items()}
    return (
        2 * max(lines["lines"] - 2, 0)
        + 1.2 * max(lines["subtitle-lines"] - 1, 0)
        + max(lines["fact-lines"] - 1, 0)
    )


def _front(page: Mapping[str, float]) -> FrontWidths:
    """Returns the widths of the lines above the text."""
    return FrontWidths(*(fitting(page, size) for size in (_TITLE, _SUBTITLE, _FACTS)))


def _section(
    section: Section, with_body: bool, full_width: bool, widths: list[int], room: int
) -> dict[str, Any]:
    text = headline(section, full_width)
    width = widths[min(section.level, len(widths)) - 1]
    return {
        "level": section.level,
        "text": text,
        "lines": break_lines(text, width),
        "short": clause(text, room) if room > 1 else "",
        "blocks": list(blocks_data(blocks(section.body), full_width)) if with_body else [],
    }

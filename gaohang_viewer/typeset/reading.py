"""The reading edition: chosen sections of a report, well set, at any size of page and type."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from gaohang_viewer.report.content import blocks
from gaohang_viewer.report.headline import headline
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.resources import resource
from gaohang_viewer.typeset.compiler import ARCHIVAL, Job
from gaohang_viewer.typeset.paper_blocks import blocks_data, kit
from gaohang_viewer.typeset.paper_options import PLAIN_PAPER, Form, PaperOptions
from gaohang_viewer.typeset.words import clause, identity, shown

if TYPE_CHECKING:
    from gaohang_viewer.typeset.headlines import HeadlineBreaker

_ENTRIES_ON_A_PAGE = 30  # of the contents
_TITLE_WIDTH = 18  # characters in a line of the title
_WIDTHS = {1: 24, 2: 28}  # and of a headline, by level
_WIDTH = 34  # and of any deeper one

# In points: the type's size, the lines' pitch, the type area (whole characters, whole lines), the paper.
_A4 = {
    "size": 12,
    "pitch": 21,
    "width": 36 * 12,
    "height": 33 * 21 - 9,
    "top": 82,
    "paper-width": 595.28,
    "paper-height": 841.89,
}
_PAGES: Mapping[Form, Mapping[str, float]] = {
    Form.LARGE: _A4 | {"size": 18, "pitch": 31.5, "width": 25 * 18, "height": 22 * 31.5 - 13.5},
    Form.BOOKLET: _A4
    | {
        "size": 10.5,
        "pitch": 18,
        "width": 29 * 10.5,
        "height": 26 * 18 - 7.5,
        "top": 66,
        "paper-width": 419.53,
        "paper-height": 595.28,
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
    everything = sections is None
    chosen = frozenset(range(len(report.sections)) if sections is None else sections)
    outline = report.outline
    printed = sorted({at for index in chosen for at in outline.path(index)})
    levels = [report.sections[index].level for index in printed]
    data = identity(report, full_width, language) | {
        "page": _PAGES.get(options.form, _A4),
        "lines": title_lines(shown(report.title, full_width)),
        "preamble": list(blocks_data(blocks(report.preamble), full_width)) if everything else [],
        "depth": _depth(levels),
        "sections": [_section(report.sections[index], index in chosen, full_width) for index in printed],
    }
    bodies = [report.preamble, *(report.sections[index].body for index in chosen)]
    used = [address for address in report.images if any(address in body for body in bodies)]
    names = {address: f"image-{number}" for number, address in enumerate(used)}
    data["images"] = names
    files = {name: report.images[address] for address, name in names.items()}
    return Job("reading.typ", data, standards, created, files, kit())


def _section(section: Section, with_body: bool, full_width: bool) -> dict[str, Any]:
    text = headline(section, full_width)
    width = _WIDTHS.get(section.level, _WIDTH)
    return {
        "level": section.level,
        "text": text,
        "lines": _broken(text, width),
        "short": clause(text, 30),
        "blocks": list(blocks_data(blocks(section.body), full_width)) if with_body else [],
    }


def title_lines(text: str) -> list[str]:
    """The title in lines: where the author left a space if that does, else between words."""
    parts = text.split()
    if len(parts) <= 3 and all(len(part) <= _TITLE_WIDTH for part in parts):
        return parts
    return _broken(" ".join(parts), _TITLE_WIDTH)


def _broken(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` characters. Most headlines fit a line and need no word list."""
    return _breaker().lines(text, width) if len(text) > width else [text]


@lru_cache(maxsize=1)
def _breaker() -> HeadlineBreaker:
    from gaohang_viewer.typeset.headlines import HeadlineBreaker

    return HeadlineBreaker.load(resource("headlines"))


def _depth(levels: list[int]) -> int:
    """How deep the contents go: as deep as fits a page, and one level in any case."""
    deepest = max(levels, default=1)
    fitting = [
        depth for depth in range(1, deepest + 1) if sum(at <= depth for at in levels) <= _ENTRIES_ON_A_PAGE
    ]
    return max(fitting, default=1)

"""The hand-out: chosen sections of a report as an A4 document."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from gaohang_viewer.report.content import Block, Code, Image, List, Paragraph, Quote, Run, Runs, Table, blocks
from gaohang_viewer.report.headline import headline
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.resources import resource
from gaohang_viewer.typeset.compiler import ARCHIVAL, Job
from gaohang_viewer.typeset.words import clause, identity, shown

if TYPE_CHECKING:
    from gaohang_viewer.typeset.headlines import HeadlineBreaker

_ENTRIES_ON_A_PAGE = 30  # of the contents
_TITLE_WIDTH = 18  # characters in a line of the title
_WIDTHS = {1: 24, 2: 28}  # and of a headline, by level
_WIDTH = 34  # and of any deeper one


def reading_job(
    report: Report,
    sections: Collection[int] | None = None,
    *,
    full_width: bool,
    standards: tuple[str, ...] = ARCHIVAL,
    created: int = 0,
    language: str = "zh",
) -> Job:
    """The job that sets the sections (all of them if None); their ancestors appear as headlines alone."""
    everything = sections is None
    chosen = frozenset(range(len(report.sections)) if sections is None else sections)
    outline = report.outline
    printed = sorted({at for index in chosen for at in outline.path(index)})
    levels = [report.sections[index].level for index in printed]
    data = identity(report, full_width, language) | {
        "lines": _title(shown(report.title, full_width)),
        "preamble": list(_blocks(blocks(report.preamble), full_width)) if everything else [],
        "depth": _depth(levels),
        "sections": [_section(report.sections[index], index in chosen, full_width) for index in printed],
    }
    bodies = [report.preamble, *(report.sections[index].body for index in chosen)]
    used = [address for address in report.images if any(address in body for body in bodies)]
    names = {address: f"image-{number}" for number, address in enumerate(used)}
    data["images"] = names
    files = {name: report.images[address] for address, name in names.items()}
    return Job("reading.typ", data, standards, created, files)


def _section(section: Section, with_body: bool, full_width: bool) -> dict[str, Any]:
    text = headline(section, full_width)
    width = _WIDTHS.get(section.level, _WIDTH)
    return {
        "level": section.level,
        "text": text,
        "lines": _broken(text, width),
        "short": clause(text, 30),
        "blocks": list(_blocks(blocks(section.body), full_width)) if with_body else [],
    }


def _title(text: str) -> list[str]:
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


def _blocks(some: tuple[Block, ...], full_width: bool) -> Iterator[dict[str, Any]]:
    for block in some:
        match block:
            case Paragraph(runs):
                yield {"kind": "paragraph", "runs": _runs(runs, full_width)}
            case List(items, start):
                entries = [
                    {"runs": _runs(item.runs, full_width), "blocks": list(_blocks(item.blocks, full_width))}
                    for item in items
                ]
                yield {"kind": "list", "start": start, "items": entries}
            case Quote(inner):
                yield {"kind": "quote", "blocks": list(_blocks(inner, full_width))}
            case Code(text):
                yield {"kind": "code", "text": text}
            case Table(rows):
                columns = max(map(len, rows), default=0)
                cells = [
                    [_runs(cell, full_width) for cell in row] + [[]] * (columns - len(row)) for row in rows
                ]
                yield {"kind": "table", "columns": columns, "rows": cells}
            case Image(address, text):
                yield {"kind": "image", "address": address, "text": text}
            case _:
                yield {"kind": "rule"}


def _runs(runs: Runs, full_width: bool) -> list[Any]:
    """Runs as JSON: a plain one is its text alone. Punctuation is judged over all runs together."""
    whole = shown("".join(run.text for run in runs), full_width)
    out: list[Any] = []
    at = 0
    for run in runs:
        text = run.text if run.code else whole[at : at + len(run.text)]
        at += len(run.text)
        out.append(_run(run, text))
    return out


def _run(run: Run, text: str) -> Any:
    styles = {name: value for name in ("bold", "italic", "code", "link") if (value := getattr(run, name))}
    return {"text": text, **styles} if styles else text

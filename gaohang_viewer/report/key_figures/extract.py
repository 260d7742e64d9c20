"""Key figures of a report: each amount with what it counts, found by rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.blocks import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gaohang_viewer.report.model import Report

_LONGEST = 20_000  # characters of a paragraph that are looked through


class Figure(NamedTuple):
    """A key figure and where it stands.

    `section` is its index in document order, -1 the front page; `paragraph` is which of its texts: 0 the
    headline (or the title), from 1 on the paragraphs of its body (or the preamble). `value` is as printed,
    text[start:end]; `number` counts `unit` ("" where there is none) and is the lower end of a range. `what`
    is what it counts, short, "" if the text does not say.
    """

    section: int
    paragraph: int
    start: int
    end: int
    value: str
    number: float
    unit: str
    what: str


class FigureMatch(NamedTuple):
    """A key figure of one paragraph; see `Figure`."""

    start: int
    end: int
    value: str
    number: float
    unit: str
    what: str


def figures(report: Report) -> Iterator[Figure]:
    """The key figures of a whole report, in document order."""
    for section in range(-1, len(report.sections)):
        if section < 0:
            texts = [report.title, *paragraphs(report.preamble)]
        else:
            texts = [report.sections[section].headline, *paragraphs(report.sections[section].body)]
        for number, text in enumerate(texts):
            for found in figures_in(text):
                yield Figure(section, number, *found)


def as_csv(rows: Sequence[Figure], report: Report, titles: Sequence[str]) -> str:
    """The figures as a CSV table; `titles` heads its columns: section, what, value, number, unit."""
    import csv
    import io

    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(titles)
    for row in rows:
        section = report.title if row.section < 0 else report.sections[row.section].headline
        writer.writerow((section, row.what, row.value, f"{row.number:.12g}", row.unit))
    return table.getvalue()


def figures_in(text: str) -> list[FigureMatch]:
    """The key figures of one paragraph, in order; of one longer than any, those at its beginning."""
    # Late: compiling the patterns takes longer than reading a short report, and few look at its figures
    from gaohang_viewer.report.key_figures.names import STOP, Names, rest, runs
    from gaohang_viewer.report.key_figures.amounts import amounts

    text = text[:_LONGEST]
    found: list[FigureMatch] = []
    every = list(amounts(text))
    side_by_side = runs(text, every)
    names = Names()
    end = 0
    for at, amount in enumerate(every):
        lead = text[max(end, amount.start - 80) : amount.start]
        if stops := list(STOP.finditer(lead)):
            lead = lead[stops[-1].end() :]
            names = Names()
        what = names.what(lead, amount, rest(text, every, at), side_by_side[at])
        value = text[amount.start : amount.end]
        found.append(FigureMatch(amount.start, amount.end, value, amount.number, amount.unit, what))
        end = amount.end
    return found

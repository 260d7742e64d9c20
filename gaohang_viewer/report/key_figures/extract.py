"""Extracts the key figures of a report by rules: each amount with what it counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.blocks import FILLER
from gaohang_viewer.report.markdown_reader import paragraphs
from gaohang_viewer.report.punctuation import full_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gaohang_viewer.report.model import Report

_DEFINITION = re.compile(
    "是指|定义为|指的是|称为|简称|俗称"
)  # conditions for a name, not figures of the place
_LONGEST = 20_000  # characters of a paragraph that are searched


class FigureMatch(NamedTuple):
    """A key figure of one paragraph.

    `value` is the printed text, text[start:end]; it begins with `digits` and ends with `measure`, its printed
    unit. `number` is its value in `unit` ("" if it has none), the lower end of a range. `before` and
    `after` are its bounds: 超过, 以上. `what` is what it counts, shortened, "" if the text does not say;
    `when` is the year. `aim` marks an aim or an estimate: 力争, 预计, 目标. `sure` is whether it may be shown
    without its text, `earlier` whether it is the older of two values.
    """

    start: int
    end: int
    value: str
    number: float
    unit: str
    what: str
    when: str = ""
    digits: str = ""
    measure: str = ""
    before: str = ""
    after: str = ""
    aim: str = ""
    sure: bool = False
    earlier: bool = False

    @property
    def name(self) -> str:
        """What the figure counts, with the year: 2020年可支配收入."""
        return self.when + self.what

    @property
    def bounded(self) -> str:
        """The printed value with its bounds: 超过700亿元."""
        return self.before + self.value + self.after


class Figure(NamedTuple):
    """A key figure and where it stands.

    `section` is its index in document order, -1 the front page; `paragraph` is which of its texts: 0 the
    headline (or the title), from 1 on the paragraphs of its body (or the preamble).
    """

    section: int
    paragraph: int
    match: FigureMatch


def figures(report: Report) -> Iterator[Figure]:
    """The key figures of a whole report, in document order."""
    for section in range(-1, len(report.sections)):
        if section < 0:
            texts = [report.title, *paragraphs(report.preamble)]
        else:
            texts = [report.sections[section].headline, *paragraphs(report.sections[section].body)]
        for number, text in enumerate(texts):
            for found in figures_in(text):
                yield Figure(section, number, found)


def as_csv(rows: Sequence[Figure], report: Report, titles: Sequence[str]) -> str:
    """The figures as a CSV table; `titles` heads its columns: section, what, value, number, unit."""
    import csv
    import io

    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(titles)
    for row in rows:
        section = report.title if row.section < 0 else report.sections[row.section].headline
        found = row.match
        writer.writerow((section, found.name, found.bounded, f"{found.number:.12g}", found.unit))
    return table.getvalue()


def figures_in(text: str) -> list[FigureMatch]:
    """The key figures of one paragraph, in order; of one longer than any, those at its beginning."""
    # Late: compiling the patterns takes longer than reading a short report, and few look at its figures
    from gaohang_viewer.report.key_figures.amounts import amounts
    from gaohang_viewer.report.key_figures.bounds import unconditional
    from gaohang_viewer.report.key_figures.clauses import spots
    from gaohang_viewer.report.key_figures.names import Namer

    text = text[:_LONGEST]
    if FILLER in text:
        return list(_placed(figures_in(text.replace(FILLER, "")), text))
    every = amounts(text)
    if not every:
        return []
    printed = full_width(text)
    namer = Namer()
    found: list[FigureMatch] = []
    for spot in spots(printed, unconditional(printed, every)):
        amount, its = spot.amount, spot.bounds
        name = namer.name(spot)
        found.append(
            FigureMatch(
                amount.start,
                amount.end,
                text[amount.start : amount.end],
                amount.number,
                amount.unit,
                name.what,
                name.when,
                amount.digits(text),
                text[amount.split : amount.end].strip(),
                its.before,
                its.after,
                name.aim,
                name.sure and not _DEFINITION.search(text),
                name.earlier,
            )
        )
    return found


def _placed(found: list[FigureMatch], text: str) -> Iterator[FigureMatch]:
    """Yields figures that were found in a text without its fillers, with their positions in the text."""
    origin = [at for at, character in enumerate(text) if character != FILLER]
    for figure in found:
        yield figure._replace(start=origin[figure.start], end=origin[figure.end - 1] + 1)

"""Finds the values of one thing for a chart: 2016年 beside 2020年, or a table with a row for each year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from gaohang_viewer.report.key_figures.extract import FigureMatch


class Bar(NamedTuple):
    """A bar of a chart; `share` is its length as a share of the longest bar."""

    label: str
    value: str
    share: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Two or more values of one thing, the earliest first."""

    what: str
    bars: tuple[Bar, ...]


class Pair(NamedTuple):
    """A chart, the ratio of its values (at least 1), and their positions: paragraph and index."""

    spread: float
    chart: Chart
    places: frozenset[tuple[int, int]]


_YEAR = (
    r"(?:(?:19|20)\d\d年(?:[初底末]|年初|年底|年末)?|上年|去年|前年|五年前|十年前|改革前|“[^”]{1,6}”[初末]?)"
)
_AROUND = 60  # characters examined before and after a figure
_LONGEST = 16  # characters of the title of a chart
_RISE = "增长|增加|提高|提升|上升|跃升|攀升|扩大|扩张|发展|壮大|拓展|增|升"
_FALL = "下降|降低|减少|压缩|压减|缩短|缩小|降|减"
_GREW = rf"(?:{_RISE}|{_FALL})"
_FROM = re.compile(rf"(?:从|由)(?:原来|最初|过去)?的?({_YEAR})?的?(?:约|近)?$")
_TO = re.compile(
    rf"(?:左右)?，?(?:逐步|大幅|持续|稳步|快速|历史性)?(?:地)?{_GREW}(?:到|至|为)了?({_YEAR}|目前|现在)?的?(?:约|近|超过)?"
)
_OF = re.compile(rf"，?(?:是|为|相当于)({_YEAR})的?[（(]?")
_SHARE = re.compile(r"[）)]?的?\s?[0-9]")
_THAN = re.compile(rf"，?(?:比|较)({_YEAR})的?[（(]?")
_MORE = re.compile(rf"[）)]?，?(?:大幅)?{_GREW}")
_WIDEST = 40.0  # a bar shorter than a 40th of the other is not seen
_NARROWEST = 1.05  # and two bars that look alike say nothing


_MOST_BARS = 8
_PERIOD = re.compile(
    r"(?:19|20)\d\d年?(?:[初底末]|\d{1,2}月份?|[上下]半年|第?[一二三四]季度)?|\d{1,2}月份?|第?[一二三四]季度|[上下]半年"
)
_VALUE = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(\D*)")


def series_of(rows: Sequence[Sequence[str]]) -> Chart | None:
    """Returns the chart of a table with two columns, periods and a value with one unit for each."""
    if not 3 <= len(rows) <= _MOST_BARS + 1 or any(len(row) != 2 for row in rows):
        return None
    (_, what), *rest = rows
    found = [_VALUE.fullmatch(value.strip()) for _, value in rest]
    if not what.strip() or not all(_PERIOD.fullmatch(period.strip()) for period, _ in rest):
        return None
    values = [float(it[1].replace(",", "")) for it in found if it]
    if len(values) < len(rest) or len({it[2] for it in found if it}) > 1 or min(values) <= 0:
        return None
    largest = max(values)
    bars = (
        Bar(period.strip(), printed.strip(), value / largest)
        for (period, printed), value in zip(rest, values, strict=True)
    )
    return Chart(what.strip(), tuple(bars))


def pairs_of(text: str, found: Sequence[FigureMatch], paragraph: int) -> Iterator[Pair]:
    """The figures of a paragraph that are two values of one thing."""
    for first, second in pairwise(found):
        if first.unit != second.unit or min(first.number, second.number) <= 0:
            continue
        before = text[max(first.start - _AROUND, 0) : first.start]
        between, after = text[first.end : second.start], text[second.end : second.end + _AROUND]
        if (start := _FROM.search(before)) and (goal := _TO.fullmatch(between)):
            labels = (start[1] or "从", goal[1] or ("现为" if start[1] else "到"))
            earlier, later = first, second
        elif since := _than(between, after):
            labels, earlier, later = (since, ""), second, first
        else:
            continue
        spread = max(first.number, second.number) / min(first.number, second.number)
        if later.sure and (chart := _chart(labels, earlier, later)) and _NARROWEST <= spread <= _WIDEST:
            yield Pair(spread, chart, frozenset((paragraph, one.start) for one in (earlier, later)))


def _than(between: str, after: str) -> str:
    """The earlier year, where a value is followed by the one that it is compared with."""
    found = _OF.fullmatch(between) if _SHARE.match(after) else None
    found = found or (_THAN.fullmatch(between) if _MORE.match(after) else None)
    return found[1] if found else ""


def _chart(labels: tuple[str, str], earlier: FigureMatch, later: FigureMatch) -> Chart | None:
    old, new = labels[0], labels[1] or later.when or "现在"
    thing = later.what
    if not 2 <= len(thing) <= _LONGEST:
        return None
    largest = max(earlier.number, later.number)
    return Chart(
        thing,
        (
            Bar(old, earlier.bounded, earlier.number / largest),
            Bar(new, later.bounded, later.number / largest),
        ),
    )

"""Selects the key figures of a section for a slide, and two values of one thing for a chart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from gaohang_viewer.report.key_figures.extract import FigureMatch, figures_in
from gaohang_viewer.report.key_figures.units import COUNTS, words
from gaohang_viewer.report.markdown_reader import paragraphs
from gaohang_viewer.report.punctuation import full_width


class BigFigure(NamedTuple):
    """A key figure in large type: its number, its unit, and what it counts."""

    number: str
    unit: str
    what: str


class Bar(NamedTuple):
    """A bar of a chart; `share` is its length as a share of the longer bar."""

    label: str
    value: str
    share: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Two values of one thing, the earlier first."""

    what: str
    bars: tuple[Bar, Bar]


class KeyFigures(NamedTuple):
    """The content of a slide of key figures."""

    figures: tuple[BigFigure, ...]
    chart: Chart | None = None


MOST = 4
"""The most figures on one slide."""

_FEWEST = 2
_AROUND = 60  # characters examined before and after a figure
_LONGEST = 16  # characters of what a figure counts
_GOOD = 2.0  # the lowest score of a figure on a slide
_NUMBER = re.compile(r"([0-9０-９][0-9０-９.．,，]*)(.*)", re.DOTALL)
_YEAR = (
    r"(?:(?:19|20)\d\d年(?:[初底末]|年初|年底|年末)?|上年|去年|前年|五年前|十年前|改革前|“[^”]{1,6}”[初末]?)"
)


def key_figures(body: str) -> KeyFigures | None:
    """Returns the best figures in a section's Markdown, in its order; None if there are too few."""
    candidates: list[tuple[float, BigFigure, FigureMatch]] = []
    charts: list[_Pair] = []
    for text in map(full_width, paragraphs(body)):
        found = figures_in(text)
        charts += _pairs(text, found)
        earlier = {pair.earlier for pair in charts}
        candidates += [
            (_score(big, figure), big, figure)
            for figure in found
            if figure not in earlier and (big := _big(text, figure)) and _score(big, figure) >= _GOOD
        ]
    pair = max(charts, key=lambda pair: pair.spread, default=None)
    chosen = _best(candidates, MOST - 1 if pair else MOST)
    if len(chosen) < _FEWEST and not (pair and chosen):
        return None
    return KeyFigures(tuple(chosen), pair.chart if pair else None)


def split(value: str) -> tuple[str, str]:
    """Splits a printed value into number and unit: 23.9 and 亿元."""
    found = _NUMBER.fullmatch(value.strip())
    return (found[1], found[2].strip()) if found else ("", value)


def _big(text: str, figure: FigureMatch) -> BigFigure | None:
    number, unit = split(figure.value)
    if not number or not unit or re.search(r"\d", unit) or len(unit) > 6:
        return None
    what = figure.what.strip("，。；：、 ")
    if since := re.search(
        rf"(?:是|为|相当于)({_YEAR})[^，。；]{{0,14}}?的$",
        text[max(figure.start - _AROUND, 0) : figure.start],
    ):
        what = f"{_bare(what)}与{since[1]}之比"
    return BigFigure(number, unit, what) if 2 <= len(what) <= _LONGEST else None


# --- selection ------------------------------------------------------------------------------------------

_SORTS = {
    "money": words("元 美元 港元 欧元 日元 人民币 元人民币"),
    "ratio": words("% ％ ‰ 倍 个百分点 百分点"),
    "people": words("人 人次 人口 户 户次 家次"),
    "count": COUNTS,
}
# Names that are meaningless on their own
_VAGUE = words("""项目 投资 总投资 资金 投入 单位 编制 道路 开行 小区 总长 总金额 年增长 增长 下降 内资
    首期规模 规模 总额 收入 营业收入 任务 活动 产业 企业 就业 建设 其中 全年 年均 累计 比重 占比 同比 完成
    达到 实现 新增 面积 人员""")
_NO_NAME = re.compile("年$|月$|^[恢达超占至到仅约近]")  # ends of clauses rather than names
_WORTH = {"money": 4.0, "ratio": 3.5, "people": 3.0, "measure": 2.6, "count": 1.0}


def _sort(unit: str) -> str:
    return next((name for name, units in _SORTS.items() if unit in units), "measure")


def _score(big: BigFigure, figure: FigureMatch) -> float:
    """Scores a figure: money and percentages first, then people and measures, then counts."""
    sort = _sort(figure.unit)
    score = _WORTH[sort]
    if sort == "count":
        score += (figure.number >= 10) + (figure.number >= 100) + 0.5 * (figure.number >= 1000)
    if sort == "ratio" and figure.number == 100 and figure.unit in "%％":
        score -= 1  # a goal rather than a figure
    if len(big.what) == 2:
        score -= 0.6
    if big.what in _VAGUE or _NO_NAME.search(big.what) or big.what.count("“") != big.what.count("”"):
        score -= 3
    return score - 0.08 * max(0, len(big.what) - 8)


def _best(candidates: Sequence[tuple[float, BigFigure, FigureMatch]], most: int) -> list[BigFigure]:
    """Returns the best figures in the order of the text; further ones of a sort score less."""
    left = list(enumerate(candidates))
    chosen: list[tuple[int, BigFigure]] = []
    taken: dict[str, int] = {}
    used: set[str] = set()
    while left and len(chosen) < most:
        place, (_, big, figure) = max(
            left, key=lambda entry: (entry[1][0] - 1.2 * taken.get(_sort(entry[1][2].unit), 0), -entry[0])
        )
        left = [entry for entry in left if entry[0] != place]
        if big.what in used or (big.number, big.unit) in {(other.number, other.unit) for _, other in chosen}:
            continue
        used.add(big.what)
        taken[_sort(figure.unit)] = taken.get(_sort(figure.unit), 0) + 1
        chosen.append((place, big))
    return [big for _, big in sorted(chosen)]


# --- two values of one thing ------------------------------------------------------------------------------


class _Pair(NamedTuple):
    earlier: FigureMatch
    spread: float  # ratio of the larger to the smaller value
    chart: Chart


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
_ONSET = re.compile(rf"^(?:到|至|截至)?({_YEAR})，?")
_WIDEST = 40.0  # the highest ratio: shorter bars are invisible
_NARROWEST = 1.05  # the lowest ratio: bars would look equal


def _pairs(text: str, found: Sequence[FigureMatch]) -> Iterator[_Pair]:
    """Yields adjacent figures of a paragraph that are two values of one thing."""
    for first, second in pairwise(found):
        if first.unit != second.unit or min(first.number, second.number) <= 0:
            continue
        before = text[max(first.start - _AROUND, 0) : first.start]
        between, after = text[first.end : second.start], text[second.end : second.end + _AROUND]
        if (start := _FROM.search(before)) and (goal := _TO.fullmatch(between)):
            labels = (start[1] or "从", goal[1] or ("现为" if start[1] else "到"))
            earlier, later = first, second
            what = _bare(_lead(before[: start.start()]) or first.what or second.what)
        elif since := _than(between, after):
            labels, earlier, later, what = (since, ""), second, first, first.what
        else:
            continue
        spread = max(first.number, second.number) / min(first.number, second.number)
        if (chart := _chart(what, labels, earlier, later)) and _NARROWEST <= spread <= _WIDEST:
            yield _Pair(earlier, spread, chart)


def _than(between: str, after: str) -> str:
    """Returns the earlier year if a value is followed by the one that it is compared with, else empty."""
    found = _OF.fullmatch(between) if _SHARE.match(after) else None
    found = found or (_THAN.fullmatch(between) if _MORE.match(after) else None)
    return found[1] if found else ""


def _lead(before: str) -> str:
    """Returns what changes from one value to another: the words before, if they are few."""
    words = re.split("[，。；：、]", before)[-1].strip()
    return words if 2 <= len(words) <= _LONGEST else ""


def _bare(what: str) -> str:
    """Returns what is counted without the year."""
    return _ONSET.sub("", what)


def _chart(what: str, labels: tuple[str, str], earlier: FigureMatch, later: FigureMatch) -> Chart | None:
    year = _ONSET.match(what)
    old, new = labels[0], labels[1] or (year[1] if year else "现在")
    thing = _bare(what)
    if not 2 <= len(thing) <= _LONGEST:
        return None
    largest = max(earlier.number, later.number)
    return Chart(
        thing,
        (
            Bar(old, earlier.value, earlier.number / largest),
            Bar(new, later.value, later.number / largest),
        ),
    )

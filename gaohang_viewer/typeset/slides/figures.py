"""Selects the key figures of a section for slides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gaohang_viewer.report.key_figures.extract import FigureMatch, figures_in
from gaohang_viewer.report.key_figures.phrase import verb_ahead
from gaohang_viewer.report.key_figures.units import COUNTS, MONEY, PEOPLE, SHARES, words
from gaohang_viewer.report.markdown_reader import paragraphs
from gaohang_viewer.report.punctuation import full_width
from gaohang_viewer.typeset.slides.charts import Chart, Pair, pairs_of


class BigFigure(NamedTuple):
    """A key figure in large type: `what` is what it counts.

    `before` is the bound before the number (超过), `unit` includes the one after it (亿元以上).
    """

    number: str
    unit: str
    what: str
    before: str = ""

    @property
    def value(self) -> str:
        """The printed value."""
        return self.before + self.number + self.unit


class KeyFigures(NamedTuple):
    """The content of the slides of key figures of a section: for each page its figures and its chart."""

    pages: tuple[tuple[tuple[BigFigure, ...], Chart | None], ...]
    shown: frozenset[tuple[int, int]] = frozenset()
    """The position of each figure: the paragraph of the body, counted from 0, and the index in it."""
    charted: frozenset[tuple[int, int]] = frozenset()
    """The positions of the values in the chart."""


MOST = 6
"""The most figures on one slide."""

MOST_NARROW = 4
"""The most figures on one slide of a narrow page, which has two in a row."""

_FILLED = 4  # figures of a section that has no more major ones
_FEWEST = 2
_BESIDE_CHART = 4  # the most figures on a page with a chart
_LONGEST = 22  # characters of what a figure counts
_TARGET = "（目标）"
_GOOD = 2.0  # the lowest score of a figure on a slide
_MAJOR = 6.0  # the lowest score of a figure that is always shown
_DIGIT = "[0-9０-９⁰¹²³⁴-⁹]"
_HAN = "[〇零一二三四五六七八九十百千万亿两半点多余几壹贰叁肆伍陆柒捌玖拾佰仟]"
_VALUE = re.compile(
    rf"([^0-9０-９+－−-]{{0,4}}(?={_DIGIT}|[+－−-])|[^{_HAN[1:-1]}]{{0,4}})"
    rf"([+－−-]?{_DIGIT}(?:[^\u4e00-\u9fff%％]*{_DIGIT})?|[百千万]分之{_HAN}+|{_HAN}+)(.*)",
    re.DOTALL,
)


def key_figures(body: str, most: int = MOST, *, planned: bool = False) -> KeyFigures | None:
    """Returns the best figures in a section's Markdown, in its order; None if there are too few.

    All major figures are among them, others while there is room. A page has at most `most` of them. Those of
    a `planned` section are targets, and say so.
    """
    candidates: list[_Candidate] = []
    charts: list[Pair] = []
    for paragraph, text in enumerate(paragraphs(body)):
        found = figures_in(text)
        charts += pairs_of(full_width(text), found, paragraph)
        candidates += [
            _Candidate(_score(figure), big, figure, (paragraph, figure.start))
            for figure in found
            if figure.sure and not figure.earlier and (big := _big(figure, planned=planned))
        ]
    pair = max(charts, key=lambda pair: pair.spread, default=None)
    chosen = _best([one for one in candidates if one.score >= _GOOD], _FILLED - bool(pair))
    if len(chosen) < _FEWEST and not (pair and chosen):
        return None
    return KeyFigures(
        tuple(_pages([one.big for one in chosen], pair.chart if pair else None, most)),
        frozenset(one.place for one in chosen),
        pair.places if pair else frozenset(),
    )


def split(value: str) -> tuple[str, str, str]:
    """Splits a printed value into the bound before it, number and unit: 超过, 23.9 and 亿元."""
    found = _VALUE.fullmatch(value.strip())
    return (found[1], found[2].strip(), found[3].strip()) if found else ("", "", value)


def big_figure(value: str, what: str) -> BigFigure:
    """Returns a figure from its printed value and what it counts."""
    before, number, unit = split(value)
    return BigFigure(number, unit, what, before)


def _big(figure: FigureMatch, *, planned: bool) -> BigFigure | None:
    if len(figure.measure) > 8 or not figure.digits:
        return None
    aim = figure.aim if figure.aim != "目标" and not figure.aim.endswith(figure.when or "年") else ""
    what = aim + figure.name
    if figure.aim == "目标" or (planned and not aim):
        what += _TARGET
    if len(what.removesuffix(_TARGET)) > _LONGEST:
        return None
    return BigFigure(figure.digits, figure.measure + figure.after, what, figure.before)


def _pages(
    figures: list[BigFigure], chart: Chart | None, most: int
) -> Iterator[tuple[tuple[BigFigure, ...], Chart | None]]:
    """Yields pages with about the same number of figures; the chart is below a few or on its own page."""
    count = -(-len(figures) // most)
    for page in range(count):
        some = tuple(figures[page * len(figures) // count : (page + 1) * len(figures) // count])
        below = chart if page == count - 1 and len(some) <= min(_BESIDE_CHART, most - 2) else None
        yield some, below
        chart = None if below else chart
    if chart:
        yield (), chart


# --- selection ------------------------------------------------------------------------------------------


class _Candidate(NamedTuple):
    score: float
    big: BigFigure
    figure: FigureMatch
    place: tuple[int, int]


# The main indicators of government reports
_MAJOR_NAMES = re.compile(
    r"生产总值|GDP|(?:财政|预算)(?:总|性)?(?:收入|支出)|固定资产投资|零售总额|(?:可支配|纯)收入|就业|失业率|粮食|进出口|外资|出口"
    r"|城镇化率|增加值|工业总产值|农业总产值|消费价格|物价|能耗|(?:寿命)|PM2|PM₂|颗粒物|优良天数|转移支付|减税|退税|支出规模|赤字|税收|存款余额|贷款余额"
)
_SORTS = {
    "money": MONEY,
    "ratio": SHARES | words("倍"),
    "people": PEOPLE,
    "count": COUNTS,
}
_ROUND = re.compile("[近上超数]?[百千万亿]+")
_WORTH = {"money": 4.0, "ratio": 3.5, "people": 3.0, "measure": 2.6, "count": 1.0}


def _sort(unit: str) -> str:
    return next((name for name, units in _SORTS.items() if unit in units), "measure")


def _score(figure: FigureMatch) -> float:
    """Scores a figure: major ones first, then money and percentages, people and measures, counts."""
    sort = _sort(figure.unit)
    score = _WORTH[sort]
    if _MAJOR_NAMES.search(figure.what):
        score += _MAJOR
    elif len(figure.what) < 5 and not verb_ahead(figure.what):
        score -= 3  # such as 项目投资: its owner may stand elsewhere
    if sort == "count":
        score += (figure.number >= 10) + (figure.number >= 100) + 0.5 * (figure.number >= 1000)
    if _ROUND.fullmatch(figure.digits):
        score -= 1.5  # 突破百亿元: the exact value may follow
    if sort == "ratio" and figure.number == 100:
        score -= 1  # a goal rather than a figure
    return score - 0.08 * max(0, len(figure.what) - 8)


def _best(candidates: Sequence[_Candidate], room: int) -> list[_Candidate]:
    """Returns the major and the best other figures in text order; further ones of a sort score less."""
    left = list(candidates)
    chosen: list[_Candidate] = []
    taken: dict[str, int] = {}
    said: set[str] = set()
    values: set[str] = set()

    def worth(one: _Candidate) -> float:
        return one.score if one.score >= _MAJOR else one.score - 1.2 * taken.get(_sort(one.figure.unit), 0)

    while left:
        best = max(left, key=worth)
        if best.score < _MAJOR and len(chosen) >= room:
            break
        left.remove(best)
        if best.big.what in said or (best.big.value in values and best.score < _MAJOR):
            continue
        said.add(best.big.what)
        values.add(best.big.value)
        taken[_sort(best.figure.unit)] = taken.get(_sort(best.figure.unit), 0) + 1
        chosen.append(best)
    return sorted(chosen, key=lambda one: one.place)

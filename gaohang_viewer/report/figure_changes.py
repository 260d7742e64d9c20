"""Finds the key figures that differ in two reports."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.comparison import Change
from gaohang_viewer.report.key_figures.extract import FigureMatch, figures_in
from gaohang_viewer.report.model import FRONT
from gaohang_viewer.report.search import texts
from gaohang_viewer.report.word_diff import SIMILAR, likeness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gaohang_viewer.report.comparison import Comparison
    from gaohang_viewer.report.model import Report


class FigureChange(NamedTuple):
    """A key figure that differs; `old` or `new` is empty where it is missing."""

    what: str
    old: str
    new: str
    section: int  # of the new report; of the old one where it is gone


def figure_changes(comparison: Comparison) -> list[FigureChange]:
    """Key figures that differ in paired sections, and those that only one report has and that say what they
    count. What each report names once, in sections that are no pair, is one figure all the same."""
    found: list[FigureChange] = []
    lone: dict[tuple[str, str], list[tuple[int, FigureMatch]]] = {}  # by name and unit: places in `found`
    for pair in comparison.pairs:
        if pair.change in (Change.SAME, Change.MOVED):
            continue
        before = _figures(comparison.old, pair.old)
        after = _figures(comparison.new, pair.new)
        where = pair.new if pair.new is not None else pair.old
        for old, new in _paired_figures(before, after):
            if (old is None and new is not None and not new.what) or (new is None and old and not old.what):
                continue
            if old is not None and new is not None and (old.number, old.unit) == (new.number, new.unit):
                continue
            what = (new or old or FigureMatch(0, 0, "", 0, "", "")).what or (old.what if old else "")
            values = (old.value if old else "", new.value if new else "")
            if only := (old if new is None else new if old is None else None):
                lone.setdefault((only.what, only.unit), []).append((len(found), only))
            found.append(FigureChange(what, *values, where if where is not None else FRONT))
    return _joined(found, lone)


def _joined(
    found: list[FigureChange], lone: dict[tuple[str, str], list[tuple[int, FigureMatch]]]
) -> list[FigureChange]:
    """One change of what went in one place and came in another; none if it has but moved."""
    left_out: set[int] = set()
    for places in lone.values():
        gone = [place for place in places if found[place[0]].old]
        come = [place for place in places if found[place[0]].new]
        if len(gone) == len(come) == 1:
            (before, old), (after, new) = gone[0], come[0]
            left_out.add(before)
            if old.number == new.number:
                left_out.add(after)
            found[after] = found[after]._replace(old=old.value)
    return [change for at, change in enumerate(found) if at not in left_out]


def _figures(report: Report, section: int | None) -> list[FigureMatch]:
    return [] if section is None else [found for text in texts(report, section) for found in figures_in(text)]


def _paired_figures(
    before: list[FigureMatch], after: list[FigureMatch]
) -> Iterator[tuple[FigureMatch | None, FigureMatch | None]]:
    """Figures of one unit that count the same thing, else those that count something alike, in order."""
    rest = list(before)
    pairs: list[tuple[FigureMatch | None, FigureMatch | None]] = []
    unpaired: list[FigureMatch] = []
    for found in after:
        same = next((each for each in rest if (each.unit, each.what) == (found.unit, found.what)), None)
        if same is not None:
            rest.remove(same)
        if same is None:
            unpaired.append(found)
        pairs.append((same, found))
    for found in unpaired:
        alike = [
            each for each in rest if each.unit == found.unit and likeness(each.what, found.what) >= SIMILAR
        ]
        if alike:
            best = max(alike, key=lambda each: likeness(each.what, found.what))
            rest.remove(best)
            pairs[pairs.index((None, found))] = (best, found)
    yield from pairs
    yield from zip_longest(rest, (), fillvalue=None)

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
    """A key figure that differs; `old` or `new` is empty where that report lacks it."""

    what: str
    old: str
    new: str
    section: int  # index in the new report, or in the old one for a removed figure; -1 is the front page


def figure_changes(comparison: Comparison) -> list[FigureChange]:
    """Returns the key figures that differ, in the order of the pairs.

    Figures of paired sections are compared with each other; one that only one report has is listed if the
    text says what it counts. A figure that was removed in one section and added in another counts as one.
    """
    found: list[FigureChange] = []
    lone: dict[tuple[str, str], list[tuple[int, FigureMatch]]] = {}  # by name and unit: indices in `found`
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
            what = (new.what if new else "") or (old.what if old else "")
            values = (old.bounded if old else "", new.bounded if new else "")
            if only := (old if new is None else new if old is None else None):
                lone.setdefault((only.what, only.unit), []).append((len(found), only))
            found.append(FigureChange(what, *values, where if where is not None else FRONT))
    return _join_moved(found, lone)


def _join_moved(
    found: list[FigureChange], lone: dict[tuple[str, str], list[tuple[int, FigureMatch]]]
) -> list[FigureChange]:
    """Joins the removal of a figure and its addition elsewhere into one change, or none if it is equal."""
    left_out: set[int] = set()
    for places in lone.values():
        removed = [place for place in places if found[place[0]].old]
        added = [place for place in places if found[place[0]].new]
        if len(removed) == len(added) == 1:
            (before, old), (after, new) = removed[0], added[0]
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
    """Pairs figures of one unit that count the same thing, then those that count something similar."""
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

"""What is different in two reports or editions: sections matched, paragraphs aligned, figures paired."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import Enum
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.folding import fold
from gaohang_viewer.report.key_figures.extract import FigureMatch, figures_in
from gaohang_viewer.report.model import FRONT
from gaohang_viewer.report.search import texts
from gaohang_viewer.report.word_diff import DiffSegment, likeness, word_diff

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gaohang_viewer.report.model import Report

_ALIKE = 0.45  # headlines or paragraphs that are at least so alike are versions of one
_BODIES_ALIKE = 0.6
_NEAR = 40  # how many siblings an unmatched section is compared with
_SIGNS = re.compile(r"[^\w%‰]")


class Change(Enum):
    """What became of a section."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    NEW = "new"
    GONE = "gone"


class Pair(NamedTuple):
    """A section in the old report and in the new one, by their indices; -1 is the front page.

    `old` is None for a new section, `new` for one that is gone. `moved` tells that it has another parent, or
    another place among its siblings; it is MOVED if nothing else has changed.
    """

    change: Change
    old: int | None
    new: int | None
    moved: bool = False


class FigureChange(NamedTuple):
    """A key figure that differs; `old` or `new` is empty where it is missing."""

    what: str
    old: str
    new: str
    section: int  # of the new report; of the old one where it is gone


class Comparison(NamedTuple):
    """Two reports with their sections paired, in the order of the new one, gone ones where they stood."""

    old: Report
    new: Report
    pairs: tuple[Pair, ...]

    def count(self, change: Change) -> int:
        return sum(pair.change is change for pair in self.pairs)


def compare(old: Report, new: Report) -> Comparison:
    """Pairs the sections of two reports by their headlines, places and texts."""
    partners = _Matching(old, new).partners  # new -> old
    back = {before: after for after, before in partners.items()}
    moved = _moved(old, new, partners)
    pairs = [_pair(old, new, FRONT, FRONT)]
    pairs += [
        _pair(old, new, partners.get(index), index, moved=index in moved)
        for index in range(len(new.sections))
    ]
    gone = [index for index in range(len(old.sections)) if index not in back]
    return Comparison(old, new, tuple(_with_gone(pairs, gone, back)))


def paragraphs_of(comparison: Comparison, pair: Pair) -> list[list[DiffSegment]]:
    """The paragraphs of a pair, the headline first, each as its pieces."""
    before = texts(comparison.old, pair.old) if pair.old is not None else []
    after = texts(comparison.new, pair.new) if pair.new is not None else []
    return [word_diff(*both) for both in _aligned(before, after)]


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
            what = (new.what if new else "") or (old.what if old else "")
            values = (old.bounded if old else "", new.bounded if new else "")
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


# --- sections --------------------------------------------------------------------------------------------


def _name(report: Report, section: int) -> str:
    return _plain(report.sections[section].title)


def _plain(text: str) -> str:
    """Words alone: white space, width and punctuation make no difference."""
    return _SIGNS.sub("", fold(text))


def _body(report: Report, section: int) -> str:
    return _plain("".join(texts(report, section)[1:] if section >= 0 else texts(report, section)))


class _Matching:
    """Pairs sections from the top down: what has the same name under the same parent, then what is alike."""

    def __init__(self, old: Report, new: Report) -> None:
        self._old = old
        self._new = new
        self.partners: dict[int, int] = {}
        self._taken: set[int] = set()
        self._names = [_name(old, at) for at in range(len(old.sections))]
        self._new_names = [_name(new, at) for at in range(len(new.sections))]
        self._siblings(old.outline.roots, new.outline.roots)
        self._anywhere()

    def _siblings(self, olds: Sequence[int], news: Sequence[int]) -> None:
        """The children of two sections that belong together; then what is below them."""
        pending = [(olds, news)]
        while pending:
            olds, news = pending.pop()
            self._by_name(olds, news)
            self._by_likeness(olds, news)
            pending += [
                (self._old.outline.children[self.partners[index]], self._new.outline.children[index])
                for index in news
                if index in self.partners
            ]

    def _by_name(self, olds: Sequence[int], news: Sequence[int]) -> None:
        free: dict[str, list[int]] = {}
        for index in olds:
            if index not in self._taken:
                free.setdefault(self._names[index], []).append(index)
        for index in news:
            if index not in self.partners and (same := free.get(self._new_names[index])):
                self._take(index, same.pop(0))

    def _by_likeness(self, olds: Sequence[int], news: Sequence[int]) -> None:
        rest = [index for index in olds if index not in self._taken]
        for place, index in enumerate(news):
            if index in self.partners or not rest:
                continue
            near = sorted(rest, key=lambda other: abs(self._old.outline.rows[other] - place))[:_NEAR]
            best = max(near, key=lambda other: self._likeness(other, index))
            if self._likeness(best, index) >= 1:
                self._take(index, best)
                rest.remove(best)

    def _likeness(self, old: int, new: int) -> float:
        """At least 1 for two versions of one section."""
        names = likeness(self._names[old], self._new_names[new]) / _ALIKE
        if names >= 1:
            return names
        one, other = self._old.sections[old].body, self._new.sections[new].body
        if not one or not other or max(len(one), len(other)) > 3 * min(len(one), len(other)):
            return 0
        return likeness(one, other) / _BODIES_ALIKE

    def _anywhere(self) -> None:
        """What went to another parent keeps its name."""
        self._by_name(range(len(self._old.sections)), range(len(self._new.sections)))

    def _take(self, new: int, old: int) -> None:
        self.partners[new] = old
        self._taken.add(old)


def _moved(old: Report, new: Report, partners: dict[int, int]) -> set[int]:
    """The sections that have another parent, or stand elsewhere among those siblings that stayed."""
    moved: set[int] = set()
    families: dict[int | None, list[int]] = {}
    for index, before in partners.items():
        parent, parent_before = new.outline.parents[index], old.outline.parents[before]
        if (partners.get(parent) if parent is not None else None) != parent_before:
            moved.add(index)
        else:
            families.setdefault(parent, []).append(index)
    for family in families.values():
        family.sort()
        befores = [partners[index] for index in family]
        in_order = _longest_rising(befores)
        moved.update(index for index, before in zip(family, befores, strict=True) if before not in in_order)
    return moved


def _longest_rising(numbers: list[int]) -> set[int]:
    """The longest rising part of a list: what kept its order; all else has moved past it."""
    from bisect import bisect_left

    tails: list[int] = []
    ends: list[int] = []  # where in `numbers` each tail is
    before: list[int] = [-1] * len(numbers)
    for at, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before[at] = ends[place - 1] if place else -1
        tails[place : place + 1] = [number]
        ends[place : place + 1] = [at]
    kept: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(numbers[at])
        at = before[at]
    return kept


def _pair(old: Report, new: Report, before: int | None, after: int, *, moved: bool = False) -> Pair:
    if before is None:
        return Pair(Change.NEW, None, after)
    one = old.sections[before] if before >= 0 else None
    other = new.sections[after] if after >= 0 else None
    same = one is not None and other is not None and (one.title, one.body) == (other.title, other.body)
    if not same:
        names = ("", "") if one is None or other is None else (_plain(one.title), _plain(other.title))
        same = names[0] == names[1] and _body(old, before) == _body(new, after)
    change = (Change.MOVED if moved else Change.SAME) if same else Change.CHANGED
    return Pair(change, before, after, moved)


def _with_gone(pairs: list[Pair], gone: list[int], back: dict[int, int]) -> Iterator[Pair]:
    """The pairs in the order of the new report, each section that is gone behind what stood before it."""
    behind: dict[int, list[int]] = {}
    for index in gone:
        before = next((back[at] for at in range(index - 1, max(index - 1000, -1), -1) if at in back), FRONT)
        behind.setdefault(before, []).append(index)
    for pair in pairs:
        yield pair
        for index in behind.get(pair.new if pair.new is not None else FRONT, ()):
            yield Pair(Change.GONE, index, None)


# --- paragraphs and figures ------------------------------------------------------------------------------


def _aligned(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """Paragraphs side by side, in order; "" where there is none on one side."""
    plain_before, plain_after = [*map(_plain, before)], [*map(_plain, after)]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, plain_before, plain_after, autojunk=False).get_opcodes():
        if tag == "equal":
            # What differs in width and white space alone counts as the same: the new one is shown.
            yield from ((text, text) for text in after[j1:j2])
        elif (i2 - i1, j2 - j1) == (1, 1):
            yield before[i1], after[j1]
        else:
            yield from _by_likeness(before[i1:i2], after[j1:j2])


def _by_likeness(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    place = 0
    for text in after:
        likes = [likeness(other, text) for other in before[place : place + _NEAR]]
        best = max(range(len(likes)), key=lambda at: likes[at], default=0)
        if likes and likes[best] >= _ALIKE:
            yield from ((other, "") for other in before[place : place + best])
            yield before[place + best], text
            place += best + 1
        else:
            yield "", text
    yield from ((other, "") for other in before[place:])


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
            each for each in rest if each.unit == found.unit and likeness(each.what, found.what) >= _ALIKE
        ]
        if alike:
            best = max(alike, key=lambda each: likeness(each.what, found.what))
            rest.remove(best)
            pairs[pairs.index((None, found))] = (best, found)
    yield from pairs
    yield from zip_longest(rest, (), fillvalue=None)

"""Pairs the sections of two reports that are versions of each other."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from gaohang_viewer.report.paragraph_alignment import comparable
from gaohang_viewer.report.word_diff import SIMILAR, likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gaohang_viewer.report.model import Report

_BODIES_ALIKE = 0.6  # the likeness of bodies from which their sections are versions of each other
_NEAR = 40  # how many siblings an unmatched section is compared with


class SectionPairing:
    """Pairs sections from the top down: siblings of the same name first, then similar ones."""

    def __init__(self, old: Report, new: Report) -> None:
        self._old = old
        self._new = new
        self.partners: dict[int, int] = {}  # new -> old
        self._paired: set[int] = set()
        self._names = [comparable(section.title) for section in old.sections]
        self._new_names = [comparable(section.title) for section in new.sections]
        self._pair_siblings(old.outline.roots, new.outline.roots)
        self._pair_moved()

    def _pair_siblings(self, olds: Sequence[int], news: Sequence[int]) -> None:
        """Pairs the children of two paired sections, and so on downwards."""
        pending = [(olds, news)]
        while pending:
            olds, news = pending.pop()
            self._pair_by_name(olds, news)
            self._pair_by_likeness(olds, news)
            pending += [
                (self._old.outline.children[self.partners[index]], self._new.outline.children[index])
                for index in news
                if index in self.partners
            ]

    def _pair_by_name(self, olds: Sequence[int], news: Sequence[int]) -> None:
        free: dict[str, list[int]] = {}
        for index in olds:
            if index not in self._paired:
                free.setdefault(self._names[index], []).append(index)
        for index in news:
            if index not in self.partners and (same := free.get(self._new_names[index])):
                self._pair(index, same.pop(0))

    def _pair_by_likeness(self, olds: Sequence[int], news: Sequence[int]) -> None:
        rest = [index for index in olds if index not in self._paired]
        for place, index in enumerate(news):
            if index in self.partners or not rest:
                continue
            near = sorted(rest, key=lambda other: abs(self._old.outline.rows[other] - place))[:_NEAR]
            best = max(near, key=lambda other: self._likeness(other, index))
            if self._likeness(best, index) >= 1:
                self._pair(index, best)
                rest.remove(best)

    def _likeness(self, old: int, new: int) -> float:
        """Returns at least 1 for two versions of one section."""
        names = likeness(self._names[old], self._new_names[new]) / SIMILAR
        if names >= 1:
            return names
        one, other = self._old.sections[old].body, self._new.sections[new].body
        if not one or not other or max(len(one), len(other)) > 3 * min(len(one), len(other)):
            return 0
        return likeness(one, other) / _BODIES_ALIKE

    def _pair_moved(self) -> None:
        """Pairs sections that have moved to another parent, which keep their name."""
        self._pair_by_name(range(len(self._old.sections)), range(len(self._new.sections)))

    def _pair(self, new: int, old: int) -> None:
        self.partners[new] = old
        self._paired.add(old)


def moved_sections(old: Report, new: Report, partners: dict[int, int]) -> set[int]:
    """Returns the new sections with another parent, or another order among the remaining siblings."""
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
        in_order = _longest_increasing(befores)
        moved.update(index for index, before in zip(family, befores, strict=True) if before not in in_order)
    return moved


def _longest_increasing(numbers: list[int]) -> set[int]:
    """Returns the numbers of a longest increasing subsequence: those that kept their order."""
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

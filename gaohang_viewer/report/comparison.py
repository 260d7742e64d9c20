"""Compares two reports: which sections were changed, moved, added or removed."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.blocks import FILLER
from gaohang_viewer.report.model import FRONT
from gaohang_viewer.report.paragraph_alignment import align_paragraphs, comparable
from gaohang_viewer.report.search import texts
from gaohang_viewer.report.section_pairing import SectionPairing, moved_sections
from gaohang_viewer.report.word_diff import DiffSegment, word_diff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gaohang_viewer.report.model import Report


class Change(Enum):
    """How a section differs between the two reports."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    NEW = "new"
    GONE = "gone"


class Pair(NamedTuple):
    """A section in the old report and in the new one, by their indices; -1 is the front page.

    `old` is None for a new section, `new` for a removed one. `moved` says that its parent, or its order among
    its siblings, has changed; `change` is MOVED if nothing else has.
    """

    change: Change
    old: int | None
    new: int | None
    moved: bool = False


class Comparison(NamedTuple):
    """Two reports and their paired sections, in the order of the new one; removed ones keep their place."""

    old: Report
    new: Report
    pairs: tuple[Pair, ...]

    def count(self, change: Change) -> int:
        """Returns how many pairs have a change."""
        return sum(pair.change is change for pair in self.pairs)


def compare(old: Report, new: Report) -> Comparison:
    """Compares two reports; pairs their sections by headline, place in the outline and text."""
    partners = SectionPairing(old, new).partners  # new -> old
    back = {before: after for after, before in partners.items()}
    moved = moved_sections(old, new, partners)
    pairs = [_pair(old, new, FRONT, FRONT)]
    pairs += [
        _pair(old, new, partners.get(index), index, moved=index in moved)
        for index in range(len(new.sections))
    ]
    gone = [index for index in range(len(old.sections)) if index not in back]
    return Comparison(old, new, tuple(_with_gone(pairs, gone, back)))


def paragraphs_of(comparison: Comparison, pair: Pair) -> list[list[DiffSegment]]:
    """Returns the paragraphs of a pair as diffs, the headline first."""
    before = _texts(comparison.old, pair.old) if pair.old is not None else []
    after = _texts(comparison.new, pair.new) if pair.new is not None else []
    return [word_diff(*both) for both in align_paragraphs(before, after)]


def _pair(old: Report, new: Report, before: int | None, after: int, *, moved: bool = False) -> Pair:
    if before is None:
        return Pair(Change.NEW, None, after)
    one = old.sections[before] if before >= 0 else None
    other = new.sections[after] if after >= 0 else None
    same = one is not None and other is not None and (one.title, one.body) == (other.title, other.body)
    if not same:
        names = ("", "") if one is None or other is None else (comparable(one.title), comparable(other.title))
        same = names[0] == names[1] and _body(old, before) == _body(new, after)
    change = (Change.MOVED if moved else Change.SAME) if same else Change.CHANGED
    return Pair(change, before, after, moved)


def _texts(report: Report, section: int) -> list[str]:
    """Returns the texts of a section without what does not count."""
    return [text.replace(FILLER, "") for text in texts(report, section)]


def _body(report: Report, section: int) -> str:
    return comparable("".join(texts(report, section)[1:] if section >= 0 else texts(report, section)))


def _with_gone(pairs: list[Pair], gone: list[int], back: dict[int, int]) -> Iterator[Pair]:
    """Yields the pairs in the order of the new report, each removed section after its old predecessor."""
    behind: dict[int, list[int]] = {}
    for index in gone:
        before = next((back[at] for at in range(index - 1, max(index - 1000, -1), -1) if at in back), FRONT)
        behind.setdefault(before, []).append(index)
    for pair in pairs:
        yield pair
        for index in behind.get(pair.new if pair.new is not None else FRONT, ()):
            yield Pair(Change.GONE, index, None)

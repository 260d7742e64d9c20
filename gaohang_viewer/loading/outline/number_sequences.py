"""Finds the numbered lines that are headings, by the sequences that their numbers form."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.outline.annex import is_glossary
from gaohang_viewer.loading.outline.glued_titles import find_glued_titles, usual_length
from gaohang_viewer.report.draft import PieceRole
from gaohang_viewer.report.heading_mark import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Container

    from gaohang_viewer.loading.outline.line import Line

_MAY_HEAD = (PieceRole.TEXT, PieceRole.HEADING)
_MOST_ALIKE = 3  # open sequences of one style; older ones are over
_NEARLY_ALL = 0.8  # of a sequence are titles: then those that read like sentences are titles too
_LARGEST_GAP = 3  # numbers missing in the source's own numbering


class Sequence(NamedTuple):
    """Marks of one style that count on: their lines, in order.

    `depth` is the number of sequences of the same style that it stands in: 一、 below a section 二、.
    """

    style: MarkStyle
    members: list[int]
    depth: int = 0


class _Open(NamedTuple):
    """A sequence that may go on: its last number, whether its members are in bold, and its members."""

    style: MarkStyle
    last: int
    bold: bool | None  # None if some are
    members: list[int]


def find_sequences(lines: list[Line], annexes: Container[int]) -> list[Sequence]:
    """All sequences of marks. In annexes numbering begins anew; the entries of a glossary are none."""
    found: list[list[int]] = []
    stack: list[_Open] = []
    look: bool | None
    glossary = False
    for at, line in enumerate(lines):
        mark = line.mark
        if mark is None:
            if at in annexes:
                glossary = is_glossary(line.text)
                stack.clear()
            elif line.role is PieceRole.HEADING:
                stack.clear()
            continue
        if line.role not in _MAY_HEAD or (glossary and mark.style > MarkStyle.SECTION):
            continue
        same = [place for place, entry in enumerate(stack) if entry.style is mark.style]
        bold = line.bold >= mark.length > 0
        place = _continued(stack, same, mark.number, bold=bold)
        if place is None:
            if not mark.sure and mark.number != 1:
                continue
            if len(same) >= _MOST_ALIKE:
                del stack[: same[0] + 1]
            members = [at]
            look = bold
            found.append(members)
        else:
            members = stack[place].members
            members.append(at)
            look = bold if stack[place].bold is bold else None
            del stack[place:]
        stack.append(_Open(mark.style, mark.number, look, members))
    return _with_depths(lines, found)


def _continued(stack: list[_Open], same: list[int], number: int, *, bold: bool) -> int | None:
    """Which open sequence of a style a number goes on with; None if it begins one."""
    next_to = [place for place in reversed(same) if stack[place].last + 1 == number]
    if next_to:  # the innermost, unless another one looks like it
        alike = [place for place in next_to if stack[place].bold is bold]
        return alike[0] if alike and stack[next_to[0]].bold is not None else next_to[0]
    if number == 1:
        return None
    for place in reversed(same):
        if 0 <= number - stack[place].last <= _LARGEST_GAP:
            return place
    return same[-1] if same else None


def _with_depths(lines: list[Line], found: list[list[int]]) -> list[Sequence]:
    """The sequences with the number of those of their own style that go on behind them."""
    sequences: list[Sequence] = []
    open_: dict[MarkStyle, list[int]] = defaultdict(list)  # where sequences of a style end
    for members in found:  # in the order in which they begin
        style = _style(lines[members[0]])
        ends = open_[style]
        sequences.append(Sequence(style, members, len(ends) - bisect_right(ends, members[0])))
        insort(ends, members[-1])
    return sequences


def _style(line: Line) -> MarkStyle:
    return line.mark.style if line.mark is not None else MarkStyle.COUNTED


def find_numbered(lines: list[Line], sequences: list[Sequence]) -> list[Sequence]:
    """Gives the role HEADING to the numbered lines that are headings; returns their sequences."""
    classes: dict[tuple[MarkStyle, int], list[list[int]]] = defaultdict(list)
    for sequence in sequences:
        if sequence.style < MarkStyle.ORDINAL:  # 第一， and 一是 count within a text
            groups = classes[sequence.style, sequence.depth]
            if groups and _counts_on(lines, groups[-1], sequence.members):
                groups[-1] = groups[-1] + sequence.members
            else:
                groups.append(sequence.members)
    for (style, depth), groups in classes.items():
        members = [at for group in groups for at in group]
        if style <= MarkStyle.HAN_BRACKETED:
            usual = usual_length([lines[at] for at in members])
            for group in groups:
                find_glued_titles([lines[at] for at in group], usual)
        _lengthen([lines[at] for at in members])
        whole = _share(lines, members)
        for group in groups:
            if _are_headings(lines, style, depth, group, whole):
                some = _share(lines, group) < _NEARLY_ALL
                for run in _runs(lines, group) if style >= MarkStyle.ARABIC else [group]:
                    titled = [
                        at for at in run if lines[at].title and not (some and _is_rule(lines, at, group))
                    ]
                    if style < MarkStyle.ARABIC or len(titled) * 3 >= len(run) * 2:
                        for at in titled:
                            lines[at].role = PieceRole.HEADING
    return [
        sequence._replace(members=headings)
        for sequence in sequences
        if (headings := [at for at in sequence.members if lines[at].role is PieceRole.HEADING])
    ]


def _runs(lines: list[Line], group: list[int]) -> list[list[int]]:
    """The members of a group that no heading of another style parts."""
    runs: list[list[int]] = [group[:1]]
    for before, at in pairwise(group):
        if any(line.role is PieceRole.HEADING for line in lines[before + 1 : at]):
            runs.append([])
        runs[-1].append(at)
    return runs


def _counts_on(lines: list[Line], before: list[int], members: list[int]) -> bool:
    """Whether numbers go on in another chapter where those of an earlier one ended."""
    last, first = lines[before[-1]].mark, lines[members[0]].mark
    return last is not None and first is not None and 1 < last.number + 1 <= first.number


def _lengthen(members: list[Line]) -> None:
    """A first clause that is a little too long for a title is one among titles."""
    if sum(line.title > 0 for line in members) * 2 >= len(members):
        for line in members:
            line.title = line.title or line.clause


def _is_rule(lines: list[Line], at: int, group: list[int]) -> bool:
    """Whether a line that reads like a sentence is one: a title has a text below it."""
    line = lines[at]
    if not line.rule:
        return False
    following = bisect_right(group, at)
    last = at + 1 == len(lines) or group[following : following + 1] == [at + 1]
    return not line.alone or last or lines[at + 1].role is PieceRole.HEADING


def _share(lines: list[Line], members: list[int]) -> float:
    """How many of some lines begin with a title, as a share."""
    return sum(
        lines[at].role is PieceRole.HEADING or (lines[at].title > 0 and not _is_rule(lines, at, members))
        for at in members
    ) / len(members)


def _are_headings(lines: list[Line], style: MarkStyle, depth: int, group: list[int], whole: float) -> bool:
    if any(lines[at].role is PieceRole.HEADING for at in group):  # the file says so of some of them
        return True
    if len(group) == 1 and not lines[group[0]].alone and not _begins(lines[group[0]]):
        return False
    if all(lines[at].text.endswith("。") for at in group) and _is_list(lines, group):
        return False
    share = _share(lines, group)
    if style >= MarkStyle.ARABIC or depth:
        if len(group) < 2 or _is_list(lines, group):
            return False
        return share >= 0.75 and whole >= 0.5
    return whole >= 0.6 or (share >= 0.75 and len(group) > 1)


def _begins(line: Line) -> bool:
    return line.mark is not None and line.mark.number == 1


def _is_list(lines: list[Line], group: list[int]) -> bool:
    """Whether the members stand right below one another with nothing between: the entries of a list."""
    bare = sum(
        lines[at].alone and (at + 1 == len(lines) or after == at + 1)
        for at, after in zip(group, [*group[1:], group[-1] + 2], strict=True)
    )
    return bare * 2 > len(group) - 1

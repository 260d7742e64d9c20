"""Which numbered lines are headings: told by the sequences that their numbers form."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.outline.annex import is_glossary
from gaohang_viewer.loading.outline.levels import ANNEX
from gaohang_viewer.report.draft import PieceRole
from gaohang_viewer.report.heading_mark import MarkStyle

if TYPE_CHECKING:
    from gaohang_viewer.loading.outline.levels import Kind
    from gaohang_viewer.loading.outline.line import Line

_MOST_ALIKE = 3  # open sequences of one style; older ones are over
_NEARLY_ALL = 0.8  # of a sequence are titles: then those that read like sentences are titles too
_LARGEST_GAP = 3  # numbers missing in the source's own numbering


class _Open(NamedTuple):
    """A sequence that may go on: its style, its last number, and where it is kept."""

    style: MarkStyle
    last: int
    members: list[int]
    depth: int  # how many open sequences of the same style it stands in


def find_numbered(lines: list[Line], chapters: dict[int, Kind]) -> None:
    """Gives the role HEADING to the numbered lines that are headings.

    `chapters` are the unnumbered lines where all numbering may begin anew; below one that heads a
    glossary nothing numbered is a heading.
    """
    sequences = _sequences(lines, chapters)
    classes: dict[tuple[MarkStyle, int], list[list[int]]] = defaultdict(list)
    for sequence in sequences:
        classes[sequence.style, sequence.depth].append(sequence.members)
    fixed = {line.mark.style for line in lines if line.role is PieceRole.HEADING and line.mark is not None}
    for (style, depth), groups in classes.items():
        if style is MarkStyle.COUNTED or style in fixed:
            continue
        members = [at for group in groups for at in group]
        whole = _share(lines, members)
        for group in groups:
            if _are_headings(lines, style, depth, group, whole):
                some = _share(lines, group) < _NEARLY_ALL
                for at in group:
                    if lines[at].title and not (lines[at].rule and some):
                        lines[at].role = PieceRole.HEADING


def _share(lines: list[Line], members: list[int]) -> float:
    """How many of some lines begin with a title, as a share."""
    return sum(lines[at].title > 0 and not lines[at].rule for at in members) / len(members)


def _are_headings(lines: list[Line], style: MarkStyle, depth: int, group: list[int], whole: float) -> bool:
    share = _share(lines, group)
    if style is MarkStyle.ORDINAL:
        return len(group) > 1 and all(lines[at].alone and lines[at].title for at in group)
    if style >= MarkStyle.ARABIC or depth:
        if len(group) < 2 or _is_list(lines, group):
            return False
        return share >= 0.75 and whole >= 0.5
    return whole >= 0.6 or (share >= 0.75 and len(group) > 1)


def _is_list(lines: list[Line], group: list[int]) -> bool:
    """Whether the members stand right below one another with nothing between: the entries of a list."""
    bare = sum(
        lines[at].alone and (at + 1 == len(lines) or after == at + 1)
        for at, after in zip(group, [*group[1:], group[-1] + 2], strict=True)
    )
    return bare * 2 > len(group) - 1


def _sequences(lines: list[Line], chapters: dict[int, Kind]) -> list[_Open]:
    """All sequences of marks, each with its members in order."""
    found: list[_Open] = []
    stack: list[_Open] = []
    glossary = False
    for at, line in enumerate(lines):
        if at in chapters:
            glossary = chapters[at] == ANNEX and is_glossary(line.text)
        if at in chapters or (line.role is PieceRole.HEADING and line.mark is None):
            stack.clear()
        mark = line.mark
        if (
            mark is None
            or line.role not in (PieceRole.TEXT, PieceRole.HEADING)
            or (glossary and mark.style > MarkStyle.SECTION)
        ):
            continue
        same = [place for place, entry in enumerate(stack) if entry.style is mark.style]
        place = _continued(stack, same, mark.number)
        if place is None:
            if not mark.sure and mark.number != 1:
                continue
            if len(same) >= _MOST_ALIKE:
                del stack[: same[0] + 1]
                same = same[1:]
            entry = _Open(mark.style, mark.number, [at], len(same))
            found.append(entry)
        else:
            entry = stack[place]._replace(last=mark.number)
            entry.members.append(at)
            del stack[place:]
        stack.append(entry)
    return found


def _continued(stack: list[_Open], same: list[int], number: int) -> int | None:
    """Which open sequence of a style a number goes on with; None if it begins one."""
    for place in reversed(same):
        if stack[place].last + 1 == number:
            return place
    if number == 1:
        return None
    for place in reversed(same):
        if 0 <= number - stack[place].last <= _LARGEST_GAP:
            return place
    return same[-1] if same else None

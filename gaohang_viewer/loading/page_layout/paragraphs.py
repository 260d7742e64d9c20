"""Joins lines to paragraphs, by indents, leading and full lines, over columns and pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from gaohang_viewer.loading.page_layout.lines import is_wide
from gaohang_viewer.loading.rich_text import Span
from gaohang_viewer.report.heading_mark import read_mark

if TYPE_CHECKING:
    from gaohang_viewer.loading.page_layout.lines import Line
    from gaohang_viewer.loading.rich_text import Spans

# In parts of the size of the font
_INDENT = 1.2
_ALIKE = 0.35  # places that count as the same
_SHORT = 0.6  # room that a full line may leave
_TIGHT = 0.15  # room that the next word may lack, and yet would have gone into the line
_LEADING = 0.35  # beyond the usual distance of lines: a gap between paragraphs
_OTHER_SIZE = 0.06
_USUAL = 3.0  # distance of lines up to which it can be that within a paragraph
_TITLE, _TITLE_LEADING = 1.1, 2.2  # of a title on several lines, its size in parts of that of the text
_LONGEST_HEADING = 64  # characters
_FEWEST = 5  # lines of a page that show its edges
_SHARE = 0.15  # of its lines stand at its left edge
_HANGING = tuple("，。、；：！？）》”’")
_FURTHEST_INDENT = 2.5
_NARROWEST = 0.75  # of the room between equal margins
_SHARE_LEADING = 0.25  # of the lines of a size stand at this distance
_SHARE_FULL = 0.2  # of its lines reach its right edge
_ENDS = tuple("。！？；：!?;:…”）")
LEADER = re.compile(r"[.．…·⋯]{4,}\s*[-—\s]*[\divxIVX]{1,4}[-—\s]*$|(?:\.\s){4,}")
"""The dots of an entry in a table of contents, and its page."""
_BULLET = re.compile(r"[●•■◆▪◇○▲★☆✓✔➢⚫]\s*(?=\S)")


@dataclass(slots=True)
class Paragraph:
    """Lines that are one paragraph."""

    lines: list[Line]

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def spans(self) -> Spans:
        """The text of all lines; Chinese goes on without a blank, Latin with one."""
        out: Spans = []
        for line in self.lines:
            spans = line.spans
            if out:
                before, after = out[-1].text.rstrip(), spans[0].text.lstrip()
                out[-1] = out[-1]._replace(text=before)
                spans = [spans[0]._replace(text=after), *spans[1:]]
                if _is_hyphenated(before, after):
                    out[-1] = out[-1]._replace(text=before[:-1])
                elif before and after and not is_wide(before[-1]) and not is_wide(after[0]):
                    out.append(Span(" ", bold=out[-1].bold and spans[0].bold))
            out += spans
        return out

    @property
    def text(self) -> str:
        """The text without formatting."""
        return "".join(span.text for span in self.spans).strip()


def _is_hyphenated(before: str, after: str) -> bool:
    return before[-1:] in "-\u2010\u00ad" and before[-2:-1].isalpha() and after[:1].islower()


def set_edges(lines: list[Line], widths: list[float]) -> None:
    """Sets the edges of the column that each line stands in; `widths` are those of the pages."""
    size = body_size(lines)
    columns: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        columns[line.page, line.column].append(line)
    kinds: dict[tuple[int, int, int], list[Line]] = defaultdict(list)

    def kind_of(page: int, column: int) -> tuple[int, int, int]:
        return round(widths[page]), page % 2, column  # left and right pages may have other edges

    for key, some in columns.items():
        kinds[kind_of(*key)] += some
    usual = {kind: _left_edge(some, size) for kind, some in kinds.items()}
    lefts = {key: _page_edge(some, size, usual[kind_of(*key)]) for key, some in columns.items()}
    reach = {
        kind: _reach(
            [_text_right(line) - lefts[line.page, line.column] for line in some if _is_body(line, size)], size
        )
        for kind, some in kinds.items()
    }
    for (page, column), some in columns.items():
        left = lefts[page, column]
        ends = [_text_right(line) - left for line in some if _is_body(line, size)]
        width = _reach(ends, size) if len(ends) >= _FEWEST else 0.0
        room = widths[page] - 2 * left if not column else max(line.right for line in some) - left
        if width < _NARROWEST * room:
            width = reach[kind_of(page, column)]
        if width < _NARROWEST * room:  # ragged lines: the page has equal margins, or its longest line is full
            width = max(room, max(line.right for line in some) - left)
        for line in some:
            line.left_edge, line.right_edge = left, left + width


def _page_edge(lines: list[Line], size: float, usual: float) -> float:
    """The left edge of a column of one page: the usual one, unless the text of the page stands elsewhere."""
    lefts = [line.left for line in lines if _is_body(line, size)] or [line.left for line in lines]
    shift = min(lefts) - usual
    if len(lines) < _FEWEST or abs(shift) <= _ALIKE * size or 0 < shift <= _FURTHEST_INDENT * size:
        return usual
    return _left_edge(lines, size)


def _is_body(line: Line, size: float) -> bool:
    return abs(line.size - size) <= 0.15 * size


def _text_right(line: Line) -> float:
    """Where a line ends without the stop that may stand beyond the edge."""
    return line.right - line.size if line.text.rstrip().endswith(_HANGING) else line.right


def _reach(ends: list[float], size: float) -> float:
    """How far from the left edge full lines reach: where many lines end, the furthest; 0 for ragged ones."""
    ends = sorted(ends)
    enough = max(2, _SHARE_FULL * len(ends))
    for end in reversed(ends):
        if sum(end - _SHORT * size <= other <= end for other in ends) >= enough:
            return end
    return 0.0


def _left_edge(lines: list[Line], size: float) -> float:
    """The leftmost place at which a fair share of the lines begins."""
    places = Counter(round(line.left / 2) * 2 for line in lines if abs(line.size - size) <= 0.15 * size)
    total = sum(places.values())
    if not total:
        return min(line.left for line in lines)
    near = {place: places[place] + places[place - 2] + places[place + 2] for place in places}
    return float(min((place for place, count in near.items() if count >= _SHARE * total), default=min(near)))


def body_size(lines: list[Line]) -> float:
    """The size that most characters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def leadings(lines: list[Line]) -> dict[float, float]:
    """The usual distance of the lines of a paragraph, by the size of the font."""
    found: dict[float, Counter[float]] = defaultdict(Counter)
    for before, line in pairwise(lines):
        distance = line.baseline - before.baseline
        same = before.page == line.page and before.column == line.column and before.size == line.size
        full = before.right_edge - before.right < 3 * before.size  # a short line ends a paragraph
        if same and full and 0 < distance < _USUAL * line.size:
            found[line.size][round(distance * 2) / 2] += 1
    return {
        size: max(
            one
            for one, count in distances.items()
            if count >= min(_SHARE_LEADING * distances.total(), distances.most_common(1)[0][1])
        )
        for size, distances in found.items()
    }


class Joiner:
    """Tells whether a line goes on with the paragraph before it."""

    def __init__(self, lines: list[Line]) -> None:
        self._leadings = leadings(lines)
        self._body = body_size(lines)
        self._tagged = _has_paragraph_tags(lines)
        self._indent = _first_indent(lines)

    def goes_on(self, paragraph: Paragraph, line: Line) -> bool:
        """Whether `line`, which comes next, belongs to `paragraph`."""
        before, first = paragraph.lines[-1], paragraph.first
        size = before.size
        if _BULLET.match(line.text):
            return False
        if abs(line.size - size) > _OTHER_SIZE * size or LEADER.search(before.text):
            return False
        same_column = before.page == line.page and before.column == line.column
        if _is_centred(before) and _is_centred(line) and same_column:
            return self._goes_on_centred(before, line)
        if self._tagged and same_column and before.tag and line.tag:
            same = before.tag.element == line.tag.element
            return same and (_is_full(before, line) or self._goes_on_heading(paragraph, line))
        if before.bold != line.bold and (len(paragraph.lines) > 1 or before.bold):
            return False
        if same_column:
            distance = line.baseline - before.baseline
            usual = self._leadings.get(line.size, 2.0 * size)
            if not 0 < distance <= usual + _LEADING * size:
                return False
        if not _is_full(before, line):
            return same_column and self._goes_on_heading(paragraph, line)
        return self._is_aligned(paragraph, first, before, line)

    def _goes_on_centred(self, before: Line, line: Line) -> bool:
        """Whether a centred line goes on with a title on two lines."""
        return (
            line.size > self._body * _TITLE
            and not (" " in before.text.strip() and " " in line.text.strip())  # fields of a cover
            and line.baseline - before.baseline <= _TITLE_LEADING * line.size
            and not before.text.endswith(_ENDS)
            and read_mark(line.text.strip() or " ") is None
        )

    def _goes_on_heading(self, paragraph: Paragraph, line: Line) -> bool:
        """Whether a line is the rest of a numbered heading that was broken between words."""
        first = paragraph.first
        stands_out = first.size > self._body * (1 + _OTHER_SIZE) or (first.bold and line.bold)
        length = sum(len(one.text) for one in paragraph.lines) + len(line.text)
        return (
            stands_out
            and first.bold == line.bold
            and length <= _LONGEST_HEADING
            and line.left >= first.left - _ALIKE * line.size
            and read_mark(first.text.strip() or " ") is not None
            and not _begins_item(line.text)
            and not paragraph.lines[-1].text.rstrip().endswith(_ENDS)
            and not line.text.rstrip().endswith(_ENDS)
        )

    def _is_aligned(self, paragraph: Paragraph, first: Line, before: Line, line: Line) -> bool:
        """Whether a line begins where the lines of a paragraph go on."""
        size = line.size
        indent = line.left - line.left_edge
        if len(paragraph.lines) > 1:
            step = indent - (before.left - before.left_edge)
            return abs(step) <= _ALIKE * size * 2
        step = indent - (first.left - first.left_edge)
        if step < -_ALIKE * size or indent < _INDENT * size:
            return step <= _ALIKE * size or _begins_item(first.text)
        begins = abs(indent - self._indent * size) <= _ALIKE * size
        return _begins_item(first.text) and not begins and not _begins_item(line.text) and step <= 4 * size


def _first_indent(lines: list[Line]) -> float:
    """The usual indent of first lines, in parts of the size; 0 without any."""
    found: Counter[float] = Counter()
    for line, after in pairwise(lines):
        indent, next_indent = line.left - line.left_edge, after.left - after.left_edge
        if (
            line.page == after.page
            and indent >= _INDENT * line.size
            and abs(next_indent) <= _ALIKE * line.size
        ):
            found[round(indent / line.size * 4) / 4] += 1
    return found.most_common(1)[0][0] if found else 0.0


def _begins_item(text: str) -> bool:
    text = text.strip()
    return bool(text) and (_BULLET.match(text) is not None or read_mark(text) is not None)


def _is_full(before: Line, line: Line) -> bool:
    """Whether the beginning of a line would not have gone into the one before it."""
    room = before.right_edge - before.right
    if before.text.rstrip().endswith(_ENDS):
        return room <= max(line.first_unit - _TIGHT * before.size, _SHORT * before.size)
    return room <= line.first_unit + _SHORT * before.size


def _is_centred(line: Line) -> bool:
    left, right = line.left - line.left_edge, line.right_edge - line.right
    return left > 2 * line.size and right > 2 * line.size and abs(left - right) <= 1.5 * line.size


def _has_paragraph_tags(lines: list[Line]) -> bool:
    """Whether the tags of the file are paragraphs: several lines have the same."""
    tagged = [line for line in lines if line.tag is not None]
    elements = {(line.page, line.tag.element) for line in tagged if line.tag is not None}
    return len(tagged) > 0.5 * len(lines) and len(tagged) >= 1.15 * len(elements)

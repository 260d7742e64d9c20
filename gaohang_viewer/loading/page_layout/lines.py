"""Puts characters together to runs, rows and lines of text, by their places."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.rich_text import Span
from gaohang_viewer.loading.scripts import Script

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gaohang_viewer.loading.page_layout.page import Character, Tag
    from gaohang_viewer.loading.rich_text import Spans

# All in parts of the size of the font
_ASCENT, _DESCENT = 0.8, 0.2
_GAP_IN_RUN = 1.0  # between characters that surely belong together
_SAME_BASELINE = 0.1
_OVERLAP = 0.5  # of the heights of two runs in one row
_COVERED = 0.6  # that another character covers: not the same row; stops may be set on half their width
_GAP_LATIN, _GAP_MIXED, _GAP_WIDE = 0.15, 0.4, 0.75  # that stand for a blank
_DOUBLE = 0.15  # distance of a character printed twice, to look bold
_SMALL, _RAISED, _LOWERED = 0.8, 0.12, 0.06  # of superscripts and subscripts
_FEW = 20  # characters that are compared
_CLOSING = frozenset("，。、；：！？）》】〉」』,.;:!?)%％")
_OPENING = frozenset("（《【〈「『(")
_QUOTES = frozenset("“”‘’")  # no line is broken on either side of them (UAX #14, LB19)
_ROWS_BACK = 6  # rows that a run is compared with


class Run(NamedTuple):
    """Characters that follow one another on one baseline, in one size."""

    characters: list[Character]
    left: float
    right: float
    baseline: float
    size: float

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.baseline - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.baseline + _DESCENT * self.size


@dataclass(slots=True)
class Line:
    """A line of text. `column` counts the columns of the page from 1, 0 is the whole width.

    `left_edge` and `right_edge` are those of its column; `face` and `bold` those of most of its characters.
    `gap` says where the text begins behind a wide gap after a mark or bullet, 0 without one.
    """

    spans: Spans
    left: float
    right: float
    baseline: float
    size: float
    face: str
    bold: bool
    tag: Tag | None
    page: int = 0
    column: int = 0
    left_edge: float = 0.0
    right_edge: float = 0.0
    first_unit: float = 0.0  # width of what could not be parted from its beginning
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.set_spans(self.spans)

    def set_spans(self, spans: Spans) -> None:
        """Replaces what the line says."""
        self.spans = spans
        self.text = "".join(span.text for span in self.spans)

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.baseline - _ASCENT * self.size


def is_wide(sign: str) -> bool:
    """Whether a character is as wide as a Chinese one."""
    return unicodedata.east_asian_width(sign) in "WF" or sign in "“”‘’…—·"


def runs_of(characters: Iterable[Character]) -> list[Run]:
    """Returns the runs of characters in the order of the file; blanks at their ends are left out."""
    runs: list[Run] = []
    current: list[Character] = []
    for character in characters:
        if current and not _follows(current[-1], character):
            _add(runs, current)
            current = []
        current.append(character)
    _add(runs, current)
    return runs


def _follows(before: Character, character: Character) -> bool:
    size = before.size
    return (
        abs(character.baseline - before.baseline) <= _SAME_BASELINE * size
        and abs(character.size - size) <= 0.05 * size
        and -_COVERED * size <= character.left - before.right <= _GAP_IN_RUN * size
    )


def _add(runs: list[Run], characters: list[Character]) -> None:
    while characters and not characters[-1].text.strip():
        characters.pop()
    start = next((at for at, one in enumerate(characters) if one.text.strip()), 0)
    characters = characters[start:]
    if characters:
        first = characters[0]
        right = max(one.right for one in characters)
        runs.append(Run(characters, first.left, right, first.baseline, first.size))


def rows_of(runs: list[Run]) -> list[list[Run]]:
    """Returns the runs by rows, from the top, each row from the left."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.baseline, run.left)):
        row = next((row for row in reversed(rows[-_ROWS_BACK:]) if _in_row(row, run)), None)
        if row is None:
            rows.append([run])
        elif run.size > row[0].size:  # the largest run stands for the row while it grows
            row.insert(0, run)
        else:
            row.append(run)
    rows.sort(key=lambda row: row[0].baseline)
    return [sorted(row, key=lambda run: run.left) for row in rows]


def _in_row(row: list[Run], run: Run) -> bool:
    first = row[0]
    shared = min(first.bottom, run.bottom) - max(first.top, run.top)
    if shared < _OVERLAP * min(first.size, run.size):
        return False
    return not any(_covers(one, run) for one in row)


def _covers(one: Run, other: Run) -> bool:
    """Whether characters of two runs stand in the same place; a quotation mark may stand in a gap."""
    most = _COVERED * min(one.size, other.size)
    if min(one.right, other.right) - max(one.left, other.left) <= most:
        return False
    few, many = sorted((one.characters, other.characters), key=len)
    return any(
        min(sign.right, behind.right) - max(sign.left, behind.left) > most
        for sign in few[:_FEW]
        for behind in many
    )


def line_of(row: list[Run]) -> Line:
    """Returns a row as a line: its characters from left to right, with blanks where gaps stand for them."""
    characters = sorted((one for run in row for one in run.characters), key=lambda one: one.left)
    size = _most((one.size, one) for one in characters)
    baseline = _most((one.baseline, one) for one in characters if one.size == size)
    spans: Spans = []
    before: Character | None = None
    bold = 0.0
    for one in characters:
        script = _script(one, size, baseline)
        if before is not None:
            if one.text == before.text and one.left - before.left < _DOUBLE * size and one.text.strip():
                if not before.bold:
                    spans[-1] = spans[-1]._replace(bold=True)
                    bold += one.right - one.left
                continue
            if _is_parted(before, one, size):
                spans.append(Span(" ", bold=one.bold and before.bold))
        blank = not one.text.strip() and bool(spans)
        spans.append(Span(one.text, bold=spans[-1].bold if blank else one.bold, script=script))
        bold += (one.right - one.left) * one.bold
        before = one
    left, right = characters[0].left, max(one.right for one in characters)
    width = sum(one.right - one.left for one in characters) or 1.0
    return Line(
        _merged(spans),
        left,
        right,
        baseline,
        size,
        face=_most((one.face, one) for one in characters),
        bold=bold > 0.8 * width,
        tag=_most((one.tag, one) for one in characters),
        first_unit=_first_unit(characters),
    )


def _most(weighted: Iterable[tuple[object, Character]]) -> any:  # type: ignore[valid-type]
    """Returns the value that most of the width has."""
    total: Counter[object] = Counter()
    for value, one in weighted:
        total[value] += max(one.right - one.left, 0.01)  # type: ignore[assignment]
    return total.most_common(1)[0][0]


def _script(one: Character, size: float, baseline: float) -> Script:
    if one.size > _SMALL * size:
        return Script.BASE
    if baseline - one.baseline > _RAISED * size:
        return Script.SUPER
    return Script.SUB if one.baseline - baseline > _LOWERED * size else Script.BASE


def _is_parted(before: Character, one: Character, size: float) -> bool:
    if not before.text.strip() or not one.text.strip():
        return False
    wide = is_wide(before.text[-1]) + is_wide(one.text[0])
    return one.left - before.right > (_GAP_LATIN, _GAP_MIXED, _GAP_WIDE)[wide] * size


def _first_unit(characters: list[Character]) -> float:
    """The width of the first word, or of the first character and the stops that no line may begin with."""
    first = characters[0]
    right = first.right
    before = first.text[-1]
    for one in characters[1:]:
        sign = one.text[0]
        word = not is_wide(before) and not is_wide(sign) and sign.strip()
        if not (sign in _CLOSING or sign in _QUOTES or before in _OPENING or before in _QUOTES or word):
            break
        right, before = one.right, sign
    return right - first.left


def _merged(spans: Spans) -> Spans:
    out: Spans = []
    for span in spans:
        if out and (out[-1].bold, out[-1].script) == (span.bold, span.script):
            out[-1] = out[-1]._replace(text=out[-1].text + span.text)
        else:
            out.append(span)
    return out

"""The widths of a table's columns by what is in them."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_UNBROKEN = re.compile(r"[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef、。，；：]+")  # a number or a Latin word
_FEWEST = 4  # characters of a line of Chinese at least, if the cell has as many
_MOST = 16  # characters of a column that shares a wide table with others


class Columns(NamedTuple):
    """The widths of columns in px with their padding, and whether they are wider together than a line."""

    widths: tuple[float, ...]
    are_wide: bool


def columns_for(
    rows: Sequence[Sequence[str]],
    measure: Callable[[str], float],
    *,
    em: float,
    padding: float,
    line_width: float,
) -> Columns:
    """Returns columns in which no number and no Latin word is broken.

    `measure` gives the width of a text in px, `em` is the width of a Chinese character, `padding` what a cell
    has beside its text. The columns fill the line if their texts fit there; otherwise those with long texts
    wrap them. If not even that fits, the table is as wide as it can be read.
    """
    columns = [
        [line for cell in cells for line in cell.split("\n")] for cells in zip_longest(*rows, fillvalue="")
    ]
    widest = [max(em, *map(measure, lines)) for lines in columns]
    natural = [width + padding for width in widest]
    wanted = sum(natural)
    if wanted <= line_width:
        return Columns(tuple(width * line_width / wanted for width in natural), False)
    least = []
    for lines, width in zip(columns, widest, strict=True):
        words = {word for line in lines for word in _UNBROKEN.findall(line)}
        longest = min(max(map(measure, words), default=0), _MOST * em)
        least.append(max(longest, min(width, _FEWEST * em)) + padding)
    needed = sum(least)
    if needed <= line_width:
        share = (line_width - needed) / (wanted - needed)
        return Columns(
            tuple(low + share * (high - low) for low, high in zip(least, natural, strict=True)), False
        )
    limit = _MOST * em / 2 + padding
    return Columns(tuple(max(low, min(high, limit)) for low, high in zip(least, natural, strict=True)), True)

"""Tables as Markdown, and as text with tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer.loading.rich_text import Span, Spans, lines_of, markdown_of, text_of
from gaohang_viewer.loading.word.xml import child, flow, span
from gaohang_viewer.report.draft import escaped

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ROW = frozenset({"w:tr"})
_CELL = frozenset({"w:tc"})
_WIDEST = 63  # columns that Word allows; empty cells are made for no more
_MOST_EMPTY = 100_000  # cells in a table that are made only to keep others in their columns


def rows_of(table: Element) -> list[tuple[Element, list[Element]]]:
    """The rows that are not deleted, each with its cells."""
    return [
        (row, list(flow(row, _CELL))) for row in flow(table, _ROW) if child(row, "w:trPr", "w:del") is None
    ]


class Grid:
    """Rows of cells as they are read; merged cells hold their text in the first place that they cover."""

    def __init__(self) -> None:
        self._rows: list[list[Spans]] = []
        self._width = 0
        self._made = 0

    def row(self, row: Element) -> None:
        """A row begins."""
        self._rows.append([])
        self._empty(span(child(row, "w:trPr", "w:gridBefore")))

    def cell(self, cell: Element, lines: list[Spans]) -> None:
        """A cell with the lines that stand in it, which Markdown can show in one line only."""
        apart = [part for line in lines for part in (Span(" "), *line)]
        tidy = lines_of(apart)
        self._rows[-1].append(tidy[0] if tidy else [])
        self._empty(span(child(cell, "w:tcPr", "w:gridSpan")) - 1)

    def _empty(self, count: int) -> None:
        row = self._rows[-1]
        count = max(0, min(count, _WIDEST - len(row), _MOST_EMPTY - self._made))
        row += [[]] * count
        self._made += count
        self._width = max(self._width, len(row))

    def empty(self) -> bool:
        """Whether no cell holds anything."""
        return not any(any(row) for row in self._rows)

    def text(self) -> str:
        """The words, cells apart by tabs, rows by line ends."""
        return "\n".join("\t".join(map(text_of, row)) for row in self._rows)

    def markdown(self) -> str:
        """The table in Markdown; its first row is the header and as wide as the widest."""
        header, *rest = [[markdown_of(cell) or escaped(text_of(cell)) for cell in row] for row in self._rows]
        header += [""] * (self._width - len(header))
        return "\n".join(map(_line, (header, ["---"] * self._width, *rest)))


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"

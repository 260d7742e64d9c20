"""Collects the cells of a table and writes them as Markdown, or as text with tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer.loading.rich_text import Span, lines_of, markdown_of, struck_text, text_of
from gaohang_viewer.report.draft import escaped

if TYPE_CHECKING:
    from gaohang_viewer.loading.rich_text import Spans

_MOST_COLUMNS = 63  # the most that Word allows
_MOST_ROWS_SPANNED = 1000
_MOST_EMPTY = 100_000  # empty cells that a table may get because of its merged cells


class TableGrid:
    """The rows of a table, filled cell by cell; a merged cell has its text in the first column and row."""

    def __init__(self) -> None:
        self._rows: list[list[Spans]] = []
        self._spanned: dict[int, int] = {}  # column -> further rows that a cell above spans
        self._width = 0
        self._empty = 0  # empty cells added
        self._column = 0  # of the current cell

    @property
    def has_cell(self) -> bool:
        """Whether there is a current cell to add lines to."""
        return bool(self._rows and self._rows[-1])

    def start_row(self) -> None:
        """Starts the next row."""
        self._rows.append([])

    def skip_columns(self, count: int) -> None:
        """Leaves columns of the current row empty."""
        row = self._rows[-1]
        count = max(0, min(count, _MOST_COLUMNS - len(row), _MOST_EMPTY - self._empty))
        row.extend([] for _ in range(count))
        self._empty += count
        self._width = max(self._width, len(row))

    def start_cell(self, columns: int = 1, rows: int = 1) -> None:
        """Starts the next cell of the current row, or of a first one; it spans `columns` and `rows`."""
        if not self._rows:
            self.start_row()
        row = self._rows[-1]
        while self._spanned.get(len(row), 0) and self._empty < _MOST_EMPTY:
            self._spanned[len(row)] -= 1
            row.append([])
            self._empty += 1
        self._column = len(row)
        row.append([])
        self.skip_columns(columns - 1)
        if rows > 1:
            further = min(rows, _MOST_ROWS_SPANNED) - 1
            self._spanned.update(dict.fromkeys(range(self._column, len(row)), further))
        self._width = max(self._width, len(row))

    def add(self, lines: list[Spans]) -> None:
        """Adds lines to the current cell, joined by spaces: a cell in Markdown has one line."""
        row = self._rows[-1]
        spans = [part for line in (row[self._column], *lines) for part in (Span(" "), *line)]
        tidy = lines_of(spans)
        row[self._column] = tidy[0] if tidy else []

    def text(self) -> str:
        """Returns cells separated by tabs and rows by line feeds; empty if no cell has text."""
        rows = [[text_of(cell) or struck_text(cell) for cell in row] for row in self._rows if row]
        return "\n".join(map("\t".join, rows)) if any(map(any, rows)) else ""

    def markdown(self) -> str:
        """Returns the table in Markdown; the first row is the header, as wide as the widest row."""
        header, *rest = [
            [markdown_of(cell) or escaped(text_of(cell)) for cell in row] for row in self._rows if row
        ]
        header += [""] * (self._width - len(header))
        return "\n".join(map(_line, (header, ["---"] * self._width, *rest)))


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"

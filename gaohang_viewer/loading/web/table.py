"""A data table of a web page as Markdown, and as text with tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer.loading.rich_text import Span, lines_of, markdown_of, text_of
from gaohang_viewer.report.draft import escaped

if TYPE_CHECKING:
    from gaohang_viewer.loading.rich_text import Spans

_WIDEST = 63  # columns, as in Word
_LOWEST = 1000  # rows that a cell may span
_MOST_EMPTY = 100_000  # cells of a table that are made only to keep others in their columns


class Grid:
    """Rows of cells as they are read; one that covers several places holds its text in the first."""

    def __init__(self) -> None:
        self._rows: list[list[Spans]] = []
        self._down: dict[int, int] = {}  # how many more rows a cell above reaches into, by column
        self._width = 0
        self._made = 0
        self._at = 0  # the column of the cell that is open

    @property
    def open(self) -> bool:
        """Whether there is a cell to hold words."""
        return bool(self._rows and self._rows[-1])

    def row(self) -> None:
        """A row begins."""
        self._rows.append([])

    def cell(self, across: int, down: int) -> None:
        """A cell begins, over some columns and rows."""
        if not self._rows:
            self.row()
        row = self._rows[-1]
        while self._down.get(len(row), 0) and self._made < _MOST_EMPTY:
            self._down[len(row)] -= 1
            row.append([])
            self._made += 1
        across = max(1, min(across, _WIDEST - len(row), _MOST_EMPTY - self._made))
        self._made += across - 1
        for column in range(len(row), len(row) + across):
            if down > 1:
                self._down[column] = min(down, _LOWEST) - 1
        row.extend([] for _ in range(across))
        self._at = len(row) - across
        self._width = max(self._width, len(row))

    def add(self, lines: list[Spans]) -> None:
        """Lines of the cell that is open, which Markdown can show in one line only."""
        cell = self._rows[-1][self._at]
        apart = [part for line in ([cell, *lines] if cell else lines) for part in (Span(" "), *line)]
        tidy = lines_of(apart)
        self._rows[-1][self._at] = tidy[0] if tidy else []

    def text(self) -> str:
        """The words, cells apart by tabs, rows by line ends."""
        return "\n".join("\t".join(map(text_of, row)) for row in self._rows if row)

    def markdown(self) -> str:
        """The table in Markdown; its first row is the header and as wide as the widest."""
        header, *rest = [
            [markdown_of(cell) or escaped(text_of(cell)) for cell in row] for row in self._rows if row
        ]
        header += [""] * (self._width - len(header))
        return "\n".join(map(_line, (header, ["---"] * self._width, *rest)))


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"

"""Collects the paragraphs and tables of an RTF file as pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.heading_style import is_text, split_run_in
from gaohang_viewer.loading.limits import MOST_PARAGRAPHS, TooLarge
from gaohang_viewer.loading.rich_text import Span, joined, markdown_of, struck_text, text_of
from gaohang_viewer.loading.table_grid import TableGrid
from gaohang_viewer.report.draft import Piece, PieceRole
from gaohang_viewer.report.model import Problem, ProblemKind

if TYPE_CHECKING:
    from gaohang_viewer.loading.rich_text import Spans


class Style(NamedTuple):
    """What a paragraph has from its style: its role, and its level as a heading."""

    role: PieceRole = PieceRole.TEXT
    level: int = 0


class Paragraphs:
    """The `pieces` and `problems` so far; `line_no` counts the paragraphs from 1."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.problems: list[Problem] = []
        self.line_no = 1
        self._rows: list[list[list[Spans]]] = []  # the lines of the cells of the current table
        self._in_row = False
        self._cell: list[Spans] = []

    def report(self, kind: ProblemKind, text: str) -> None:
        """Adds a problem in the current paragraph."""
        self.problems.append(Problem(kind, self.line_no, text))

    def add(self, lines: list[Spans], style: Style, notes: list[tuple[str, str]], *, bullet: bool) -> None:
        """Adds the lines of a paragraph outside tables, and the signs and texts of its notes."""
        self.end_table()
        self._add_lines(lines, style, bullet=bullet)
        for sign, note in notes:
            self._add(PieceRole.TEXT, [Span(sign + note)])

    def add_to_cell(self, lines: list[Spans]) -> None:
        """Adds the lines of a paragraph to the current cell."""
        self._cell += lines

    def end_cell(self) -> None:
        """Ends the current cell."""
        if not self._in_row:
            self._rows.append([])
            self._in_row = True
        self._rows[-1].append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """Ends the current row."""
        self._in_row = False

    def end_table(self) -> None:
        """Ends the current table; one of one cell, row or column is a frame around text."""
        rows, self._rows, self._in_row = self._rows, [], False
        cell, self._cell = self._cell, []
        if len(rows) == 1 or all(len(cells) < 2 for cells in rows):
            for lines in (lines for cells in rows for lines in cells):
                self._add_lines(lines, Style(), bullet=False)
        else:
            grid = TableGrid()
            for cells in rows:
                grid.start_row()
                for lines in cells:
                    grid.start_cell()
                    grid.add(lines)
            if text := grid.text():
                self.pieces.append(Piece(PieceRole.MARKDOWN, text, self.line_no, markdown=grid.markdown()))
                self.line_no += 1
        self._add_lines(cell, Style(), bullet=False)

    def _add_lines(self, lines: list[Spans], style: Style, *, bullet: bool) -> None:
        for line in lines:
            if struck := struck_text(line):
                self.report(ProblemKind.STRUCK, struck)
        text = style.role is PieceRole.HEADING and is_text(text_of(joined(lines)))
        if text or style.role is PieceRole.TEXT:
            for at, line in enumerate(lines):
                self._add(PieceRole.POINT if bullet and not at else PieceRole.TEXT, line)
        elif lines:
            self._add(style.role, joined(lines), style.level)

    def _add(self, role: PieceRole, spans: Spans, level: int = 0) -> None:
        text = text_of(spans).strip()
        if not text and (text := struck_text(spans)):
            role = PieceRole.MARKDOWN
        if not text:
            return
        part = self.pieces[-1].part + 1 if self.pieces and self.pieces[-1].line_no == self.line_no else 0
        piece = Piece(role, text, self.line_no, level, markdown_of(spans), part)
        if role is PieceRole.HEADING:
            self.pieces += split_run_in(piece)
        else:
            plain = role in (PieceRole.TEXT, PieceRole.POINT, PieceRole.MARKDOWN)
            self.pieces.append(piece if plain else piece._replace(markdown=""))
        if len(self.pieces) > MOST_PARAGRAPHS:
            raise TooLarge("too many paragraphs")

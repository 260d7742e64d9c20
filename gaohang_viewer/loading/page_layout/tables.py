"""Finds tables by their ruling lines, and puts the characters in them into cells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.page_layout.lines import line_of, rows_of, runs_of
from gaohang_viewer.loading.page_layout.paragraphs import Paragraph
from gaohang_viewer.loading.page_layout.ruling import TOUCH, nets_of
from gaohang_viewer.loading.table_grid import TableGrid

if TYPE_CHECKING:
    from gaohang_viewer.loading.page_layout.lines import Line
    from gaohang_viewer.loading.page_layout.page import Character, Rule
    from gaohang_viewer.loading.page_layout.ruling import Net

_SHORT = 1.2  # times the size of the font: room at the end of a full line of a cell
_NARROWEST = 5.0  # points of a row or column
_OPEN = 12.0  # points of a side without a line, beyond which there is one more column
_FEWEST_EDGES = 3  # of two columns
_NARROW = 0.75  # of the width of a column: what is short in it
_FEWEST_SHORT = 3  # lines, all short, of a column in a row that is several
_MOST_COLUMNS = 40
_MOST_ROWS = 400
_FEWEST_FILLED = 0.3  # of the cells of a table have text


class Cell(NamedTuple):
    """A cell: how many columns and rows it spans, and its lines."""

    columns: int
    rows: int
    lines: list[Line]


class Table(NamedTuple):
    """A table: its box, the edges of its columns, and its rows; None where a cell spans from elsewhere."""

    left: float
    top: float
    right: float
    bottom: float
    edges: tuple[float, ...]
    rows: list[list[Cell | None]]

    def grid(self) -> TableGrid:
        """Returns the table as it is written in Markdown."""
        grid = TableGrid()
        for row in self.rows:
            if not any(cell is not None and cell.lines for cell in row):
                continue
            grid.start_row()
            at = 0
            while at < len(row):
                cell = row[at]
                grid.start_cell(1 if cell is None else cell.columns)
                if cell is not None:
                    grid.add([paragraph.spans for paragraph in _paragraphs(cell.lines)])
                at += 1 if cell is None else cell.columns
        return grid

    def goes_on_in(self, after: Table) -> bool:
        """Whether the table on the next page has the same columns."""
        return len(self.edges) == len(after.edges) and all(
            abs((one - self.left) - (other - after.left)) <= TOUCH
            for one, other in zip(self.edges, after.edges, strict=True)
        )

    def with_rows_of(self, after: Table) -> Table:
        """Returns the table with those of the next page; a head that is printed again is left out."""
        again = 0
        while again < min(len(self.rows), len(after.rows)) and _words(self.rows[again]) == _words(
            after.rows[again]
        ):
            again += 1
        return self._replace(rows=self.rows + after.rows[again:])


def _paragraphs(lines: list[Line]) -> list[Paragraph]:
    """Returns the lines of a cell as paragraphs: a line goes on with one that is nearly as wide as any."""
    widest = max((line.right for line in lines), default=0.0)
    out: list[Paragraph] = []
    for line in lines:
        if out and widest - out[-1].lines[-1].right <= _SHORT * line.size:
            out[-1].lines.append(line)
        else:
            out.append(Paragraph([line]))
    return out


def _words(row: list[Cell | None]) -> list[str]:
    return ["" if cell is None else "".join(line.text for line in cell.lines) for cell in row]


def take_tables(characters: list[Character], rules: list[Rule]) -> tuple[list[Table], list[Character]]:
    """Returns the tables of a page, and the characters outside them."""
    tables: list[Table] = []
    for net in nets_of(rules):
        table, rest = _table(net, characters)
        if table is not None:
            tables.append(table)
            characters = rest
    return tables, characters


def _table(net: Net, characters: list[Character]) -> tuple[Table | None, list[Character]]:
    """Returns the table that a net of lines is, if it is one, and the characters outside it."""
    left, top, right, bottom = net.box
    xs = _edges([(rule.left + rule.right) / 2 for rule in net.vertical], left, right)
    ys = _edges([(rule.top + rule.bottom) / 2 for rule in net.horizontal], top, bottom)
    ruled_ys = ys
    if len(xs) > _FEWEST_EDGES:
        ys = _with_rows_without_lines(xs, ys, characters)
    if not (2 < len(xs) <= _MOST_COLUMNS and 2 < len(ys) <= _MOST_ROWS):
        return None, characters
    grid = _Grid(net, xs, ys, [y for y in ys if y not in ruled_ys])
    inside: dict[tuple[int, int], list[Character]] = defaultdict(list)
    outside: list[Character] = []
    for one in characters:
        x, y = (one.left + one.right) / 2, one.baseline - 0.3 * one.size
        if xs[0] <= x < xs[-1] and ys[0] <= y < ys[-1]:
            inside[grid.owner[bisect_right(ys, y) - 1][bisect_right(xs, x) - 1]].append(one)
        else:
            outside.append(one)
    filled = sum(any(one.text.strip() for one in some) for some in inside.values())
    if filled < 2 or filled < _FEWEST_FILLED * len(grid.cells):
        return None, characters
    rows: list[list[Cell | None]] = [[None] * (len(xs) - 1) for _ in ys[:-1]]
    for (row, column), (height, width) in grid.cells.items():
        lines = [line_of(row_) for row_ in rows_of(runs_of(inside.get((row, column), [])))]
        rows[row][column] = Cell(width, height, lines)
    if len(grid.cells) < 2 or all(sum(cell is not None for cell in row) < 2 for row in rows):
        return None, characters  # a frame around text
    return Table(left, top, right, bottom, tuple(xs), rows), outside


def _with_rows_without_lines(xs: list[float], ys: list[float], characters: list[Character]) -> list[float]:
    """Returns the edges of rows, also of those that no line parts: a high row with lines beside it only.

    A row begins where a column has text whose lines are all short: a number, a name.
    """
    edges = list(ys)
    for top, bottom in pairwise(ys):
        band = [one for one in characters if top <= one.baseline < bottom]
        starts: set[float] = set()
        most = 0
        for left, right in pairwise(xs):
            inside = [one for one in band if left <= (one.left + one.right) / 2 < right]
            lines = [line_of(row) for row in rows_of(runs_of(inside))]
            reach = left + _NARROW * (right - left)
            if lines and all(line.right <= reach for line in lines):
                starts |= {line.top - TOUCH / 2 for line in lines}
                most = max(most, len(lines))
        if most >= (_FEWEST_SHORT if len(ys) > 2 else 1):
            edges += [start for start in starts if start > top + _NARROWEST]
    return _edges(edges, ys[0], ys[-1])


def _edges(places: list[float], low: float, high: float) -> list[float]:
    """Returns the places of lines, those that are close as one, and the sides that have no line."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NARROWEST:
            edges.append(place)
    if edges[0] - low > _OPEN:
        edges.insert(0, low)
    if high - edges[-1] > _OPEN:
        edges.append(high)
    return edges


class _Grid:
    """Which places of a grid are one cell: `cells` by row and column, with the rows and columns spanned.

    `owner` names the cell of each place.
    """

    def __init__(self, net: Net, xs: list[float], ys: list[float], unruled: list[float]) -> None:
        self.cells: dict[tuple[int, int], tuple[int, int]] = {}
        columns, rows = len(xs) - 1, len(ys) - 1
        self.owner: list[list[tuple[int, int]]] = [[(-1, -1)] * columns for _ in range(rows)]
        beside = [[False] * columns for _ in range(rows)]  # whether a line parts it from the next column
        below = [[ys[row + 1] in unruled] * columns for row in range(rows)]
        for rule in net.vertical:
            column = _nearest(xs, (rule.left + rule.right) / 2) - 1
            if 0 <= column < columns:
                for row in range(rows):
                    beside[row][column] |= rule.top <= (ys[row] + ys[row + 1]) / 2 <= rule.bottom
        for rule in net.horizontal:
            row = _nearest(ys, (rule.top + rule.bottom) / 2) - 1
            if 0 <= row < rows:
                for column in range(columns):
                    below[row][column] |= rule.left <= (xs[column] + xs[column + 1]) / 2 <= rule.right
        for row in range(rows):
            for column in range(columns):
                if self.owner[row][column] == (-1, -1):
                    self._add(row, column, beside, below)

    def _add(self, row: int, column: int, beside: list[list[bool]], below: list[list[bool]]) -> None:
        width = height = 1
        free = (-1, -1)
        while (
            column + width < len(beside[0])
            and not beside[row][column + width - 1]
            and self.owner[row][column + width] == free
        ):
            width += 1
        while (
            row + height < len(beside)
            and not any(below[row + height - 1][column : column + width])
            and all(self.owner[row + height][at] == free for at in range(column, column + width))
        ):
            height += 1
        for y in range(row, row + height):
            for x in range(column, column + width):
                self.owner[y][x] = (row, column)
        self.cells[row, column] = height, width


def _nearest(edges: list[float], place: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - place))

"""Finds tables by their ruling lines, and puts the characters in them into cells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.page_layout.lines import line_of, rows_of, runs_of
from gaohang_viewer.loading.table_grid import TableGrid

if TYPE_CHECKING:
    from gaohang_viewer.loading.page_layout.lines import Line
    from gaohang_viewer.loading.page_layout.page import Character, Rule

_TOUCH = 3.0  # points between lines that meet
_NARROWEST = 5.0  # points of a row or column
_OPEN = 12.0  # points of a side without a line, beyond which there is one more column
_MOST_RULES = 4_000  # of one page; one with more is a drawing
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
            grid.start_row()
            for cell in row:
                if cell is not None:
                    grid.start_cell(cell.columns, cell.rows)
                    grid.add([line.spans for line in cell.lines])
        return grid

    def goes_on_in(self, after: Table) -> bool:
        """Whether the table on the next page has the same columns."""
        return len(self.edges) == len(after.edges) and all(
            abs(one - other) <= _TOUCH for one, other in zip(self.edges, after.edges, strict=True)
        )

    def with_rows_of(self, after: Table) -> Table:
        """Returns the table with those of the next page; a head that is printed again is left out."""
        again = 0
        while again < min(len(self.rows), len(after.rows)) and _words(self.rows[again]) == _words(
            after.rows[again]
        ):
            again += 1
        return self._replace(rows=self.rows + after.rows[again:])


def _words(row: list[Cell | None]) -> list[str]:
    return ["" if cell is None else "".join(line.text for line in cell.lines) for cell in row]


def take_tables(characters: list[Character], rules: list[Rule]) -> tuple[list[Table], list[Character]]:
    """Returns the tables of a page, and the characters outside them."""
    tables: list[Table] = []
    for net in _nets(rules):
        table, rest = _table(net, characters)
        if table is not None:
            tables.append(table)
            characters = rest
    return tables, characters


class _Net(NamedTuple):
    """Lines that meet."""

    horizontal: list[Rule]
    vertical: list[Rule]


def _nets(rules: list[Rule]) -> list[_Net]:
    """Returns the groups of lines that meet and can be a table, the largest first."""
    if len(rules) > _MOST_RULES:
        return []
    flat = [rule for rule in rules if rule.horizontal]
    upright = sorted((rule for rule in rules if not rule.horizontal), key=lambda rule: rule.top)
    parent = list(range(len(flat) + len(upright)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for number, rule in enumerate(flat):
        for other, line in enumerate(upright, len(flat)):
            if line.top > rule.bottom + _TOUCH:
                break
            if line.bottom >= rule.top - _TOUCH and rule.left - _TOUCH <= line.left <= rule.right + _TOUCH:
                parent[root(number)] = root(other)
    groups: dict[int, _Net] = defaultdict(lambda: _Net([], []))
    for number, rule in enumerate(flat):
        groups[root(number)].horizontal.append(rule)
    for number, rule in enumerate(upright, len(flat)):
        groups[root(number)].vertical.append(rule)
    nets = _stacked([net for net in groups.values() if net.horizontal and net.vertical])
    return sorted(nets, key=lambda net: -len(net.horizontal) * len(net.vertical))


def _stacked(nets: list[_Net]) -> list[_Net]:
    """Returns nets with those put together whose boxes overlap: cells that are drawn apart."""
    out: list[_Net] = []
    for one in sorted(nets, key=lambda net: min(rule.top for rule in net.horizontal)):
        net, box = one, _box(one)
        while True:
            near = next((other for other in out if _overlap(_box(other), box)), None)
            if near is None:
                break
            out.remove(near)
            net = _Net(near.horizontal + net.horizontal, near.vertical + net.vertical)
            box = _box(net)
        out.append(net)
    return out


def _box(net: _Net) -> tuple[float, float, float, float]:
    both = [*net.horizontal, *net.vertical]
    return (
        min(rule.left for rule in both),
        min(rule.top for rule in both),
        max(rule.right for rule in both),
        max(rule.bottom for rule in both),
    )


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > -_TOUCH
        and min(one[3], other[3]) - max(one[1], other[1]) > -_TOUCH
    )


def _table(net: _Net, characters: list[Character]) -> tuple[Table | None, list[Character]]:
    """Returns the table that a net of lines is, if it is one, and the characters outside it."""
    left, top, right, bottom = _box(net)
    xs = _edges([(rule.left + rule.right) / 2 for rule in net.vertical], left, right)
    ys = _edges([(rule.top + rule.bottom) / 2 for rule in net.horizontal], top, bottom)
    ruled = len(ys) > 2
    if not ruled and len(xs) > 3:
        ys = _rows_without_lines(xs, ys, characters)
    if not (2 < len(xs) <= _MOST_COLUMNS and 2 < len(ys) <= _MOST_ROWS):
        return None, characters
    grid = _Grid(net, xs, ys, ruled=ruled)
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


def _rows_without_lines(xs: list[float], ys: list[float], characters: list[Character]) -> list[float]:
    """Returns the edges of the rows of a table that has lines between its columns only.

    A row begins where a column has text whose lines are all short: a number, a name.
    """
    starts: set[float] = set()
    for left, right in pairwise(xs):
        inside = [
            one
            for one in characters
            if left <= (one.left + one.right) / 2 < right and ys[0] < one.baseline < ys[1]
        ]
        lines = [line_of(row) for row in rows_of(runs_of(inside))]
        if lines and all(line.right < right - line.size for line in lines):
            starts |= {line.top - _TOUCH / 2 for line in lines}
    return _edges([*ys, *(start for start in starts if start > ys[0] + _NARROWEST)], *ys)


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

    def __init__(self, net: _Net, xs: list[float], ys: list[float], *, ruled: bool) -> None:
        self.cells: dict[tuple[int, int], tuple[int, int]] = {}
        columns, rows = len(xs) - 1, len(ys) - 1
        self.owner: list[list[tuple[int, int]]] = [[(-1, -1)] * columns for _ in range(rows)]
        beside = [[False] * columns for _ in range(rows)]  # whether a line parts it from the next column
        below = [[not ruled] * columns for _ in range(rows)]
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

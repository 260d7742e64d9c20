"""Finds tables that have horizontal lines only, as in books and papers: their columns show by white space."""

from __future__ import annotations

from itertools import pairwise
from statistics import mean
from typing import TYPE_CHECKING

from gaohang_viewer.loading.page_layout.lines import line_of, rows_of, runs_of
from gaohang_viewer.loading.page_layout.tables import Cell, Table

if TYPE_CHECKING:
    from gaohang_viewer.loading.page_layout.lines import Run
    from gaohang_viewer.loading.page_layout.page import Character, Rule

_ALIKE = 4.0  # points that the ends of the lines of one table differ by
_SHORTEST = 80.0  # points of a line above a table
_FEWEST_LINES = 3  # above, below the head, at the foot
_COLUMNAR = 0.6  # of the rows have several cells
_FULL = 0.75  # of the width of its column that text fills on average: columns of running text, no cells
_GAP = 0.8  # times the size of the font: between columns
_MOST_RULES = 400  # of one page


def take_open_tables(characters: list[Character], rules: list[Rule]) -> tuple[list[Table], list[Character]]:
    """Returns the tables of a page that have horizontal lines only, and the characters outside them."""
    tables: list[Table] = []
    flat = sorted((rule for rule in rules if _is_line(rule)), key=lambda rule: rule.top)
    if len(flat) > _MOST_RULES:
        return [], characters
    while flat:
        first, *others = flat
        group = [first, *(rule for rule in others if _is_alike(first, rule))]
        flat = [rule for rule in others if not _is_alike(first, rule)]
        for above, below in _spans(group, characters):
            table = _table(above, below, characters)
            if table is not None:
                tables.append(table)
                characters = [one for one in characters if not _between(one, above, below)]
    return tables, characters


def _is_line(rule: Rule) -> bool:
    return rule.horizontal and rule.right - rule.left >= _SHORTEST


def _is_alike(one: Rule, other: Rule) -> bool:
    return abs(one.left - other.left) <= _ALIKE and abs(one.right - other.right) <= _ALIKE


def _between(one: Character, above: Rule, below: Rule) -> bool:
    middle = (one.left + one.right) / 2
    return above.left - _ALIKE <= middle <= above.right + _ALIKE and above.top < one.baseline <= below.bottom


def _spans(rules: list[Rule], characters: list[Character]) -> list[tuple[Rule, Rule]]:
    """Returns the first and last lines of runs of lines that have rows of cells between each other."""
    spans: list[list[Rule]] = [[]]
    for above, below in pairwise(rules):
        rows = _rows(above, below, characters)
        several = sum(len(_cells(row)) > 1 for row in rows)
        if rows and several >= _COLUMNAR * len(rows):
            spans[-1] += [above, below] if not spans[-1] else [below]
        elif rows or not spans[-1]:
            spans.append([])
    return [(span[0], span[-1]) for span in spans if len(span) >= _FEWEST_LINES]


def _rows(above: Rule, below: Rule, characters: list[Character]) -> list[list[Run]]:
    return rows_of(runs_of([one for one in characters if _between(one, above, below)]))


def _cells(row: list[Run]) -> list[list[Run]]:
    """Returns the runs of a row, those that stand close as one cell."""
    cells: list[list[Run]] = []
    for run in row:
        if cells and run.left - max(one.right for one in cells[-1]) < _GAP * run.size:
            cells[-1].append(run)
        else:
            cells.append([run])
    return cells


def _table(above: Rule, below: Rule, characters: list[Character]) -> Table | None:
    rows = [_cells(row) for row in _rows(above, below, characters)]
    columns = _columns([cell for row in rows for cell in row])
    if len(columns) < 2:
        return None
    fill = mean(
        (max(run.right for run in cell) - cell[0].left) / max(right - left, 1.0)
        for row in rows
        for cell in row
        for left, right in columns
        if left <= cell[0].left < right
    )
    if fill > _FULL and len(columns) == 2 and len(rows) > _FEWEST_LINES:
        return None
    grid: list[list[Cell | None]] = []
    for row in rows:
        cells = [Cell(1, 1, []) for _ in columns]
        for cell in row:
            at = max(at for at, (left, _) in enumerate(columns) if left <= cell[0].left)
            cells[at].lines.append(line_of(cell))
        if grid and not cells[0].lines and sum(bool(each.lines) for each in cells) == 1:
            for kept, more in zip(grid[-1], cells, strict=True):  # the text of a cell goes on
                if kept is not None:
                    kept.lines.extend(more.lines)
        else:
            grid.append(list(cells))
    edges = (above.left, *(left for left, _ in columns[1:]), above.right)
    return Table(above.left, above.top, above.right, below.bottom, edges, grid)


def _columns(cells: list[list[Run]]) -> list[tuple[float, float]]:
    """Returns the left and right edges of the columns: what no white space runs through."""
    columns: list[tuple[float, float]] = []
    for cell in sorted(cells, key=lambda cell: cell[0].left):
        left, right = cell[0].left, max(run.right for run in cell)
        if columns and left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], right)
        else:
            columns.append((left, right))
    return columns

"""Finds the columns of a page, and the order in which its lines are read."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from gaohang_viewer.loading.page_layout.lines import line_of, rows_of

if TYPE_CHECKING:
    from gaohang_viewer.loading.page_layout.lines import Line, Run

_FEWEST = 4  # rows on each side of a gutter
_MIDDLE = (0.25, 0.75)  # of the width of the text: where a gutter stands
_NARROWEST = 0.7  # of the size of the font
_CROSSING = 0.25  # of the rows may cross a gutter: titles, tables, figures
_FULL = 0.5  # of the rows of a column reach its edge
_JUSTIFIED, _LISTS = 0.6, 0.25
_NEAR = 2.0  # times the size of the font, from that edge


def usual_gutter(pages: list[list[Run]]) -> tuple[float, float] | None:
    """Returns the gutter between the columns of most pages, None where most have none."""
    found = [gutter for gutter in map(find_gutter, pages) if gutter is not None]
    count = sum(bool(runs) for runs in pages)
    return sorted(found)[len(found) // 2] if found and len(found) * 2 >= count else None


def lines_in_order(runs: list[Run], usual: tuple[float, float] | None) -> list[Line]:
    """Returns the lines of a page as they are read: columns between the rows that cross them all.

    The last page of a document may have too few lines in its columns to show them: `usual` is the gutter of
    most pages.
    """
    gutter = find_gutter(runs)
    if gutter is None and usual is not None:
        across = [run for run in runs if run.left < usual[0] - 2 and run.right > usual[1] + 2]
        gutter = usual if len(rows_of(across)) <= _CROSSING * len(rows_of(runs)) else None
    if gutter is None:
        return _lines(runs, 0)
    start, end = gutter
    middle = (start + end) / 2
    across = [run for run in runs if run.left < start - 1 and run.right > end + 1]
    # what stands in a row with a run that crosses belongs to it
    beside = [row for row in rows_of(runs) if any(run in across for run in row)]
    crossing = [run for row in beside for run in row]
    taken = {id(run) for run in crossing}
    rest = [run for run in runs if id(run) not in taken]
    left = _lines([run for run in rest if (run.left + run.right) / 2 < middle], 1)
    right = _lines([run for run in rest if (run.left + run.right) / 2 >= middle], 2)
    out: list[Line] = []
    for line in [*_lines(crossing, 0), None]:
        end_of_band = line.baseline if line is not None else float("inf")
        for column in (left, right):
            while column and column[0].baseline < end_of_band:
                out.append(column.pop(0))
        if line is not None:
            out.append(line)
    return out


def _lines(runs: list[Run], column: int) -> list[Line]:
    lines = [line_of(row) for row in rows_of(runs)]
    for line in lines:
        line.column = column
    return lines


def find_gutter(runs: list[Run]) -> tuple[float, float] | None:
    """Returns the left and right edge of the white strip between two columns."""
    if len(runs) < 2 * _FEWEST:
        return None
    size = median(run.size for run in runs)
    text = [run for run in runs if run.size < 1.5 * size]
    left, right = min(run.left for run in text), max(run.right for run in text)
    width = int(right - left) + 2
    covered = [0] * (width + 1)
    for run in text:  # how many runs begin and end at each point
        covered[max(int(run.left - left), 0)] += 1
        covered[min(int(run.right - left) + 1, width)] -= 1
    total, counts = 0, []
    for change in covered:
        total += change
        counts.append(total)
    start, stop = int(_MIDDLE[0] * width), int(_MIDDLE[1] * width)
    if start >= stop:
        return None
    fewest = min(counts[start:stop])
    strips: list[tuple[int, int]] = []
    for at in range(start, stop):
        if counts[at] <= fewest + 1:
            if strips and strips[-1][1] == at:
                strips[-1] = (strips[-1][0], at + 1)
            else:
                strips.append((at, at + 1))
    for begin, end in sorted(strips, key=lambda strip: strip[0] - strip[1]):
        strip = (left + begin, left + end)
        if end - begin >= _NARROWEST * size and _parts(text, strip, size):
            return strip
    return None


def _parts(runs: list[Run], strip: tuple[float, float], size: float) -> bool:
    """Whether a strip parts two columns of running text."""
    before = rows_of([run for run in runs if run.right <= strip[0] + 2])
    after = rows_of([run for run in runs if run.left >= strip[1] - 2])
    across = [run for run in runs if run.left < strip[0] - 2 and run.right > strip[1] + 2]
    if min(len(before), len(after)) < _FEWEST or len(rows_of(across)) > _CROSSING * (
        len(before) + len(after)
    ):
        return False
    reach = sum(strip[0] - max(run.right for run in row) < _NEAR * size for row in before)
    begin = sum(min(run.left for run in row) - strip[1] < _NEAR * size * 1.5 for row in after)
    ends = [max(run.right for run in row) for row in after]
    edge = max(ends)
    full = sum(edge - end < _NEAR * size for end in ends)
    if begin <= _FULL * len(after):
        return False
    justified = full > _JUSTIFIED * len(after)  # beside such a column there may be lists and captions
    return reach > (_LISTS if justified else _FULL) * len(before) and full >= _LISTS * len(after)

"""Assembles pages to the pieces of a draft. Use: `layout = Layout(); layout.add(page) …; layout.pieces()`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.page_layout.columns import lines_in_order, usual_gutter
from gaohang_viewer.loading.page_layout.furniture import without_furniture
from gaohang_viewer.loading.page_layout.lines import Line, runs_of
from gaohang_viewer.loading.page_layout.notes import Notes
from gaohang_viewer.loading.page_layout.open_tables import take_open_tables
from gaohang_viewer.loading.page_layout.page import Picture
from gaohang_viewer.loading.page_layout.paragraphs import Joiner, Paragraph, body_size, set_edges
from gaohang_viewer.loading.page_layout.pieces import pieces_of
from gaohang_viewer.loading.page_layout.tables import Table, take_tables
from gaohang_viewer.report.model import Problem, ProblemKind

if TYPE_CHECKING:
    from gaohang_viewer.loading.page_layout.lines import Run
    from gaohang_viewer.loading.page_layout.page import OutlineEntry, Page
    from gaohang_viewer.report.draft import Piece


class _Sheet(NamedTuple):
    """A page, with its text outside tables as runs."""

    width: float
    height: float
    runs: list[Run]
    tables: list[Table]
    pictures: list[Picture]


class Layout:
    """The pages so far, as lines. `problems` gets what was left out."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._sheets: list[_Sheet] = []

    def add(self, page: Page) -> None:
        """Adds the next page."""
        tables, characters = take_tables(page.characters, page.rules)
        more, characters = take_open_tables(characters, page.rules)
        self._sheets.append(
            _Sheet(page.width, page.height, runs_of(characters), tables + more, page.pictures)
        )

    def blocks(self) -> list[Paragraph | Table | Picture]:
        """Returns the paragraphs, tables and pictures of all pages in order."""
        runs = [sheet.runs for sheet in self._sheets]
        kept, furniture = without_furniture(runs, [sheet.height for sheet in self._sheets])
        self.problems += [Problem(ProblemKind.DEBRIS, 1, words) for words in furniture]
        gutter = usual_gutter(kept)
        pages = [lines_in_order(rest, gutter) for rest in kept]
        for number, lines in enumerate(pages):
            for line in lines:
                line.page = number
        notes = Notes(body_size([line for lines in pages for line in lines]))
        pages = [notes.take(lines) for lines in pages]
        lines = [line for some in pages for line in some]
        set_edges(lines, [sheet.width for sheet in self._sheets])
        flow: list[Line | Table | Picture] = []
        for sheet, some in zip(self._sheets, pages, strict=True):
            flow += _with_objects(some, [*sheet.tables, *sheet.pictures])
        return _with_notes(_joined(flow, Joiner(lines)), notes)

    def pieces(self, outline: list[OutlineEntry]) -> list[Piece]:
        """Returns the paragraphs, tables and headings of all pages; their line numbers count paragraphs.

        Running heads, page numbers and watermarks are left out and added to `problems`.
        """
        return pieces_of(self.blocks(), outline)


def _with_objects(lines: list[Line], objects: list[Table | Picture]) -> list[Line | Table | Picture]:
    """Returns the lines of a page with its tables and pictures where they stand."""
    out: list[Line | Table | Picture] = list(lines)
    for one in sorted(objects, key=lambda one: one.top):
        middle = (one.left + one.right) / 2
        above = [
            at
            for at, other in enumerate(out)
            if not isinstance(other, Line)
            or (
                other.baseline <= one.top + 1
                and other.left <= middle
                and (other.column == 0 or other.right >= one.left)
            )
        ]
        out.insert(above[-1] + 1 if above else 0, one)
    return out


def _with_notes(blocks: list[Paragraph | Table | Picture], notes: Notes) -> list[Paragraph | Table | Picture]:
    """Returns the blocks, each paragraph followed by its notes."""
    out: list[Paragraph | Table | Picture] = []
    for block in blocks:
        out.append(block)
        if isinstance(block, Paragraph):
            out += [Paragraph(note) for note in notes.behind(block.lines)]
    return out


def _joined(flow: list[Line | Table | Picture], joiner: Joiner) -> list[Paragraph | Table | Picture]:
    """Returns the lines as paragraphs."""
    out: list[Paragraph | Table | Picture] = []
    for one in flow:
        before = out[-1] if out else None
        if isinstance(one, Table) and isinstance(before, Table) and before.goes_on_in(one):
            out[-1] = before.with_rows_of(one)
        elif not isinstance(one, Line):
            out.append(one)
        elif isinstance(before, Paragraph) and joiner.goes_on(before, one):
            before.lines.append(one)
        else:
            out.append(Paragraph([one]))
    return out

"""Reads the rows and cells of a Word table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer.loading.word.xml import child, flow, span

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ROW = frozenset({"w:tr"})
_CELL = frozenset({"w:tc"})


def rows_of(table: Element) -> list[tuple[Element, list[Element]]]:
    """Returns the rows of a `w:tbl` that are not deleted, each with its cells."""
    return [
        (row, list(flow(row, _CELL))) for row in flow(table, _ROW) if child(row, "w:trPr", "w:del") is None
    ]


def columns_before(row: Element) -> int:
    """Returns how many columns of the grid a `w:tr` leaves empty before its first cell."""
    return span(child(row, "w:trPr", "w:gridBefore"))


def columns_spanned(cell: Element) -> int:
    """Returns how many columns of the grid a `w:tc` spans, at least 1."""
    return max(1, span(child(cell, "w:tcPr", "w:gridSpan")))

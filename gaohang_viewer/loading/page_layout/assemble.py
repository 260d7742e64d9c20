"""Assembles pages to the pieces of a draft. Use: `layout = Layout(); layout.add(page) …; layout.pieces()`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gaohang_viewer.loading.page_layout.page import Page
    from gaohang_viewer.report.draft import Piece
    from gaohang_viewer.report.model import Problem


class OutlineEntry(NamedTuple):
    """A bookmark of the file: the words of a heading, its level from 1, and its page from 0."""

    title: str
    level: int
    page: int


class Layout:
    """The pages so far, as lines. `problems` gets what was left out."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, page: Page) -> None:
        """Adds the next page."""
        raise NotImplementedError

    def pieces(self, outline: list[OutlineEntry]) -> list[Piece]:
        """Returns the paragraphs, tables and headings of all pages; their line numbers count paragraphs.

        Running heads, page numbers and watermarks are left out and added to `problems`.
        """
        raise NotImplementedError

"""Turns the paragraphs, tables and pictures of pages into pieces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gaohang_viewer.loading.heading_style import is_text, split_run_in
from gaohang_viewer.loading.page_layout.headings import find_headings
from gaohang_viewer.loading.page_layout.paragraphs import LEADER, Paragraph
from gaohang_viewer.loading.page_layout.tables import Table
from gaohang_viewer.loading.rich_text import Span, lines_of, markdown_of, text_of
from gaohang_viewer.report.inline_markdown import cut
from gaohang_viewer.report.draft import Piece, PieceRole

if TYPE_CHECKING:
    from gaohang_viewer.loading.page_layout.assemble import OutlineEntry
    from gaohang_viewer.loading.page_layout.page import Picture

_BULLET = re.compile(r"[●•■◆▪◇○▲★☆✓✔➢⚫]\s*(?=\S)")


def pieces_of(blocks: list[Paragraph | Table | Picture], outline: list[OutlineEntry]) -> list[Piece]:
    """Returns the blocks as pieces."""
    out: list[Piece] = []
    headings = find_headings(blocks, outline)
    for number, block in enumerate(blocks, 1):
        if isinstance(block, Paragraph):
            out += _paragraph(block, number, headings.get(number - 1, 0))
        elif isinstance(block, Table):
            grid = block.grid()
            if text := grid.text():
                out.append(Piece(PieceRole.MARKDOWN, text, number, markdown=grid.markdown()))
        else:
            spans = [Span("图", image=block.address)]
            out.append(Piece(PieceRole.TEXT, "图", number, markdown=markdown_of(spans)))
    return out


def _paragraph(block: Paragraph, number: int, level: int) -> list[Piece]:
    lines = lines_of(block.spans)
    if not lines:
        return []
    spans = lines[0]
    text = text_of(spans).strip()
    if not text:
        return []
    if LEADER.search(text):
        return [Piece(PieceRole.CONTENTS, text, number)]
    piece = Piece(PieceRole.TEXT, text, number, markdown=markdown_of(spans))
    if level and not is_text(text):
        return split_run_in(piece._replace(role=PieceRole.HEADING, level=level))
    if bullet := _BULLET.match(text):
        return [cut(piece, bullet.end())[1]._replace(role=PieceRole.POINT, part=0)]
    return [piece]

"""Turns the paragraphs, tables and pictures of pages into pieces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gaohang_viewer.loading.heading_style import is_text, split_run_in
from gaohang_viewer.loading.page_layout.heading_words import heads_contents, plain, without_page
from gaohang_viewer.loading.page_layout.headings import find_headings, find_title
from gaohang_viewer.loading.page_layout.page import UNREADABLE
from gaohang_viewer.loading.page_layout.paragraphs import LEADER, Paragraph
from gaohang_viewer.loading.page_layout.tables import Table
from gaohang_viewer.loading.rich_text import Span, lines_of, markdown_of, text_of
from gaohang_viewer.report.draft import Piece, PieceRole
from gaohang_viewer.report.heading_mark import MarkStyle, read_mark
from gaohang_viewer.report.inline_markdown import cut

if TYPE_CHECKING:
    from gaohang_viewer.loading.page_layout.page import OutlineEntry, Picture

_BULLET = re.compile(r"[●•■◆▪◇○▲★☆✓✔➢⚫]\s*(?=\S)")
_LISTED = frozenset((MarkStyle.ARABIC_BRACKETED, MarkStyle.CIRCLED))
_NOTES = "〔【"  # begin notes, which are no entries of lists
_FULL_OUTLINE = 5  # headings that the file gives: what else is numbered in brackets is a list
_FIGURE = "图"  # describes a picture for those who do not see it
_VERSION = re.compile(r"[（(](?:\d{4}\s*年?(?:版|度|修订)?|修订版?|试行|暂行)[）)]$")  # below a title
_DECIMAL = re.compile(r"(\d{1,2}(?:[.．]\d{1,2}){1,4})(?=[\u4e00-\u9fff《“])")


def pieces_of(blocks: list[Paragraph | Table | Picture], outline: list[OutlineEntry]) -> list[Piece]:
    """Returns the blocks as pieces."""
    if outline and _is_unreadable(blocks):
        return _bookmarked(blocks, outline)
    headings = find_headings(blocks, outline)
    lists = len(headings) >= _FULL_OUTLINE and max(headings.values()) > 2
    title = find_title(blocks)
    if title is not None and title in headings:
        title = None
    out: list[Piece] = []
    for number, block in enumerate(blocks, 1):
        if isinstance(block, Paragraph):
            pieces = _paragraph(block, number, headings.get(number - 1, 0), lists=lists)
            if pieces and number - 1 == title:
                pieces = [pieces[0]._replace(role=PieceRole.TITLE, markdown="")]
            elif pieces and number - 2 == title and out and _VERSION.match(pieces[0].text):
                out[-1] = out[-1]._replace(text=out[-1].text + pieces[0].text)
                continue
            out += pieces
        elif isinstance(block, Table):
            grid = block.grid()
            if text := grid.text():
                out.append(Piece(PieceRole.MARKDOWN, text, number, markdown=grid.markdown()))
        else:
            words = f"{_FIGURE}：{block.words}" if block.words else _FIGURE
            spans = [Span(words, image=block.address)]
            out.append(Piece(PieceRole.TEXT, words, number, markdown=markdown_of(spans)))
    return _with_decimals(_with_heads_of_contents(_with_contents(out)))


def _is_unreadable(blocks: list[Paragraph | Table | Picture]) -> bool:
    """Whether most characters cannot be read."""
    text = "".join(block.text for block in blocks if isinstance(block, Paragraph))
    return text.count(UNREADABLE) * 2 > len(text)


def _bookmarked(blocks: list[Paragraph | Table | Picture], outline: list[OutlineEntry]) -> list[Piece]:
    """Returns the bookmarks as headings, each before what can be read on its page."""
    out: list[Piece] = []
    rest = list(outline)
    for number, block in enumerate(blocks, 1):
        if isinstance(block, Paragraph):
            while rest and rest[0].page <= block.first.page:
                entry = rest.pop(0)
                out.append(Piece(PieceRole.HEADING, entry.title, number, entry.level))
            out += _paragraph(block, number, 0, lists=False)
    out += [Piece(PieceRole.HEADING, entry.title, len(blocks) + 1, entry.level) for entry in rest]
    return out


def _paragraph(block: Paragraph, number: int, level: int, *, lists: bool) -> list[Piece]:
    lines = lines_of(block.spans)
    text = text_of(lines[0]).strip() if lines else ""
    if not text or text.count(UNREADABLE) * 2 > len(text):
        return []
    if LEADER.search(text):
        return [Piece(PieceRole.CONTENTS, text, number)]
    piece = Piece(PieceRole.TEXT, text, number, markdown=markdown_of(lines[0]))
    if level and not is_text(text):
        return split_run_in(piece._replace(role=PieceRole.HEADING, level=level))
    if bullet := _BULLET.match(text):
        return [cut(piece, bullet.end())[1]._replace(role=PieceRole.POINT, part=0)]
    if lists and text[0] not in _NOTES and (mark := read_mark(text)) is not None and mark.style in _LISTED:
        return [piece._replace(role=PieceRole.POINT)]
    return [piece]


def _with_contents(pieces: list[Piece]) -> list[Piece]:
    """Returns the pieces; words of a later heading with the number of a page are of the contents."""
    later = {plain(piece.text) for piece in pieces if piece.role is PieceRole.HEADING}
    out: list[Piece] = []
    for piece in pieces:
        key = plain(without_page(piece.text))
        if piece.role is PieceRole.HEADING:
            later.discard(plain(piece.text))
        elif piece.role is PieceRole.TEXT and key in later and key != plain(piece.text):
            out.append(piece._replace(role=PieceRole.CONTENTS, markdown=""))
            continue
        out.append(piece)
    return out


def _with_heads_of_contents(pieces: list[Piece]) -> list[Piece]:
    """Returns the pieces; what heads a table of contents, or of figures, belongs to it."""
    return [
        piece._replace(role=PieceRole.CONTENTS, markdown="")
        if after.role is PieceRole.CONTENTS and piece.role is PieceRole.TEXT and heads_contents(piece.text)
        else piece
        for piece, after in zip(pieces, [*pieces[1:], *pieces[-1:]], strict=True)
    ]


def _with_decimals(pieces: list[Piece]) -> list[Piece]:
    """Returns the pieces with a blank between 1.1 and its words, if 1.2 stands elsewhere."""
    numbers = {
        found[1]
        for piece in pieces
        if (found := re.match(r"(\d{1,2}(?:[.．]\d{1,2}){1,4})(?!\d)", piece.text))
    }
    out: list[Piece] = []
    for piece in pieces:
        found = _DECIMAL.match(piece.text) if piece.role in (PieceRole.TEXT, PieceRole.HEADING) else None
        if found and not piece.markdown and _beside(found[1]) & numbers:
            out.append(piece._replace(text=f"{found[1]} {piece.text[found.end() :]}"))
        else:
            out.append(piece)
    return out


def _beside(decimal: str) -> set[str]:
    """The numbers before and after a decimal one."""
    start, last = decimal[: -len(re.split("[.．]", decimal)[-1])], int(re.split("[.．]", decimal)[-1])
    return {f"{start}{last - 1}", f"{start}{last + 1}"}

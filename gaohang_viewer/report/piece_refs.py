"""Refers to pieces of a draft in such a way that they are found again when the draft is loaded anew."""

from __future__ import annotations

from typing import NamedTuple

from gaohang_viewer.report.draft import BODY, Draft, Piece, PieceRole
from gaohang_viewer.report.folding import fold
from gaohang_viewer.report.inline_markdown import line_of_markdown

BEGINNING = 24
"""How many characters of a piece a reference holds."""


class PieceRef(NamedTuple):
    """A piece by its place in the source, and how it begins: a mend of another text does not fit."""

    line_no: int
    part: int
    beginning: str


def spot_of_section(draft: Draft, section: int) -> PieceRef | None:
    """Where the headline of a section is in the source."""
    at = _heading(draft.pieces, section)
    return _spot(draft.pieces[at]) if at is not None else None


def spot_of_words(draft: Draft, section: int, words: str, nth: int = 0) -> PieceRef | None:
    """Where a paragraph of a section's body is in the source; `nth` counts those with the same words.

    Section -1 is the text before the first one. White space and the width of signs make no difference.
    """
    wanted = fold(words)
    start = _heading(draft.pieces, section) if section >= 0 else -1
    if start is None or not wanted:
        return None
    for piece in draft.pieces[start + 1 :]:
        if piece.role is PieceRole.HEADING:
            break
        if piece.role not in BODY:
            continue
        for line_no, text in _lines(piece):
            if fold(text) == wanted:
                if not nth:
                    return PieceRef(line_no, piece.part, text[:BEGINNING])
                nth -= 1
    return None


def spot_of_line(draft: Draft, line_no: int) -> PieceRef | None:
    """The first piece of a line of the source."""
    return next((_spot(piece) for piece in draft.pieces if piece.line_no == line_no), None)


def section_of_line(draft: Draft, line_no: int) -> int:
    """The section that holds a line of the source, or stood before it; -1 above the first."""
    section = -1
    for piece in draft.pieces:
        if piece.line_no > line_no:
            break
        section += piece.role is PieceRole.HEADING
    return section


def _spot(piece: Piece) -> PieceRef:
    return PieceRef(piece.line_no, piece.part, piece.text[:BEGINNING])


def _lines(piece: Piece) -> list[tuple[int, str]]:
    """The lines of the source that a piece holds, each with what a reader sees of it."""
    if piece.role is not PieceRole.MARKDOWN:
        return [(piece.line_no, piece.text)]
    lines = piece.markdown.split("\n")
    return [(piece.line_no + at, line_of_markdown(line)) for at, line in enumerate(lines)]


def _heading(pieces: tuple[Piece, ...], section: int) -> int | None:
    for at, piece in enumerate(pieces):
        if piece.role is PieceRole.HEADING:
            if not section:
                return at
            section -= 1
    return None


def find_piece(pieces: list[Piece], spot: PieceRef) -> int | None:
    """The index of a piece; a line inside a block of Markdown is cut out of it first."""
    for at, piece in enumerate(pieces):
        if piece.part != spot.part:
            continue
        if piece.role is PieceRole.MARKDOWN and piece.line_no <= spot.line_no:
            held = spot.line_no - piece.line_no
            lines = piece.markdown.split("\n")
            if held < len(lines) and line_of_markdown(lines[held])[:BEGINNING] == spot.beginning:
                return _cut_out(pieces, at, lines, held)
        elif piece.line_no == spot.line_no and piece.text[:BEGINNING] == spot.beginning:
            return at
    return None


def _cut_out(pieces: list[Piece], at: int, lines: list[str], held: int) -> int:
    """Makes a piece of its own of one line of a block; returns its index."""
    block = pieces[at]
    before, line, after = lines[:held], lines[held], lines[held + 1 :]
    cut = [Piece(PieceRole.TEXT, line_of_markdown(line), block.line_no + held, 0, line.strip(), block.part)]
    if any(map(str.strip, before)):
        text = "\n".join(before)
        cut.insert(0, block._replace(text=text, markdown=text))
    if any(map(str.strip, after)):
        text = "\n".join(after)
        cut.append(block._replace(text=text, markdown=text, line_no=block.line_no + held + 1))
    pieces[at : at + 1] = cut
    return at + (len(cut) > 1 and cut[0].role is PieceRole.MARKDOWN)

"""Refers to pieces of a draft in such a way that they are found again when the draft is loaded anew."""

from __future__ import annotations

from typing import NamedTuple

from gaohang_viewer.report.draft import BODY, Draft, Piece, PieceRole
from gaohang_viewer.report.folding import fold
from gaohang_viewer.report.heading_mark import read_mark
from gaohang_viewer.report.inline_markdown import line_of_markdown

BEGINNING = 24
"""How many characters of a piece a reference holds."""


MOST_HEADLINE = 60
"""How many characters a headline has at most."""


class PieceRef(NamedTuple):
    """A piece by its line and part in the source, and its first characters, by which it is verified."""

    line_no: int
    part: int
    beginning: str


def ref_of_section(draft: Draft, section: int) -> PieceRef | None:
    """Returns a reference to the headline of a section, if it exists."""
    at = _heading(draft.pieces, section)
    return _ref(draft.pieces[at]) if at is not None else None


def ref_of_words(draft: Draft, section: int, words: str, nth: int = 0) -> PieceRef | None:
    """Returns a reference to a paragraph of a section's body with some words; `nth` counts equal ones from 0.

    Section -1 is the text before the first one. Texts are compared folded.
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


def ref_of_line(draft: Draft, line_no: int) -> PieceRef | None:
    """Returns a reference to the first piece of a line of the source, if there is one."""
    return next((_ref(piece) for piece in draft.pieces if piece.line_no == line_no), None)


def refs_like(draft: Draft, ref: PieceRef) -> list[PieceRef]:
    """Returns references to all short paragraphs with the kind of printed number that one piece has."""
    at = find_piece(list(draft.pieces), ref)
    mark = read_mark(draft.pieces[at].text) if at is not None and draft.pieces[at].text else None
    if mark is None:
        return []
    return [
        _ref(piece)
        for piece in draft.pieces
        if piece.role in (PieceRole.TEXT, PieceRole.POINT)
        and 0 < len(piece.text) <= MOST_HEADLINE
        and (other := read_mark(piece.text)) is not None
        and other.style is mark.style
    ]


def section_of_line(draft: Draft, line_no: int) -> int:
    """Returns the section that contains a line of the source; -1 before the first."""
    section = -1
    for piece in draft.pieces:
        if piece.line_no > line_no:
            break
        section += piece.role is PieceRole.HEADING
    return section


def _ref(piece: Piece) -> PieceRef:
    return PieceRef(piece.line_no, piece.part, piece.text[:BEGINNING])


def _lines(piece: Piece) -> list[tuple[int, str]]:
    """Returns the source lines of a piece, each with its visible text."""
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


def find_piece(pieces: list[Piece], ref: PieceRef) -> int | None:
    """Returns the index of a piece, if it is found; splits a line off a block of Markdown if needed."""
    for at, piece in enumerate(pieces):
        if piece.part != ref.part:
            continue
        if piece.role is PieceRole.MARKDOWN and piece.line_no <= ref.line_no:
            row = ref.line_no - piece.line_no
            lines = piece.markdown.split("\n")
            if row < len(lines) and line_of_markdown(lines[row])[:BEGINNING] == ref.beginning:
                return _split_off(pieces, at, lines, row)
        elif piece.line_no == ref.line_no and piece.text[:BEGINNING] == ref.beginning:
            return at
    return None


def _split_off(pieces: list[Piece], at: int, lines: list[str], row: int) -> int:
    """Splits one line of a block off as a separate piece; returns its index."""
    block = pieces[at]
    before, line, after = lines[:row], lines[row], lines[row + 1 :]
    cut = [Piece(PieceRole.TEXT, line_of_markdown(line), block.line_no + row, 0, line.strip(), block.part)]
    if any(map(str.strip, before)):
        text = "\n".join(before)
        cut.insert(0, block._replace(text=text, markdown=text))
    if any(map(str.strip, after)):
        text = "\n".join(after)
        cut.append(block._replace(text=text, markdown=text, line_no=block.line_no + row + 1))
    pieces[at : at + 1] = cut
    return at + (len(cut) > 1 and cut[0].role is PieceRole.MARKDOWN)

"""Joins paragraphs again that were broken into lines of one width, as text copied from a PDF is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer.report.draft import Piece, PieceRole
from gaohang_viewer.report.heading_mark import read_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENDS = tuple("。！？；：!?;:…”）》】")
_GOES_ON = frozenset("，、。；：！？）”》】,;:!?)")  # no paragraph begins with these
_FEWEST = 5  # lines; less tell nothing about a width
_NARROWEST = 18  # characters; shorter lines may be headlines
_WIDEST = 60  # characters; longer lines were broken by nobody
_LONGEST = 4000  # characters; no paragraph is longer


def joined(pieces: list[Piece], lines: Sequence[str]) -> list[Piece]:
    """The pieces with the lines of a paragraph put together; `lines` are those of the file."""
    width = _width(pieces)
    out = pieces[:1]
    for piece in pieces[1:]:
        if (
            (width or piece.text[0] in _GOES_ON)
            and _goes_on(out[-1], piece, lines, width)
            and len(out[-1].text) < _LONGEST
        ):
            out[-1] = out[-1]._replace(text=_together(out[-1].text, piece.text))
        else:
            out.append(piece)
    return out


def _width(pieces: list[Piece]) -> int:
    """The width that the lines were broken at, in characters; 0 if they were not.

    Lines that were broken end anywhere in a sentence, and nearly all of them at the same width.
    """
    lengths = [len(piece.text) for piece in pieces if piece.role is PieceRole.TEXT]
    broken = sorted(
        len(piece.text)
        for piece in pieces
        if piece.role is PieceRole.TEXT
        and len(piece.text) >= _NARROWEST
        and not piece.text.endswith(_ENDS)
        and read_mark(piece.text) is None
    )
    if len(broken) < _FEWEST:
        return 0
    width = broken[len(broken) * 9 // 10]
    full = sum(length >= width * 0.85 for length in broken)
    wider = sum(length > width * 1.15 for length in lengths)
    return width if width <= _WIDEST and full * 3 >= len(broken) * 2 and wider * 20 <= len(lengths) else 0


def _goes_on(before: Piece, piece: Piece, lines: Sequence[str], width: int) -> bool:
    """Whether a line goes on with the paragraph of the one before it."""
    if (
        before.role is PieceRole.HEADING
        or piece.role is not PieceRole.TEXT
        or piece.markdown
        or before.markdown
    ):
        return False
    if piece.text[0] in _GOES_ON and not before.text.endswith(_ENDS):
        return True
    if not width or before.role not in (PieceRole.TEXT, PieceRole.POINT) or before.text.endswith(_ENDS):
        return False
    source = lines[piece.line_no - 1]
    if source.startswith(("\u3000", "  ", "\t")) or read_mark(piece.text) is not None:
        return False
    last = len(lines[piece.line_no - 2].strip()) if piece.line_no > 1 else 0
    return last >= width * 0.85


def _together(before: str, after: str) -> str:
    """Two lines of a paragraph as one: Chinese goes on without a space, Latin with one."""
    return before + (" " if (before[-1:] + after[:1]).isascii() else "") + after

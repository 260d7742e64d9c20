"""Joins paragraphs that were broken into lines: at one width, as text from a PDF is, or at links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer.report.draft import Piece, PieceRole
from gaohang_viewer.report.heading_mark import read_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENDS = tuple("。！？；：!?;:…”）》】")
_STOPS = tuple("。！？；：!?;:…”）》】，、,")
_GOES_ON = frozenset("，、。；：！？）”》】,;:!?)")  # no paragraph begins with these
_SIGNS = ("[", "!", "<", ">", "|", "#")  # of Markdown, at the beginning of what is no plain paragraph
_FEWEST = 5  # lines; fewer show no width
_FEWEST_ADJACENT = 2  # of Markdown, where the lines of a paragraph follow one another
_NARROWEST = 18  # characters; shorter lines may be headlines
_WIDEST = 60  # characters; longer lines were broken by nobody
_LONGEST = 4000  # characters; no paragraph is longer
_LONGEST_LINK = 12
_SHORTEST_HOLDER = 30  # of a paragraph with a link in it


def joined(pieces: list[Piece], lines: Sequence[str]) -> list[Piece]:
    """The pieces with the lines of a paragraph put together; `lines` are those of the file."""
    width = _width(pieces, lines)
    out = pieces[:1]
    for piece in pieces[1:]:
        if (
            (width or piece.text[0] in _GOES_ON)
            and _goes_on(out[-1], piece, lines, width)
            and len(out[-1].text) < _LONGEST
        ):
            out[-1] = _together(out[-1], piece)
        else:
            out.append(piece)
    return _without_links(out)


def _width(pieces: list[Piece], lines: Sequence[str]) -> int:
    """The width that the lines were broken at, in characters; 0 if they were not.

    Lines that were broken end anywhere in a sentence, and nearly all of them at the same width.
    """
    texts = [piece for piece in pieces if piece.role is PieceRole.TEXT]
    adjacent = any(piece.markdown for piece in texts)
    broken = sorted(
        len(piece.text)
        for piece in texts
        if len(piece.text) >= _NARROWEST
        and not piece.text.endswith(_ENDS)
        and (_has_next(piece, lines) if adjacent else read_mark(piece.text) is None)
    )
    if len(broken) < (_FEWEST_ADJACENT if adjacent else _FEWEST):
        return 0
    width = broken[len(broken) * 9 // 10]
    full = sum(length >= width * 0.85 for length in broken)
    wider = sum(len(piece.text) > width * 1.15 for piece in texts)
    return width if width <= _WIDEST and full * 3 >= len(broken) * 2 and wider * 20 <= len(texts) else 0


def _has_next(piece: Piece, lines: Sequence[str]) -> bool:
    """Whether the next line of the file is not empty."""
    return piece.line_no < len(lines) and bool(lines[piece.line_no].strip())


def _goes_on(before: Piece, piece: Piece, lines: Sequence[str], width: int) -> bool:
    """Whether a line goes on with the paragraph of the one before it."""
    if before.role is PieceRole.HEADING or piece.role is not PieceRole.TEXT:
        return False
    if bool(piece.markdown) is not bool(before.markdown) or piece.markdown.startswith(_SIGNS):
        return False
    if piece.text[0] in _GOES_ON and not before.text.endswith(_ENDS):
        return piece.text[0] != "”" or before.text.count("“") > before.text.count("”")
    if not width or before.role not in (PieceRole.TEXT, PieceRole.POINT) or before.text.endswith(_ENDS):
        return False
    source = lines[piece.line_no - 1]
    if before.markdown.startswith(_SIGNS):
        return False
    if source.startswith(("\u3000", "  ", "\t")) or read_mark(piece.text) is not None:
        return False
    last = len(lines[piece.line_no - 2].strip()) if piece.line_no > 1 else 0
    return last >= width * 0.85


def _without_links(pieces: list[Piece]) -> list[Piece]:
    """The pieces without the line ends around the words of links, which stand in the middle of a sentence."""
    short = [at for at, piece in enumerate(pieces) if len(piece.text) <= _LONGEST_LINK and at]
    if not any(_may_hold(pieces[at - 1]) and _may_be_link(pieces[at]) for at in short):
        return pieces
    long = [piece.text for piece in pieces if len(piece.text) > _SHORTEST_HOLDER]
    if sum(not text.endswith(_ENDS) for text in long) * 3 > len(long):
        return pieces  # paragraphs end anyhow
    out: list[Piece] = []
    link = False  # whether the last piece goes on behind a link
    for at, piece in enumerate(pieces):
        before = out[-1] if out else piece
        plain = before.role is PieceRole.TEXT is piece.role and not before.markdown and not piece.markdown
        if (
            plain
            and _may_hold(before)
            and (link or (_may_be_link(piece) and _is_rest(pieces[at + 1 : at + 2])))
        ):
            out[-1] = _together(before, piece)
            link = not piece.text.endswith(_STOPS)
        else:
            out.append(piece)
            link = False
    return out


def _is_rest(after: list[Piece]) -> bool:
    """Whether the line after a link goes on with the sentence."""
    return (
        bool(after)
        and after[0].role is PieceRole.TEXT
        and "。" in after[0].text
        and read_mark(after[0].text) is None
    )


def _may_hold(piece: Piece) -> bool:
    """Whether a paragraph ends in the middle of a sentence."""
    return len(piece.text) > _SHORTEST_HOLDER and not piece.text.endswith(_STOPS)


def _may_be_link(piece: Piece) -> bool:
    return (
        piece.role is PieceRole.TEXT
        and len(piece.text) <= _LONGEST_LINK
        and not piece.text.endswith(_STOPS)
        and read_mark(piece.text) is None
    )


def _together(before: Piece, piece: Piece) -> Piece:
    """Two lines of a paragraph as one: Chinese goes on without a space, Latin with one."""
    space = " " if (before.text[-1:] + piece.text[:1]).isascii() else ""
    markdown = before.markdown + space + piece.markdown if before.markdown else ""
    return before._replace(text=before.text + space + piece.text, markdown=markdown)

"""Inline Markdown of a piece: its words without the signs, and the piece cut at one of its characters."""

from __future__ import annotations

import re
from itertools import pairwise

from gaohang_viewer.report.draft import Piece, PieceRole

LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_SIGNS = re.compile(r"\\(.)|(\*\*|__|\*|`)")


def bold_start(piece: Piece) -> int:
    """How many characters of the text stand in bold at its beginning."""
    markdown = piece.markdown
    if not markdown.startswith("**"):
        return 0
    end = markdown.find("**", 2)
    return len(visible(markdown[2:end])) if end > 0 else 0


def visible(markdown: str) -> str:
    """Inline Markdown without its signs of emphasis and its backslashes."""
    return (
        _SIGNS.sub(lambda sign: sign[1] or "", markdown) if "*" in markdown or "\\" in markdown else markdown
    )


_LEADING = re.compile(r"\s*(?:#{1,6}\s+|>\s*|[-*+]\s+|\d+[.)]\s+)*")


def line_of_markdown(line: str) -> str:
    """What a reader sees of a line of Markdown: without the signs of blocks, links and emphasis."""
    text = LINK.sub(r"\1", line) if "](" in line else line
    return visible(_LEADING.sub("", text, count=1)).strip() or line.strip()


def cut(piece: Piece, at: int) -> tuple[Piece, Piece]:
    """A piece as two, the second from character `at` on; white space between them goes."""
    first, second = cut_at(piece, [at])
    return first, second


def cut_at(piece: Piece, places: list[int]) -> list[Piece]:
    """A piece as several, each but the first from one of these characters on, which come in order."""
    ranges: list[tuple[int, int]] = []
    for start, end in pairwise([0, *places, len(piece.text)]):
        part = piece.text[start:end]
        begin = end - len(part.lstrip()) if start else 0
        ranges.append((begin, begin + len(piece.text[begin:end].rstrip()) if end < len(piece.text) else end))
    markdowns = _markdowns_of(piece, ranges)
    role = PieceRole.TEXT if piece.role is PieceRole.HEADING else piece.role
    return [
        piece._replace(
            text=piece.text[start:end],
            markdown=markdown,
            part=piece.part + number,
            role=role if number else piece.role,
        )
        for number, ((start, end), markdown) in enumerate(zip(ranges, markdowns, strict=True))
    ]


def _markdowns_of(piece: Piece, ranges: list[tuple[int, int]]) -> list[str]:
    """The Markdown of parts of a piece's text, in order, emphasis opened and closed anew where it was cut."""
    markdown = piece.markdown
    if not markdown or visible(markdown) != piece.text:  # links and pictures: the words alone
        return [""] * len(ranges)
    found: list[str] = []
    opened: list[str] = []
    place = at = 0  # in the text, in the Markdown
    for start, end in ranges:
        out: list[str] = []
        begun = False
        while at < len(markdown) and place < end:
            if sign := _SIGNS.match(markdown, at):
                token = sign[0]
                if sign[2]:
                    opened.remove(token) if token in opened else opened.append(token)
                    if begun:
                        out.append(token)
                    at = sign.end()
                    continue
            else:
                token = markdown[at]
            if place >= start:
                if not begun:
                    out.extend(opened)
                    begun = True
                out.append(token)
            place += 1
            at += len(token)
        found.append("".join([*out, *reversed(opened)]) if begun else "")
    return found

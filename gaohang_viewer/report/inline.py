"""Inline Markdown of a piece: its words without the signs, and the piece cut at one of its characters."""

from __future__ import annotations

from gaohang_viewer.report.draft import Piece, Role
from gaohang_viewer.report.pattern import pattern

LINK = pattern(r"!?\[([^\]\[]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_SIGNS = pattern(r"\\(.)|(\*\*|__|\*|`)")


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


_LEADING = pattern(r"\s*(?:#{1,6}\s+|>\s*|[-*+]\s+|\d+[.)]\s+)*")


def line_of_markdown(line: str) -> str:
    """What a reader sees of a line of Markdown: without the signs of blocks, links and emphasis."""
    text = LINK.sub(r"\1", line) if "](" in line else line
    return visible(_LEADING.sub("", text, count=1)).strip() or line.strip()


def cut(piece: Piece, at: int) -> tuple[Piece, Piece]:
    """A piece as two, the second from character `at` on; white space between them goes."""
    head, rest = piece.text[:at].rstrip(), piece.text[at:].lstrip()
    first = piece._replace(text=head, markdown=_markdown_of(piece, 0, len(head)))
    start = len(piece.text) - len(rest)
    second = piece._replace(
        text=rest,
        markdown=_markdown_of(piece, start, len(piece.text)),
        part=piece.part + 1,
        role=Role.TEXT if piece.role is Role.HEADING else piece.role,
    )
    return first, second


def _markdown_of(piece: Piece, start: int, end: int) -> str:
    """The Markdown of a part of a piece's text, emphasis opened and closed anew where it was cut."""
    markdown = piece.markdown
    if not markdown or visible(markdown) != piece.text:  # links and pictures: the words alone
        return ""
    out: list[str] = []
    opened: list[str] = []
    place = at = 0  # in the text, in the Markdown
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
    return "".join([*out, *reversed(opened)]) if begun else ""

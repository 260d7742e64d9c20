"""Inline Markdown of a piece: its words without the signs, and the piece cut at one of its characters."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from gaohang_viewer.report.draft import Piece, PieceRole

if TYPE_CHECKING:
    from collections.abc import Iterator

LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
STRUCK = r"~~(?=[^\s~])((?:\\[!-~]|[^~\\])+)~~"
"""A pattern of struck-out words, which are no part of a piece's text."""
# Code, whose words are literal; an escaped sign; emphasis; struck-out words. Underscores within words, ____
# too, are text.
_SIGNS = re.compile(
    r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)|\\([!-/:-@\[-`{-~])|(\*\*|\*|(?<!\w)__(?=[^\s_])|(?<=[^\s_])__(?!\w))"
    rf"|({STRUCK})"
)
_LEADING = re.compile(r"\s*(?:#{1,6}\s+|>\s*|[-*+]\s+|\d+[.)]\s+)*")


def bold_start(piece: Piece) -> int:
    """How many characters of the text stand in bold at its beginning."""
    markdown = piece.markdown
    if not markdown.startswith("**"):
        return 0
    end = markdown.find("**", 2)
    while end > 0 and markdown.startswith("****", end):  # closed and opened again: it goes on
        end = markdown.find("**", end + 4)
    return len(visible(markdown[2:end]).rstrip()) if end > 0 else 0


def visible(markdown: str) -> str:
    """Inline Markdown without its signs of emphasis and code, its backslashes, and what is struck out."""
    if not any(sign in markdown for sign in ("*", "`", "\\", "__", "~~")):
        return markdown
    return _SIGNS.sub(lambda sign: sign[2] or sign[3] or "", markdown)


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
    """The Markdown of parts of a piece's text, in order, signs opened and closed anew where it was cut."""
    markdown = piece.markdown
    if not markdown or visible(markdown) != piece.text:  # links and pictures: the words alone
        return [""] * len(ranges)
    parts: list[list[str]] = [[] for _ in ranges]
    opened: list[str] = []
    position = number = 0  # in the text; of the part
    for token, is_sign in _tokens(markdown):
        while number < len(ranges) and position >= ranges[number][1]:
            parts[number] += reversed(opened)
            number += 1
        if number == len(ranges):
            break
        part = parts[number]
        if is_sign and token.startswith("~~"):
            if position >= ranges[number][0]:
                part += [*opened, token] if not part else [token]
            continue
        if is_sign:
            opened.remove(token) if token in opened else opened.append(token)
            if part:
                part.append(token)
            continue
        if position >= ranges[number][0]:
            part += [*opened, token] if not part else [token]
        position += 1
    else:
        if number < len(ranges):
            parts[number] += reversed(opened)
    return ["".join(part) for part in parts]


def _tokens(markdown: str) -> Iterator[tuple[str, bool]]:
    """Signs (True), and what shows one character each (False)."""
    at = 0
    for sign in _SIGNS.finditer(markdown):
        yield from ((character, False) for character in markdown[at : sign.start()])
        if sign[1]:
            yield sign[1], True
            yield from ((character, False) for character in sign[2])
            yield sign[1], True
        else:
            yield sign[0], sign[3] is None
        at = sign.end()
    yield from ((character, False) for character in markdown[at:])

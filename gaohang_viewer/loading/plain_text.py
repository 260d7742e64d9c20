"""Reads plain text and Markdown: lines become pieces, and the outline is found among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gaohang_viewer.loading.encodings import SOFT_END
from gaohang_viewer.loading.front_matter import read_front_matter, with_printed_title
from gaohang_viewer.loading.markdown import (
    body_pieces,
    find_headings,
    markdown_pieces,
    title_of,
    whole_bodies,
)
from gaohang_viewer.report.draft import Draft, Piece, PieceRole
from gaohang_viewer.report.markdown_writer import FINAL
from gaohang_viewer.report.model import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable

_BULLETS = frozenset("●•■◆▪◇○▲★☆✓✔➢")
_BULLET = re.compile(r"\S\s*(?=\S)")
_EMPTY_BOX = "□"  # where it stands, ■ is a box that was ticked, and no bullet
_LITERAL = "\\r\\n"  # line ends that some program wrote out as letters
_MOST_EMPHASIS = 200  # signs in a paragraph; each is looked for up to its end
_EMPHASIS = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")


def read_text(text: str, name: str, on_progress: Callable[[float], None], *, markdown: bool = False) -> Draft:
    """The draft of a text, its lines ended by "\\n"; `name` is its title where it has none.

    A text with `#` headings is Markdown whatever it is called; without them, `markdown` says whether
    its other signs (lists, tables, emphasis) mean something. Line numbers count from 1.
    """
    lines = text.split("\n")
    front = read_front_matter(lines)
    signs = any(
        sign in text for sign in ("#", "```", "~~~")
    )  # a plain text has none, and need not be searched
    headings, open_fence = find_headings(lines, front.end) if signs else ([], None)
    problems = list(front.problems)
    if open_fence is not None and (headings or markdown):
        problems.append(Problem(ProblemKind.UNCLOSED_FENCE, open_fence + 1, lines[open_fence]))
    final = front.meta.pop(FINAL[0], "") == FINAL[1]
    given = front.meta.get("title", "")
    on_progress(0.1)
    if SOFT_END in text and (final or headings or markdown):
        lines = [line.replace(SOFT_END, " ") for line in lines]
    if final:
        pieces = whole_bodies(lines, front.end, headings)
    elif headings:
        # The outline's patterns take a while to compile: a report that has headings needs none of them.
        pieces = body_pieces(lines, front.end, headings, title_of(lines, front.end, headings, given))
        if any(piece.role is PieceRole.TEXT for piece in pieces):
            pieces = _outline(_joined(pieces, lines), on_progress, given)
    elif markdown:
        pieces = _joined(markdown_pieces(lines, front.end, len(lines)), lines)
        pieces = _outline(pieces, on_progress, given)
    else:
        pieces = _outline(_plain_pieces(text, lines, front.end), on_progress, given)
    meta = front.meta if final else with_printed_title(front.meta, pieces)
    return Draft(tuple(pieces), name, tuple(meta.items()), tuple(problems))


def _outline(pieces: list[Piece], on_progress: Callable[[float], None], title: str) -> list[Piece]:
    from gaohang_viewer.loading.outline.read_outline import read_outline

    return read_outline(pieces, on_progress, title=title)


def _joined(pieces: list[Piece], lines: list[str]) -> list[Piece]:
    from gaohang_viewer.loading.unwrap_lines import joined

    return joined(pieces, lines)


def _plain_pieces(text: str, lines: list[str], start: int) -> list[Piece]:
    """A piece for each paragraph of a plain text, from line `start` on."""
    pieces: list[Piece] = []
    add, role = pieces.append, PieceRole.TEXT
    bullets = _BULLETS - {"■"} if _EMPTY_BOX in text else _BULLETS
    bold, soft = "**" in text, _LITERAL in text or SOFT_END in text
    for line_no, line in enumerate(lines[start:], start + 1):
        text = line.strip()
        if not text:
            continue
        if text[0] in bullets and (bullet := _BULLET.match(text)):
            add(Piece(PieceRole.POINT, text[bullet.end() :], line_no))
        elif (
            bold
            and "**" in text
            and text.count("**") <= _MOST_EMPHASIS
            and (plain := _EMPHASIS.sub(r"\1", text)) != text
        ):
            add(Piece(role, plain, line_no, markdown=_emphasised(text)))
        elif soft and (_LITERAL in text or SOFT_END in text):
            text = text.replace(_LITERAL, SOFT_END).replace("\\n", SOFT_END)
            pieces += _soft_lines(Piece(role, text, line_no))
        else:
            add(Piece(role, text, line_no))
    return _joined(pieces, lines)


def _soft_lines(piece: Piece) -> list[Piece]:
    """The lines of a piece that no line end of the file parts."""
    parts = filter(None, (part.strip() for part in piece.text.split(SOFT_END)))
    return [piece._replace(text=part, part=at) for at, part in enumerate(parts)]


def _emphasised(text: str) -> str:
    """Plain text in which `**` is emphasis, as Markdown."""
    from gaohang_viewer.report.draft import escaped

    parts = _EMPHASIS.split(text)
    return "".join(f"**{escaped(part)}**" if at % 2 else escaped(part) for at, part in enumerate(parts))

"""Cuts a Markdown text into pieces: `#` headings, paragraphs, points, and blocks that stay as they are."""

from __future__ import annotations

import re

from gaohang_viewer.report.draft import Piece, PieceRole
from gaohang_viewer.report.heading_mark import read_mark
from gaohang_viewer.report.inline_markdown import LINK, visible
from gaohang_viewer.report.markdown_chunks import FENCE
from gaohang_viewer.report.markdown_extensions import with_note_marks

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*)")
_INLINE = re.compile(r"\\([!-/:-@\[-`{-~])|\*\*|__|`|\*")
# What begins a line that may be a numbered headline, or a line in bold. "1." and a space begin a list.
_MARK = re.compile(
    r"^[ \u3000]{0,3}(?:\*\*)?(?:第[一二三四五六七八九十百\d]{1,4}[篇编章节部]"
    r"|[一二三四五六七八九十]{1,3}\s?[、．.]"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]|[㈠-㈩①-⑳]|\d{1,2}(?:[、．]|\.(?![ \d])))"
    r"|^\*\*[^*\n]{2,40}\*\*[ \t]*$",
    re.MULTILINE,
)
_CHAPTER = re.compile(r"^[ \u3000]{0,3}(?:\*\*)?(?:第一[篇章]|一\s?[、．.])", re.MULTILINE)
_BLOCK = re.compile(
    r"[ ]{0,3}(?:\||>|```|~~~|<!--|<table|\d+[.)] |[-=*_]{3,}\s*$|[-*+] {2,}|\[\^)"
    r"|\s{2,}[-*+\d]|\t| {4,}\S"
)
_NUMBERED = re.compile(r"\d{1,2}\. ")
_LONGEST_ENTRY = 60  # characters of an entry of a list
_POINT = re.compile(r"[-*+] (?=\S)")
_COMMENT = re.compile(r"(?:<!--.*-->\s*)+$")

Heading = tuple[int, int, str]  # index of the line, number of signs, text without Markdown signs


def find_headings(lines: list[str], start: int) -> tuple[list[Heading], int | None]:
    """The headings from line `start` on, and the index of the line that opens fenced code never closed."""
    headings: list[Heading] = []
    fence, fenced_from = "", 0
    for at in range(start, len(lines)):
        line = lines[at]
        if line.startswith(("```", "~~~")):
            if not fence and (opening := FENCE.match(line)):
                fence, fenced_from = opening[1], at
            elif fence and line.startswith(fence) and not line.strip(fence[0]).strip():
                fence = ""
        elif not fence and "#" in line[:4] and (heading := _HEADING.match(line)) and heading[2].strip("# \t"):
            text = _INLINE.sub(lambda sign: sign[1] or "", _without_closing(heading[2])).strip()
            if text:  # not only signs of emphasis
                headings.append((at, len(heading[1]), with_note_marks(text)))
    return headings, fenced_from if fence else None


def _without_closing(text: str) -> str:
    """The text of a heading without the signs that close it, which stand apart from it."""
    text = text.rstrip(" \t")
    open_ = text.rstrip("#")
    return open_ if open_.endswith((" ", "\t")) else text


def title_of(lines: list[str], start: int, headings: list[Heading], given: str = "") -> Heading | None:
    """The heading that is the title: a single topmost one at the very start, or the title that is `given`.

    The only heading of a text is its title if the sections below it are numbered without signs.
    """
    at, signs, headline = headings[0]
    if any(other <= signs for _, other, _ in headings[1:]) or (headline and read_mark(headline)):
        return None
    if len(headings) == 1 and not _CHAPTER.search("\n".join(lines[at + 1 :])):
        return None
    opens = not any(line.strip() for line in lines[start:at])
    repeats = "".join(headline.split()) in "".join(given.split())
    return headings[0] if opens or (given and repeats) else None


def body_pieces(lines: list[str], start: int, headings: list[Heading], title: Heading | None) -> list[Piece]:
    """A text with headings as pieces. A body in which no line is numbered stays one piece."""
    pieces: list[Piece] = []
    if title is not None:
        pieces += markdown_pieces(lines, start, title[0])
        pieces.append(Piece(PieceRole.TITLE, title[2], title[0] + 1))
        start, headings = title[0] + 1, headings[1:]
    edges = [at for at, _, _ in headings] + [len(lines)]
    if title is None:
        pieces += markdown_pieces(lines, start, edges[0])
    else:
        pieces += _body(lines, start, edges[0])
    for (at, signs, headline), end in zip(headings, edges[1:], strict=True):
        pieces.append(Piece(PieceRole.HEADING, headline, at + 1, signs))
        pieces += _body(lines, at + 1, end)
    return pieces


def whole_bodies(lines: list[str], start: int, headings: list[Heading]) -> list[Piece]:
    """A text in which nothing but `#` makes sections, as pieces."""
    edges = [at for at, _, _ in headings] + [len(lines)]
    pieces = _body(lines, start, edges[0], whole=True)
    for (at, signs, headline), end in zip(headings, edges[1:], strict=True):
        pieces.append(Piece(PieceRole.HEADING, headline, at + 1, signs))
        pieces += _body(lines, at + 1, end, whole=True)
    return pieces


def _body(lines: list[str], start: int, end: int, *, whole: bool = False) -> list[Piece]:
    """The lines between two headings: one piece, or one for each paragraph if some are numbered."""
    while start < end and not lines[start].strip():
        start += 1
    while start < end and not lines[end - 1].strip():
        end -= 1
    if start == end:
        return []
    text = "\n".join(lines[start:end])
    if not whole and _MARK.search(text):
        return markdown_pieces(lines, start, end)
    return [Piece(PieceRole.MARKDOWN, text, start + 1, markdown=text)]


def markdown_pieces(lines: list[str], start: int, end: int) -> list[Piece]:
    """A piece for each line of Markdown that is a paragraph or a point; other blocks stay whole."""
    pieces: list[Piece] = []
    at = start
    while at < end:
        if not lines[at].strip():
            at += 1
            continue
        last = _block_end(lines, at, end)
        if last == at + 1 and _is_numbered_paragraph(lines, at, end):
            last = at
        if last > at:
            text = "\n".join(lines[at:last])
            role = PieceRole.DEBRIS if _COMMENT.match(text) else PieceRole.MARKDOWN
            pieces.append(Piece(role, text, at + 1, markdown=text))
            at = last
        else:
            pieces.append(_paragraph(lines[at].strip(), at + 1))
            at += 1
    return pieces


def _is_numbered_paragraph(lines: list[str], at: int, end: int) -> bool:
    """Whether "1. …" is a paragraph of its own, which may begin with a headline, and no entry of a list."""
    alone = at + 1 == end or not lines[at + 1].strip()
    return alone and _NUMBERED.match(lines[at]) is not None and len(lines[at]) > _LONGEST_ENTRY


def _block_end(lines: list[str], at: int, end: int) -> int:
    """Where the block ends that begins in a line, or `at` if the line is a paragraph or a point."""
    if fence := FENCE.match(lines[at]):
        last = at + 1
        while last < end and not (
            lines[last].startswith(fence[1]) and not lines[last].strip(fence[1][0]).strip()
        ):
            last += 1
        return min(last + 1, end)
    if not _BLOCK.match(lines[at]):
        # A paragraph or a point, unless something that is set in hangs below it.
        hangs = at + 1 < end and lines[at + 1].startswith(("  ", "\t")) and lines[at + 1].strip()
        if not hangs or not _POINT.match(lines[at].lstrip()):
            return at
    last = at + 1
    while last < end and lines[last].strip():
        last += 1
    return last


def _paragraph(source: str, line_no: int) -> Piece:
    role = PieceRole.TEXT
    if point := _POINT.match(source):
        role, source = PieceRole.POINT, source[point.end() :]
    text = LINK.sub(r"\1", source) if "](" in source else source
    text = visible(text).strip()
    return Piece(role, text or source.strip() or "-", line_no, markdown=source)

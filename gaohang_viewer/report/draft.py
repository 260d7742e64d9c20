"""A draft: the pieces of a source in order, each with its role, from which a report is made."""

from __future__ import annotations

import re
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.heading_mark import split_mark
from gaohang_viewer.report.model import Problem, ProblemKind, Report, Section
from gaohang_viewer.report.note_marks import without_note_marks

if TYPE_CHECKING:
    from collections.abc import Mapping


class PieceRole(Enum):
    """The role of a piece in the report."""

    TEXT = "text"  # a paragraph
    POINT = "point"  # an entry of a list; its text excludes the bullet
    HEADING = "heading"
    MARKDOWN = "markdown"  # lines that are Markdown already: a table, fenced code, a body
    TITLE = "title"
    SUBTITLE = "subtitle"
    EDITION = "edition"
    OCCASION = "occasion"  # 在…会议上
    SPEAKER = "speaker"
    DATE = "date"
    NUMBER = "number"  # 国办发〔2026〕15号
    DEBRIS = "debris"  # text around the report that a web page or printer added; omitted
    CONTENTS = "contents"  # a line of a table of contents; omitted
    LEFT_OUT = "left-out"  # omitted by the user


class Piece(NamedTuple):
    """A paragraph of the source, or a part of one.

    `text` is the visible text, without white space at its ends and without Markdown syntax. `markdown` is
    its Markdown where it has formatting (bold, links, a table), otherwise empty.
    `line_no` counts from 1: lines of a text file, paragraphs of a Word file or web page. `part` counts the
    pieces that one line was split into, from 0. `level` is that of a heading, 1 = top.
    """

    role: PieceRole
    text: str
    line_no: int
    level: int = 0
    markdown: str = ""
    part: int = 0

    def as_markdown(self) -> str:
        """Returns the piece as Markdown."""
        return self.markdown or escaped(self.text)


_LONGEST = 500  # characters of a headline or title; the rest becomes text


class Draft(NamedTuple):
    """All pieces of a source in order; `report` builds a report from them.

    `meta` is the metadata of the file (front matter, properties), keys in lower case; it takes precedence
    over metadata found in the text. `name` is the title of a report without one. `images` holds the bytes of
    pictures by their address in the Markdown. `digest` identifies the file's content (see `content_id`),
    `kind` is the type that it was read as ("text", "markdown", "word", "web"), `encoding` that of its text.
    """

    pieces: tuple[Piece, ...]
    name: str
    meta: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    images: Mapping[str, bytes] = MappingProxyType({})
    digest: str = ""
    kind: str = ""
    encoding: str = ""

    def report(self) -> Report:
        """Builds the report. Heading levels are made continuous: none is skipped downwards.

        Titles and headlines are without the marks of notes.
        """
        meta: dict[str, str] = {}
        problems = list(self.problems)
        preamble: list[Piece] = []
        bodies: list[list[Piece]] = []
        headings: list[Piece] = []
        body = preamble
        for piece in self.pieces:
            role = piece.role
            if role is PieceRole.HEADING:
                body = []
                headline = without_note_marks(piece.text)
                headings.append(piece._replace(text=headline[:_LONGEST]))
                bodies.append(body)
                if len(headline) > _LONGEST:
                    body.append(Piece(PieceRole.TEXT, headline[_LONGEST:], piece.line_no, part=piece.part))
            elif role in BODY:
                body.append(piece)
            elif role in OMITTED:
                problems.append(Problem(OMITTED[role], piece.line_no, piece.text))
            else:
                key, text = role.value, without_note_marks(piece.text)
                meta[key] = _joined(meta[key], text) if key in meta else text
        meta.update(self.meta)
        for key, value in meta.items():
            if len(value) > _LONGEST:
                meta[key] = value[:_LONGEST]
                preamble.insert(0, Piece(PieceRole.TEXT, value[_LONGEST:], 1))
        levels = continuous([heading.level for heading in headings])
        return Report(
            title=meta.pop("title", "") or self.name,
            subtitle=meta.pop("subtitle", ""),
            edition=meta.pop("edition", ""),
            meta=tuple(meta.items()),
            preamble=_markdown(preamble),
            sections=tuple(map(_section, headings, levels, bodies)),
            problems=tuple(sorted(problems, key=lambda problem: problem.line_no)),
            images=self.images,
        )


BODY = frozenset((PieceRole.TEXT, PieceRole.POINT, PieceRole.MARKDOWN))
OMITTED = {
    PieceRole.DEBRIS: ProblemKind.DEBRIS,
    PieceRole.CONTENTS: ProblemKind.CONTENTS,
    PieceRole.LEFT_OUT: ProblemKind.LEFT_OUT,
}


def continuous(levels: list[int]) -> list[int]:
    """Returns the levels without gaps: each is at most one deeper than the one before it."""
    out: list[int] = []
    path: list[int] = []
    for level in levels:
        while path and path[-1] >= level:
            path.pop()
        path.append(level)
        out.append(len(path))
    return out


def _joined(before: str, more: str) -> str:
    """Joins two lines of a title: with a space between Latin letters, without one beside Chinese."""
    return before + (" " if (before[-1:] + more[:1]).isascii() else "") + more


def _section(heading: Piece, level: int, body: list[Piece]) -> Section:
    mark, title = split_mark(heading.text)
    body_line_no = body[0].line_no if body else heading.line_no + 1
    return Section(level, mark, title, heading.line_no, _markdown(body), body_line_no)


# --- plain text as Markdown ------------------------------------------------------------------------------

_SIGN = re.compile(r"[\\`*_\[\]<>|~]")
_ESCAPES = {ord(sign): f"\\{sign}" for sign in "\\`*_[]<>|~"}
_FIRST = re.compile(r"[#+=-]|\d+(?=[.)])")  # begins a heading, a rule or a list


def escaped(text: str) -> str:
    """Returns plain text escaped for Markdown."""
    if _SIGN.search(text):
        text = text.translate(_ESCAPES)  # re.sub would need a gigabyte for millions of signs
    if first := _FIRST.match(text):
        at = first.end() if first[0].isdigit() else 0
        text = f"{text[:at]}\\{text[at:]}"
    return text


def _markdown(pieces: list[Piece]) -> str:
    """Returns the pieces as Markdown: paragraphs, and adjacent points as one list."""
    chunks: list[str] = []
    listed = False
    for piece in pieces:
        point = piece.role is PieceRole.POINT
        if chunks:
            chunks.append("\n" if point and listed else "\n\n")
        text = piece.as_markdown()
        chunks.append("- " + text if point else text)
        listed = point
    return "".join(chunks)

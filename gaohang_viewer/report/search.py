"""Finds words in a report, section by section, in a folded copy of it that is made once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.content import has_signs, paragraphs
from gaohang_viewer.report.folding import fold, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gaohang_viewer.report.model import Report

_BETWEEN = "\0"  # paragraphs: no query holds it
_AROUND = 24  # characters of a snippet before and after the hit


class Snippet(NamedTuple):
    """A hit with the words around it: `text[start:end]` is what was found.

    `number` counts the hits of the section from 0.
    """

    section: int
    number: int
    text: str
    start: int
    end: int


def texts(report: Report, section: int) -> list[str]:
    """What can be found in a section (-1 is the front page), paragraph by paragraph, its headline first."""
    if section < 0:
        return [report.title, report.subtitle, *report.facts, *paragraphs(report.preamble)]
    return [report.sections[section].headline, *paragraphs(report.sections[section].body)]


def folded(report: Report, section: int) -> str:
    """The texts of a section as they are compared."""
    if section >= 0:
        headline, body = report.sections[section].headline, report.sections[section].body
        if not has_signs(body):  # most of every report: no need to take the Markdown apart
            return fold(headline) + _BETWEEN + _folded_plain(body)
    return _BETWEEN.join(map(fold, texts(report, section)))


def _folded_plain(body: str) -> str:
    """Paragraphs and bullets without any other sign."""
    chunks = (chunk.strip("\n") for chunk in body.split("\n\n"))
    return _BETWEEN.join(
        fold(chunk)
        if not chunk.startswith("- ")
        else _BETWEEN.join(fold(item) for item in chunk[2:].split("\n- "))
        for chunk in chunks
    )


def count_in(body: str, query: str, headline: str = "") -> int:
    """The hits of a folded query in a part of a section's body, and in its headline."""
    return sum(fold(text).count(query) for text in (headline, *paragraphs(body)))


def snippets(report: Report, section: int, query: str, most: int) -> Iterator[Snippet]:
    """The first hits in a section, each with some words around it."""
    query = fold(query)
    number = 0
    for text in texts(report, section):
        for start, end in places(text, query):
            if number >= most:
                return
            begin = max(start - _AROUND, 0)
            shown = text[begin : end + _AROUND]
            lead = "…" if begin else ""
            tail = "…" if end + _AROUND < len(text) else ""
            ahead = len(lead) - begin
            yield Snippet(section, number, f"{lead}{shown}{tail}", start + ahead, end + ahead)
            number += 1

"""Finds words in a report, section by section, in a folded copy that is made once."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.blocks import FILLER
from gaohang_viewer.report.folding import fold, occurrences
from gaohang_viewer.report.markdown_reader import has_syntax, paragraphs
from gaohang_viewer.report.note_marks import fill_note_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gaohang_viewer.report.model import Report

_BETWEEN, _APART = "\0", "\1"  # separate paragraphs and sections; no query contains them
_BULLETS = re.compile(r"(?:^|\n)- ")
_AROUND = 36  # characters of a snippet before and after the hit


class Snippet(NamedTuple):
    """A hit with its context: `text[start:end]` is the text that was found.

    `number` counts the hits of the section from 0.
    """

    section: int
    number: int
    text: str
    start: int
    end: int


def texts(report: Report, section: int) -> list[str]:
    """Returns the searchable texts of a section (-1 is the front page): headline, then paragraphs.

    Fillers stand for struck-out text and the marks of notes, so that positions are those in the report.
    """
    return [fill_note_marks(text) for text in _texts(report, section)]


def _texts(report: Report, section: int) -> list[str]:
    if section < 0:
        return [report.title, report.subtitle, *report.facts, *paragraphs(report.preamble)]
    return [report.sections[section].headline, *paragraphs(report.sections[section].body)]


def folded(report: Report, sections: Iterable[int]) -> list[str]:
    """Returns the folded text of each section; folding many at once is much faster than one by one."""
    return fold(_APART.join(_joined(report, section) for section in sections)).split(_APART)


def _joined(report: Report, section: int) -> str:
    """Returns the texts of a section as one string."""
    if section >= 0 and not has_syntax(body := report.sections[section].body):
        # True for most of every report: the Markdown need not be parsed
        plain = _BULLETS.sub(_BETWEEN, body).replace("\n\n", _BETWEEN)
        return fill_note_marks(report.sections[section].headline + _BETWEEN + plain)
    return _BETWEEN.join(texts(report, section))


def count_in(body: str, query: str, headline: str = "") -> int:
    """Returns how often a folded query occurs in a part of a section's body and in a headline."""
    return sum(fold(fill_note_marks(text)).count(query) for text in (headline, *paragraphs(body)))


def joined_report(report: Report) -> str:
    """Returns all searchable text of a report as one string, which `snippets_in` splits again."""
    return _APART.join(_joined(report, section) for section in range(-1, len(report.sections)))


def snippets(report: Report, section: int, query: str, most: int) -> Iterator[Snippet]:
    """Yields the first hits in a section, each with its context."""
    return islice(_snippets(section, texts(report, section), fold(query)), most)


def snippets_in(joined: str, folded: str, query: str) -> Iterator[Snippet]:
    """Yields the hits in a report, given as `joined_report` returns it and folded as a whole."""
    query = fold(query)
    if not query:
        return
    for section, (text, form) in enumerate(zip(joined.split(_APART), folded.split(_APART), strict=True), -1):
        if query in form:
            paragraphs = zip(text.split(_BETWEEN), form.split(_BETWEEN), strict=True)
            yield from _snippets(section, [words for words, folded in paragraphs if query in folded], query)


def _snippets(section: int, paragraphs: list[str], query: str) -> Iterator[Snippet]:
    number = 0
    for text in paragraphs:
        for start, end in occurrences(text, query):
            begin = max(start - _AROUND, 0)
            lead, tail = "…" if begin else "", "…" if end + _AROUND < len(text) else ""
            before, hit, after = (
                part.replace("\n", " ").replace(FILLER, "")
                for part in (text[begin:start], text[start:end], text[end : end + _AROUND])
            )
            at = len(lead + before)
            yield Snippet(section, number, f"{lead}{before}{hit}{after}{tail}", at, at + len(hit))
            number += 1

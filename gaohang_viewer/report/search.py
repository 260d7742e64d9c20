"""Finds words in a report, section by section, without regard to case and to the width of signs."""

from __future__ import annotations

from collections.abc import Iterator

from gaohang_viewer.report.content import paragraphs
from gaohang_viewer.report.model import Report

# Full-width ASCII and its half-width twin, the ideographic space, and the quotation marks of a keyboard.
_FOLD = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20} | {ord(c): ord('"') for c in "“”"}
_FOLD |= {ord(c): ord("'") for c in "‘’"}


def fold(text: str) -> str:
    """The text as it is compared; character for character, so that a place in it is one in the text."""
    text = text.translate(_FOLD)
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def places(text: str, folded_query: str) -> list[int]:
    """Where a query, already folded, occurs in a text; hits do not overlap."""
    found: list[int] = []
    if not folded_query:
        return found
    folded = fold(text)
    at = folded.find(folded_query)
    while at >= 0:
        found.append(at)
        at = folded.find(folded_query, at + len(folded_query))
    return found


def hits(report: Report, query: str) -> Iterator[tuple[int, int]]:
    """Each section with its number of hits, in headline and body; the front page is section -1.

    A generator, so that a long search can be done in slices and left at any moment.
    """
    folded = fold(query)
    if not folded.strip():
        return
    front = [report.title, report.subtitle, *report.facts, *paragraphs(report.preamble)]
    yield -1, sum(len(places(text, folded)) for text in front)
    for index, section in enumerate(report.sections):
        texts = [section.headline, *paragraphs(section.body)]
        yield index, sum(len(places(text, folded)) for text in texts)

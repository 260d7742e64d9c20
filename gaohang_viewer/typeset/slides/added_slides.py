"""Makes the slides that the user added to a deck."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from gaohang_viewer.typeset.slides.deck_edits import ADDED, NewSlide, table_row

_MOST_ROWS = 60
_RULE = re.compile("[-:]{3,}")

if TYPE_CHECKING:
    from gaohang_viewer.typeset.slides.deck import Slide


def new_slide(key: str, new: NewSlide) -> Slide:
    """Returns an added slide without its text."""
    from gaohang_viewer.typeset.slides.deck import Kind, Slide

    kind = {"picture": Kind.PICTURE, "table": Kind.TABLE}.get(new.kind, Kind.SECTION)
    return Slide(kind, key, picture=new.picture)


def rows_of(points: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Returns the rows of a table, all of them with equally many cells, without a rule in Markdown."""
    rows = [row for point in points if not _RULE.fullmatch("".join(row := table_row(point)))][:_MOST_ROWS]
    columns = max(map(len, rows), default=0)
    return tuple((*row, *[""] * (columns - len(row))) for row in rows)


def in_sections(slides: Iterable[Slide]) -> Iterator[Slide]:
    """Yields slides, each added one with the section of the slide before it."""
    section = None
    for slide in slides:
        if slide.key.startswith(ADDED):
            yield replace(slide, section=section)
        else:
            section = slide.section
            yield slide

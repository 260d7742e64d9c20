"""The pages of a show: the slide and the section of each page of the PDF."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.model import Report

if TYPE_CHECKING:
    from gaohang_viewer.typeset.engine.job import Pages
    from gaohang_viewer.typeset.slides.deck import Slide


@dataclass(frozen=True, slots=True)
class ShowPage:
    """One page of a show.

    `number` counts from 1; `part` is 0 on a slide's first page and counts its continuations; `title` is for
    lists and search. `key` identifies the page across changes of the deck; `tops` are the upper ends of its
    points, as shares of its height.
    """

    number: int
    slide: int
    section: int | None
    part: int
    title: str
    key: str = ""
    tops: tuple[float, ...] = ()


class Deck(NamedTuple):
    """A deck ready to show: a PDF whose last page is blank, and what its other pages are.

    `bottom` is the lower end of points as a share of the page's height, `aspect` its width divided by its
    height. `slides` include hidden ones; `natural` are their keys in the report's order. `ground` are the
    colours of the background, "#rrggbb".
    """

    report: Report = Report("")
    pdf: bytes = b""
    pages: tuple[ShowPage, ...] = ()
    bottom: float = 0.87
    aspect: float = 16 / 9
    slides: tuple[Slide, ...] = ()
    natural: tuple[str, ...] = ()
    ground: tuple[str, ...] = ()


def show_pages(slides: Sequence[Slide], pages: Pages) -> tuple[ShowPage, ...]:
    """The pages in order; slide i covers the pages from `pages.starts[i]` to before the next start."""
    found = []
    for number in range(1, pages.count + 1):
        at = bisect_right(pages.starts, number) - 1
        slide, part = slides[at], number - pages.starts[at]
        key = f"{slide.key}@{part}" if part else slide.key
        tops = pages.reveals[number - 1] if number <= len(pages.reveals) else ()
        found.append(ShowPage(number, at, slide.section, part, slide.text, key, tops))
    return tuple(found)


def page_of_section(pages: Sequence[ShowPage], section: int) -> int:
    """The number of a section's first page; if it has none, that of the nearest earlier section, else 1."""
    best: ShowPage | None = None
    for page in pages:
        if page.section is None or page.section > section:
            continue
        if best is None or best.section is None or page.section > best.section:
            best = page
    return best.number if best else 1


def section_starts(pages: Sequence[ShowPage]) -> tuple[int, ...]:
    """The pages at which "next section" stops: those whose section differs from the previous page's."""
    before = (None, *(page.section for page in pages))
    return tuple(
        page.number
        for page, last in zip(pages, before, strict=False)
        if page.section != last or page.number == 1
    )


def same_place(old: Sequence[ShowPage], number: int, new: Sequence[ShowPage]) -> int:
    """The page of a new deck that corresponds to page `number` of the old: the one with the same key, else
    the one at the same distance into the section."""
    if not 1 <= number <= len(old):
        return max(1, min(number, len(new)))
    was = old[number - 1]
    if same := next((page.number for page in new if was.key and page.key == was.key), None):
        return same
    if was.section is None:
        return next((page.number for page in new if (page.slide, page.section) == (was.slide, None)), 1)
    first = page_of_section(new, was.section)
    goal = first + number - page_of_section(old, was.section)
    while goal > first and (goal > len(new) or new[goal - 1].section != new[first - 1].section):
        goal -= 1
    return goal

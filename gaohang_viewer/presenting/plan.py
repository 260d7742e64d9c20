"""How long each page of a show should take: from its section's characters, within the minutes there are."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.speaking import each_characters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gaohang_viewer.presenting.pages import ShowPage
    from gaohang_viewer.report.model import Report

LEAST = 3.0  # seconds that every page takes, however little it says


class Plan:
    """The plan of one show; times are in seconds from its beginning."""

    def __init__(self, report: Report, pages: Sequence[ShowPage], rate: int, minutes: float = 0) -> None:
        """`rate` are characters a minute; with `minutes` the talk takes just so long, else as long as its
        characters take."""
        each = each_characters(section.title + section.body for section in report.sections)
        shown: dict[int, int] = {}
        for page in pages:
            if page.section is not None:
                shown[page.section] = shown.get(page.section, 0) + 1
        seconds = [
            LEAST + (each[page.section] * 60 / rate / shown[page.section] if page.section is not None else 0)
            for page in pages
        ]
        scale = minutes * 60 / sum(seconds) if minutes and seconds else 1.0
        self._dues = list(accumulate((one * scale for one in seconds), initial=0.0))
        self._sections: dict[int, float] = {}
        for page, one in zip(pages, seconds, strict=True):
            if page.section is not None:
                self._sections[page.section] = self._sections.get(page.section, 0.0) + one * scale
        self._ends = report.outline.ends
        self._before = list(
            accumulate((self._sections.get(at, 0.0) for at in range(len(report.sections))), initial=0.0)
        )

    @property
    def total(self) -> float:
        return self._dues[-1]

    def due(self, page: int) -> float:
        """When a page should come."""
        return self._dues[max(0, min(page, len(self._dues)) - 1)]

    def seconds(self, page: int) -> float:
        """How long a page should take."""
        return self._dues[page] - self._dues[page - 1] if 0 < page < len(self._dues) else 0.0

    def of_section(self, section: int) -> float:
        """How long a section with all below it should take."""
        return self._before[self._ends[section]] - self._before[section]

    def of_section_alone(self, section: int) -> float:
        """The same without what is below it."""
        return self._sections.get(section, 0.0)

    def pace(self, page: int, elapsed: float) -> float:
        """Seconds behind the plan, less than 0 ahead of it; 0 while it is the page's turn."""
        late, early = elapsed - self.due(page + 1), elapsed - self.due(page)
        return late if late > 0 else min(early, 0.0)

    def remaining(self, elapsed: float) -> float:
        """Seconds until the end; less than 0 after it."""
        return self.total - elapsed

    def page_at(self, elapsed: float) -> int:
        """The page that should be on show."""
        return max(1, min(bisect_right(self._dues, elapsed), len(self._dues) - 1))


class Script(NamedTuple):
    """How far a section's text has been spoken: shares of it, at the beginning and the end of a page."""

    start: float
    end: float

    def at(self, on_page: float, planned: float) -> float:
        """The share after so many seconds on the page."""
        gone = min(on_page / planned, 1.0) if planned > 0 else 0.0
        return self.start + (self.end - self.start) * gone


def script_of(pages: Sequence[ShowPage], number: int) -> Script:
    """The part of its section's text that a page stands for: as much as any other page of the section."""
    page = pages[number - 1]
    first = last = number
    while first > 1 and pages[first - 2].section == page.section:
        first -= 1
    while last < len(pages) and pages[last].section == page.section:
        last += 1
    count = last - first + 1
    return Script((number - first) / count, (number - first + 1) / count)

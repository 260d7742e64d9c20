"""Where the reader is, and where he has been: plain values, no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.model import FRONT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Position(NamedTuple):
    """A section (its index in document order, or FRONT), and where in it the view begins.

    `part` is the portion of a long section, `scroll` how far below the top of that portion the view begins,
    in px at 100 %; it is negative where a headline stands in mid-view. None: with the section's headline.
    """

    section: int = FRONT
    scroll: float | None = None
    part: int = 0


class Visit(NamedTuple):
    """A place in a report."""

    path: Path | None
    place: Position


class History:
    """The places that Back and Forward lead to, across reports, as in a web browser."""

    def __init__(self, start: Visit) -> None:
        self._visits = [start]
        self._at = 0

    @property
    def now(self) -> Visit:
        return self._visits[self._at]

    def ahead(self, by: int) -> Visit | None:
        """The visit that a step back (-1) or forward (+1) leads to."""
        at = self._at + by
        return self._visits[at] if 0 <= at < len(self._visits) else None

    def go(self, visit: Visit) -> None:
        """A new place; what was ahead is forgotten. The same section again makes no new entry."""
        if visit.path == self.now.path and visit.place.section == self.now.place.section:
            self.settle(visit.place)
            return
        del self._visits[self._at + 1 :]
        if self.now.path is None:
            self._visits.pop()  # there was no report yet
        self._visits.append(visit)
        self._at = len(self._visits) - 1

    def settle(self, place: Position) -> None:
        """The present place has moved, by scrolling, without the reader having gone anywhere."""
        self._visits[self._at] = self.now._replace(place=place)

    def step(self, by: int) -> Visit:
        """Back (-1) or forward (+1), if there is anything."""
        if self.ahead(by) is not None:
            self._at += by
        return self.now

    def renumber(self, path: Path | None, section_now: Callable[[int], int]) -> None:
        """A report has other sections now: every place in it follows its section."""
        self._visits = [
            visit._replace(place=visit.place._replace(section=section_now(visit.place.section)))
            if visit.path == path
            else visit
            for visit in self._visits
        ]

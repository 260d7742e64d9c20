"""The reader's position and its history; plain values without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.model import FRONT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Position(NamedTuple):
    """A section, by its index in document order or FRONT, and where in it the view begins.

    `part` is the portion of a long section, `scroll` the distance from its top to the top of the view, in px
    at 100 %, negative if the headline is in mid-view; None: the view begins with the headline.
    """

    section: int = FRONT
    scroll: float | None = None
    part: int = 0


class Visit(NamedTuple):
    """A position in a report."""

    path: Path | None
    position: Position


class History:
    """The positions that Back and Forward lead to, across reports, as in a web browser."""

    def __init__(self, start: Visit) -> None:
        self._visits = [start]
        self._at = 0

    @property
    def now(self) -> Visit:
        """The present position."""
        return self._visits[self._at]

    def ahead(self, by: int) -> Visit | None:
        """The visit that a step back (-1) or forward (+1) leads to, if there is one."""
        at = self._at + by
        return self._visits[at] if 0 <= at < len(self._visits) else None

    def go(self, visit: Visit) -> None:
        """Goes to a new position and drops those ahead. The same section again makes no new entry."""
        if visit.path == self.now.path and visit.position.section == self.now.position.section:
            self.update(visit.position)
            return
        del self._visits[self._at + 1 :]
        if self.now.path is None:
            self._visits.pop()  # no report was open yet
        self._visits.append(visit)
        self._at = len(self._visits) - 1

    def update(self, position: Position) -> None:
        """Replaces the present position, after scrolling."""
        self._visits[self._at] = self.now._replace(position=position)

    def step(self, by: int) -> Visit:
        """Goes back (-1) or forward (+1), if possible; returns the present visit."""
        if self.ahead(by) is not None:
            self._at += by
        return self.now

    def renumber(self, path: Path | None, section_now: Callable[[int], int]) -> None:
        """Replaces the section numbers of a report after it has changed."""
        self._visits = [
            visit._replace(position=visit.position._replace(section=section_now(visit.position.section)))
            if visit.path == path
            else visit
            for visit in self._visits
        ]

"""The state of a show, as one frozen value that all of its windows compute from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from gaohang_viewer.presenting.show.ink import Tool

OVERVIEW_COLUMNS = 5


class Screen(Enum):
    """The screen of the audience."""

    SLIDE = auto()
    BLACK = auto()
    WHITE = auto()


class SlidePosition(NamedTuple):
    """A page, and how many of its points are revealed."""

    page: int
    revealed: int = 0


class Seen(NamedTuple):
    """What the audience sees."""

    page: int
    revealed: int
    screen: Screen


@dataclass(frozen=True, slots=True)
class ShowState:
    """The state of a show. Pages count from 1; `page_count` is 0 until there is a deck.

    `page` is the speaker's page; `seen` is what the audience sees.
    """

    page: int = 1
    page_count: int = 0
    section_starts: tuple[int, ...] = ()
    points: tuple[int, ...] = ()  # number of points of each page, if they are revealed one by one
    revealed: int = 0  # how many of this page's points
    screen: Screen = Screen.SLIDE
    held: Seen | None = None  # what the audience sees while the show is frozen
    before: SlidePosition | None = None  # where the talk was before a jump
    steps: int = 0  # forward steps since the last jump
    tool: Tool = Tool.NONE
    loop: bool = False
    cursor: int | None = None  # the page chosen in the overview, while that is open
    keycard: bool = False
    typed: str = ""
    typed_until: float = 0.0
    leaving_armed_until: float | None = None
    finished: bool = False

    @property
    def overview(self) -> bool:
        return self.cursor is not None

    @property
    def seen(self) -> Seen:
        return self.held or Seen(self.page, self.revealed, self.screen)

    @property
    def deadline(self) -> float | None:
        """When a TICK will change the state; None if never."""
        times = [self.typed_until] if self.typed else []
        times += [] if self.leaving_armed_until is None else [self.leaving_armed_until]
        return min(times, default=None)

    def points_of(self, page: int) -> int:
        """How many points of a page are revealed one by one; 0 if all are shown at once."""
        return self.points[page - 1] if 0 < page <= len(self.points) else 0

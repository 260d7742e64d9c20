"""The clock of a talk as a value: how long it has been going on, and how long each page has been on show.

All times are seconds of one clock that only goes forwards. A pause is sticky: it lasts until it is ended,
whatever page is shown meanwhile, and counts for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk so far. `spent` are the seconds on each page but the present one, by the page's number."""

    begun: float | None = None
    paused_at: float | None = None
    paused: float = 0.0  # seconds in all pauses that are over
    page: int = 0
    turned_to: float = 0.0  # how long the talk had been going on when the page came
    spent: Mapping[int, float] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_paused(self) -> bool:
        return self.paused_at is not None

    def elapsed(self, now: float) -> float:
        """Seconds since the talk began, without pauses; 0 before it."""
        if self.begun is None:
            return 0.0
        until = now if self.paused_at is None else self.paused_at
        return max(until - self.begun - self.paused, 0.0)

    def on_page(self, now: float) -> float:
        """Seconds on the present page, this time."""
        return max(self.elapsed(now) - self.turned_to, 0.0)

    def spent_on(self, page: int, now: float) -> float:
        """Seconds on a page, all times together."""
        return self.spent.get(page, 0.0) + (self.on_page(now) if page == self.page else 0.0)

    def start(self, now: float) -> Talk:
        """The talk begins, unless it has."""
        return self if self.begun is not None else replace(self, begun=now)

    def pause(self, now: float) -> Talk:
        """The clock stops, or goes on."""
        if self.begun is None:
            return self.start(now)
        if self.paused_at is None:
            return replace(self, paused_at=now)
        return replace(self, paused=self.paused + max(now - self.paused_at, 0.0), paused_at=None)

    def reset(self, now: float) -> Talk:
        """The clock begins anew on the same page; one that stood still stands at zero."""
        return Talk(begun=now, paused_at=now if self.is_paused else None, page=self.page)

    def turn(self, page: int, now: float) -> Talk:
        """Another page is on show."""
        if page == self.page:
            return self
        elapsed = self.elapsed(now)
        spent = dict(self.spent)
        if self.page and self.begun is not None:
            spent[self.page] = spent.get(self.page, 0.0) + max(elapsed - self.turned_to, 0.0)
        return replace(self, page=page, turned_to=elapsed, spent=MappingProxyType(spent))

    def moved(self, where: Mapping[int, int], page: int) -> Talk:
        """The same talk when another deck has come: `where` leads from old pages to new ones."""
        spent: dict[int, float] = {}
        for old, seconds in self.spent.items():
            if (new := where.get(old)) is not None:
                spent[new] = spent.get(new, 0.0) + seconds
        return replace(self, page=page, spent=MappingProxyType(spent))

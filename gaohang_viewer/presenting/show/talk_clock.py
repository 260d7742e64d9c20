"""The clock of a talk: the time spoken so far, by section and page.

Rules that speakers can rely on:

- It runs from its start until a pause or its end; no event of the show stops or starts it.
- Time during a pause is not counted. A page or section that is visited again continues its time.
- A clock that jumps back loses the time since the last event, and never makes a time shorter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from gaohang_viewer.presenting.show.pages import ShowPage


@dataclass(frozen=True, slots=True)
class Talk:
    """How long a talk has run, in seconds of a clock that never goes back.

    `on_pages` and `on_sections` are the seconds up to the last event; a section is counted without those
    below it, and pages without a section (cover, contents) under -1.
    """

    seconds: float = 0.0  # counted up to the last event
    counted_at: float | None = None  # the clock at that event; None before the talk has begun
    is_paused: bool = False
    page: ShowPage | None = None  # the speaker's page
    page_seconds: float = 0.0  # seconds on it since it was last entered
    on_pages: Mapping[int, float] = field(default_factory=dict)
    on_sections: Mapping[int, float] = field(default_factory=dict)

    @property
    def has_begun(self) -> bool:
        return self.counted_at is not None

    @property
    def is_running(self) -> bool:
        return self.has_begun and not self.is_paused

    def elapsed(self, now: float) -> float:
        """The seconds spoken so far."""
        return self.seconds + self._since(now)

    def on_page(self, now: float) -> float:
        """The seconds since the present page was entered."""
        return self.page_seconds + self._since(now)

    def _since(self, now: float) -> float:
        if self.counted_at is None or self.is_paused:
            return 0.0
        return max(0.0, now - self.counted_at)


def started(talk: Talk, now: float) -> Talk:
    """Starts the talk; one that has begun stays as it is, paused or not."""
    return talk if talk.has_begun else replace(talk, counted_at=now)


def paused(talk: Talk, now: float) -> Talk:
    """Stops the clock until `resumed`; does nothing before the talk has begun."""
    return replace(counted(talk, now), is_paused=True) if talk.is_running else talk


def resumed(talk: Talk, now: float) -> Talk:
    """Ends a pause."""
    return replace(talk, counted_at=now, is_paused=False) if talk.is_paused else talk


def reset(talk: Talk, now: float) -> Talk:
    """Starts from 0: a running clock goes on from there, a paused one waits to be started."""
    return Talk(counted_at=now if talk.is_running else None, page=talk.page)


def moved(talk: Talk, page: ShowPage | None, now: float) -> Talk:
    """Another page is on show, or none."""
    if page == talk.page:
        return talk
    return replace(counted(talk, now), page=page, page_seconds=0.0)


def counted(talk: Talk, now: float) -> Talk:
    """The same talk with its times summed up to now, as a record needs them."""
    if not talk.is_running:
        return talk
    seconds = talk.elapsed(now)
    since = seconds - talk.seconds
    talk = replace(talk, seconds=seconds, counted_at=now, page_seconds=talk.page_seconds + since)
    if talk.page is None or not since:
        return talk
    section = -1 if talk.page.section is None else talk.page.section
    return replace(
        talk,
        on_pages=_with(talk.on_pages, talk.page.number, since),
        on_sections=_with(talk.on_sections, section, since),
    )


def _with(times: Mapping[int, float], key: int, more: float) -> Mapping[int, float]:
    return {**times, key: times.get(key, 0.0) + more}

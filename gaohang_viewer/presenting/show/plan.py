"""The plan of a talk: how many seconds each page may take, by the characters spoken at it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import accumulate

from gaohang_viewer.presenting.show.pages import ShowPage
from gaohang_viewer.report.model import Outline, Report
from gaohang_viewer.report.speaking_time import RATE, characters, each_characters

PAGE_SECONDS = 3.0  # the least for a page, as for a cover or a divider


class Lag(Enum):
    """Whether a talk is behind or ahead of its plan."""

    ON_TIME = auto()
    BEHIND = auto()
    AHEAD = auto()


@dataclass(frozen=True, slots=True)
class Plan:
    """Times are in seconds; pages count from 1. `planned` makes it."""

    starts: tuple[float, ...]  # when each page is due, and the end of the talk
    own: tuple[float, ...]  # of each section, without those below it
    characters: tuple[int, ...]  # spoken at each section's pages; none at a section without a page
    sections: tuple[int, ...]  # of each page; -1 for none
    outline: Outline

    @property
    def total(self) -> float:
        return self.starts[-1]

    def due(self, page: int) -> float:
        """When the page is due; numbers beyond the ends count as the ends."""
        return self.starts[max(0, min(page - 1, len(self.starts) - 1))]

    def seconds_on(self, page: int) -> float:
        """The planned seconds of a page."""
        return self.due(page + 1) - self.due(page)

    def seconds_of(self, section: int) -> float:
        """The planned seconds of a section with all below it; -1 is the whole talk."""
        return self.total if section < 0 else sum(self.own[i] for i in self.outline.subtree(section))

    def pace(self, page: int, elapsed: float) -> float:
        """Seconds behind the plan, below 0 ahead of it; 0 during the page's planned time."""
        return elapsed - max(self.due(page), min(elapsed, self.due(page + 1)))

    def remaining(self, elapsed: float) -> float:
        """The rest of the planned time; below 0 when it is over."""
        return self.total - elapsed

    def script_position(self, page: int, seconds_on_page: float) -> float:
        """The estimated share of the section's text that has been spoken, from 0 to 1.

        The text is spread over the section's pages in proportion to their times.
        """
        if not 1 <= page <= len(self.sections):
            return 0.0
        section = self.sections[page - 1]
        pages = [page] if section < 0 else [n for n, at in enumerate(self.sections, 1) if at == section]
        whole = sum(map(self.seconds_on, pages))
        before = sum(self.seconds_on(n) for n in pages if n < page)
        here = max(0.0, min(seconds_on_page, self.seconds_on(page)))
        return min(1.0, (before + here) / whole) if whole else 0.0


def planned(
    report: Report,
    pages: Sequence[ShowPage],
    minutes: float = 0,
    rate: float = RATE,
    unspoken: Collection[int] = (),
) -> Plan:
    """The plan for `minutes`, or if that is 0, for the time that the characters take at `rate` per minute.

    A section without a page is spoken at the previous section, unless its index is in `unspoken`.
    """
    with_page = sorted({page.section for page in pages if page.section is not None})
    each = each_characters(section.title + section.body for section in report.sections)
    counts, own = [0] * len(report.sections), [0.0] * len(report.sections)
    front = _front_pages(pages)
    on_front = characters(report.preamble)  # characters spoken before the first section
    extra: dict[int, float] = {}  # seconds that sections without a page add to a section
    for section, count in enumerate(each[: len(report.sections)]):
        if section in unspoken:
            continue
        own[section] = count * 60 / rate
        at = bisect_right(with_page, section) - 1
        if at < 0:
            on_front += count
            continue
        host = with_page[at]
        counts[host] += count
        if host != section:
            extra[host] = extra.get(host, 0.0) + own[section]
    sections = tuple(-1 if page.section is None else page.section for page in pages)
    share = Counter(sections)
    for section in with_page:
        own[section] = max(own[section], PAGE_SECONDS * share[section])
    times = [
        (own[page.section] + extra.get(page.section, 0.0)) / share[page.section]
        if page.section is not None
        else max(PAGE_SECONDS, on_front * 60 / rate / len(front) if page.number in front else 0.0)
        for page in pages
    ]
    whole = sum(times)
    scale = minutes * 60 / whole if minutes > 0 and whole else 1.0
    return Plan(
        tuple(accumulate((seconds * scale for seconds in times), initial=0.0)),
        tuple(seconds * scale for seconds in own),
        tuple(counts),
        sections,
        report.outline,
    )


def lag(seconds: float) -> tuple[Lag, str]:
    """A pace as its kind and a time such as 1′20″; less than half a second counts as on time."""
    text = minutes_and_seconds(abs(seconds))
    if round(abs(seconds)) == 0:
        return Lag.ON_TIME, text
    return (Lag.BEHIND if seconds > 0 else Lag.AHEAD), text


def minutes_and_seconds(seconds: float) -> str:
    """A duration such as 1′20″."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}′{rest:02d}″"


def _front_pages(pages: Sequence[ShowPage]) -> frozenset[int]:
    """The pages at which the text before all sections is spoken: its own if it has any, else the cover."""
    own = frozenset(page.number for page in pages if page.section is None and page.title and page.slide > 0)
    return own or frozenset(page.number for page in pages[:1] if page.section is None)

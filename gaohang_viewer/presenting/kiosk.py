"""A show that goes on by itself, for a screen in a foyer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from gaohang_viewer.presenting.plan import Plan

LEAST_SECONDS = 1.0  # nothing shorter can be read, and a mistake shall not make the screen flicker


@dataclass(frozen=True, slots=True)
class Kiosk:
    """How it goes on: every so many `seconds`, or by the plan if that is 0; `loops` at the end or stays."""

    seconds: float = 0.0
    loops: bool = True


class NextStep(NamedTuple):
    """After so many seconds on the present page comes `page`."""

    seconds: float
    page: int


def next_step(page: int, plan: Plan, kiosk: Kiosk) -> NextStep | None:
    """What comes after a page that has just been shown; None where the show stays."""
    count = len(plan.sections)
    if not count or (page >= count and not kiosk.loops):
        return None
    seconds = kiosk.seconds if kiosk.seconds > 0 else plan.seconds_on(min(page, count))
    return NextStep(max(LEAST_SECONDS, seconds), page + 1 if page < count else 1)

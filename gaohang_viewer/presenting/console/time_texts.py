"""The texts of the console's clocks."""

from __future__ import annotations

from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gaohang_viewer.presenting.audience.countdown import Urgency, countdown
from gaohang_viewer.presenting.console.clocks import ClockTexts
from gaohang_viewer.report.speaking_time import clock

if TYPE_CHECKING:
    from gaohang_viewer.presenting.timekeeping import Timekeeping

_LATE = 60  # seconds behind from which the pace warns
_EVEN = 10  # seconds; a smaller deviation counts as on time


def long_clock(seconds: float) -> str:
    """A time as 06:48 or, from an hour, 1:02:03; below 0 with a minus."""
    sign, whole = ("−" if seconds < 0 else ""), abs(int(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours}:{minutes:02d}:{rest:02d}" if hours else f"{sign}{minutes:02d}:{rest:02d}"


def pace(seconds: float) -> tuple[str, str]:
    """Whether the talk is behind or ahead, and by how much; a few seconds count as on time."""
    if abs(seconds) < _EVEN:
        return "", QCoreApplication.translate("presenting", "on time")
    minutes, rest = divmod(abs(int(seconds)), 60)
    amount = f"{minutes}′{rest:02d}″"
    if seconds > 0:
        return QCoreApplication.translate("presenting", "behind"), amount
    return QCoreApplication.translate("presenting", "ahead"), amount


def clock_texts(time: Timekeeping) -> ClockTexts:
    """The texts of all clocks now."""
    now = f"{datetime.now().astimezone():%H:%M}"
    spoken, left = time.elapsed, time.remaining
    if time.plan.total <= 0:
        return ClockTexts(now, long_clock(spoken), stopped=time.talk.is_paused)
    name, amount = pace(time.pace)
    audience = countdown(time.plan.total / 60, spoken)
    return ClockTexts(
        now,
        long_clock(spoken),
        long_clock(ceil(left)),
        name,
        amount,
        late=time.pace > _LATE,
        stopped=time.talk.is_paused,
        countdown=audience.text if time.countdown else "",
        hurry=audience.urgency is not Urgency.CALM,
    )


def planned(time: Timekeeping, section: int) -> str:
    """The planned time of a section with all below it; empty if it has no page."""
    seconds = time.plan.seconds_of(section) if section < len(time.plan.own) else 0.0
    return clock(seconds) if seconds > 0 else ""


def spent(time: Timekeeping, section: int) -> str:
    """The time spent on a section and its own planned time."""
    own = time.plan.own[section] if section < len(time.plan.own) else 0.0
    return f"{clock(int(time.spent_on(section)))} / {clock(own)}" if own > 0 else ""

"""The stored times of rehearsals and shows: planned and spoken seconds of each section."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from math import isfinite
from typing import Any, NamedTuple

from gaohang_viewer.presenting.show.plan import Plan
from gaohang_viewer.presenting.show.talk_clock import Talk
from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.model import Report
from gaohang_viewer.typeset.labels import shown

MOST_RECORDS = 20
SLOWEST, FASTEST = 60, 600  # characters per minute that are accepted as a rate
_LONG_ENOUGH = 100  # characters of a section that is used to learn the rate
_SECONDS_ENOUGH = 10.0
_BELIEVED = range(30, 1200)  # characters per minute; sections skipped or left on show are outside


class Part(NamedTuple):
    """A section without those below it, times in seconds; level 0 is what belongs to no section."""

    level: int
    headline: str
    characters: int
    planned: float
    spoken: float


class Record(NamedTuple):
    """One rehearsal; `when` is an ISO 8601 time, `minutes` what the speaker set, 0 for none."""

    when: str
    title: str
    minutes: float
    parts: tuple[Part, ...]

    @property
    def planned(self) -> float:
        return sum(part.planned for part in self.parts)

    @property
    def spoken(self) -> float:
        return sum(part.spoken for part in self.parts)


def record_of(
    report: Report, plan: Plan, talk: Talk, when: str, minutes: float = 0, *, full_width: bool = False
) -> Record:
    """The record of a talk whose times are counted up to now."""
    by_section: dict[int, float] = {}
    for number, section in enumerate(plan.sections, 1):
        by_section[section] = by_section.get(section, 0.0) + plan.seconds_on(number)
    parts = [
        Part(section.level, headline(section, full_width), plan.characters[index], by_section[index], spoken)
        for index, section in enumerate(report.sections)
        if index in by_section
        for spoken in [talk.on_sections.get(index, 0.0)]
    ]
    title = shown(report.title, full_width)
    front = Part(0, title, 0, by_section.get(-1, 0.0), talk.on_sections.get(-1, 0.0))
    return Record(when, title, minutes, (front, *parts))


def with_below(parts: Sequence[Part], levels: int = 2) -> list[Part]:
    """The parts of the first `levels` levels, each with the sums of the parts below it."""
    rows: list[Part] = []
    open_rows: list[int] = []
    for part in parts:
        if part.level <= levels:
            open_rows = [row for row in open_rows if 0 < rows[row].level < part.level]
            open_rows.append(len(rows))
            rows.append(part._replace(characters=0, planned=0.0, spoken=0.0))
        for row in open_rows:
            old = rows[row]
            rows[row] = old._replace(
                characters=old.characters + part.characters,
                planned=old.planned + part.planned,
                spoken=old.spoken + part.spoken,
            )
    return rows


def learned_rate(records: Iterable[Record]) -> int | None:
    """The median rate of these records in characters per minute; None if no section is long enough."""
    from statistics import median  # which draws in decimal and fractions, half a MB

    rates = [
        rate
        for record in records
        for part in record.parts
        if part.characters >= _LONG_ENOUGH and part.spoken >= _SECONDS_ENOUGH
        for rate in [round(part.characters * 60 / part.spoken)]
        if rate in _BELIEVED
    ]
    return max(SLOWEST, min(round(median(rates)), FASTEST)) if rates else None


def with_record(records: Sequence[Record], record: Record) -> tuple[Record, ...]:
    """The records with a new one first; the oldest are dropped beyond the limit."""
    return (record, *records)[:MOST_RECORDS]


def to_json(records: Sequence[Record]) -> str:
    """The records as JSON."""
    return json.dumps([record._asdict() for record in records], ensure_ascii=False)


def from_json(text: str) -> tuple[Record, ...]:
    """The records in a text; damaged parts are left out."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    records = map(_record, found if isinstance(found, list) else [])
    return tuple(record for record in records if record is not None)[:MOST_RECORDS]


def _record(data: object) -> Record | None:
    match data:
        case {"when": str(when), "title": str(title), "parts": list(found), **rest}:
            parts = tuple(part for part in map(_part, found) if part is not None)
            minutes = _seconds(rest.get("minutes"))
            return Record(when, title, minutes or 0.0, parts) if parts else None
    return None


def _part(data: Any) -> Part | None:
    match data:
        case [int(level), str(text), int(count), planned, spoken] if level >= 0 and count >= 0:
            times = _seconds(planned), _seconds(spoken)
            if times[0] is not None and times[1] is not None:
                return Part(level, text, count, times[0], times[1])
    return None


def _seconds(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if isfinite(number) and number >= 0 else None

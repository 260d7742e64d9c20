"""What is kept of a rehearsal, read back, and learned from."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.presenting.show.pages import ShowPage
from gaohang_viewer.presenting.show.plan import planned
from gaohang_viewer.presenting.show.rehearsal import (
    MOST_RECORDS,
    Part,
    Record,
    from_json,
    learned_rate,
    record_of,
    to_json,
    with_below,
    with_record,
)
from gaohang_viewer.presenting.show.talk_clock import Talk
from gaohang_viewer.report.model import Report, Section

RECORD = Record(
    "2026-03-05T09:30:00", "报告", 15, (Part(0, "报告", 0, 6.0, 4.5), Part(1, "一、总结", 200, 60.0, 55.0))
)


def spoken(*sections: tuple[int, float]) -> Record:
    """A record of sections of so many characters, spoken in so many seconds."""
    return RECORD._replace(parts=tuple(Part(1, "一、", count, 60.0, seconds) for count, seconds in sections))


def test_a_record_holds_plan_and_time_of_every_section_with_a_page() -> None:
    sections = (
        Section(1, "一、", "总结", 1, "字" * 58),
        Section(2, "（一）", "经济", 2),
        Section(1, "二、", "安排", 3),
    )
    report = Report("报告", sections=sections)
    pages = [ShowPage(n, n, at, 0, "") for n, at in enumerate((None, 0, 0, 2), 1)]
    talk = Talk(on_sections={-1: 5.0, 0: 70.0})
    record = record_of(report, planned(report, pages, rate=60), talk, "2026-03-05T09:30:00", 2)
    assert record == Record(
        "2026-03-05T09:30:00",
        "报告",
        2,
        (Part(0, "报告", 0, 3, 5), Part(1, "一、总结", 62, 62, 70), Part(1, "二、安排", 2, 3, 0)),
    )
    assert (record.planned, record.spoken) == (68, 75)


def test_rows_of_the_first_levels_count_what_is_below_them() -> None:
    parts = [Part(level, str(n), 1, 10.0, float(n)) for n, level in enumerate((0, 1, 2, 3, 3, 2, 1))]
    rows = with_below(parts)
    assert [(row.level, row.headline, row.planned, row.spoken) for row in rows] == [
        (0, "0", 10, 0),
        (1, "1", 50, 15),
        (2, "2", 30, 9),
        (2, "5", 10, 5),
        (1, "6", 10, 6),
    ]
    assert [row.headline for row in with_below(parts, levels=1)] == ["0", "1", "6"]


@pytest.mark.parametrize(
    ("records", "rate"),
    [
        ([], None),
        ([spoken((99, 60.0), (5000, 9.0))], None),
        ([spoken((200, 60.0))], 200),
        ([spoken((200, 60.0), (210, 60.0)), spoken((220, 60.0))], 210),
        (
            [spoken((200, 60.0), (210, 60.0), (4000, 10.0), (100, 3600.0), (220, 60.0))],
            210,
        ),  # skipped, left on
        ([spoken((1100, 60.0))], 600),
        ([spoken((100, 120.0))], 60),
    ],
)
def test_the_rate_is_learned_from_sections_long_enough(records: list[Record], rate: int | None) -> None:
    assert learned_rate(records) == rate


def test_the_oldest_records_are_dropped() -> None:
    records: tuple[Record, ...] = ()
    for minutes in range(30):
        records = with_record(records, RECORD._replace(minutes=float(minutes)))
    assert [record.minutes for record in records] == list(range(29, 9, -1))
    assert len(records) == MOST_RECORDS


def test_records_are_read_back() -> None:
    assert from_json(to_json([RECORD, RECORD])) == (RECORD, RECORD)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "7",
        '"a"',
        "{}",
        "[1, null]",
        '[{"when": 1, "title": "", "parts": []}]',
        "[" * 100_000,
    ],
)
def test_what_is_no_record_is_left_out(text: str) -> None:
    assert from_json(text) == ()


@pytest.mark.parametrize(
    "part",
    [
        None,
        [],
        [1, "一、", 5, 1.0],
        [1, "一、", 5, 1.0, -1.0],
        [1, "一、", 5, "1", 1.0],
        [-1, "一、", 5, 1.0, 1.0],
        [1, "一、", 5, 1.0, float("nan")],
        [1, "一、", 5, 10**400, 1.0],
    ],
)
def test_damaged_parts_are_left_out(part: object) -> None:
    data = {**RECORD._asdict(), "parts": [part, [1, "一、总结", 200, 60, 55]], "minutes": "many"}
    assert from_json(json.dumps([data, {}])) == (
        Record(RECORD.when, RECORD.title, 0.0, (Part(1, "一、总结", 200, 60.0, 55.0),)),
    )


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(st.sampled_from(["when", "title", "parts", "minutes"]), inner)
    ),
)


@given(_JSON)
def test_nothing_in_a_file_stops_the_program(data: object) -> None:
    records = from_json(json.dumps(data))
    assert from_json(to_json(records)) == records

"""What a page may take, and how a talk stands to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.presenting.show.pages import ShowPage
from gaohang_viewer.presenting.show.plan import PAGE_SECONDS, Lag, lag, planned
from gaohang_viewer.report.model import Report, Section


def section(level: int, count: int) -> Section:
    """A section of so many characters."""
    return Section(level, "一、", "题" * min(count, 4), 1, "字" * max(count - 4, 0))


def pages(*sections: int | None) -> tuple[ShowPage, ...]:
    """Pages of these sections, one after another."""
    return tuple(
        ShowPage(number, number - 1, at, 0, "" if number == 2 else "题")
        for number, at in enumerate(sections, 1)
    )


# At 60 characters a minute a character is a second.
REPORT = Report("题", sections=(section(1, 0), section(2, 40), section(2, 60), section(1, 20)))
PAGES = pages(None, None, 0, 1, 2, 2, 3)
PLAN = planned(REPORT, PAGES, rate=60)


def test_a_page_takes_its_share_of_its_sections_characters() -> None:
    assert [PLAN.seconds_on(number) for number in range(1, 8)] == [3, 3, 3, 40, 30, 30, 20]
    assert [PLAN.due(number) for number in range(1, 9)] == [0, 3, 6, 9, 49, 79, 109, 129]
    assert (PLAN.due(-5), PLAN.due(99), PLAN.total) == (0, 129, 129)


def test_a_section_counts_with_all_below_it() -> None:
    assert [PLAN.seconds_of(at) for at in range(-1, 4)] == [129, 103, 40, 60, 20]


def test_the_plan_is_as_long_as_the_speaker_set() -> None:
    plan = planned(REPORT, PAGES, minutes=4.3, rate=60)
    assert plan.total == pytest.approx(258)
    assert plan.seconds_on(4) == pytest.approx(80)
    assert plan.seconds_of(0) == pytest.approx(206)


def test_a_section_without_a_page_is_spoken_at_the_one_before_it() -> None:
    plan = planned(REPORT, pages(None, None, 0, 3), rate=60)
    assert [plan.seconds_on(number) for number in (3, 4)] == [103, 20]
    assert plan.characters == (100, 0, 0, 20)
    assert plan.seconds_of(0) == 103


def test_what_is_not_spoken_takes_no_time() -> None:
    plan = planned(REPORT, pages(None, None, 0, 1, 3), rate=60, unspoken={2})
    assert [plan.seconds_on(number) for number in (3, 4, 5)] == [3, 40, 20]


@pytest.mark.parametrize(("front", "seconds"), [((None, None), [30, 3]), ((None, None, None), [3, 3, 30])])
def test_what_stands_before_all_sections_is_spoken_at_its_page_or_the_cover(
    front: tuple[None, ...], seconds: list[float]
) -> None:
    plan = planned(REPORT._replace(preamble="字" * 30), pages(*front, 0), rate=60)
    assert [plan.seconds_on(number) for number in range(1, len(front) + 1)] == seconds


@pytest.mark.parametrize(
    ("page", "elapsed", "pace"),
    [
        (1, 0, 0),
        (1, 3, 0),
        (1, 13, 10),
        (4, 9, 0),
        (4, 30, 0),
        (4, 49, 0),
        (4, 60, 11),
        (4, 5, -4),
        (7, 129, 0),
        (7, 200, 71),
        (7, 0, -109),
    ],
)
def test_pace(page: int, elapsed: float, pace: float) -> None:
    assert PLAN.pace(page, elapsed) == pace


def test_remaining_goes_below_nought() -> None:
    assert [PLAN.remaining(elapsed) for elapsed in (0, 100, 150)] == [129, 29, -21]


@pytest.mark.parametrize(
    ("page", "seconds", "position"),
    [
        (4, 0, 0),
        (4, 20, 0.5),
        (4, 99, 1),
        (5, 0, 0),
        (5, 15, 0.25),
        (6, 0, 0.5),
        (6, 30, 1),
        (1, 3, 1),
        (0, 9, 0),
        (9, 9, 0),
    ],
)
def test_the_script_scrolls_through_all_pages_of_a_section(
    page: int, seconds: float, position: float
) -> None:
    assert PLAN.script_position(page, seconds) == position


def test_without_pages_there_is_nothing_to_plan() -> None:
    plan = planned(REPORT, (), minutes=10)
    assert (plan.total, plan.due(1), plan.seconds_on(1), plan.pace(1, 5)) == (0, 0, 0, 5)


@given(
    st.lists(st.tuples(st.integers(1, 2), st.integers(0, 500)), min_size=1, max_size=12),
    st.data(),
    st.integers(0, 120),
)
def test_sections_and_front_pages_sum_up_to_the_total(
    shape: list[tuple[int, int]], data: st.DataObject, minutes: int
) -> None:
    report = Report(
        "题", sections=tuple(section(level if n else 1, count) for n, (level, count) in enumerate(shape))
    )
    shown = data.draw(st.lists(st.integers(0, len(shape) - 1), min_size=1, max_size=20).map(sorted))
    deck = pages(None, None, 0, *shown)
    plan = planned(report, deck, minutes)
    front = plan.due(3)
    assert front + sum(map(plan.seconds_of, report.outline.roots)) == pytest.approx(plan.total)
    if minutes:
        assert plan.total == pytest.approx(minutes * 60)
    else:
        assert all(plan.seconds_on(page.number) >= PAGE_SECONDS - 1e-6 for page in deck)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (80, (Lag.BEHIND, "1′20″")),
        (-40.2, (Lag.AHEAD, "0′40″")),
        (0.4, (Lag.ON_TIME, "0′00″")),
        (59.7, (Lag.BEHIND, "1′00″")),
        (-3725, (Lag.AHEAD, "62′05″")),
    ],
)
def test_lag(seconds: float, words: tuple[Lag, str]) -> None:
    assert lag(seconds) == words

"""The clock of a talk: pauses, pages that come back, and a deck that is replaced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.presenting.timing import Talk

BEGUN = Talk().start(100.0).turn(1, 100.0)


def test_before_it_begins_nothing_goes_on() -> None:
    assert Talk().elapsed(500.0) == 0.0
    assert Talk().pause(100.0).elapsed(107.0) == 7.0  # the key that lets it go on begins it


def test_a_pause_is_sticky_and_counts_for_nothing() -> None:
    paused = BEGUN.pause(110.0)
    assert paused.is_paused
    turned = paused.turn(2, 150.0).turn(3, 160.0)
    assert turned.is_paused
    assert turned.elapsed(400.0) == 10.0
    assert turned.pause(400.0).elapsed(405.0) == 15.0


def test_each_page_has_the_time_of_all_its_visits() -> None:
    talk = BEGUN.turn(2, 110.0).turn(1, 130.0).turn(3, 135.0)
    assert [talk.spent_on(page, 145.0) for page in (1, 2, 3, 4)] == [15.0, 20.0, 10.0, 0.0]
    assert talk.on_page(145.0) == 10.0


def test_a_clock_that_is_reset_stands_at_zero_on_its_page() -> None:
    talk = BEGUN.turn(2, 110.0).reset(130.0)
    assert (talk.elapsed(130.0), talk.page, talk.spent_on(1, 130.0)) == (0.0, 2, 0.0)
    assert BEGUN.pause(110.0).reset(130.0).elapsed(200.0) == 0.0


def test_another_deck_keeps_the_times_of_pages_that_are_still_there() -> None:
    talk = BEGUN.turn(2, 110.0).turn(3, 130.0).moved({2: 5, 3: 6}, 6)
    assert [talk.spent_on(page, 131.0) for page in (5, 6, 1)] == [20.0, 1.0, 0.0]


@given(
    st.lists(st.tuples(st.sampled_from(["turn", "pause"]), st.integers(1, 4), st.floats(0, 50)), max_size=30)
)
def test_the_times_of_the_pages_are_the_time_of_the_talk(steps: list[tuple[str, int, float]]) -> None:
    talk, now = BEGUN, 100.0
    for what, page, seconds in steps:
        now += seconds
        talk = talk.turn(page, now) if what == "turn" else talk.pause(now)
    assert sum(talk.spent_on(page, now) for page in range(1, 5)) == pytest.approx(talk.elapsed(now))

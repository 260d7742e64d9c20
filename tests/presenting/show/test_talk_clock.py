"""The clock of a talk: events in a row, and the times after them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.presenting.show.pages import ShowPage
from gaohang_viewer.presenting.show.talk_clock import Talk, counted, moved, paused, reset, resumed, started

COVER, FIRST, SECOND, ON, THIRD = (
    ShowPage(number, number - 1, section, 0, "") for number, section in enumerate((None, 0, 1, 1, 2), 1)
)
CHANGES = {"start": started, "pause": paused, "resume": resumed, "reset": reset}
Step = str | float | ShowPage


def run(*steps: Step, talk: Talk | None = None) -> tuple[Talk, float]:
    """Lets events happen; a number is so many seconds of waiting, below 0 a clock that jumps back."""
    talk, now = talk or moved(Talk(), COVER, 50.0), 100.0
    for step in steps:
        if isinstance(step, float):
            now += step
        elif isinstance(step, ShowPage):
            talk = moved(talk, step, now)
        else:
            talk = CHANGES[step](talk, now)
    return talk, now


@pytest.mark.parametrize(
    ("steps", "elapsed"),
    [
        ((), 0),
        ((30.0,), 0),
        (("start",), 0),
        (("start", 30.0), 30),
        ((30.0, "start", 30.0), 30),
        (("start", 10.0, "start", 10.0), 20),
        (("start", 10.0, "pause", 60.0), 10),
        (("start", 10.0, "pause", 60.0, FIRST, 5.0, SECOND, "start", 5.0), 10),  # a pause is sticky
        (("start", 10.0, "pause", 60.0, "pause", 60.0), 10),
        (("start", 10.0, "pause", 60.0, "resume", 5.0), 15),
        (("start", 10.0, "pause", FIRST, 60.0, "resume", 5.0, "resume", 5.0), 20),
        (("pause", 10.0), 0),
        (("pause", "start", 10.0), 10),
        (("resume", 10.0), 0),
        (("start", 10.0, "reset", 4.0), 4),
        (("start", 10.0, "pause", "reset", 4.0), 0),
        (("start", 10.0, "pause", "reset", 4.0, "start", 3.0), 3),
        (("start", 10.0, FIRST, -3600.0, 1.0), 10),
        (("start", 10.0, FIRST, -3600.0, SECOND, 7.0), 17),
    ],
)
def test_elapsed(steps: tuple[Step, ...], elapsed: float) -> None:
    talk, now = run(*steps)
    assert talk.elapsed(now) == elapsed


@pytest.mark.parametrize(
    ("steps", "of_sections", "of_pages"),
    [
        ((FIRST, 10.0), {}, {}),
        (("start", 5.0, FIRST, 10.0), {-1: 5, 0: 10}, {1: 5, 2: 10}),
        (("start", SECOND, 4.0, ON, 6.0, THIRD, 2.0), {1: 10, 2: 2}, {3: 4, 4: 6, 5: 2}),
        (("start", SECOND, 4.0, FIRST, 1.0, SECOND, 3.0), {0: 1, 1: 7}, {2: 1, 3: 7}),
        (("start", FIRST, 4.0, "pause", 9.0, SECOND, 9.0, "resume", 2.0), {0: 4, 1: 2}, {2: 4, 3: 2}),
        (("start", FIRST, 4.0, FIRST, 4.0), {0: 8}, {2: 8}),
    ],
)
def test_time_per_section_and_page(
    steps: tuple[Step, ...], of_sections: dict[int, float], of_pages: dict[int, float]
) -> None:
    talk, now = run(*steps)
    talk = counted(talk, now)
    assert dict(talk.on_sections) == of_sections
    assert dict(talk.on_pages) == of_pages


def test_the_time_on_a_page_begins_anew_each_time_it_comes_up() -> None:
    talk, now = run("start", FIRST, 10.0, SECOND, 3.0, FIRST, 2.0, "pause", 5.0, "resume", 1.0)
    assert talk.on_page(now) == 3
    assert talk.on_page(now + 4) == 7


def test_without_a_page_time_runs_all_the_same() -> None:
    talk, now = run("start", 5.0, talk=Talk())
    assert talk.elapsed(now) == 5
    assert counted(talk, now).on_sections == {}


_STEPS = st.one_of(
    st.sampled_from([*CHANGES, COVER, FIRST, SECOND, ON, THIRD]),
    st.integers(-50, 50).map(float),
)


@given(st.lists(_STEPS, max_size=30))
def test_sections_and_pages_each_sum_up_to_what_was_spoken(steps: list[Step]) -> None:
    talk, now = run(*steps)
    talk = counted(talk, now)
    assert sum(talk.on_sections.values()) == talk.elapsed(now) == talk.seconds
    assert sum(talk.on_pages.values()) == talk.seconds


@given(st.lists(_STEPS.filter(lambda step: step != "reset"), max_size=20))
def test_no_time_ever_becomes_shorter(steps: list[Step]) -> None:
    seconds = [run(*steps[:count])[0].seconds for count in range(len(steps) + 1)]
    assert all(before <= after for before, after in pairwise(seconds))

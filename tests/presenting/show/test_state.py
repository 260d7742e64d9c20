"""The show's state machine: sequences of events, and what is on show after them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gaohang_viewer.presenting.show.events import Digit, Event, Go, PointerEvent, ShowEvent
from gaohang_viewer.presenting.show.ink import Tool
from gaohang_viewer.presenting.show.state import Screen, Seen, ShowState, SlidePosition
from gaohang_viewer.presenting.show.transitions import next_state, with_deck

E = Event
STARTS = (1, 3, 4, 5, 7, 8, 9, 10, 11, 12)
START = with_deck(ShowState(), 12, STARTS, (), lambda page: page)


def run(events: list[ShowEvent | float], state: ShowState = START) -> ShowState:
    """Lets events happen; a number between them is so many seconds of waiting."""
    now = 100.0
    for event in events:
        if isinstance(event, float):
            now += event
            state = next_state(state, Event.TICK, now)
        else:
            state = next_state(state, event, now)
    return state


@pytest.mark.parametrize(
    ("events", "page"),
    [
        ([], 1),
        ([E.NEXT], 2),
        ([E.DOWN, E.ENTER], 3),
        ([E.NEXT, E.NEXT, E.PREVIOUS], 2),
        ([E.LAST, E.UP], 11),
        ([E.LAST, E.BACKSPACE], 11),
        ([E.PREVIOUS], 1),
        ([E.UP], 1),
        ([E.LAST], 12),
        ([E.LAST, E.NEXT], 12),
        ([E.LAST, E.DOWN, E.ENTER], 12),
        ([E.LAST, E.FIRST], 1),
        ([Go(5)], 5),
        ([Go(0)], 1),
        ([Go(99)], 12),
        # a number typed
        ([Digit(1), Digit(1), E.ENTER], 11),
        ([Digit(9), Digit(9), E.ENTER], 12),
        ([Digit(0), E.ENTER], 1),
        ([Digit(1), Digit(1), E.BACKSPACE, E.ENTER], 1),
        ([E.NEXT, Digit(5), E.NEXT], 3),
        ([Digit(5), E.ESCAPE, E.ENTER], 2),
        ([Digit(5), 6.0, E.ENTER], 2),
        ([Digit(5), 3.0, Digit(0), 3.0, E.BACKSPACE, E.ENTER], 5),
        # sections: 5 and 6 are one
        ([E.NEXT_SECTION], 3),
        ([Go(5), E.NEXT_SECTION], 7),
        ([Go(6), E.NEXT_SECTION], 7),
        ([Go(6), E.PREVIOUS_SECTION], 5),
        ([Go(5), E.PREVIOUS_SECTION], 4),
        ([E.PREVIOUS_SECTION], 1),
        ([E.LAST, E.NEXT_SECTION], 12),
        # black and white: a step only uncovers, a goal is gone to
        ([E.BLACK, E.NEXT], 1),
        ([E.BLACK, E.NEXT, E.NEXT], 2),
        ([E.WHITE, Go(7)], 7),
        ([E.BLACK, E.NEXT_SECTION], 3),
        ([E.BLACK, E.BLACK, E.NEXT], 2),
        # the key card likewise
        ([E.KEYCARD, E.NEXT], 1),
        ([E.KEYCARD, E.KEYCARD, E.NEXT], 2),
        # the overview moves its cursor, not the show
        ([E.OVERVIEW, E.NEXT, E.DOWN], 1),
        ([E.OVERVIEW, E.NEXT, E.ENTER], 2),
        ([E.OVERVIEW, E.DOWN, E.ENTER], 6),
        ([E.OVERVIEW, E.DOWN, E.DOWN, E.DOWN, E.ENTER], 11),
        ([Go(10), E.OVERVIEW, E.DOWN, E.ENTER], 12),
        ([E.OVERVIEW, E.UP, E.ENTER], 1),
        ([Go(7), E.OVERVIEW, E.UP, E.ENTER], 2),
        ([E.OVERVIEW, E.LAST, E.ENTER], 12),
        ([E.OVERVIEW, Digit(8), E.ENTER], 8),
        ([E.OVERVIEW, Go(9), E.NEXT], 10),
        ([E.OVERVIEW, E.NEXT, E.ESCAPE], 1),
        ([E.OVERVIEW, E.NEXT, E.OVERVIEW, E.NEXT], 2),
    ],
)
def test_page(events: list[ShowEvent | float], page: int) -> None:
    state = run(events)
    assert state.page == page
    assert state.screen is Screen.SLIDE
    assert not state.finished


@pytest.mark.parametrize(
    ("events", "screen"),
    [
        ([E.BLACK], Screen.BLACK),
        ([E.WHITE], Screen.WHITE),
        ([E.BLACK, E.WHITE], Screen.WHITE),
        ([E.BLACK, E.BLACK], Screen.SLIDE),
        ([E.BLACK, E.ESCAPE], Screen.SLIDE),
        ([E.BLACK, Digit(3)], Screen.BLACK),
        ([E.BLACK, 60.0], Screen.BLACK),
        ([E.BLACK, E.OVERVIEW], Screen.SLIDE),
        ([E.OVERVIEW, E.BLACK], Screen.BLACK),
        ([E.BLACK, E.KEYCARD, E.NEXT], Screen.BLACK),
    ],
)
def test_screen(events: list[ShowEvent | float], screen: Screen) -> None:
    assert run(events).screen is screen


@pytest.mark.parametrize(
    ("events", "left"),
    [
        ([E.ESCAPE], False),
        ([E.ESCAPE, E.ESCAPE], True),
        ([E.ESCAPE, 1.9, E.ESCAPE], True),
        ([E.ESCAPE, 2.0, E.ESCAPE], False),
        ([E.ESCAPE, E.NEXT, E.ESCAPE], False),
        ([E.ESCAPE, Digit(4), E.ESCAPE], False),
        ([E.KEYCARD, E.ESCAPE, E.ESCAPE], False),
        ([E.OVERVIEW, E.KEYCARD, E.ESCAPE, E.ESCAPE, E.ESCAPE], False),
        ([E.OVERVIEW, E.KEYCARD, E.ESCAPE, E.ESCAPE, E.ESCAPE, E.ESCAPE], True),
        ([E.BLACK, E.ESCAPE, E.ESCAPE, E.ESCAPE], True),
    ],
)
def test_leaving_asks_once(events: list[ShowEvent | float], left: bool) -> None:
    assert run(events).finished is left


def test_a_show_that_has_been_left_does_not_move() -> None:
    left = run([E.ESCAPE, E.ESCAPE])
    assert run([E.NEXT, E.BLACK, Digit(3), Go(4)], left) == left


def test_a_show_without_deck_stays_and_can_be_left() -> None:
    waiting = ShowState(page=4)
    assert run([E.NEXT, E.LAST, Go(9), E.OVERVIEW, E.NEXT_SECTION], waiting) == waiting
    assert run([E.ESCAPE, E.ESCAPE], waiting).finished


def test_the_deadline_is_when_a_tick_changes_something() -> None:
    assert START.deadline is None
    armed = next_state(START, E.ESCAPE, 100.0)
    assert armed.deadline == 102.0
    assert next_state(armed, E.TICK, 101.9) == armed
    assert next_state(armed, E.TICK, 102.0) == START
    assert next_state(START, Digit(1), 100.0).deadline == 105.0


def test_a_deck_that_comes_keeps_what_covers_the_slide() -> None:
    state = with_deck(replace(START, screen=Screen.BLACK, page=9), 8, (1,), (), lambda page: page + 90)
    assert (state.page, state.page_count, state.screen) == (8, 8, Screen.BLACK)
    assert with_deck(run([E.OVERVIEW]), 8, (1,), (), lambda _: 3).cursor == 3


def test_another_deck_leads_all_places_to_their_new_pages() -> None:
    frozen = run([E.NEXT, Go(9), E.FREEZE, Go(4)])
    state = with_deck(frozen, 30, (1,), (), lambda page: 2 * page)
    assert (state.page, state.seen.page, state.before) == (8, 18, SlidePosition(4))


# --- freezing ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("events", "page", "seen"),
    [
        ([Go(5), E.FREEZE], 5, 5),
        ([Go(5), E.FREEZE, E.NEXT, E.LAST, Go(3)], 3, 5),
        ([Go(5), E.FREEZE, E.LAST, E.FREEZE], 5, 5),  # back
        ([Go(5), E.FREEZE, E.LAST, E.ESCAPE], 5, 5),
        ([Go(5), E.FREEZE, E.LAST, E.SHOW_THIS], 12, 12),
        ([Go(5), E.FREEZE, E.LAST, E.SHOW_THIS, E.RETURN], 1, 1),  # the first jump led away from 1
        ([E.NEXT] * 6 + [E.FREEZE, E.NEXT, E.NEXT, E.SHOW_THIS, E.RETURN], 7, 7),
        ([E.NEXT, E.FREEZE, E.NEXT, E.LAST, E.NEXT_SECTION, Go(9), E.SHOW_THIS, E.RETURN], 2, 2),
        ([E.NEXT, E.FREEZE, *[E.NEXT] * 7, E.SHOW_THIS, Go(12), E.RETURN], 2, 2),
        ([Go(5), E.SHOW_THIS], 5, 5),
        ([Go(5), E.FREEZE, E.OVERVIEW, E.DOWN, E.ENTER], 10, 5),
    ],
)
def test_frozen_the_audience_keeps_its_page(events: list[ShowEvent | float], page: int, seen: int) -> None:
    state = run(events)
    assert (state.page, state.seen.page) == (page, seen)


def test_frozen_black_is_for_the_audience() -> None:
    frozen = run([Go(5), E.FREEZE, E.BLACK, Go(7)])
    assert frozen.seen == Seen(5, 0, Screen.BLACK)
    assert frozen.screen is Screen.SLIDE
    assert run([E.BLACK], frozen).seen == Seen(5, 0, Screen.SLIDE)
    assert run([E.FREEZE], frozen).screen is Screen.BLACK
    assert run([E.SHOW_THIS], frozen).seen == Seen(7, 0, Screen.SLIDE)


# --- back to before the question ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("events", "page"),
    [
        ([E.RETURN], 1),
        ([Go(3), E.RETURN], 1),
        ([E.NEXT, Go(9), Go(12), E.FIRST, E.NEXT_SECTION, E.RETURN], 2),
        ([E.NEXT, Go(9), E.NEXT, E.NEXT, E.PREVIOUS, E.RETURN], 2),
        ([E.NEXT, Go(4), *[E.NEXT] * 5, Go(12), E.RETURN], 9),  # after five steps the talk goes on there
        ([E.NEXT, Go(4), *[E.NEXT] * 4, Go(12), E.RETURN], 2),
        ([E.NEXT, Go(9), E.RETURN, E.RETURN], 2),
        ([E.NEXT, Go(9), E.RETURN, Go(5), E.RETURN], 2),
        ([E.NEXT, E.OVERVIEW, E.DOWN, E.ENTER, E.BLACK, E.RETURN], 2),
    ],
)
def test_one_key_returns_to_before_the_question(events: list[ShowEvent | float], page: int) -> None:
    state = run(events)
    assert (state.page, state.screen) == (page, Screen.SLIDE)


# --- points one by one -------------------------------------------------------------------------------------

POINTS = with_deck(ShowState(), 4, (1, 2, 3, 4), (0, 2, 0, 3), lambda page: page)


@pytest.mark.parametrize(
    ("events", "spot"),
    [
        ([E.NEXT], (2, 0)),
        ([E.NEXT, E.NEXT, E.NEXT], (2, 2)),
        ([E.NEXT] * 4, (3, 0)),
        ([E.NEXT, E.NEXT, E.PREVIOUS], (2, 0)),
        ([E.NEXT, E.PREVIOUS], (1, 0)),
        ([Go(3), E.PREVIOUS], (2, 2)),  # what was shown is not made to come again
        ([E.LAST, E.NEXT, E.NEXT, E.NEXT, E.NEXT], (4, 3)),
        ([E.NEXT, E.NEXT, Go(4), E.NEXT, E.RETURN], (2, 1)),
        ([E.NEXT, E.NEXT, E.NEXT_SECTION], (3, 0)),
        ([E.NEXT, E.NEXT, E.BLACK, E.NEXT], (2, 1)),
    ],
)
def test_points_come_one_by_one(events: list[ShowEvent | float], spot: tuple[int, int]) -> None:
    state = run(events, POINTS)
    assert (state.page, state.revealed) == spot


def test_a_frozen_audience_keeps_its_points() -> None:
    frozen = run([E.NEXT, E.NEXT, E.FREEZE, E.NEXT, E.NEXT], POINTS)
    assert (frozen.page, frozen.seen) == (3, Seen(2, 1, Screen.SLIDE))
    assert run([E.FREEZE], frozen).revealed == 1


# --- tools, loops, the overview ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("events", "tool"),
    [
        ([E.LASER], Tool.LASER),
        ([E.LASER, E.LASER], Tool.NONE),
        ([E.LASER, E.PEN, E.NEXT], Tool.PEN),
        ([E.ERASER, E.ESCAPE], Tool.NONE),
        ([E.SPOTLIGHT, E.HIGHLIGHTER], Tool.HIGHLIGHTER),
        ([E.MAGNIFIER], Tool.MAGNIFIER),
    ],
)
def test_a_tool_stays_until_it_is_laid_down(events: list[ShowEvent | float], tool: Tool) -> None:
    assert run(events).tool is tool


def test_a_show_that_loops_begins_again() -> None:
    assert run([E.LAST, E.NEXT], replace(START, loop=True)).page == 1
    assert run([E.PREVIOUS], replace(START, loop=True)).page == 1


def test_the_cursor_of_the_overview_is_led_to_a_page() -> None:
    assert run([E.OVERVIEW, PointerEvent(7)]).cursor == 7
    assert run([E.OVERVIEW, PointerEvent(99), E.ENTER]).page == 12
    assert run([PointerEvent(7)]) == START

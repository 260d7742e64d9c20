"""How a show moves: a pure function from a state and an event to the next state.

Rules that speakers can rely on:

- A step never wraps round, unless the show loops; at an end it does nothing. Where points are revealed one by
  one, a step forwards reveals a point, and a step back removes one.
- A step first removes what covers the slide (black, white, the key card), so that the audience sees its last
  slide again. Events with a goal (a number, first, last, a section) uncover and go there at once.
- Escape removes one thing at a time: key card, typed number, overview, tool, freeze, black or white. With
  nothing left it asks; a second Escape within two seconds leaves, any other event cancels the question.
- In the overview steps move the cursor; Enter or a click goes to the page, Escape and Tab close it.
- A typed number is forgotten after some seconds, so that a stray digit does not make a later Enter a jump.
- While frozen, the audience keeps its page, whatever the speaker looks up; then the speaker either shows the
  page they found or returns to the audience's.
- The first jump stores where the talk was, and one key returns there, after however many jumps; once the talk
  has gone on step by step, the next jump stores a new position.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from gaohang_viewer.presenting.show.events import Digit, Event, Go, PointerEvent, ShowEvent
from gaohang_viewer.presenting.show.ink import Tool
from gaohang_viewer.presenting.show.state import OVERVIEW_COLUMNS, Screen, Seen, ShowState, SlidePosition

if TYPE_CHECKING:
    from collections.abc import Callable

LEAVING_SECONDS = 2.0
TYPED_SECONDS = 5.0
TYPED_DIGITS = 4
TALK_STEPS = 5  # forward steps after a jump, from which the talk has gone on

TOOLS = {
    Event.LASER: Tool.LASER,
    Event.SPOTLIGHT: Tool.SPOTLIGHT,
    Event.MAGNIFIER: Tool.MAGNIFIER,
    Event.PEN: Tool.PEN,
    Event.HIGHLIGHTER: Tool.HIGHLIGHTER,
    Event.ERASER: Tool.ERASER,
}


def next_state(state: ShowState, event: ShowEvent, now: float) -> ShowState:
    """The state after an event; `now` is a clock in seconds that never goes back."""
    state = _forget_old(state, now)
    if state.finished or event is Event.TICK:
        return state
    if event is Event.ESCAPE:
        return _escape(state, now)
    if state.leaving_armed_until is not None:
        state = replace(state, leaving_armed_until=None)
    if isinstance(event, PointerEvent):
        cursor = max(1, min(event.number, state.page_count))
        return replace(state, cursor=cursor) if state.overview else state
    if isinstance(event, Digit):
        return _typed(state, (state.typed + str(event.value))[-TYPED_DIGITS:], now)
    if state.typed:
        if event is Event.BACKSPACE:
            return _typed(state, state.typed[:-1], now)
        event = Go(int(state.typed)) if event is Event.ENTER else event
        state = replace(state, typed="")
    return _acted(state, event)


def _typed(state: ShowState, typed: str, now: float) -> ShowState:
    return replace(state, typed=typed, typed_until=now + TYPED_SECONDS)


def _acted(state: ShowState, event: ShowEvent) -> ShowState:
    match event:
        case Event.KEYCARD:
            return replace(state, keycard=not state.keycard)
        case Event.BLACK | Event.WHITE:
            return _cover(state, Screen[event.name])
        case Event.OVERVIEW if state.page_count:
            closes = state.overview and not state.keycard
            return _uncovered(replace(state, cursor=None if closes else state.page))
        case Event.FREEZE | Event.SHOW_THIS | Event.RETURN if state.page_count:
            return _look_up(state, event)
        case Event() if event in TOOLS:
            tool = Tool.NONE if state.tool is TOOLS[event] else TOOLS[event]
            return replace(state, tool=tool, keycard=False)
    return _move(state, event)


def with_deck(
    state: ShowState,
    page_count: int,
    section_starts: tuple[int, ...],
    points: tuple[int, ...],
    where: Callable[[int], int],
) -> ShowState:
    """The state with another deck; `where` maps old page numbers to new ones."""

    def at(page: int) -> int:
        return max(1, min(where(page), page_count))

    page, held, before = at(state.page), state.held, state.before
    state = replace(state, page_count=page_count, section_starts=section_starts, points=points)
    return replace(
        state,
        page=page,
        revealed=min(state.revealed, state.points_of(page)),
        held=held and Seen(at(held.page), min(held.revealed, state.points_of(at(held.page))), held.screen),
        before=before and SlidePosition(at(before.page)),
        cursor=page if state.overview else None,
    )


def _forget_old(state: ShowState, now: float) -> ShowState:
    if state.typed and now >= state.typed_until:
        state = replace(state, typed="")
    if state.leaving_armed_until is not None and now >= state.leaving_armed_until:
        state = replace(state, leaving_armed_until=None)
    return state


def _escape(state: ShowState, now: float) -> ShowState:
    if state.leaving_armed_until is not None:
        return replace(state, finished=True, leaving_armed_until=None)
    if state.keycard:
        return replace(state, keycard=False)
    if state.typed:
        return replace(state, typed="")
    if state.overview:
        return replace(state, cursor=None)
    if state.tool is not Tool.NONE:
        return replace(state, tool=Tool.NONE)
    if state.held is not None:
        return _look_up(state, Event.FREEZE)
    if state.screen is not Screen.SLIDE:
        return replace(state, screen=Screen.SLIDE)
    return replace(state, leaving_armed_until=now + LEAVING_SECONDS)


def _cover(state: ShowState, screen: Screen) -> ShowState:
    """Makes the screen black or white, or shows the slide again; while frozen, only the audience's screen."""
    now = state.seen.screen
    screen = Screen.SLIDE if now is screen and not state.keycard else screen
    if state.held is not None:
        return replace(state, held=state.held._replace(screen=screen), keycard=False)
    return replace(state, screen=screen, cursor=None, keycard=False)


def _uncovered(state: ShowState) -> ShowState:
    if not state.keycard and state.screen is Screen.SLIDE:  # the usual case
        return state
    return replace(state, keycard=False, screen=Screen.SLIDE)


def _look_up(state: ShowState, event: Event) -> ShowState:
    """Freezes, ends the freeze, or returns from a jump."""
    held, before = state.held, state.before
    state = replace(state, keycard=False, cursor=None)
    if event is Event.RETURN:
        if before is None:
            return state
        here = replace(state, page=before.page, revealed=before.revealed, before=None, steps=TALK_STEPS)
        return _uncovered(here)
    if held is None:
        return replace(state, held=state.seen, screen=Screen.SLIDE) if event is Event.FREEZE else state
    if event is Event.FREEZE:
        return replace(state, page=held.page, revealed=held.revealed, screen=held.screen, held=None)
    shown = replace(state, held=None, screen=Screen.SLIDE)
    return shown if state.page == held.page else _away(shown, SlidePosition(held.page, held.revealed))


_FORWARDS = {Event.NEXT, Event.DOWN, Event.ENTER}
_STEPS = _FORWARDS | {Event.PREVIOUS, Event.UP, Event.BACKSPACE}


def _move(state: ShowState, event: ShowEvent) -> ShowState:
    if event in _STEPS and state.keycard:
        return replace(state, keycard=False)
    if event in _STEPS and state.screen is not Screen.SLIDE:
        return replace(state, screen=Screen.SLIDE)
    state = _uncovered(state)
    if not state.page_count:
        return state
    if state.cursor is None:
        return _step(state, event) if event in _STEPS else _jump(state, _goal(state, event, state.page, 1))
    if event is Event.ENTER:
        return _jump(state, state.cursor)
    goal = _goal(state, event, state.cursor, OVERVIEW_COLUMNS)
    return _jump(state, goal) if isinstance(event, Go) else replace(state, cursor=goal)


def _step(state: ShowState, event: ShowEvent) -> ShowState:
    """A point or a page forwards or back; going back to a page shows all of its points."""
    goal, steps = _goal(state, event, state.page, 1), state.steps
    if event in _FORWARDS:
        steps += state.held is None  # looking something up does not continue the talk
        if state.revealed < state.points_of(state.page):
            return replace(state, revealed=state.revealed + 1, steps=steps)
        if state.loop and state.page == state.page_count:
            goal = 1
    elif state.revealed:
        return replace(state, revealed=state.revealed - 1)
    if goal == state.page:
        return state
    revealed = 0 if event in _FORWARDS else state.points_of(goal)
    return replace(state, page=goal, revealed=revealed, steps=steps)


def _jump(state: ShowState, goal: int) -> ShowState:
    """Goes to another page, and stores where the talk was."""
    if goal == state.page:
        return replace(state, cursor=None)
    there = replace(state, page=goal, revealed=0, cursor=None)
    return there if state.held is not None else _away(there, SlidePosition(state.page, state.revealed))


def _away(state: ShowState, here: SlidePosition) -> ShowState:
    """Stores `here` as the position to return to, unless the last jump stored one and the talk has not gone
    on."""
    if state.before is not None and state.steps < TALK_STEPS:
        here = state.before
    return replace(state, before=here, steps=0)


def _goal(state: ShowState, event: ShowEvent, here: int, row: int) -> int:
    """The page that an event leads to from `here`, in a grid of `row` pages in each row."""
    count, starts = state.page_count, state.section_starts
    match event:
        case Go(number):
            goal = number
        case Event.NEXT | Event.ENTER:
            goal = here + 1
        case Event.PREVIOUS | Event.BACKSPACE:
            goal = here - 1
        case Event.DOWN:
            in_last_row = (here - 1) // row == (count - 1) // row
            goal = here if in_last_row else here + row
        case Event.UP:
            goal = here if here <= row else here - row
        case Event.FIRST:
            goal = 1
        case Event.LAST:
            goal = count
        case Event.NEXT_SECTION:
            goal = next(iter(starts[bisect_right(starts, here) :]), here)
        case Event.PREVIOUS_SECTION:
            goal = next(iter(starts[: bisect_left(starts, here)][::-1]), here)
        case _:
            goal = here
    return max(1, min(goal, count))

"""How a show moves: one frozen state and one pure function from a state and an event to the next state.

What a speaker may expect of it:

- A step never wraps round; at an end it stays.
- What covers the slide (black, white, the key card) is taken away first: a plain step, forwards or back,
  does only that, so that the slide which the hall last saw comes back. Whatever names its goal (a number,
  first, last, a section) uncovers and goes there at once.
- Escape takes away one thing at a time (key card, typed number, overview, black or white). With nothing
  left to take away it asks; a second Escape within two seconds leaves. Anything else withdraws the question.
- In the overview steps move the cursor; Enter or a click goes to the page, Escape and Tab go back.
- A number typed is forgotten after a while, so that a stray digit does not turn a later Enter into a jump.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from enum import Enum, auto

LEAVING_SECONDS = 2.0
TYPED_SECONDS = 5.0
TYPED_DIGITS = 4
OVERVIEW_COLUMNS = 5


class Screen(Enum):
    """What the audience sees."""

    SLIDE = auto()
    BLACK = auto()
    WHITE = auto()


class Event(Enum):
    """What can happen to a show. DOWN and UP are NEXT and PREVIOUS, and a row of the overview."""

    NEXT = auto()
    PREVIOUS = auto()
    DOWN = auto()
    UP = auto()
    FIRST = auto()
    LAST = auto()
    NEXT_SECTION = auto()
    PREVIOUS_SECTION = auto()
    ENTER = auto()  # goes to the number typed, or chooses in the overview; else the next page
    BACKSPACE = auto()  # takes back a digit typed; else the previous page
    BLACK = auto()
    WHITE = auto()
    OVERVIEW = auto()
    KEYCARD = auto()
    ESCAPE = auto()
    TICK = auto()  # time has passed


@dataclass(frozen=True, slots=True)
class Digit:
    """A digit of a page number was typed."""

    value: int


@dataclass(frozen=True, slots=True)
class Go:
    """Go to the page of this number; beyond the ends, to the end."""

    number: int


ShowEvent = Event | Digit | Go


@dataclass(frozen=True, slots=True)
class ShowState:
    """Where a show is. Pages count from 1; `page_count` is 0 until the deck is there."""

    page: int = 1
    page_count: int = 0
    section_starts: tuple[int, ...] = ()
    screen: Screen = Screen.SLIDE
    cursor: int | None = None  # the page chosen in the overview, while that is open
    keycard: bool = False
    typed: str = ""
    typed_until: float = 0.0
    leaving_armed_until: float | None = None
    finished: bool = False

    @property
    def overview(self) -> bool:
        return self.cursor is not None

    @property
    def deadline(self) -> float | None:
        """When a TICK will change something, if ever."""
        times = [self.typed_until] if self.typed else []
        times += [] if self.leaving_armed_until is None else [self.leaving_armed_until]
        return min(times, default=None)


def after(state: ShowState, event: ShowEvent, now: float) -> ShowState:
    """The state that follows; `now` is any clock in seconds that only goes forwards."""
    state = _forget_old(state, now)
    if state.finished or event is Event.TICK:
        return state
    if event is Event.ESCAPE:
        return _escape(state, now)
    state = replace(state, leaving_armed_until=None)
    if isinstance(event, Digit):
        typed = (state.typed + str(event.value))[-TYPED_DIGITS:]
        return replace(state, typed=typed, typed_until=now + TYPED_SECONDS)
    if event is Event.BACKSPACE and state.typed:
        return replace(state, typed=state.typed[:-1], typed_until=now + TYPED_SECONDS)
    if event is Event.ENTER and state.typed:
        event = Go(int(state.typed))
    state = replace(state, typed="")
    match event:
        case Event.KEYCARD:
            return replace(state, keycard=not state.keycard)
        case Event.BLACK | Event.WHITE:
            return _cover(state, Screen[event.name])
        case Event.OVERVIEW if state.page_count:
            cursor = None if state.overview and not state.keycard else state.page
            return replace(state, cursor=cursor, keycard=False, screen=Screen.SLIDE)
    return _move(state, event)


def with_deck(state: ShowState, page: int, page_count: int, section_starts: tuple[int, ...]) -> ShowState:
    """The state when a deck has come, or another one in its place, `page` being the one to show in it."""
    page = max(1, min(page, page_count))
    cursor = page if state.overview else None
    return replace(state, page=page, page_count=page_count, section_starts=section_starts, cursor=cursor)


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
    if state.screen is not Screen.SLIDE:
        return replace(state, screen=Screen.SLIDE)
    return replace(state, leaving_armed_until=now + LEAVING_SECONDS)


def _cover(state: ShowState, screen: Screen) -> ShowState:
    if state.screen is screen and not state.keycard:
        screen = Screen.SLIDE
    return replace(state, screen=screen, cursor=None, keycard=False)


_STEPS = {Event.NEXT, Event.PREVIOUS, Event.DOWN, Event.UP, Event.ENTER, Event.BACKSPACE}


def _move(state: ShowState, event: ShowEvent) -> ShowState:
    if event in _STEPS and state.keycard:
        return replace(state, keycard=False)
    if event in _STEPS and state.screen is not Screen.SLIDE:
        return replace(state, screen=Screen.SLIDE)
    state = replace(state, keycard=False, screen=Screen.SLIDE)
    if not state.page_count:
        return state
    if state.cursor is None:
        return replace(state, page=_goal(state, event, state.page, 1))
    if event is Event.ENTER:
        return replace(state, page=state.cursor, cursor=None)
    goal = _goal(state, event, state.cursor, OVERVIEW_COLUMNS)
    if isinstance(event, Go):
        return replace(state, page=goal, cursor=None)
    return replace(state, cursor=goal)


def _goal(state: ShowState, event: ShowEvent, here: int, row: int) -> int:
    """The page that an event leads to from `here`, where `row` pages lie beside each other."""
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

"""What can happen in a show: events change its state, commands concern what surrounds it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Event(Enum):
    """An event of a show. DOWN and UP act as NEXT and PREVIOUS, and in the overview move by a row."""

    NEXT = auto()
    PREVIOUS = auto()
    DOWN = auto()
    UP = auto()
    FIRST = auto()
    LAST = auto()
    NEXT_SECTION = auto()
    PREVIOUS_SECTION = auto()
    ENTER = auto()  # goes to the typed number or the page chosen in the overview; else to the next page
    BACKSPACE = auto()  # deletes a typed digit; else goes to the previous page
    BLACK = auto()
    WHITE = auto()
    FREEZE = auto()  # the audience keeps its page; again: back to that page
    SHOW_THIS = auto()  # the audience sees the speaker's page
    RETURN = auto()  # back to where the talk was before a jump
    LASER = auto()
    SPOTLIGHT = auto()
    MAGNIFIER = auto()
    PEN = auto()
    HIGHLIGHTER = auto()
    ERASER = auto()
    OVERVIEW = auto()
    KEYCARD = auto()
    ESCAPE = auto()
    TICK = auto()  # time has passed


@dataclass(frozen=True, slots=True)
class Digit:
    """A digit of a page number."""

    value: int


@dataclass(frozen=True, slots=True)
class Go:
    """Go to the page of this number, limited to the first and the last."""

    number: int


@dataclass(frozen=True, slots=True)
class PointerEvent:
    """The overview's cursor moves to the page of this number."""

    number: int


ShowEvent = Event | Digit | Go | PointerEvent


class Command(Enum):
    """A command for the clocks, ink, screens or script."""

    TIMER = auto()  # pause the clock, or let it go on
    RESET_TIMER = auto()
    COUNTDOWN = auto()  # the audience's countdown
    STRIP = auto()  # the speaker's strip, where there is no console
    UNDO = auto()  # the last change of the ink
    REDO = auto()
    CLEAR = auto()  # the ink of this page
    COLOUR = auto()  # the next colour of the pen
    SEARCH = auto()
    LARGER = auto()  # the script
    SMALLER = auto()
    SWAP = auto()  # the screens of audience and speaker
    IDENTIFY = auto()  # big numbers on all screens
    WINDOW = auto()  # switches the audience's window between plain and full screen


ShowKey = ShowEvent | Command

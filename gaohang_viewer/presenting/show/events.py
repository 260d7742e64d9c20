"""What can happen in a show: events, which change its state, and commands to what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


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
    FREEZE = auto()  # the audience keeps what it sees; once more: back to that
    SHOW_THIS = auto()  # the audience sees what the speaker found
    RETURN = auto()  # to where the talk was before a question
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
    """A digit of a page number was typed."""

    value: int


@dataclass(frozen=True, slots=True)
class Go:
    """Go to the page of this number; beyond the ends, to the end."""

    number: int


@dataclass(frozen=True, slots=True)
class PointerEvent:
    """The cursor of the overview goes to the page of this number."""

    number: int


ShowEvent = Event | Digit | Go | PointerEvent


class Command(Enum):
    """What a key asks of what stands around the show: clocks, ink, screens, script."""

    TIMER = auto()  # pause the clock, or let it go on
    RESET_TIMER = auto()
    COUNTDOWN = auto()  # a clock for the audience
    STRIP = auto()  # a strip for the speaker, where all see the same screen
    UNDO = auto()  # the last change of the ink
    REDO = auto()
    CLEAR = auto()  # the ink of this page
    COLOUR = auto()  # the next one of the pen
    SEARCH = auto()
    LARGER = auto()  # the script
    SMALLER = auto()
    SWAP = auto()  # the screens of audience and speaker
    IDENTIFY = auto()  # big numbers on all screens
    WINDOW = auto()  # the audience's window plain or in full screen


ShowKey = ShowEvent | Command

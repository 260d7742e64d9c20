"""The console's buttons as data: event, text, icon, and when each is on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gaohang_viewer.presenting.show.events import Command, Event
from gaohang_viewer.presenting.show.state import Screen
from gaohang_viewer.presenting.show.transitions import TOOLS

if TYPE_CHECKING:
    from gaohang_viewer.presenting.show.events import ShowKey
    from gaohang_viewer.presenting.show.state import ShowState


@dataclass(frozen=True, slots=True)
class ButtonSpec:
    """A button. Texts of buttons with a high `rank` are hidden first where there is little width."""

    event: Event | Command
    text: object  # a str; typed as QT_TRANSLATE_NOOP is
    icon: str
    rank: int

    def translated(self) -> str:
        return QCoreApplication.translate("presenting", str(self.text))


BUTTONS = (
    ButtonSpec(Event.PREVIOUS, QT_TRANSLATE_NOOP("presenting", "Previous"), "previous", 3),
    ButtonSpec(Event.NEXT, QT_TRANSLATE_NOOP("presenting", "Next"), "next", 2),
    ButtonSpec(Event.FREEZE, QT_TRANSLATE_NOOP("presenting", "Freeze"), "freeze", 0),
    ButtonSpec(Event.SHOW_THIS, QT_TRANSLATE_NOOP("presenting", "Show this"), "show-this", 0),
    ButtonSpec(Event.RETURN, QT_TRANSLATE_NOOP("presenting", "Return"), "return", 1),
    ButtonSpec(Event.BLACK, QT_TRANSLATE_NOOP("presenting", "Black"), "black", 4),
    ButtonSpec(Event.LASER, QT_TRANSLATE_NOOP("presenting", "Laser"), "laser", 7),
    ButtonSpec(Event.PEN, QT_TRANSLATE_NOOP("presenting", "Pen"), "pen", 8),
    ButtonSpec(Event.MAGNIFIER, QT_TRANSLATE_NOOP("presenting", "Magnify"), "magnifier", 6),
    ButtonSpec(Event.OVERVIEW, QT_TRANSLATE_NOOP("presenting", "Overview"), "overview", 5),
)

MORE: tuple[Event | Command | None, ...] = (  # None is a separator
    Event.WHITE,
    None,
    Event.SPOTLIGHT,
    Event.HIGHLIGHTER,
    Event.ERASER,
    Command.COLOUR,
    Command.UNDO,
    Command.CLEAR,
    None,
    Command.TIMER,
    Command.RESET_TIMER,
    Command.COUNTDOWN,
    None,
    Event.FIRST,
    Event.LAST,
    Event.KEYCARD,
)


def is_on(event: ShowKey, state: ShowState) -> bool:
    """Whether the button of an event is on in this state."""
    match event:
        case Event.FREEZE:
            return state.held is not None
        case Event.BLACK | Event.WHITE:
            return state.seen.screen is Screen[event.name]
        case Event.OVERVIEW:
            return state.overview
        case Event() if event in TOOLS:
            return state.tool is TOOLS[event]
    return False

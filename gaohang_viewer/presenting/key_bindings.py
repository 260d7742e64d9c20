"""The keys of a show: one table for what keys do and for the text of the key card.

Remotes act as keyboards: a Logitech R400 sends PgDn, PgUp, "." and, alternately, F5 and Esc from one button.
F5 and Shift+F5 are left out on purpose: during a show they do nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt

from gaohang_viewer.presenting.show.events import Command, Digit, Event, ShowKey

_Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class Binding:
    """An event with its keys, typed characters and keys held with Ctrl.

    `meaning` and `shown` are its text on the key card; a binding with an empty meaning is covered by another
    one's line.
    """

    event: Event | Command
    meaning: object  # a str; typed as QT_TRANSLATE_NOOP is
    shown: tuple[str, ...]
    keys: tuple[Qt.Key, ...] = ()
    characters: str = ""
    with_ctrl: tuple[Qt.Key, ...] = ()
    console: bool = False  # only of use with a presenter console

    def translated(self) -> str:
        return QCoreApplication.translate("presenting", str(self.meaning))


BINDINGS = (
    Binding(
        Event.NEXT,
        QT_TRANSLATE_NOOP("presenting", "Next"),
        ("→", "↓", "PgDn", "Space", "Enter", "N"),
        (_Key.Key_Right, _Key.Key_PageDown, _Key.Key_Space),
        "nN",
    ),
    Binding(Event.DOWN, "", (), (_Key.Key_Down,)),
    Binding(
        Event.PREVIOUS,
        QT_TRANSLATE_NOOP("presenting", "Previous"),
        ("←", "↑", "PgUp", "Backspace", "P"),
        (_Key.Key_Left, _Key.Key_PageUp),
        "pP",
    ),
    Binding(Event.BACKSPACE, "", (), (_Key.Key_Backspace,)),
    Binding(Event.UP, "", (), (_Key.Key_Up,)),
    Binding(Event.FIRST, QT_TRANSLATE_NOOP("presenting", "First slide"), ("Home",), (_Key.Key_Home,)),
    Binding(Event.LAST, QT_TRANSLATE_NOOP("presenting", "Last slide"), ("End",), (_Key.Key_End,)),
    Binding(
        Event.ENTER,
        QT_TRANSLATE_NOOP("presenting", "Go to slide"),
        ("1…9", "Enter"),
        (_Key.Key_Return, _Key.Key_Enter),
    ),
    Binding(
        Event.PREVIOUS_SECTION,
        QT_TRANSLATE_NOOP("presenting", "Previous section"),
        ("Ctrl+PgUp",),
        with_ctrl=(_Key.Key_PageUp,),
    ),
    Binding(
        Event.NEXT_SECTION,
        QT_TRANSLATE_NOOP("presenting", "Next section"),
        ("Ctrl+PgDn",),
        with_ctrl=(_Key.Key_PageDown,),
    ),
    Binding(
        Event.OVERVIEW,
        QT_TRANSLATE_NOOP("presenting", "All slides"),
        ("Tab", "O"),
        (_Key.Key_Tab,),
        "oO",
    ),
    Binding(Event.BLACK, QT_TRANSLATE_NOOP("presenting", "Black screen"), ("B", "."), (), "bB.。"),
    Binding(Event.WHITE, QT_TRANSLATE_NOOP("presenting", "White screen"), ("W", ","), (), "wW,，"),
    Binding(
        Event.FREEZE,
        QT_TRANSLATE_NOOP("presenting", "Freeze audience screen, and return"),
        ("F",),
        (),
        "fF",
        console=True,
    ),
    Binding(
        Event.SHOW_THIS,
        QT_TRANSLATE_NOOP("presenting", "Show this slide to the audience"),
        ("V",),
        (),
        "vV",
        console=True,
    ),
    Binding(
        Event.RETURN, QT_TRANSLATE_NOOP("presenting", "Return to the slide before a jump"), ("G",), (), "gG"
    ),
    Binding(Event.LASER, QT_TRANSLATE_NOOP("presenting", "Laser pointer"), ("L",), (), "lL"),
    Binding(Event.SPOTLIGHT, QT_TRANSLATE_NOOP("presenting", "Spotlight"), ("S",), (), "sS"),
    Binding(Event.MAGNIFIER, QT_TRANSLATE_NOOP("presenting", "Magnifier"), ("Z",), (), "zZ"),
    Binding(Event.PEN, QT_TRANSLATE_NOOP("presenting", "Pen"), ("D",), (), "dD"),
    Binding(Command.COLOUR, QT_TRANSLATE_NOOP("presenting", "Change colour"), ("C",), (), "cC"),
    Binding(Event.HIGHLIGHTER, QT_TRANSLATE_NOOP("presenting", "Highlighter"), ("H",), (), "hH"),
    Binding(Event.ERASER, QT_TRANSLATE_NOOP("presenting", "Eraser"), ("E",), (), "eE"),
    Binding(
        Command.UNDO,
        QT_TRANSLATE_NOOP("presenting", "Undo, redo a stroke"),
        ("Ctrl+Z", "Ctrl+Y"),
        with_ctrl=(_Key.Key_Z,),
    ),
    Binding(Command.REDO, "", (), with_ctrl=(_Key.Key_Y,)),
    Binding(Command.CLEAR, QT_TRANSLATE_NOOP("presenting", "Clear drawings on this slide"), ("X",), (), "xX"),
    Binding(Command.TIMER, QT_TRANSLATE_NOOP("presenting", "Pause or resume timer"), ("T",), (), "tT"),
    Binding(
        Command.RESET_TIMER,
        QT_TRANSLATE_NOOP("presenting", "Reset timer"),
        ("Ctrl+T",),
        with_ctrl=(_Key.Key_T,),
    ),
    Binding(Command.COUNTDOWN, QT_TRANSLATE_NOOP("presenting", "Audience countdown"), ("K",), (), "kK"),
    Binding(Command.STRIP, QT_TRANSLATE_NOOP("presenting", "Speaker's status bar"), ("J",), (), "jJ"),
    Binding(
        Command.SEARCH,
        QT_TRANSLATE_NOOP("presenting", "Find slide"),
        ("Ctrl+F", "/"),
        (),
        "/、",
        (_Key.Key_F,),
    ),
    Binding(
        Command.LARGER,
        QT_TRANSLATE_NOOP("presenting", "Larger, smaller script text"),
        ("+", "−"),
        (),
        "+=",
        console=True,
    ),
    Binding(Command.SMALLER, "", (), (), "-−", console=True),
    Binding(Command.SWAP, QT_TRANSLATE_NOOP("presenting", "Swap screens"), ("Y",), (), "yY"),
    Binding(Command.IDENTIFY, QT_TRANSLATE_NOOP("presenting", "Identify screens"), ("I",), (), "iI"),
    Binding(
        Command.WINDOW,
        QT_TRANSLATE_NOOP("presenting", "Audience view in a window"),
        ("M",),
        (),
        "mM",
    ),
    Binding(
        Event.KEYCARD,
        QT_TRANSLATE_NOOP("presenting", "Keyboard shortcuts"),
        ("?", "F1"),
        (_Key.Key_F1,),
        "?？",
    ),
    Binding(
        Event.ESCAPE, QT_TRANSLATE_NOOP("presenting", "End show (press twice)"), ("Esc",), (_Key.Key_Escape,)
    ),
)

_BY_KEY: dict[int, Event | Command] = {key: binding.event for binding in BINDINGS for key in binding.keys}
_BY_CTRL_KEY: dict[int, Event | Command] = {
    key: binding.event for binding in BINDINGS for key in binding.with_ctrl
}
_BY_CHARACTER = {character: binding.event for binding in BINDINGS for character in binding.characters}

# Events that repeat while the key is held; a held B must not flicker, and a held Esc not leave the show.
_REPEATED = {
    Event.NEXT,
    Event.PREVIOUS,
    Event.DOWN,
    Event.UP,
    Event.BACKSPACE,
    Event.NEXT_SECTION,
    Event.PREVIOUS_SECTION,
}


def event_of_key(key: int, text: str, modifiers: Qt.KeyboardModifier, repeated: bool) -> ShowKey | None:
    """The event for a key press as Qt reports it, or None. Keypad keys count as the keys that they
    duplicate."""
    event = _event(key, text, modifiers)
    return None if repeated and event not in _REPEATED else event


def _event(key: int, text: str, modifiers: Qt.KeyboardModifier) -> ShowKey | None:
    other = modifiers & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if other == _CTRL:
        return _BY_CTRL_KEY.get(key)
    if other:
        return None
    if text.isdecimal() and len(text) == 1:
        return Digit(int(text))
    return _BY_CHARACTER.get(text) or _BY_KEY.get(key)

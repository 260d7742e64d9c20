"""What each key does in the show, the remote's and the keypad's among them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gaohang_viewer.presenting.key_bindings import BINDINGS, event_of_key
from gaohang_viewer.presenting.show.events import Command, Digit, Event, ShowKey

K, M = Qt.Key, Qt.KeyboardModifier
PLAIN = M.NoModifier


@pytest.mark.parametrize(
    ("key", "text", "modifiers", "event"),
    [
        (K.Key_Right, "", PLAIN, Event.NEXT),
        (K.Key_Down, "", PLAIN, Event.DOWN),
        (K.Key_PageDown, "", PLAIN, Event.NEXT),
        (K.Key_Space, " ", PLAIN, Event.NEXT),
        (K.Key_N, "n", PLAIN, Event.NEXT),
        (K.Key_N, "N", M.ShiftModifier, Event.NEXT),
        (K.Key_Return, "\r", PLAIN, Event.ENTER),
        (K.Key_Enter, "\r", M.KeypadModifier, Event.ENTER),
        (K.Key_Left, "", PLAIN, Event.PREVIOUS),
        (K.Key_Up, "", PLAIN, Event.UP),
        (K.Key_PageUp, "", PLAIN, Event.PREVIOUS),
        (K.Key_Backspace, "\b", PLAIN, Event.BACKSPACE),
        (K.Key_P, "p", PLAIN, Event.PREVIOUS),
        (K.Key_Home, "", PLAIN, Event.FIRST),
        (K.Key_End, "", PLAIN, Event.LAST),
        (K.Key_7, "7", PLAIN, Digit(7)),
        (K.Key_7, "7", M.KeypadModifier, Digit(7)),
        (K.Key_7, "７", PLAIN, Digit(7)),
        (K.Key_Left, "", M.KeypadModifier, Event.PREVIOUS),
        (K.Key_PageDown, "", M.KeypadModifier, Event.NEXT),
        (K.Key_B, "b", PLAIN, Event.BLACK),
        (K.Key_Period, ".", PLAIN, Event.BLACK),
        (K.Key_Period, ".", M.KeypadModifier, Event.BLACK),
        (0x3002, "。", PLAIN, Event.BLACK),
        (K.Key_W, "W", M.ShiftModifier, Event.WHITE),
        (K.Key_Comma, ",", PLAIN, Event.WHITE),
        (0xFF0C, "，", PLAIN, Event.WHITE),
        (K.Key_Tab, "\t", PLAIN, Event.OVERVIEW),
        (K.Key_O, "o", PLAIN, Event.OVERVIEW),
        (K.Key_PageUp, "", M.ControlModifier, Event.PREVIOUS_SECTION),
        (K.Key_PageDown, "", M.ControlModifier | M.KeypadModifier, Event.NEXT_SECTION),
        (K.Key_Question, "?", M.ShiftModifier, Event.KEYCARD),
        (0xFF1F, "？", PLAIN, Event.KEYCARD),
        (K.Key_F1, "", PLAIN, Event.KEYCARD),
        (K.Key_Escape, "\x1b", PLAIN, Event.ESCAPE),
        (K.Key_F5, "", PLAIN, None),
        (K.Key_F5, "", M.ShiftModifier, None),
        (K.Key_X, "x", PLAIN, Command.CLEAR),
        (K.Key_F, "f", PLAIN, Event.FREEZE),
        (K.Key_Z, "\x1a", M.ControlModifier, Command.UNDO),
        (K.Key_F, "\x06", M.ControlModifier, Command.SEARCH),
        (K.Key_Slash, "/", PLAIN, Command.SEARCH),
        (K.Key_A, "a", PLAIN, None),
        (K.Key_B, "\x02", M.ControlModifier, None),
        (K.Key_Right, "", M.AltModifier, None),
        (K.Key_Control, "", M.ControlModifier, None),
    ],
)
def test_keys(key: int, text: str, modifiers: Qt.KeyboardModifier, event: ShowKey | None) -> None:
    assert event_of_key(key, text, modifiers, repeated=False) == event


@pytest.mark.parametrize(
    ("key", "text", "goes_on"),
    [
        (K.Key_PageDown, "", True),
        (K.Key_Up, "", True),
        (K.Key_B, "b", False),
        (K.Key_W, "w", False),
        (K.Key_O, "o", False),
        (K.Key_Escape, "\x1b", False),
        (K.Key_3, "3", False),
        (K.Key_Return, "\r", False),
    ],
)
def test_held_keys(key: int, text: str, goes_on: bool) -> None:
    assert (event_of_key(key, text, PLAIN, repeated=True) is not None) is goes_on


def test_every_event_has_a_key_and_every_meaning_stands_once_on_the_card() -> None:
    assert {binding.event for binding in BINDINGS} == {*Event, *Command} - {Event.TICK}
    meanings = [binding.meaning for binding in BINDINGS if binding.meaning]
    assert len(meanings) == len(set(meanings))
    assert all(binding.shown for binding in BINDINGS if binding.meaning)

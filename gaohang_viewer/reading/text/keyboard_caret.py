"""A caret that the keyboard moves through the text, and with Shift selects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QTextCursor
from PySide6.QtWidgets import QAbstractSlider

from gaohang_viewer.report.text_lines import TextPosition

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from gaohang_viewer.reading.text.selectable_text import SelectableText

_Key, _Move = Qt.Key, QTextCursor.MoveOperation
_BY_KEY: dict[int, QTextCursor.MoveOperation] = {
    _Key.Key_Left: _Move.PreviousCharacter,
    _Key.Key_Right: _Move.NextCharacter,
    _Key.Key_Up: _Move.Up,
    _Key.Key_Down: _Move.Down,
    _Key.Key_Home: _Move.StartOfLine,
    _Key.Key_End: _Move.EndOfLine,
}
_BY_KEY_WITH_CTRL: dict[int, QTextCursor.MoveOperation] = {
    _Key.Key_Left: _Move.PreviousWord,
    _Key.Key_Right: _Move.NextWord,
    _Key.Key_Up: _Move.PreviousBlock,
    _Key.Key_Down: _Move.NextBlock,
}
_PAGES: dict[int, QAbstractSlider.SliderAction] = {
    _Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    _Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}
_WIDTH = 2  # px


class KeyboardCaret:
    """Appears with a key that selects, or with ← or →, and then takes the arrow keys; any other way to scroll
    and a click hide it. It begins where it was or the mouse clicked last, if that is in view, otherwise at
    the top of the view."""

    def __init__(self, pane: SelectableText) -> None:
        self._pane = pane
        self.is_shown = False

    def press(self, event: QKeyEvent) -> bool:
        """Moves the caret by a key; returns whether the key moves it."""
        selects = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = event.key()
        appears = selects or key in (_Key.Key_Left, _Key.Key_Right)
        steps = self.is_shown and key in (_Key.Key_Up, _Key.Key_Down)
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        if not (appears or steps) or (key not in _BY_KEY and key not in _PAGES):
            if event.text() or key in _BY_KEY or key in _PAGES:
                self.hide()
            return False
        self._bring_into_view(selects=selects)
        self.is_shown = True
        if key in _PAGES:
            self._move_by_page(_PAGES[key])
        elif with_ctrl and key in (_Key.Key_Home, _Key.Key_End):
            self._move_to_end(start=key == _Key.Key_Home)
        else:
            move = (_BY_KEY_WITH_CTRL if with_ctrl else _BY_KEY)[key]
            cursor = self._pane.textCursor()
            cursor.movePosition(move, _mode(selects=selects))
            self._pane.setTextCursor(cursor)
        self._pane.viewport().update()
        return True

    def hide(self) -> None:
        """Hides it; the selection stays."""
        if self.is_shown:
            self.is_shown = False
            self._pane.viewport().update()

    def paint(self, color: str) -> None:
        """Paints it over the text."""
        if self.is_shown and self._pane.hasFocus():
            place = self._pane.cursorRect()
            place.setWidth(_WIDTH)
            painter = QPainter(self._pane.viewport())
            painter.fillRect(place, QColor(color))
            painter.end()

    def _bring_into_view(self, *, selects: bool) -> None:
        """Scrolls to the end of a selection that moves; puts a caret without selection into the view."""
        place = self._pane.selection.caret
        if self._is_in_view(place):
            return
        if place is not None and selects and self._pane.selection.extent is not None:
            self._pane.show_position(place)
            return
        cursor = self._pane.cursorForPosition(QPoint(0, 0))
        line = self._pane.cursorRect(cursor)
        if line.top() < 0:  # the view cuts it
            cursor = self._pane.cursorForPosition(QPoint(0, line.bottom() + line.height()))
        self._pane.setTextCursor(cursor)

    def _is_in_view(self, place: TextPosition | None) -> bool:
        laid_out = self._pane.laid_out_range
        if place is None or laid_out is None or not laid_out.first <= place.portion < laid_out.after:
            return False
        return self._pane.viewport().rect().intersects(self._pane.cursorRect())

    def _move_by_page(self, action: QAbstractSlider.SliderAction) -> None:
        pane = self._pane
        at, before = pane.cursorRect().center(), pane.selection.caret
        pane.verticalScrollBar().triggerAction(action)
        cursor = pane.textCursor()
        cursor.setPosition(pane.cursorForPosition(at).position(), QTextCursor.MoveMode.KeepAnchor)
        pane.setTextCursor(cursor)
        if pane.selection.caret == before:  # at an end of the report
            self._move_to_end(start=action is _PAGES[_Key.Key_PageUp])

    def _move_to_end(self, *, start: bool) -> None:
        pane = self._pane
        place = TextPosition(0, 0, 0) if start else pane.end_position()
        pane.selection.move_caret(place)
        pane.show_position(place)


def _mode(*, selects: bool) -> QTextCursor.MoveMode:
    return QTextCursor.MoveMode.KeepAnchor if selects else QTextCursor.MoveMode.MoveAnchor

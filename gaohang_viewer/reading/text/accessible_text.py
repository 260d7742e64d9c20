"""What a screen reader is told of the text pane: the whole report, not only what is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleTextCursorEvent, QAccessibleTextInterface, QTextCursor
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from gaohang_viewer.report.report_text import ReportText

if TYPE_CHECKING:
    from gaohang_viewer.reading.text.selectable_text import SelectableText
    from gaohang_viewer.session.reader import Reader

_NO_INTERFACE = Shiboken.VoidPtr(0)  # PySide crashes on None in its place


class AccessiblePane(QAccessibleWidget):
    """The text pane as a read-only document."""

    def __init__(self, pane: SelectableText, reader: Reader) -> None:
        super().__init__(pane, QAccessible.Role.Document)
        self._text = AccessibleText(pane, reader)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind == QAccessible.InterfaceType.TextInterface:
            return self._text
        return super().interface_cast(kind) or _NO_INTERFACE

    def state(self) -> QAccessible.State:
        found = super().state()
        found.readOnly = found.multiLine = found.selectableText = True
        return found

    def tell_caret(self) -> None:
        """Tells where the caret is; Qt tells its position in what is laid out."""
        position = self._text.cursorPosition()
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self.object(), position))


class AccessibleText(QAccessibleTextInterface):
    """The words of the report and the caret; offsets count the characters of the report."""

    def __init__(self, pane: SelectableText, reader: Reader) -> None:
        super().__init__()
        self._pane = pane
        self._reader = reader
        self._made: tuple[object, ReportText] | None = None

    @property
    def _report(self) -> ReportText:
        """The text of the open report, made when it is first asked for."""
        if self._made is None or self._made[0] is not self._reader.portions:
            self._made = self._reader.portions, ReportText(self._reader.report, self._reader.portions)
        return self._made[1]

    def characterCount(self) -> int:
        return len(self._report.text)

    def text(self, start: int, end: int) -> str:
        return self._report.text[max(start, 0) : end if end >= 0 else None]

    def cursorPosition(self) -> int:
        caret = self._pane.selection.caret
        return 0 if caret is None else self._report.offset(caret)

    def setCursorPosition(self, position: int) -> None:
        place = self._report.position(position)
        self._pane.select_positions(place, place)
        self._pane.show_position(place)

    def selectionCount(self) -> int:
        """None: PySide has no `selection`, which would tell where one is, nor `attributes`."""
        return 0

    def addSelection(self, start: int, end: int) -> None:
        """Replaces the selection: there is only one."""
        self.setSelection(0, start, end)

    def setSelection(self, _: int, start: int, end: int) -> None:
        anchor, caret = self._report.position(start), self._report.position(end)
        self._pane.select_positions(anchor, caret)
        self._pane.show_position(caret)

    def removeSelection(self, _: int) -> None:
        caret = self._pane.selection.caret
        self._pane.select_positions(caret, caret)

    def scrollToSubstring(self, start: int, _: int) -> None:
        self._pane.show_position(self._report.position(start))

    def characterRect(self, offset: int) -> QRect:
        """Where a character is on the screen; empty if it is not laid out."""
        place, laid_out = self._report.position(offset), self._pane.laid_out_range
        if laid_out is None or not laid_out.first <= place.portion < laid_out.after:
            return QRect()
        cursor = QTextCursor(laid_out.document)
        cursor.setPosition(laid_out.document_position(place))
        before = self._pane.cursorRect(cursor)
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        after = self._pane.cursorRect(cursor)
        width = after.left() - before.left() if after.top() == before.top() else before.height()
        corner = self._pane.viewport().mapToGlobal(before.topLeft())
        return QRect(corner.x(), corner.y(), max(width, 1), before.height())

    def offsetAtPoint(self, point: QPoint) -> int:
        laid_out = self._pane.laid_out_range
        if laid_out is None:
            return -1
        cursor = self._pane.cursorForPosition(self._pane.viewport().mapFromGlobal(point))
        return self._report.offset(laid_out.text_position(cursor.position()))

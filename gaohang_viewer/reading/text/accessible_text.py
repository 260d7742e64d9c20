"""What a screen reader is told of the text pane: the whole report, not only what is laid out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleTextCursorEvent, QAccessibleTextInterface, QTextCursor
from PySide6.QtWidgets import QAccessibleWidget

from gaohang_viewer.reading.text.accessible_line import NO_INTERFACE, AccessibleLine
from gaohang_viewer.report.report_text import ReportText

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

    from gaohang_viewer.reading.text.selectable_text import SelectableText
    from gaohang_viewer.session.reader import Reader


class AccessiblePane(QAccessibleWidget):
    """The text pane as a read-only document: its text, and after its widgets a child for each line."""

    def __init__(self, pane: SelectableText, reader: Reader) -> None:
        super().__init__(pane, QAccessible.Role.Document)
        self._text = AccessibleText(pane, reader)
        self._lines: dict[int, AccessibleLine] = {}
        reader.opened.connect(self._forget_lines)

    def childCount(self) -> int:
        return super().childCount() + len(self._text.report.lines)

    def child(self, index: int) -> QAccessibleInterface:
        number = index - super().childCount()
        if number < 0:
            return super().child(index)
        if number not in self._lines:
            line, start = self._text.report.lines[number], self._text.report.starts[number]
            place = partial(self._text.characterRect, start)
            self._lines[number] = AccessibleLine(self, number, line, place)
        return self._lines[number]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, AccessibleLine):
            return super().childCount() + child.number
        return super().indexOfChild(child)

    def _forget_lines(self) -> None:
        """Qt keeps what it was told of until it is deleted."""
        for line in self._lines.values():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(line))
        self._lines = {}

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind == QAccessible.InterfaceType.TextInterface:
            return self._text
        return super().interface_cast(kind) or NO_INTERFACE

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
    def report(self) -> ReportText:
        """The text of the open report, made when it is first asked for."""
        if self._made is None or self._made[0] is not self._reader.portions:
            self._made = self._reader.portions, ReportText(self._reader.report, self._reader.portions)
        return self._made[1]

    def characterCount(self) -> int:
        return len(self.report.text)

    def text(self, start: int, end: int) -> str:
        return self.report.text[max(start, 0) : end if end >= 0 else None]

    def cursorPosition(self) -> int:
        caret = self._pane.selection.caret
        return 0 if caret is None else self.report.offset(caret)

    def setCursorPosition(self, position: int) -> None:
        place = self.report.position(position)
        self._pane.select_positions(place, place)
        self._pane.show_position(place)

    def selectionCount(self) -> int:
        """None: PySide has no `selection`, which would tell where one is, nor `attributes`."""
        return 0

    def addSelection(self, start: int, end: int) -> None:
        """Replaces the selection: there is only one."""
        self.setSelection(0, start, end)

    def setSelection(self, _: int, start: int, end: int) -> None:
        anchor, caret = self.report.position(start), self.report.position(end)
        self._pane.select_positions(anchor, caret)
        self._pane.show_position(caret)

    def removeSelection(self, _: int) -> None:
        caret = self._pane.selection.caret
        self._pane.select_positions(caret, caret)

    def scrollToSubstring(self, start: int, _: int) -> None:
        self._pane.show_position(self.report.position(start))

    def characterRect(self, offset: int) -> QRect:
        """Where a character is on the screen; empty if it is not laid out."""
        place, laid_out = self.report.position(offset), self._pane.laid_out_range
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
        return self.report.offset(laid_out.text_position(cursor.position()))

"""What a screen reader is told of one line of the report: a headline with its level, a paragraph, a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface, QAccessibleInterface
from shiboken6 import Shiboken

from gaohang_viewer.report.text_lines import LineKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QWindow

    from gaohang_viewer.report.text_lines import Line

NO_INTERFACE = Shiboken.VoidPtr(0)  # PySide crashes on None in its place
_ROLES = {
    LineKind.HEADLINE: QAccessible.Role.Heading,
    LineKind.ENTRY: QAccessible.Role.ListItem,
    LineKind.CELL: QAccessible.Role.Cell,
    LineKind.PICTURE: QAccessible.Role.Graphic,
    LineKind.LINK: QAccessible.Role.Link,
}


class _Level(QAccessibleAttributesInterface):
    """The level of a headline."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> Any:
        return self._level if key is QAccessible.Attribute.Level else None


class AccessibleLine(QAccessibleInterface):
    """A child of the text pane; `place` returns where it is on the screen, empty if it is not laid out."""

    def __init__(
        self, pane: QAccessibleInterface, number: int, line: Line, place: Callable[[], QRect]
    ) -> None:
        super().__init__()
        self._pane = pane
        self.number = number
        self._line = line
        self._place = place
        self._level = _Level(line.level) if line.kind is LineKind.HEADLINE else None

    def isValid(self) -> bool:
        return True

    def object(self) -> QObject | None:  # type: ignore[override] # a line is no object of Qt
        return None

    def window(self) -> QWindow:
        return self._pane.window()

    def parent(self) -> QAccessibleInterface:
        return self._pane

    def childCount(self) -> int:
        return 0

    def child(self, _: int) -> None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> None:  # type: ignore[override]
        return None

    def indexOfChild(self, _: QAccessibleInterface) -> int:
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self._line.text
        if kind == QAccessible.Text.Description and self._line.kind is LineKind.CELL:
            words = QCoreApplication.translate("reading", "row {row}, column {column}")
            row, column = self._line.row + 1, self._line.column + 1
            return words.replace("{row}", str(row)).replace("{column}", str(column))
        return ""

    def setText(self, _: QAccessible.Text, _text: str) -> None:
        """Nothing: the report is not changed."""

    def rect(self) -> QRect:
        return self._place()

    def role(self) -> QAccessible.Role:
        return _ROLES.get(self._line.kind, QAccessible.Role.Paragraph)

    def state(self) -> QAccessible.State:
        found = QAccessible.State()
        found.readOnly = True
        found.offscreen = self._place().isEmpty()
        return found

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind == QAccessible.InterfaceType.AttributesInterface and self._level is not None:
            return self._level
        return NO_INTERFACE

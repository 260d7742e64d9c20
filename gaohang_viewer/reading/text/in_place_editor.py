"""A field over a line of the text pane, in which the line is typed anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTextEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QMimeData, QRect
    from PySide6.QtGui import QFocusEvent, QTextBlockFormat, QTextCharFormat
    from PySide6.QtWidgets import QWidget

MOST = 500  # characters of a headline or a field
_AROUND = 5  # px of border and padding around the text; see the style sheet
_LEAVING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class InPlaceEditor(QTextEdit):
    """Wraps like the line below it and grows downwards. The text is one paragraph of at most `MOST`
    characters."""

    committed = Signal()  # Enter was pressed, or the focus went elsewhere
    cancelled = Signal()  # Esc was pressed
    step_requested = Signal(int)  # Tab (1) or Shift+Tab (-1) was pressed

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("in-place")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._least = 0  # px, the height of the line below it
        self.textChanged.connect(self._grow)

    def edit(self, text: str, paragraph: QTextBlockFormat, letters: QTextCharFormat) -> None:
        """Shows a text, all of it selected, in the format of a line."""
        self.clear()
        self.document().setDefaultFont(letters.font())
        cursor = self.textCursor()
        plain = cursor.blockFormat()
        plain.setLineHeight(paragraph.lineHeight(), paragraph.lineHeightType())
        cursor.setBlockFormat(plain)
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(letters)
        self.insertPlainText(" ".join(text.split()))
        self.document().clearUndoRedoStacks()
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def place_over(self, line: QRect) -> None:
        """Moves the text over a line, in the coordinates of the parent."""
        self._least = line.height()
        self.setGeometry(line.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND))
        self._grow()

    def text(self) -> str:
        """What was typed, without superfluous white space."""
        return " ".join(self.toPlainText().split())[:MOST]

    def _grow(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        height = max(self._least, round(self.document().size().height())) + 2 * _AROUND
        self.resize(self.width(), height)

    # --- Qt's events -------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        keys = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        override = event.type() is event.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in keys:
            event.accept()  # the window has shortcuts with these keys
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.committed.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.step_requested.emit(1 if forward else -1)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _LEAVING and self.isVisible():
            self.committed.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        cursor = self.textCursor()
        cursor.insertText(" ".join(source.text()[: 4 * MOST].split())[:MOST])
        self.setTextCursor(cursor)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()

"""Selects and copies words of the whole report in its continuous text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gaohang_viewer.reading.text.laid_out_range import characters_in, units_of
from gaohang_viewer.reading.text.report_selection import ReportSelection
from gaohang_viewer.reading.text.scrolling_text import ScrollingText
from gaohang_viewer.report.text_lines import TextPosition, end_of, lines_between
from gaohang_viewer.resources import resource

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QPoint
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QMenu, QWidget

    from gaohang_viewer.session.reader import Reader
    from gaohang_viewer.typeset.word_list import WordList


class SelectableText(ScrollingText):
    """Holds a selection of the whole report; the document shows the part that is laid out."""

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(reader, parent)
        self.selection = ReportSelection()
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.selectionChanged.connect(self._on_cursor_moved)
        self.layout_changed.connect(self._show_selection)
        reader.opened.connect(lambda: self.selection.select(None, None))

    def show_empty_fields(self, *, on: bool) -> None:
        self.selection.select(None, None)  # the lines of the front page are others
        super().show_empty_fields(on=on)

    def select_positions(self, anchor: TextPosition | None, caret: TextPosition | None) -> None:
        """Selects what lies between two positions in the report, without scrolling."""
        self.selection.select(anchor, caret)
        self._show_selection()

    def end_position(self) -> TextPosition:
        """The position after the last words of the report."""
        return end_of(self._reader.report, self._reader.portions)

    def show_position(self, place: TextPosition) -> None:
        """Scrolls to a position in the report, unless it is in view."""
        laid_out = self._laid_out_with(place.portion)
        if laid_out is not None:
            self._show_selection()
            self._bring_into_view(laid_out.document_position(place))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._select_word(event.position().toPoint())

    def _select_word(self, at: QPoint) -> None:
        """Selects the word at a point of the viewport; Qt takes all that stands between spaces for one."""
        cursor = self.cursorForPosition(at)
        text, first = cursor.block().text(), cursor.block().position()
        place = characters_in(text, cursor.positionInBlock())
        place -= place > 0 and self.cursorRect(cursor).left() > at.x()
        for word in _word_list().tokens(text):
            if word.start <= place < word.end:
                cursor.setPosition(first + units_of(text[: word.start]))
                cursor.setPosition(first + units_of(text[: word.end]), cursor.MoveMode.KeepAnchor)
                self.setTextCursor(cursor)
                return

    def createMimeDataFromSelection(self) -> QMimeData:
        """The data of a copy or a drag."""
        from gaohang_viewer.reading.text.clipboard_formats import as_html, as_text, mime_data

        extent = self.selection.extent
        found = lines_between(self._reader.report, self._reader.portions, *extent) if extent else []
        return mime_data(as_text(found), as_html(found))

    def copy(self) -> None:
        """Copies the selection, laid out or not."""
        if self.selection.extent is not None:
            QGuiApplication.clipboard().setMimeData(self.createMimeDataFromSelection())

    def selectAll(self) -> None:
        """Selects the whole report."""
        self.select_positions(TextPosition(0, 0, 0), self.end_position())

    def createStandardContextMenu(self) -> QMenu:  # type: ignore[override] # the one at the caret
        """Qt's menu, whose entries know the document alone, for the whole report."""
        menu = super().createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-copy":
                action.setEnabled(self.selection.extent is not None)
                action.triggered.disconnect()
                action.triggered.connect(self.copy)
            elif action.objectName() == "select-all":
                action.triggered.disconnect()
                action.triggered.connect(self.selectAll)
        return menu

    def _show_selection(self) -> None:
        """Selects in the document what is laid out of the selection, without scrolling to it."""
        cursor = self.selection.cursor_in(self._range) if self._range is not None else None
        if cursor is None or self._empty_fields:
            return
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        values = [bar.value() for bar in bars]
        with self._without_tracking():
            self.setTextCursor(cursor)
            for bar, value in zip(bars, values, strict=True):
                bar.setValue(value)

    def _on_cursor_moved(self) -> None:
        """Takes over what the user selected."""
        if not self._is_moving and self._range is not None and not self._empty_fields:
            self.selection.follow(self.textCursor(), self._range)


@cache
def _word_list() -> WordList:
    """Loaded at the first double click, in some 20 ms."""
    from gaohang_viewer.typeset.word_list import WordList

    return WordList(resource("headlines"))

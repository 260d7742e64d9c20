"""The selection of words in a report, of which only a part may be laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from gaohang_viewer.reading.text.laid_out_range import LaidOutRange
    from gaohang_viewer.report.text_lines import TextPosition


class ReportSelection:
    """Two positions in the report. The text cursor of the pane shows the part that is laid out: it follows
    this selection after every change of the layout, and this selection follows it after every change by the
    user."""

    def __init__(self) -> None:
        self._anchor: TextPosition | None = None
        self._caret: TextPosition | None = None
        self._is_anchor_away = False  # its line was out of the layout since it was set

    @property
    def extent(self) -> tuple[TextPosition, TextPosition] | None:
        """The first position and the one after the last; None if nothing is selected."""
        if self._anchor is None or self._caret is None or self._anchor == self._caret:
            return None
        return min(self._anchor, self._caret), max(self._anchor, self._caret)

    @property
    def caret(self) -> TextPosition | None:
        """The end that moves."""
        return self._caret

    def select(self, anchor: TextPosition | None, caret: TextPosition | None) -> None:
        """Selects what lies between two positions; None, None: nothing."""
        self._anchor, self._caret = anchor, caret
        self._is_anchor_away = False

    def move_caret(self, caret: TextPosition) -> None:
        """Moves the end that moves; the other one stays."""
        self._caret = caret

    def follow(self, cursor: QTextCursor, laid_out: LaidOutRange) -> None:
        """Takes over what the user selected in the document."""
        self._caret = laid_out.text_position(cursor.position())
        if not cursor.hasSelection():
            self._anchor, self._is_anchor_away = self._caret, False
        elif self._anchor is None or not self._is_anchor_away:
            self._anchor = laid_out.text_position(cursor.anchor())

    def cursor_in(self, laid_out: LaidOutRange) -> QTextCursor | None:
        """A cursor that selects the part that is laid out; None if there is no position yet."""
        if self._anchor is None or self._caret is None:
            return None
        self._is_anchor_away |= not laid_out.first <= self._anchor.portion < laid_out.after
        cursor = QTextCursor(laid_out.document)
        cursor.setPosition(laid_out.document_position(self._anchor))
        cursor.setPosition(laid_out.document_position(self._caret), QTextCursor.MoveMode.KeepAnchor)
        return cursor

"""The text of one slide as two fields: its headline, and its points, one on each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout

from gaohang_viewer.typeset.slides.deck import Kind
from gaohang_viewer.typeset.slides.deck_edits import SlideText, as_lines, from_lines
from gaohang_viewer.ui.plain_text import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.presenting.light_table.slides_model import SlideRow
    from gaohang_viewer.ui.theme import Fonts

_PAUSE = 400  # ms after the last key
_HEADLINE_ALONE = {Kind.COVER, Kind.DIVIDER}


class SlideTextEditor(QFrame):
    """`text_changed` brings a row and its new text, a moment after the last key or when a field loses the
    focus; `restore_requested` brings the keys of slides to restore."""

    text_changed = Signal(object, object)  # SlideRow, SlideText
    restore_requested = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deck-words")
        self._row: SlideRow | None = None
        self._fonts: Fonts | None = None
        self._has_unsent = False  # something was typed that has not been emitted
        self._typing_timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typing_timer.timeout.connect(self.flush)
        self.headline = QLineEdit(self)
        self.headline.setObjectName("deck-headline")
        self.points = QPlainTextEdit(self)
        self.points.setObjectName("deck-points")
        self.points.setUndoRedoEnabled(False)  # the page undoes all changes of the deck in one sequence
        self.points.setTabChangesFocus(True)
        text = QCoreApplication.translate("presenting", "Scroll the points")
        self.points.verticalScrollBar().setAccessibleName(text)
        self.points.setMinimumHeight(48)
        text = QCoreApplication.translate("presenting", "Headline")
        self.headline.setAccessibleName(text)
        caption = QLabel(text, self)
        caption.setObjectName("deck-caption")
        caption.setBuddy(self.headline)
        text = QCoreApplication.translate("presenting", "Points")
        self.points.setAccessibleName(text)
        self._points_caption = QLabel(text, self)
        self._points_caption.setObjectName("deck-caption")
        self._points_caption.setBuddy(self.points)
        for label in (caption, self._points_caption):
            label.setIndent(0)
        self._hint = plain(QLabel(self))
        self._hint.setObjectName("deck-caption")
        self._hint.setMinimumWidth(1)
        self.restore = QPushButton(QCoreApplication.translate("presenting", "Restore original"), self)
        self.restore.setFlat(True)
        room = self.restore.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.restore.setSizePolicy(room)
        self.restore.clicked.connect(self._restore)
        for field in (self.headline, self.points):
            field.setAcceptDrops(False)  # files are dropped on the page or the window
            field.installEventFilter(self)
            field.textChanged.connect(self._on_typed)
        self._lay_out(caption)

    def _lay_out(self, caption: QLabel) -> None:
        above = QHBoxLayout()
        above.addWidget(caption, 1)
        above.addWidget(self.restore)
        between = QHBoxLayout()
        between.addWidget(self._points_caption)
        between.addWidget(self._hint, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 16)
        layout.setSpacing(6)
        layout.addLayout(above)
        layout.addWidget(self.headline)
        layout.addSpacing(4)
        layout.addLayout(between)
        layout.addWidget(self.points, 1)

    def apply_theme(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._set_fonts()

    def _set_fonts(self) -> None:
        if self._fonts is not None:
            self.headline.setFont(self._fonts.report_font(16, bold=True))
            self.points.setFont(self._fonts.report_font(16))

    def show_row(self, row: SlideRow | None, said: SlideText) -> None:
        """Shows a slide's text; an unchanged text keeps its cursor."""
        other = row is None or self._row is None or row.key != self._row.key
        if other:
            self.flush()
        self._row = row
        alone = row is None or row.slide.kind in _HEADLINE_ALONE
        self.headline.setEnabled(row is not None)
        self.points.setEnabled(not alone)
        self.restore.setVisible(row is not None and (row.reworded or row.hidden))
        self._show_hint(row)
        if not other and (self._has_unsent or self._is_being_cleared):
            return  # what is being typed is emitted in a moment
        points = () if alone else said.points or ()
        if other or self.headline.text().strip() != said.headline:
            self.headline.setText(said.headline)
            self.headline.setCursorPosition(0)
        if other or from_lines(self.points.toPlainText()) != points:
            self.points.setPlainText(as_lines(points))
        self._forget()

    def flush(self) -> None:
        """Emits what was typed now."""
        if not self._has_unsent or self._row is None or self._is_being_cleared:
            return
        self._forget()
        alone = self._row.slide.kind in _HEADLINE_ALONE
        points = None if alone else from_lines(self.points.toPlainText())
        self.text_changed.emit(self._row, SlideText(self.headline.text().strip(), points))

    @property
    def _is_being_cleared(self) -> bool:
        """Whether the user has just emptied the headline, probably to write another one."""
        return self.headline.hasFocus() and not self.headline.text().strip()

    def _on_typed(self) -> None:
        self._has_unsent = True
        self._typing_timer.start()

    def _forget(self) -> None:
        self._has_unsent = False
        self._typing_timer.stop()

    def _restore(self) -> None:
        self._forget()
        if self._row is not None:
            self.restore_requested.emit([self._row.key])

    def _show_hint(self, row: SlideRow | None) -> None:
        text = ""
        if row is not None and row.slide.kind in _HEADLINE_ALONE:
            text = QCoreApplication.translate("presenting", "This slide has no points.")
        elif row is not None and row.slide.kind is Kind.FIGURES:
            text = QCoreApplication.translate(
                "presenting", "One figure per line; indent its description below"
            )
        elif row is not None:
            text = QCoreApplication.translate(
                "presenting", "One per line; indented lines appear in small print"
            )
        self._hint.setText(text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._set_fonts()  # the style sheet resets the font when it is first applied

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.flush()
        if isinstance(event, QKeyEvent) and (
            event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        ):
            event.ignore()  # the page undoes changes of the deck
            return event.type() is QEvent.Type.ShortcutOverride
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and watched is self.headline
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.flush()
            if self.points.isEnabled():
                self.points.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

"""The text of one slide: its headline, and its points or rows one on each line, or the fields of a cover."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
)

from gaohang_viewer.presenting.light_table.cover_fields import CoverFields
from gaohang_viewer.presenting.light_table.looks import section_detail_names
from gaohang_viewer.typeset.slides.deck import Kind
from gaohang_viewer.typeset.slides.deck_edits import SlideText, as_lines, from_lines, table_row
from gaohang_viewer.ui.plain_text import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.presenting.light_table.slides_model import SlideRow
    from gaohang_viewer.ui.theme import Fonts

_PAUSE = 400  # ms after the last key
_HEADLINE_ALONE = {Kind.DIVIDER, Kind.PICTURE}


class SlideTextEditor(QFrame):
    """`text_changed` brings a row and its new text, a moment after the last key or when a field loses the
    focus; `restore_requested` brings the keys of slides to restore."""

    text_changed = Signal(object, object)  # SlideRow, SlideText
    restore_requested = Signal(list)
    detail_requested = Signal(list, str)  # keys, and a value of `Detail` (empty: that of the deck)
    picture_requested = Signal(str)  # another picture for the slide with this key

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
        self._add_kinds()
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
            field.textChanged.connect(self._on_typed)
        for each in (self.headline, self.points, *self.cover.fields.values()):
            each.installEventFilter(self)
        self._space = QSpacerItem(0, 0)  # below what is shown
        self._lay_out(caption)

    def _add_kinds(self) -> None:
        """Adds what only some kinds of slides have."""
        self.cover = CoverFields(self)
        self.cover.typed.connect(self._on_typed)
        self.detail = QComboBox(self)
        self.detail.setObjectName("deck-detail")
        text = QCoreApplication.translate("presenting", "Contents of this slide")
        self.detail.setAccessibleName(text)
        self.detail.setToolTip(text)
        for value, name in section_detail_names().items():
            self.detail.addItem(name, value)
        self.detail.activated.connect(self._choose_detail)
        self.picture = QPushButton(QCoreApplication.translate("presenting", "Replace picture…"), self)
        self.picture.clicked.connect(self._choose_picture)

    def _lay_out(self, caption: QLabel) -> None:
        above = QHBoxLayout()
        above.addWidget(caption, 1)
        above.addWidget(self.restore)
        above.addWidget(self.detail)
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
        layout.addWidget(self.cover, 1)
        layout.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacerItem(self._space)
        fields = (self.headline, self.points, *self.cover.fields.values(), self.picture)
        for first, second in pairwise((self.restore, self.detail, *fields)):
            self.setTabOrder(first, second)

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
        kind = row.slide.kind if row is not None else None
        self.headline.setEnabled(row is not None)
        self.points.setEnabled(kind is not None and kind not in _HEADLINE_ALONE)
        for part in (self.points, self._points_caption, self._hint):
            part.setVisible(kind not in (Kind.COVER, Kind.PICTURE))
        rows = QCoreApplication.translate("presenting", "Rows")
        points = QCoreApplication.translate("presenting", "Points")
        self._points_caption.setText(rows if kind is Kind.TABLE else points)
        self.points.setAccessibleName(self._points_caption.text())
        self.cover.setVisible(kind is Kind.COVER)
        self.picture.setVisible(kind is Kind.PICTURE)
        vertical = QSizePolicy.Policy.Expanding if kind is Kind.PICTURE else QSizePolicy.Policy.Fixed
        self._space.changeSize(0, 0, QSizePolicy.Policy.Minimum, vertical)
        if (layout := self.layout()) is not None:
            layout.invalidate()
        self.detail.setVisible(row is not None and row.has_detail)
        self.detail.setCurrentIndex(self.detail.findData(row.detail if row is not None else ""))
        changed = row is not None and (row.reworded or row.hidden) and not row.is_added
        self.restore.setVisible(changed)
        self._show_hint(row)
        if not other and (self._has_unsent or self._is_being_cleared):
            return  # what is being typed is emitted in a moment
        if other or self.headline.text().strip() != said.headline:
            self.headline.setText(said.headline)
            self.headline.setCursorPosition(0)
        wanted = said.points or ()
        if kind is Kind.COVER:
            self.cover.set_texts(wanted)
        elif other or self._typed_points() != wanted:
            cells = "\n".join(" | ".join(table_row(point)) for point in wanted)
            self.points.setPlainText(cells if kind is Kind.TABLE else as_lines(wanted))
        self._forget()

    def flush(self) -> None:
        """Emits what was typed now."""
        if not self._has_unsent or self._row is None or self._is_being_cleared:
            return
        self._forget()
        self.text_changed.emit(self._row, SlideText(self.headline.text().strip(), self._typed_points()))

    def _typed_points(self) -> tuple[str, ...] | None:
        """The points as typed, those of a table with tabs between cells; None where there are none."""
        kind, text = self._row.slide.kind if self._row is not None else None, self.points.toPlainText()
        if kind is Kind.COVER:
            return self.cover.texts()
        if kind is Kind.TABLE:
            return tuple("\t".join(table_row(line)) for line in text.splitlines() if line.strip())
        return from_lines(text) if kind not in _HEADLINE_ALONE else None

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

    def _choose_detail(self) -> None:
        if self._row is not None:
            self.detail_requested.emit([self._row.key], self.detail.currentData())

    def _choose_picture(self) -> None:
        if self._row is not None:
            self.picture_requested.emit(self._row.key)

    def _show_hint(self, row: SlideRow | None) -> None:
        text = ""
        if row is not None and row.slide.kind in _HEADLINE_ALONE:
            text = QCoreApplication.translate("presenting", "This slide has no points.")
        elif row is not None and row.slide.kind is Kind.FIGURES:
            text = QCoreApplication.translate(
                "presenting", "One figure per line; indent its description below"
            )
        elif row is not None and row.slide.kind is Kind.TABLE:
            text = QCoreApplication.translate(
                "presenting", "One row per line, | between cells; rows of a spreadsheet can be pasted"
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
            and watched is not self.points
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.flush()
            if self.points.isEnabled():
                self.focusNextChild()
            return True
        return super().eventFilter(watched, event)

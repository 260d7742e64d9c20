"""Types headlines and the fields of the front page anew where they stand in the text pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton

from gaohang_viewer.reading.text.block_writer import FIELD
from gaohang_viewer.reading.text.in_place_editor import InPlaceEditor
from gaohang_viewer.report.model import FIELDS, FRONT
from gaohang_viewer.ui.field_names import field_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextFragment

    from gaohang_viewer.reading.text.scrolling_text import ScrollingText
    from gaohang_viewer.session.reader import Reader
    from gaohang_viewer.ui.theme import Theme

_BUTTON = 28  # px


class TextEditing(QObject):
    """Opens an editor over a line. While a field of the front page is edited, the pane shows all fields,
    empty ones by their names."""

    field_typed = Signal(str, str)  # the key of a field, and its new text
    headline_typed = Signal(int, str)  # a section, and the new text of its headline

    def __init__(self, pane: ScrollingText, reader: Reader) -> None:
        super().__init__(pane)
        self._pane = pane
        self._reader = reader
        self._target: str | int | None = None  # the field or section that is edited
        self._before = ""  # its text
        self._theme: Theme | None = None
        self.editor: InPlaceEditor | None = None
        self._button: QToolButton | None = None
        self._button_field = ""
        pane.layout_changed.connect(self._place)
        pane.verticalScrollBar().valueChanged.connect(self._place)
        reader.opened.connect(self._on_opened)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._button is not None:
            self._button.setIcon(theme.icon("pen"))

    @property
    def is_active(self) -> bool:
        return self._target is not None

    def edit_front_page(self, field: str = "title") -> None:
        """Opens the editor at a field of the front page."""
        self.commit()
        if self._reader.position.section != FRONT or self._reader.position.scroll is not None:
            self._reader.go(FRONT)
        self._pane.show_empty_fields(on=True)
        self._open(field, self._reader.report.fields[field], field_names()[field])

    def edit_headline(self, section: int) -> None:
        """Opens the editor at the headline of a section; at the title for the front page."""
        if section == FRONT:
            self.edit_front_page()
            return
        self.commit()
        self._reader.go(section)
        named = self._reader.report.sections[section]
        text = QCoreApplication.translate("presenting", "Headline")
        self._open(section, named.mark + named.title, text)

    def commit(self) -> None:
        """Emits what was typed, and closes the editor."""
        target = self._target
        typed = self.editor.text() if self.editor is not None else ""
        changed = target is not None and typed != self._before
        self.cancel()
        if changed and isinstance(target, str):
            self.field_typed.emit(target, typed)
        elif changed and isinstance(target, int) and typed:
            self.headline_typed.emit(target, typed)

    def cancel(self) -> None:
        """Closes the editor."""
        if self._target is None or self.editor is None:
            return
        had_focus = self.editor.hasFocus()
        self._target = None
        self.editor.hide()
        self._pane.show_empty_fields(on=False)
        if had_focus:
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_at(self, at: QPoint) -> str:
        """The key of the field of the front page at a point of the viewport; empty for none."""
        block = self._pane.cursorForPosition(at).block()
        if not self._line_of(block, block).contains(QPoint(max(at.x(), 0), at.y())):
            return ""
        position = self._pane.cursorForPosition(at).position()
        key = ""
        for run in _runs(block):
            found = run.charFormat().property(FIELD)
            key = found if found and (not key or run.position() <= position) else key
        return key

    def hover(self, at: QPoint) -> None:
        """Shows a button beside the line of the front page at a point of the viewport."""
        field = self.field_at(at) if not self.is_active else ""
        if self._button is not None and self._button.isVisible() and self._button.geometry().contains(at):
            return
        if not field:
            if self._button is not None:
                self._button.hide()
            return
        if self._button is None:
            button = self._button = QToolButton(self._pane.viewport())
            button.setObjectName("edit-field")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard the action does the same
            button.setCursor(Qt.CursorShape.ArrowCursor)
            button.setFixedSize(_BUTTON, _BUTTON)
            button.setIconSize(QSize(16, 16))
            button.clicked.connect(lambda: self.edit_front_page(self._button_field))
            if self._theme is not None:
                button.setIcon(self._theme.icon("pen"))
        self._button_field = field
        text = QCoreApplication.translate("reading", "Edit {field}").replace("{field}", field_names()[field])
        self._button.setToolTip(text)
        self._button.setAccessibleName(text)
        block = self._pane.cursorForPosition(at).block()
        line, ends = self._line_of(block, block), self._text_end(block)
        left = min(ends + 8, self._pane.viewport().width() - _BUTTON)
        self._button.move(left, line.center().y() - _BUTTON // 2)
        self._button.show()

    def _open(self, target: str | int, text: str, name: str) -> None:
        if self._button is not None:
            self._button.hide()
        found = self._blocks(target)
        if not found:
            self._pane.show_empty_fields(on=False)
            return
        if self.editor is None:
            self.editor = InPlaceEditor(self._pane)
            self.editor.committed.connect(self.commit)
            self.editor.cancelled.connect(self.cancel)
            self.editor.step_requested.connect(self._step)
        self._target = target
        self._before = " ".join(text.split())
        letters = next(_runs(found[0])).charFormat()
        if self._theme is not None:
            letters.setForeground(self._theme.brush(self._theme.ink))
        self.editor.setAccessibleName(name)
        self.editor.setPlaceholderText(name)
        self._place()
        self.editor.edit(text, found[0].blockFormat(), letters)

    def _step(self, by: int) -> None:
        """Commits, and goes on to the next field of the front page, round at the end."""
        field = self._target
        self.commit()
        if isinstance(field, str):
            self.edit_front_page(FIELDS[(FIELDS.index(field) + by) % len(FIELDS)])

    def _place(self) -> None:
        """Moves the editor where its line is now."""
        if self._button is not None:
            self._button.hide()
        if self._target is None or self.editor is None:
            return
        found = self._blocks(self._target)
        if found:
            line = self._line_of(found[0], found[-1])
            self.editor.place_over(line.translated(self._pane.viewport().pos()))

    def _on_opened(self) -> None:
        if not self._reader.revised:
            self.cancel()

    def _blocks(self, target: str | int) -> list[QTextBlock]:
        """The text blocks of a headline or field, as far as they are laid out."""
        laid_out = self._pane.laid_out_range
        section = FRONT if isinstance(target, str) else target
        portion = self._reader.portions.number(section, 0)
        if laid_out is None or not laid_out.first <= portion < laid_out.after:
            return []
        block = laid_out.document.findBlockByNumber(laid_out.start(portion))
        if isinstance(target, int):
            return [block]
        blocks = []
        end = laid_out.extent(portion)[1]
        while block.isValid() and block.position() < end:
            if any(run.charFormat().property(FIELD) == target for run in _runs(block)):
                blocks.append(block)
            block = block.next()
        return blocks

    def _line_of(self, first: QTextBlock, last: QTextBlock) -> QRect:
        """The rectangle from one block to another in the viewport, in px, without their margins."""
        layout = self._pane.document().documentLayout()
        top, bottom = layout.blockBoundingRect(first), layout.blockBoundingRect(last)
        above = round(top.top()) - self._pane.verticalScrollBar().value()
        height = round(bottom.bottom() - top.top())
        return QRect(0, above, self._pane.lineWrapColumnOrWidth(), height)

    def _text_end(self, block: QTextBlock) -> int:
        """Where the text of a block ends at the right, in px."""
        layout = block.layout()
        return round(
            max((layout.lineAt(at).naturalTextRect().right() for at in range(layout.lineCount())), default=0)
        )


def _runs(block: QTextBlock) -> Iterator[QTextFragment]:
    run = block.begin()
    while not run.atEnd():
        yield run.fragment()
        run += 1

"""The text pane: the continuous text with highlights, links and a context menu."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QKeySequence

from gaohang_viewer.reading.text.highlights import Highlights, ahead_of_words, text_of_block
from gaohang_viewer.reading.text.keyboard_caret import KeyboardCaret
from gaohang_viewer.reading.text.selectable_text import SelectableText
from gaohang_viewer.reading.text.text_editing import TextEditing
from gaohang_viewer.report.markdown_reader import paragraphs
from gaohang_viewer.report.model import FRONT
from gaohang_viewer.report.punctuation import full_width

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QTextBlock,
        QWheelEvent,
    )
    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.reading.search.finder import Finder
    from gaohang_viewer.reading.text.accessible_text import AccessiblePane
    from gaohang_viewer.reading.text.text_style import TextStyle
    from gaohang_viewer.report.key_figures.extract import Figure
    from gaohang_viewer.report.model import Report
    from gaohang_viewer.session.reader import Reader


class TextPane(SelectableText):
    """Shows the reader's position and the finder's hits."""

    zoom_requested = Signal(int)  # a step up (1) or down (-1), by Ctrl+wheel
    # A context menu opens: the menu to fill, the section, the words of the paragraph, and how many
    # paragraphs before it in the section have the same words. The words are empty on the headline.
    menu_requested = Signal(object, int, str, int)

    def __init__(self, reader: Reader, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(reader, parent)
        self.setObjectName("pane")
        self.setOpenLinks(False)
        self._finder = finder
        self._focus_edge: QWidget | None = None
        self.highlights = Highlights(self, finder)
        self.editing = TextEditing(self, reader)
        self.caret = KeyboardCaret(self)
        self._accessible: AccessiblePane | None = None  # made for a screen reader
        install_accessible_pane()
        self.layout_changed.connect(self._refresh_highlights)
        self.anchorClicked.connect(self._open_link)

    def apply_theme(self, style: TextStyle) -> None:
        self.highlights.theme = style.theme
        self.editing.apply_theme(style.theme)
        super().apply_theme(style)

    def show_hit(self, section: int, number: int) -> None:
        """Scrolls to a hit of a section, and highlights it as the current one."""
        report, portions = self._reader.report, self._reader.portions
        part, number = self.highlights.part_of_hit(report, portions, section, number)
        self.show_words(portions.number(section, part), number)

    def _refresh_highlights(self) -> None:
        """Highlights again after a change of the layout; the current hit stays."""
        self.highlights.refresh()
        if self._finder.current is None or self._range is None or self.highlights.has_current:
            return
        section, number = self._finder.current
        report, portions = self._reader.report, self._reader.portions
        part, number = self.highlights.part_of_hit(report, portions, section, number)
        portion = portions.number(section, part)
        if self._range.first <= portion < self._range.after:
            self.highlights.highlight_hit(self._range.extent(portion), number)

    def show_words(self, portion: int, number: int) -> None:
        """Scrolls to a hit of a portion by its number, and highlights it."""
        laid_out = self._laid_out_with(portion)
        if (
            laid_out is not None
            and (at := self.highlights.highlight_hit(laid_out.extent(portion), number)) is not None
        ):
            self._bring_into_view(at)

    def show_figure(self, figure: Figure) -> None:
        """Scrolls to a key figure, and highlights it."""
        report, portions = self._reader.report, self._reader.portions
        if self._reader.position.section != figure.section:
            self._reader.go(figure.section)
        words = full_width(_text_of(report, figure))
        for portion in range(portions.number(figure.section), portions.after(figure.section)):
            laid_out = self._laid_out_with(portion)
            if laid_out is None:
                return
            start, end = laid_out.extent(portion)
            block = laid_out.document.findBlock(start)
            while block.isValid() and block.position() < end:
                if full_width(_words(text_of_block(block))) == words:
                    at = block.position() + ahead_of_words(text_of_block(block))
                    self.highlights.highlight(at + figure.match.start, at + figure.match.end)
                    self._bring_into_view(at + figure.match.start)
                    return
                block = block.next()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows a line at the edge if the Tab key moved the focus here, and not after a click."""
        super().focusInEvent(event)
        if event.reason().name in ("TabFocusReason", "BacktabFocusReason"):
            from PySide6.QtWidgets import QFrame

            self._focus_edge = self._focus_edge or QFrame(self)
            self._focus_edge.setObjectName("focus-edge")
            self._focus_edge.setGeometry(0, 0, 3, self.height())
            self._focus_edge.show()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Moves the focus to the next link from the view; Qt would begin at the top of the report."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            view = self.viewport().rect()
            cursor = self.cursorForPosition(view.topLeft() if forward else view.bottomRight())
            cursor.movePosition(cursor.MoveOperation.PreviousCharacter)
            cursor.movePosition(cursor.MoveOperation.NextCharacter, cursor.MoveMode.KeepAnchor)
            with self._without_tracking():
                self.setTextCursor(cursor)
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._focus_edge is not None:
            self._focus_edge.hide()

    # --- input -------------------------------------------------------------------------------------------

    def _open_link(self, url: QUrl) -> None:
        """Goes to a linked section; asks before another program opens a web address."""
        fragment = url.fragment()
        if url.isRelative() and fragment.isdigit():
            self._reader.go(int(fragment))
        else:
            from gaohang_viewer.ui.external_links import ask_to_open

            ask_to_open(self, *self._link_text(url))

    def _link_text(self, url: QUrl) -> tuple[str, str]:
        """The address of the link that was just followed, as written, and its text.

        Qt converts hosts to ASCII and undoes escapes, so that its address may differ from the written one.
        """
        from PySide6.QtCore import QUrl

        address, words, apart = url.toString(url.ComponentFormattingOption.FullyEncoded), "", False
        run = self.textCursor().block().begin()
        while not run.atEnd():
            href = run.fragment().charFormat().anchorHref()
            if href and QUrl(href) == url:
                address = href
                words += " " * (apart and bool(words)) + run.fragment().text()
                apart = False
            else:
                apart = True
            run += 1
        return address, words

    def loadResource(self, kind: int, name: QUrl | str) -> None:
        """Nothing: Qt would read files that the text names."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        self.menu_requested.emit(menu, *self._paragraph(self.cursorForPosition(event.pos()).block()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _paragraph(self, block: QTextBlock) -> tuple[int, str, int]:
        """The section of a block, its words, and how many blocks before it have the same words."""
        if self._range is None:
            return FRONT, "", 0
        portion = self._range.of_block(block.blockNumber())
        section, part, *_ = self._reader.portions[portion]
        first = self._range.start(portion)
        if section != FRONT and part == 0 and block.blockNumber() == first:
            return section, "", 0
        words = _words(text_of_block(block))
        nth = 0
        other = block.previous()
        while other.isValid() and other.blockNumber() >= first:
            nth += _words(text_of_block(other)) == words
            other = other.previous()
        return section, words, nth

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif not self.caret.press(event):
            super().keyPressEvent(event)

    def accessible(self) -> AccessiblePane:
        """What a screen reader is told of this pane."""
        from gaohang_viewer.reading.text.accessible_text import AccessiblePane

        if self._accessible is None:
            self._accessible = AccessiblePane(self, self._reader)
            self.cursorPositionChanged.connect(self._accessible.tell_caret)
        return self._accessible

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._style is not None:
            self.caret.paint(self._style.theme.accent)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.caret.hide()
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()  # the window goes back and forward
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
        elif field := self.editing.field_at(at):
            self.editing.edit_front_page(field)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.editing.hover(event.position().toPoint() if not event.buttons() else QPoint(-1, -1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.caret.hide()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.table_bar.isVisible():
            self.table_bar.setValue(self.table_bar.value() - event.angleDelta().y())
        else:
            super().wheelEvent(event)


@cache
def install_accessible_pane() -> None:
    """Lets Qt ask the text pane itself what it tells a screen reader; for a text browser of its own it would
    be a label with the part that is laid out."""
    QAccessible.installFactory(lambda _, asked: asked.accessible() if isinstance(asked, TextPane) else None)


def _words(text: str) -> str:
    """The words of a block, without a list mark and line breaks."""
    return text[ahead_of_words(text) :].replace("\u2028", "")


def _text_of(report: Report, figure: Figure) -> str:
    """The paragraph of a key figure."""
    if figure.section < 0:
        return [report.title, *paragraphs(report.preamble)][figure.paragraph]
    from gaohang_viewer.report.search import texts

    return texts(report, figure.section)[figure.paragraph]

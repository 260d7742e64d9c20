"""The rich-text pane: the continuous text with what was found marked in it, its links and its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal

from gaohang_viewer.reading.text.highlights import Marks, ahead_of_words
from gaohang_viewer.reading.text.scrolling_text import ContinuousText
from gaohang_viewer.report.blocks import paragraphs
from gaohang_viewer.report.model import FRONT
from gaohang_viewer.report.punctuation import full_width

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QUrl
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QTextBlock, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.reading.search.finder import Finder
    from gaohang_viewer.reading.text.document_writer import TextStyle
    from gaohang_viewer.reading.text.laid_out_range import Stretch
    from gaohang_viewer.report.key_figures.extract import Figure
    from gaohang_viewer.report.model import Report
    from gaohang_viewer.session.reader import Reader


class TextPane(ContinuousText):
    """Shows the reader's place and the finder's hits; its menu, its links and its wheel lead elsewhere."""

    zoomed = Signal(int)  # steps up (+1) or down (-1), by Ctrl+wheel
    # A context menu is wanted: the menu to fill, the section, and the words of the paragraph, with how many
    # paragraphs of the section say the same before it. The words are empty on the section's headline.
    menu_wanted = Signal(object, int, str, int)

    def __init__(self, reader: Reader, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(reader, parent)
        self.setObjectName("pane")
        self.setOpenLinks(False)
        self._finder = finder
        self._edge: QWidget | None = None
        self.marks = Marks(self, finder)
        self.laid_out.connect(self._mark_again)
        self.anchorClicked.connect(self._follow)

    def apply_theme(self, look: TextStyle) -> None:
        self.marks.theme = look.theme
        super().apply_theme(look)

    def show_hit(self, section: int, number: int) -> None:
        """Scrolls to one hit of a section and marks it as the present one."""
        report, portions = self._reader.report, self._reader.portions
        part, number = self.marks.part_of_hit(report, portions, section, number)
        self.show_words(portions.number(section, part), number)

    def _mark_again(self) -> None:
        """Other text is laid out, or the same in another width: the present hit is still the present one."""
        self.marks.refresh()
        if self._finder.current is None or self._stretch is None or self.marks.has_now:
            return
        section, number = self._finder.current
        report, portions = self._reader.report, self._reader.portions
        part, number = self.marks.part_of_hit(report, portions, section, number)
        portion = portions.number(section, part)
        if self._stretch.first <= portion < self._stretch.after:
            self.marks.mark_one(self._stretch.extent(portion), number)

    def show_words(self, portion: int, number: int) -> None:
        """Scrolls to one of the hits in a portion, if it is not in view, and marks it."""
        stretch = self._laid_out(portion)
        if stretch is not None and (at := self.marks.mark_one(stretch.extent(portion), number)) is not None:
            self._bring_into_view(at)

    def show_figure(self, figure: Figure) -> None:
        """Goes to a key figure, and marks it."""
        report, portions = self._reader.report, self._reader.portions
        if self._reader.place.section != figure.section:
            self._reader.go(figure.section)
        words = full_width(_text_of(report, figure))
        for portion in range(portions.number(figure.section), portions.after(figure.section)):
            stretch = self._laid_out(portion)
            if stretch is None:
                return
            start, end = stretch.extent(portion)
            block = stretch.document.findBlock(start)
            while block.isValid() and block.position() < end:
                if full_width(_words(block.text())) == words:
                    at = block.position() + ahead_of_words(block.text())
                    self.marks.point_at(at + figure.match.start, at + figure.match.end)
                    self._bring_into_view(at + figure.match.start)
                    return
                block = block.next()

    def _laid_out(self, portion: int) -> Stretch | None:
        """The stretch of text, with a portion in it."""
        stretch = self._stretch
        if stretch is None or not stretch.first <= portion < stretch.after:
            self._bring(portion)
            if self._stretch is not None:
                self._view_from(self._stretch.top(portion))
                self._scrolled(self.verticalScrollBar().value())
            self.marks.refresh()
        return self._stretch

    def _bring_into_view(self, position: int) -> None:
        """Scrolls to a position in the document, if it is not in view."""
        if self._stretch is None:
            return
        portion = self._stretch.of_block(self._stretch.document.findBlock(position).blockNumber())
        y, height = self._stretch.y_of(portion, position - self._stretch.extent(portion)[0]), self._height()
        if not 0 <= y - self.verticalScrollBar().value() < height - 40:
            self._view_from(y - height / 3)
            self.marks.refresh()
            self._scrolled(self.verticalScrollBar().value())

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or dragged away."""
        from gaohang_viewer.reading.text.clipboard_formats import as_html, as_text, to_copy

        return to_copy(as_text(self.textCursor()), as_html(self.textCursor()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows that the keys act on the text, where they led there; whoever reads is not to be disturbed."""
        super().focusInEvent(event)
        if event.reason().name in ("TabFocusReason", "BacktabFocusReason"):
            from PySide6.QtWidgets import QFrame

            self._edge = self._edge or QFrame(self)
            self._edge.setObjectName("focus-edge")
            self._edge.setGeometry(0, 0, 3, self.height())
            self._edge.show()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """To the next link from what is in view; by itself Qt would begin at the top of the report."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            view = self.viewport().rect()
            cursor = self.cursorForPosition(view.topLeft() if forward else view.bottomRight())
            cursor.movePosition(cursor.MoveOperation.PreviousCharacter)
            cursor.movePosition(cursor.MoveOperation.NextCharacter, cursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._edge is not None:
            self._edge.hide()

    # --- hands -------------------------------------------------------------------------------------------

    def _follow(self, url: QUrl) -> None:
        """A link to a section goes there; one to the web is opened by the system, if the reader says so."""
        fragment = url.fragment()
        if url.isRelative() and fragment.isdigit():
            self._reader.go(int(fragment))
        else:
            from gaohang_viewer.ui.external_links import ask_to_open

            ask_to_open(self, *self._followed(url))

    def _followed(self, url: QUrl) -> tuple[str, str]:
        """The address of the link that was just followed, as it is written, and its words.

        Qt makes a host Latin and undoes escapes, so that its text of the address may not be the one written.
        """
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
        self.menu_wanted.emit(menu, *self._paragraph(self.cursorForPosition(event.pos()).block()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _paragraph(self, block: QTextBlock) -> tuple[int, str, int]:
        """Where a block of the document belongs: its section, its words, how many before it say the same."""
        if self._stretch is None:
            return FRONT, "", 0
        portion = self._stretch.of_block(block.blockNumber())
        section, part, *_ = self._reader.portions[portion]
        first = self._stretch.start(portion)
        if section != FRONT and part == 0 and block.blockNumber() == first:
            return section, "", 0
        words = _words(block.text())
        nth = 0
        other = block.previous()
        while other.isValid() and other.blockNumber() >= first:
            nth += _words(other.text()) == words
            other = other.previous()
        return section, words, nth

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()  # the window goes back and forward
        else:
            super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)


def _words(text: str) -> str:
    """The words of a block, without a list's mark at its start and the breaks of its lines."""
    return text[ahead_of_words(text) :].replace("\u2028", "")


def _text_of(report: Report, figure: Figure) -> str:
    """The paragraph that a key figure stands in."""
    if figure.section < 0:
        return [report.title, *paragraphs(report.preamble)][figure.paragraph]
    from gaohang_viewer.report.search import texts

    return texts(report, figure.section)[figure.paragraph]

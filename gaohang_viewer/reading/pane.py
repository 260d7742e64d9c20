"""The rich-text pane: shows the page where the reader is, and marks what was found in it."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from gaohang_viewer.reading.document import Page, PageWriter
from gaohang_viewer.reading.place import FRONT
from gaohang_viewer.report.search import fold, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QUrl
    from PySide6.QtGui import (
        QContextMenuEvent,
        QMouseEvent,
        QResizeEvent,
        QShowEvent,
        QTextBlock,
        QWheelEvent,
    )
    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.reading.finder import Finder
    from gaohang_viewer.reading.reader import Reader
    from gaohang_viewer.theme import Fonts, Theme

_SIDE = 48  # px at least beside the text
_MOST_MARKED = 5000  # hits; a page with more is a page full of the letter "的"


class TextPane(QTextBrowser):
    """Computes what it shows from the reader's place and the finder's query."""

    aligned = Signal(int)  # where the text begins, in px from the pane's left edge
    zoomed = Signal(int)  # steps up (+1) or down (-1), by Ctrl+wheel
    # A context menu is wanted: the menu to fill, the section, and the words of the paragraph, with how many
    # paragraphs of the section say the same before it. The words are empty on the section's headline.
    menu_wanted = Signal(object, int, str, int)

    def __init__(self, reader: Reader, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._finder = finder
        self._writer: PageWriter | None = None
        self._page: Page | None = None
        self._shown: tuple[object, ...] = ()
        self._hits: list[tuple[int, int]] = []  # positions in the document
        self._marked = ""  # the query whose hits are marked
        self._room = 0  # px for a line
        self._moving = False  # the scroll bar is moved by us, not by the reader
        self.setObjectName("pane")
        self.setAccessibleName(QCoreApplication.translate("reading", "Text"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().rangeChanged.connect(self._go_to_place)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        reader.changed.connect(self.refresh)
        finder.changed.connect(self._mark_if_new)

    def dress(self, theme: Theme, fonts: Fonts, zoom: int, *, wide: bool) -> None:
        """Takes another look; the place stays."""
        self._theme = theme
        self._writer = PageWriter(theme, fonts, zoom, wide=wide)
        self._scale = zoom / 100
        self._shown = ()
        self._place_margins()
        self.refresh()

    def refresh(self) -> None:
        """Shows the page of the reader's place, at its headline or where it was scrolled to."""
        if self._writer is None or self._reader.path is None:
            return
        place, page = self._reader.place, self._reader.page
        # Before it is shown its width says nothing.
        room = self._room if self.isVisible() else self._writer.measure
        shown = (id(self._reader.report), page, place.section if not page else None, room)
        if shown != self._shown:
            self._shown = shown
            self._page = self._writer.write(self._reader.report, place.section, page, room)
            self._page.document.setParent(self)  # it lives until another one is shown
            with self._moving_ourselves():
                self.setDocument(self._page.document)
            self._mark()
        self._go_to_place()

    def show_hit(self, section: int, number: int) -> None:
        """Scrolls to one hit of a section and marks it as the present one."""
        start, end = self._extent(section)
        inside = [hit for hit in self._hits if start <= hit[0] < end]
        if number < len(inside):
            self._mark(inside[number])
            cursor = self.textCursor()
            cursor.setPosition(inside[number][0])
            top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
            height = self.viewport().height()
            if not 0 <= top - self.verticalScrollBar().value() < height - 40:
                self.verticalScrollBar().setValue(round(top - height / 3))

    def _go_to_place(self) -> None:
        """Scrolls to the reader's place, which stays where it is."""
        if self._page is None:
            return
        place = self._reader.place
        with self._moving_ourselves():
            if place.scroll is None:
                self.verticalScrollBar().setValue(self._top_of(place.section))
            else:
                self.verticalScrollBar().setValue(round(place.scroll * self._scale))

    @contextmanager
    def _moving_ourselves(self) -> Iterator[None]:
        """While the scroll bar is moved by us, not by the reader; may be nested."""
        before, self._moving = self._moving, True
        try:
            yield
        finally:
            self._moving = before

    # --- where sections lie ------------------------------------------------------------------------------

    def _top_of(self, section: int) -> int:
        """The scroll position at which the section's headline is at the top of the view."""
        if self._page is None:
            return 0
        block = next((number for index, number in self._page.starts if index == section), 0)
        if block == 0:
            return 0
        document = self._page.document
        layout = document.documentLayout()
        return round(layout.blockBoundingRect(document.findBlockByNumber(block)).top()) - 8

    def _extent(self, section: int) -> tuple[int, int]:
        """The first character position of a section on this page, and the one after its last."""
        if self._page is None:
            return 0, 0
        document = self._page.document
        starts = [document.findBlockByNumber(number).position() for _, number in self._page.starts]
        sections = [index for index, _ in self._page.starts]
        if section not in sections:
            return 0, 0
        at = sections.index(section)
        return starts[at], starts[at + 1] if at + 1 < len(starts) else document.characterCount()

    def _scrolled(self, value: int) -> None:
        """The reader scrolled; what moves by itself, when the text is laid out anew, is no news."""
        if self._moving or self._page is None or not self._page.starts:
            return
        eye = value + self.viewport().height() // 4
        tops = [self._top_of(section) for section, _ in self._page.starts]
        at = max(bisect_right(tops, eye) - 1, 0)
        if value <= 0:
            at = 0
        elif value >= self.verticalScrollBar().maximum():
            at = max(at, bisect_right(tops, value) - 1)
        self._reader.scrolled(self._page.starts[at][0], value / self._scale)

    # --- what was found ----------------------------------------------------------------------------------

    def _mark_if_new(self) -> None:
        if self._finder.query != self._marked:
            self._mark()

    def _mark(self, now: tuple[int, int] | None = None) -> None:
        """Marks all hits of the query on this page."""
        self._marked = self._finder.query
        query = fold(self._marked)
        self._hits = []
        if query.strip():
            block = self.document().begin()
            while block.isValid():
                self._hits += [
                    (block.position() + a, block.position() + b) for a, b in _places(block.text(), query)
                ]
                block = block.next()
        shown = self._hits[:_MOST_MARKED]
        self.setExtraSelections([self._selection(hit, is_now=hit == now) for hit in shown])

    def _selection(self, hit: tuple[int, int], *, is_now: bool) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(hit[0])
        cursor.setPosition(hit[1], QTextCursor.MoveMode.KeepAnchor)
        style = QTextCharFormat()
        style.setBackground(QColor(self._theme.hit_now if is_now else self._theme.hit))
        if is_now:
            style.setForeground(QColor(self._theme.on_hit))
        selection.cursor = cursor
        selection.format = style
        return selection

    # --- hands -------------------------------------------------------------------------------------------

    def _follow(self, url: QUrl) -> None:
        """A link to a section goes there; one to the web is opened by the system."""
        fragment = url.fragment()
        if url.isRelative() and fragment.isdigit():
            self._reader.go(int(fragment))
        elif url.scheme() in ("http", "https", "mailto"):
            from PySide6.QtGui import QDesktopServices

            QDesktopServices.openUrl(url)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        self.menu_wanted.emit(menu, *self._paragraph(self.cursorForPosition(event.pos()).block()))
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _paragraph(self, block: QTextBlock) -> tuple[int, str, int]:
        """Where a block of the document belongs: its section, its words, how many before it say the same."""
        starts = self._page.starts if self._page is not None else []
        section, first = FRONT, 0
        for index, number in starts:
            if number <= block.blockNumber():
                section, first = index, number
        if section != FRONT and block.blockNumber() == first:
            return section, "", 0
        words = _words(block.text())
        nth = 0
        other = block.previous()
        while other.isValid() and other.blockNumber() > first:
            nth += _words(other.text()) == words
            other = other.previous()
        return section, words, nth

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (QtCore.Qt.MouseButton.BackButton, QtCore.Qt.MouseButton.ForwardButton):
            event.ignore()  # the window goes back and forward
        else:
            super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        with self._moving_ourselves():  # Qt brings its text cursor into view, which stands at the top
            super().showEvent(event)
        self._go_to_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self._room
        with self._moving_ourselves():
            self._place_margins()
            super().resizeEvent(event)
        if self._room != room and self.isVisible():
            self.refresh()  # headlines break at other places now
        else:
            self._go_to_place()

    def _place_margins(self) -> None:
        """Keeps lines at their measure, in the middle of a wide pane."""
        if self._writer is None:
            return
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max((room - self._writer.measure) // 2, min(_SIDE, room // 10))
        self._room = min(self._writer.measure, room - 2 * side)
        self.setViewportMargins(side, 0, side, 0)
        self.aligned.emit(side)


def _places(text: str, query: str) -> list[tuple[int, int]]:
    """Where a query, already folded, begins and ends in a block's text, without regard to a list's mark at
    its start and to the breaks of its lines."""
    ahead = text.find("\u2003") + 1 if text[:4].find("\u2003") > 0 else 0
    kept = [at for at in range(ahead, len(text)) if text[at] != "\u2028"]
    found = places("".join(text[at] for at in kept), query)
    return [(kept[at], kept[at + len(query) - 1] + 1) for at in found]


def _words(text: str) -> str:
    """The words of a block, without a list's mark at its start and the breaks of its lines."""
    ahead = text.find("\u2003") + 1 if text[:4].find("\u2003") > 0 else 0
    return text[ahead:].replace("\u2028", "")

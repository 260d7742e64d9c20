"""Marks in the text pane what was found, as far as the text is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from gaohang_viewer.report.folding import fold, places
from gaohang_viewer.report.search import count_in

if TYPE_CHECKING:
    from gaohang_viewer.reading.finder import Finder
    from gaohang_viewer.report.model import Report
    from gaohang_viewer.report.portions import Portions
    from gaohang_viewer.theme import Theme

_MOST = 5000  # hits; a text with more is full of the letter "的"


class Marks:
    """The hits of the finder's query in a text edit's document."""

    theme: Theme

    def __init__(self, edit: QTextEdit, finder: Finder) -> None:
        self._edit = edit
        self._finder = finder
        self.hits: list[tuple[int, int]] = []  # positions in the document
        self._query = ""
        self._now = QTextCursor()  # the hit that the reader is at
        finder.changed.connect(self._refresh_if_new)

    def refresh(self) -> None:
        """Marks all hits of the query in what is laid out now."""
        before = bool(self.hits)
        if self._finder.query != self._query:
            self._now = QTextCursor()
        self._query = self._finder.query
        query = fold(self._query)
        self.hits = []
        if query:
            block = self._edit.document().begin()
            while block.isValid():
                at = block.position()
                self.hits += [(at + start, at + end) for start, end in _places(block.text(), query)]
                block = block.next()
        if before or self.hits:
            now = self._now.selectionStart() if self._now.hasSelection() else -1
            shown = [self._selection(hit, is_now=hit[0] == now) for hit in self.hits[:_MOST]]
            self._edit.setExtraSelections(shown)

    def mark_one(self, extent: tuple[int, int], number: int) -> int | None:
        """Marks one of the hits in a part of the document as the present one, and returns its position."""
        inside = [hit for hit in self.hits if extent[0] <= hit[0] < extent[1]]
        if number >= len(inside):
            return None
        self._now = self._cursor(inside[number])
        self.refresh()
        return inside[number][0]

    def part_of_hit(self, report: Report, portions: Portions, section: int, number: int) -> tuple[int, int]:
        """In which part of a section one of its hits is, and its number in that part."""
        first, after = portions.number(section), portions.after(section)
        for portion in range(first, after - 1):
            headline = report.sections[section].headline if portion == first and section >= 0 else ""
            count = count_in(portions.text(portion), fold(self._query), headline)
            if number < count:
                return portion - first, number
            number -= count
        return after - 1 - first, number

    def _refresh_if_new(self) -> None:
        if self._finder.query != self._query:
            self.refresh()

    def _selection(self, hit: tuple[int, int], *, is_now: bool) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        style = QTextCharFormat()
        style.setBackground(QColor(self.theme.hit_now if is_now else self.theme.hit))
        if is_now:
            style.setForeground(QColor(self.theme.on_hit))
        selection.cursor = self._cursor(hit)
        selection.format = style
        return selection

    def _cursor(self, hit: tuple[int, int]) -> QTextCursor:
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(hit[0])
        cursor.setPosition(hit[1], QTextCursor.MoveMode.KeepAnchor)
        cursor.setKeepPositionOnInsert(True)  # text laid out behind it does not belong to it
        return cursor


def _places(text: str, query: str) -> list[tuple[int, int]]:
    """Where a query, already folded, begins and ends in a block's text, without regard to a list's mark at
    its start."""
    ahead = text.find("\u2003") + 1 if text[:4].find("\u2003") > 0 else 0
    return [(ahead + start, ahead + end) for start, end in places(text[ahead:], query)]

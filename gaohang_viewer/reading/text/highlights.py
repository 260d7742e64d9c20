"""Marks in the text pane what was found, and key figures, as far as the text is laid out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

if TYPE_CHECKING:
    from gaohang_viewer.reading.search.finder import Finder
    from gaohang_viewer.report.layout_portions import Portions
    from gaohang_viewer.report.model import Report
    from gaohang_viewer.ui.theme import Theme

_MOST = 5000  # hits; a text with more is full of the letter "的"


class Marks:
    """The hits of the finder's query in a text edit's document."""

    theme: Theme

    def __init__(self, edit: QTextEdit, finder: Finder) -> None:
        self._edit = edit
        self._finder = finder
        self.hits: list[tuple[int, int]] = []  # positions in the document
        self._is_marked = False
        self.with_figures = False  # key figures are marked, too
        self._query = ""
        self._now = QTextCursor()  # the hit that the reader is at
        finder.changed.connect(self._refresh_if_new)

    def refresh(self) -> None:
        """Marks all hits of the query, and key figures if they are wanted, in what is laid out now."""
        if self._finder.query != self._query:
            self._now = QTextCursor()
        self._query = self._finder.query
        self.hits = []
        shown: list[QTextEdit.ExtraSelection] = []
        if self._query or self.with_figures:
            from gaohang_viewer.report.folding import fold, occurrences

            query = fold(self._query)
            block = self._edit.document().begin()
            while block.isValid():
                at, text = block.position(), block.text()
                ahead = ahead_of_words(text)
                if query:
                    found = occurrences(text[ahead:], query)
                    self.hits += [(at + ahead + start, at + ahead + end) for start, end in found]
                if self.with_figures:
                    spans = ((at + ahead + start, at + ahead + end) for start, end in _figures(text[ahead:]))
                    shown += [self._selection(span, self._figure_style()) for span in spans]
                block = block.next()
        now = self._now_span()
        shown += [self._selection(hit, self._hit_style()) for hit in self.hits[:_MOST] if hit != now]
        if now is not None:
            shown.append(self._selection(now, self._now_style()))
        if shown or self._is_marked:
            self._edit.setExtraSelections(shown)
        self._is_marked = bool(shown)

    @property
    def has_now(self) -> bool:
        """Whether words that the reader was led to are marked."""
        return self._now_span() is not None

    def _now_span(self) -> tuple[int, int] | None:
        """Where the words are that the reader was led to, if they are laid out still."""
        if self._now.hasSelection() and self._now.document() == self._edit.document():
            return self._now.selectionStart(), self._now.selectionEnd()
        return None

    def point_at(self, start: int, end: int) -> None:
        """Marks some words as what the reader was led to."""
        self._now = self._cursor((start, end))
        self.refresh()

    def show_figures(self, *, wanted: bool) -> None:
        """Marks key figures from now on, or no more."""
        if wanted != self.with_figures:
            self.with_figures = wanted
            self.refresh()

    def mark_one(self, extent: tuple[int, int], number: int) -> int | None:
        """Marks one of the hits in a part of the document as the present one, and returns its position."""
        inside = [hit for hit in self.hits if extent[0] <= hit[0] < extent[1]]
        if number >= len(inside):
            return None
        self.point_at(*inside[number])
        return inside[number][0]

    def part_of_hit(self, report: Report, portions: Portions, section: int, number: int) -> tuple[int, int]:
        """In which part of a section one of its hits is, and its number in that part."""
        from gaohang_viewer.report.folding import fold
        from gaohang_viewer.report.search import count_in

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

    def _selection(self, span: tuple[int, int], style: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(span)
        selection.format = style
        return selection

    def _hit_style(self) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setBackground(QColor(self.theme.hit))
        return style

    def _now_style(self) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setBackground(QColor(self.theme.hit_now))
        style.setForeground(QColor(self.theme.on_hit))
        return style

    def _figure_style(self) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setForeground(QColor(self.theme.accent))
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        return style

    def _cursor(self, hit: tuple[int, int]) -> QTextCursor:
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(hit[0])
        cursor.setPosition(hit[1], QTextCursor.MoveMode.KeepAnchor)
        cursor.setKeepPositionOnInsert(True)  # text laid out behind it does not belong to it
        return cursor


def ahead_of_words(text: str) -> int:
    """How long a list's mark at the start of a block's text is."""
    return text.find("\u2003") + 1 if text[:4].find("\u2003") > 0 else 0


@lru_cache(maxsize=2048)
def _figures(text: str) -> tuple[tuple[int, int], ...]:
    from gaohang_viewer.report.key_figures.extract import figures_in

    return tuple((found.start, found.end) for found in figures_in(text))

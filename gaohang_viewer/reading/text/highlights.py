"""Highlights hits and key figures in the text that is laid out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from gaohang_viewer.report.blocks import FILLER

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

    from gaohang_viewer.reading.search.finder import Finder
    from gaohang_viewer.report.layout_portions import Portions
    from gaohang_viewer.report.model import Report
    from gaohang_viewer.ui.theme import Theme

_MOST = 5000  # hits that are highlighted at most


class Highlights:
    """The highlights in a text edit's document."""

    theme: Theme

    def __init__(self, edit: QTextEdit, finder: Finder) -> None:
        self._edit = edit
        self._finder = finder
        self.hits: list[tuple[int, int]] = []  # first and last positions in the document
        self._is_highlighting = False
        self.with_figures = False  # whether key figures are highlighted too
        self._query = ""
        self._current = QTextCursor()  # the current hit
        finder.changed.connect(self._refresh_if_new)

    def refresh(self) -> None:
        """Highlights all hits of the query, and key figures if wanted, in the present document."""
        if self._finder.query != self._query:
            self._current = QTextCursor()
        self._query = self._finder.query
        self.hits = []
        shown: list[QTextEdit.ExtraSelection] = []
        if self._query or self.with_figures:
            from gaohang_viewer.report.folding import fold, occurrences
            from gaohang_viewer.report.note_marks import fill_note_marks

            query = fold(self._query)
            block = self._edit.document().begin()
            while block.isValid():
                at, text = block.position(), text_of_block(block)
                ahead = ahead_of_words(text)
                if query:
                    found = occurrences(fill_note_marks(text[ahead:]), query)
                    self.hits += [(at + ahead + start, at + ahead + end) for start, end in found]
                if self.with_figures:
                    spans = ((at + ahead + start, at + ahead + end) for start, end in _figures(text[ahead:]))
                    shown += [self._selection(span, self._figure_style()) for span in spans]
                block = block.next()
        now = self._current_span()
        shown += [self._selection(hit, self._hit_style()) for hit in self.hits[:_MOST] if hit != now]
        if now is not None:
            shown.append(self._selection(now, self._current_style()))
        if shown or self._is_highlighting:
            self._edit.setExtraSelections(shown)
        self._is_highlighting = bool(shown)

    @property
    def has_current(self) -> bool:
        """Whether the current hit is highlighted."""
        return self._current_span() is not None

    def _current_span(self) -> tuple[int, int] | None:
        """The positions of the current hit, if it is still laid out."""
        if self._current.hasSelection() and self._current.document() == self._edit.document():
            return self._current.selectionStart(), self._current.selectionEnd()
        return None

    def highlight(self, start: int, end: int) -> None:
        """Highlights some positions as the current hit."""
        self._current = self._cursor((start, end))
        self.refresh()

    def set_figures_shown(self, *, wanted: bool) -> None:
        """Sets whether key figures are highlighted."""
        if wanted != self.with_figures:
            self.with_figures = wanted
            self.refresh()

    def highlight_hit(self, extent: tuple[int, int], number: int) -> int | None:
        """Highlights a hit within `extent` by its number as the current one; returns its position, or
        None."""
        inside = [hit for hit in self.hits if extent[0] <= hit[0] < extent[1]]
        if number >= len(inside):
            return None
        self.highlight(*inside[number])
        return inside[number][0]

    def part_of_hit(self, report: Report, portions: Portions, section: int, number: int) -> tuple[int, int]:
        """The part of a section that holds one of its hits, and the hit's number in that part."""
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

    def _current_style(self) -> QTextCharFormat:
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
        cursor.setKeepPositionOnInsert(True)  # text inserted after it does not belong to it
        return cursor


def text_of_block(block: QTextBlock) -> str:
    """The text of a block, with fillers for what is struck out, so that positions stay right."""
    text = ""
    run = block.begin()
    while not run.atEnd():
        words = run.fragment().text()
        text += FILLER * len(words) if run.fragment().charFormat().fontStrikeOut() else words
        run += 1
    return text if FILLER in text else block.text()


def ahead_of_words(text: str) -> int:
    """The length of a list mark at the start of a block's text."""
    return text.find("\u2003") + 1 if text[:4].find("\u2003") > 0 else 0


@lru_cache(maxsize=2048)
def _figures(text: str) -> tuple[tuple[int, int], ...]:
    from gaohang_viewer.report.key_figures.extract import figures_in

    return tuple((found.start, found.end) for found in figures_in(text))

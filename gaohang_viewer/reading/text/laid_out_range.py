"""The part of a report that is laid out around the view; it grows and shrinks at both ends."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCursor

from gaohang_viewer.report.text_lines import TextPosition, offset_in, shown_at

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument

    from gaohang_viewer.reading.text.document_writer import DocumentWriter

_AIR = 8  # px above a headline that the view scrolls to
_AHEAD = 1  # how many heights of the view are laid out before and after it
_KEPT = 4  # and beyond how many text is removed


class LaidOutRange:
    """Consecutive portions of a report in one text document, from `first` up to but not including `after`."""

    def __init__(self, writer: DocumentWriter, count: int, start: int, width: float) -> None:
        """Starts with portion `start` of `count`, laid out for lines of `width` px."""
        self._writer = writer
        self._count = count
        self.document: QTextDocument = writer.new_document()
        self.document.setTextWidth(width)
        self.first = self.after = start
        self._blocks: list[int] = []  # the number of text blocks of each portion
        self._append()

    @property
    def is_whole(self) -> bool:
        """Whether all of the report is laid out."""
        return self.first == 0 and self.after == self._count

    @property
    def has_end(self) -> bool:
        return self.after == self._count

    def lay_out_around(self, top: float, height: float) -> float:
        """Lays out what is needed around a view of `height` px that begins `top` px down the document, and
        removes what is far from it.

        Returns by how many px the text above the view has grown.
        """
        shift = 0.0
        while self.after < self._count and self.height() - top - height < _AHEAD * height:
            self._append()
        while self.first > 0 and top + shift < _AHEAD * height:
            before = self.height()
            self._prepend()
            shift += self.height() - before
        while self.after - self.first > 1 and self.top(self.first + 1) < top + shift - _KEPT * height:
            before = self.height()
            self._remove(0)
            shift += self.height() - before
        while self.after - self.first > 1 and self.top(self.after - 1) > top + shift + _KEPT * height:
            self._remove(-1)
        return shift

    # --- positions -----------------------------------------------------------------------------------------

    def height(self) -> float:
        """The height of the document in px."""
        return self.document.documentLayout().documentSize().height()

    def top(self, portion: int) -> float:
        """The y at which a portion begins, in px; above a headline there is some space."""
        if portion >= self.after:
            return self.height()
        block = self.document.findBlockByNumber(self.start(portion))
        return self._y(block) - _AIR if portion else 0

    def start(self, portion: int) -> int:
        """The number of the first block of a portion."""
        return 1 + sum(self._blocks[: portion - self.first])

    def extent(self, portion: int) -> tuple[int, int]:
        """A portion's first position in the document, and the one after its last."""
        begin = self.document.findBlockByNumber(self.start(portion)).position()
        end = self.document.findBlockByNumber(self.start(portion + 1))
        return begin, end.position() if end.isValid() else self.document.characterCount()

    def of_block(self, number: int) -> int:
        """The portion of a block."""
        starts = list(accumulate(self._blocks, initial=1))
        return self.first + min(max(bisect_right(starts, number) - 1, 0), len(self._blocks) - 1)

    def at_height(self, y: float) -> int:
        """The portion at this y of the document."""
        low, high = self.first, self.after - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.top(middle) <= y else (low, middle - 1)
        return low

    def position_at(self, y: float) -> tuple[int, int, float]:
        """The line at this y: its portion, its position in the portion, and how far above `y` it begins."""
        layout = self.document.documentLayout()
        at = layout.hitTest(QPointF(0, y), Qt.HitTestAccuracy.FuzzyHit)
        portion = self.of_block(self.document.findBlock(at).blockNumber())
        inside = max(at - self.extent(portion)[0], 0)
        return portion, inside, y - self.y_of(portion, inside)

    def y_of(self, portion: int, inside: int) -> float:
        """The y of the line at a position in a portion."""
        begin, end = self.extent(portion)
        position = min(begin + inside, end - 1)
        block = self.document.findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        return self._y(block) + (line.y() if line.isValid() else 0)

    def _y(self, block: QTextBlock) -> float:
        return self.document.documentLayout().blockBoundingRect(block).top()

    def text_position(self, at: int) -> TextPosition:
        """The position in the report of a position in the document."""
        block = self.document.findBlock(at)
        portion = self.of_block(block.blockNumber())
        number = block.blockNumber() - self.start(portion)
        if number < 0:  # the block above everything
            return TextPosition(portion, 0, 0)
        line = self._writer.lines(portion)[number]
        text = block.text()
        return TextPosition(
            portion, number, offset_in(line, text, characters_in(text, at - block.position()))
        )

    def document_position(self, place: TextPosition) -> int:
        """The position in the document of a position in the report; its first or last position for one that
        lies before or after it."""
        if place.portion < self.first:
            return 0
        if place.portion >= self.after:
            return self.document.characterCount() - 1
        block = self.document.findBlockByNumber(self.start(place.portion) + place.line)
        line = self._writer.lines(place.portion)[place.line]
        text = block.text()
        return block.position() + units_of(text[: shown_at(line, text, place.offset)])

    # --- growing and shrinking ---------------------------------------------------------------------------

    def _append(self) -> None:
        cursor = QTextCursor(self.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._blocks.append(self._write(cursor, self.after))
        self.after += 1

    def _prepend(self) -> None:
        self.first -= 1
        self._blocks.insert(0, self._write(QTextCursor(self.document), self.first))

    def _write(self, cursor: QTextCursor, portion: int) -> int:
        before = self.document.blockCount()
        self._writer.write(cursor, portion)
        return self.document.blockCount() - before

    def _remove(self, place: int) -> None:
        """Removes the first (0) or last (-1) portion."""
        start = self.start(self.first if place == 0 else self.after - 1)
        above = self.document.findBlockByNumber(start - 1)
        last = self.document.findBlockByNumber(start + self._blocks[place] - 1)
        style = above.blockFormat()
        cursor = QTextCursor(self.document)
        cursor.setPosition(above.position() + above.length() - 1)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        cursor.setBlockFormat(style)
        cursor.endEditBlock()
        del self._blocks[place]
        if place == 0:
            self.first += 1
        else:
            self.after -= 1


def units_of(text: str) -> int:
    """Returns the length of a text as Qt counts it, in UTF-16: a rare character or emoji counts twice."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def characters_in(text: str, units: int) -> int:
    """Returns how many characters of a text are as long as so many units of UTF-16."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))

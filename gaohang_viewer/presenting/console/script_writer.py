"""Writes the text of a section into a document that can be read from a lectern."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from gaohang_viewer.report.blocks import Block, Code, Image, List, Paragraph, Quote, Rule, Table, plain
from gaohang_viewer.report.punctuation import full_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gaohang_viewer.presenting.console.style import ConsoleStyle

_LINE = 1.68  # line height, as a share of the text's size
_ENDS = re.compile(r"[。！？；!?;\n]+[”’」』）)]*")
_HANG = 1.4  # hanging indent of a point, as a share of the text's size
_LEAST = 12  # characters that are highlighted together


class ScriptWriter:
    """Appends blocks to a document."""

    def __init__(self, document: QTextDocument, style: ConsoleStyle, size: float, *, wide: bool) -> None:
        """Empties the document; `size` is that of the text in px, `wide` shows half-width punctuation
        full-width."""
        self._style = style
        self._size = size
        self._full_width = wide
        self._reuse_block = True  # the document's last block is empty and can be used
        document.clear()
        document.setDefaultFont(style.fonts.report_font(size))
        document.setDocumentMargin(0)
        option = document.defaultTextOption()
        option.setTabStopDistance(size * _HANG)  # aligns the words of a point behind its bullet
        document.setDefaultTextOption(option)
        self._bullet = QTextCharFormat()
        self._bullet.setFont(style.fonts.interface_font(size))
        self._cursor = QTextCursor(document)

    def write(self, blocks: Sequence[Block]) -> None:
        """Appends blocks."""
        self._cursor.beginEditBlock()
        self._blocks(blocks, 0)
        self._cursor.endEditBlock()

    def _blocks(self, blocks: Sequence[Block], depth: int) -> None:
        for block in blocks:
            match block:
                case Paragraph(runs):
                    self._line(plain(runs), depth)
                case List(items, start):
                    for number, item in enumerate(items, start or 1):
                        mark = "•" if start is None else f"{number}."
                        self._line(f"\t{plain(item.runs)}", depth + 1, mark)
                        self._blocks(item.blocks, depth + 1)
                case Quote(inner):
                    self._blocks(inner, depth + 1)
                case Table(rows):
                    self._table([[plain(cell) for cell in row] for row in rows])
                case Code(text) | Image(_, text):
                    self._line(text, depth)
                case Rule():
                    pass

    def _line(self, text: str, depth: int, mark: str = "") -> None:
        line = QTextBlockFormat()
        line.setLineHeight(self._size * _LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        line.setBottomMargin(self._size * 0.35)
        line.setLeftMargin(depth * self._size * _HANG)
        if mark:
            line.setTextIndent(-self._size * _HANG)
        if self._reuse_block:
            self._cursor.setBlockFormat(line)
        else:
            self._cursor.insertBlock(line)
        self._reuse_block = False
        if mark:
            self._cursor.insertText(mark, self._bullet)
            self._cursor.setCharFormat(QTextCharFormat())
        self._cursor.insertText(self._punctuated(text).replace("\n", "\u2028"))

    def _table(self, rows: list[list[str]]) -> None:
        columns = max(map(len, rows), default=0)
        if not columns:
            return
        form = QTextTableFormat()
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(self._style.theme.brush(self._style.theme.hover))
        form.setBorder(1)
        form.setBorderCollapse(True)
        form.setCellPadding(self._size * 0.3)
        form.setTopMargin(self._size * 0.35)
        form.setBottomMargin(self._size * 0.7)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setHeaderRowCount(1)
        table = self._cursor.insertTable(len(rows), columns, form)
        strong = QTextCharFormat()
        strong.setFont(self._style.fonts.report_font(self._size * 0.85, bold=True))
        usual = QTextCharFormat()
        usual.setFont(self._style.fonts.report_font(self._size * 0.85))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                cell = table.cellAt(row, column).firstCursorPosition()
                cell.insertText(self._punctuated(text), usual if row else strong)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._cursor.setCharFormat(QTextCharFormat())
        self._reuse_block = True

    def _punctuated(self, text: str) -> str:
        return full_width(text) if self._full_width else text


def spoken_at(document: QTextDocument, share: float) -> tuple[int, int]:
    """The first position of the sentence at this share of the text, and the one after its last."""
    length = max(document.characterCount() - 1, 0)
    place = min(max(int(share * length), 0), max(length - 1, 0))
    block = document.findBlock(place)
    text, at = block.text(), place - block.position()
    begin, end = 0, len(text)
    for stop in _ENDS.finditer(text):
        if stop.end() <= at and stop.end() < len(text):
            begin = stop.end()
        elif stop.end() > at and stop.end() - begin >= _LEAST:
            end = stop.end()
            break
    return block.position() + begin, block.position() + end

"""Writes blocks and headlines at a cursor, with the typography of long Chinese reading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from gaohang_viewer.reading.headline_wrap import wrap_in_two
from gaohang_viewer.reading.text.table_columns import columns_for
from gaohang_viewer.reading.text.text_style import HEADLINE_SIZES, TEXT_SIZE
from gaohang_viewer.report.blocks import Block, Code, Image, List, Paragraph, Quote, Rule, Runs, Table
from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.punctuation import full_width
from gaohang_viewer.report.text_lines import MOST_LINKS
from gaohang_viewer.ui.plain_text import tip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gaohang_viewer.reading.text.text_style import TextStyle
    from gaohang_viewer.report.model import Section

_NOTE, _NOTE_SIZE = re.compile(r"〔\d+〕"), 14  # the beginning of a footnote, and its size in px
_BEGIN_A_BLOCK = "\r\u2029\ufdd0\ufdd1"  # in Qt
_CELL_PADDING = 8  # px
_OUTSIDE = 4  # px that Qt adds to the columns of a table
_WIDE_TABLE_SIZE = 14  # px, of the text of a table that would not fit into a line otherwise
FIELD = 0x100002  # property of the letters of a field of the front page: its key


def flatten(cursor: QTextCursor) -> None:
    """Makes the cursor's empty block one px high."""
    style = QTextBlockFormat()
    style.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.setBlockFormat(style)


class BlockWriter:
    """Appends blocks at a cursor. Sizes are px at 100 %; `line_width` is in px."""

    def __init__(
        self, cursor: QTextCursor, style: TextStyle, images: Mapping[str, bytes], line_width: int
    ) -> None:
        self._cursor = cursor
        self._theme = style.theme
        self._fonts = style.fonts
        self._scale = style.scale
        self._spacing = style.spacing / 100
        self._wide = style.wide
        self._images = images
        self._line_width = line_width  # px for a line
        self._reuse_block = False  # the cursor is in an empty block, which Qt adds after a table

    def end(self) -> None:
        """Hides the empty line that a table at the end leaves."""
        if self._reuse_block:
            flatten(self._cursor)

    def headline(self, section: Section) -> None:
        """Appends a section's headline in the size of its level."""
        depth = section.level - 1
        size = HEADLINE_SIZES[min(depth, len(HEADLINE_SIZES) - 1)]
        metrics = QFontMetrics(self._fonts.report_font(size * self._scale, bold=True))
        broken = wrap_in_two(headline(section, self._wide), self._line_width, metrics)
        above = (8, 5, 3)[min(depth, 2)]
        self.line(
            "\u2028".join(broken),
            size,
            bold=True,
            level=section.level,
            above=above,
            below=(2, 1, 1)[min(depth, 2)],
        )

    def line(
        self,
        text: str,
        size: float,
        *,
        bold: bool = False,
        level: int = 0,
        above: float = 0,
        below: float = 0,
        color: str = "",
        own: bool = False,
    ) -> None:
        """Appends a line of `size` px, with `above` and `below` it in units of 8 px.

        `own` uses the interface font; an empty `color` is the theme's ink.
        """
        self.fields(
            (("", text),), size, bold=bold, level=level, above=above, below=below, color=color, own=own
        )

    def fields(
        self,
        texts: Sequence[tuple[str, str]],
        size: float,
        *,
        bold: bool = False,
        level: int = 0,
        above: float = 0,
        below: float = 0,
        color: str = "",
        own: bool = False,
    ) -> None:
        """Appends a line like `line`, with fields of the front page side by side: their keys and texts."""
        style = self._block_format(size, above, below, line_height=1.4)
        style.setHeadingLevel(min(level, 6))
        font = (self._fonts.interface_font if own else self._fonts.report_font)(size * self._scale, bold=bold)
        self._begin(style)
        letters = self._char_format(font, color or self._theme.ink)
        for place, (key, text) in enumerate(texts):
            if key:
                letters.setProperty(FIELD, key)
            self._insert("　" * (place > 0) + self._punctuated(text), letters)

    def blocks(self, some: Sequence[Block], indent: int = 0) -> None:
        """Appends blocks, indented by `indent` steps."""
        for block in some:
            match block:
                case Paragraph(runs) if runs and _NOTE.match(runs[0].text):
                    self._begin(self._block_format(_NOTE_SIZE, 0, 1, indent + 1))
                    self._runs(runs, size=_NOTE_SIZE, color=self._theme.muted)
                case Paragraph(runs):
                    style = self._block_format(TEXT_SIZE, 0, 1, indent)
                    style.setTextIndent(2 * TEXT_SIZE * self._scale)
                    self._begin(style)
                    self._runs(runs)
                case List():
                    self._list(block, indent)
                case Quote(inner):
                    self.blocks(inner, indent + 1)
                case Code(text):
                    self._begin(self._block_format(TEXT_SIZE, 0, 1, indent + 1))
                    mono = QFont(
                        ["Cascadia Mono", "Consolas", "Menlo", "DejaVu Sans Mono", *self._fonts.sans]
                    )
                    mono.setPixelSize(round(14 * self._scale))
                    self._insert(text, self._char_format(mono, self._theme.ink))
                case Table(rows):
                    self._table(rows)
                case Image(address, text):
                    self._image(address, text)
                case Rule():
                    self.line("＊　＊　＊", TEXT_SIZE, color=self._theme.muted, above=1, below=2)

    def links(self, sections: Sequence[tuple[int, Section]]) -> None:
        """Appends a list of links to chapters."""
        if len(sections) > MOST_LINKS:
            return
        for place, (index, section) in enumerate(sections):
            self._begin(self._block_format(TEXT_SIZE, 4 if place == 0 else 0, 1))
            style = self._char_format(self._fonts.report_font(TEXT_SIZE * self._scale), self._theme.accent)
            style.setAnchor(True)
            style.setAnchorHref(f"#{index}")
            self._insert(headline(section, self._wide), style)

    def _list(self, block: List, indent: int) -> None:
        for number, item in enumerate(block.items, block.start or 0):
            style = self._block_format(TEXT_SIZE, 0, 0.5, indent + 1)
            style.setTextIndent(-1.25 * TEXT_SIZE * self._scale)
            self._begin(style)
            mark = "●" if block.start is None else f"{number}."
            font = self._fonts.interface_font((8 if block.start is None else TEXT_SIZE) * self._scale)
            letters = self._char_format(font, self._theme.accent)
            letters.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
            self._cursor.insertText(mark + "\u2003", letters)
            self._runs(item.runs)
            self.blocks(item.blocks, indent + 1)

    def _image(self, address: str, text: str) -> None:
        """Appends a picture, at most as wide as a line; its text if it cannot be read."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QImage, QTextImageFormat

        picture = QImage.fromData(self._images.get(address, b""))
        if picture.isNull():
            self.line(text or address, 14, color=self._theme.muted, own=True, below=1)
            return
        name = f"picture:{list(self._images).index(address)}"  # the address need not be a valid URL
        self._cursor.document().addResource(
            QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture
        )
        style = QTextImageFormat()
        style.setName(name)
        style.setWidth(min(picture.width() * self._scale, self._line_width))
        style.setToolTip(tip(text))
        place = QTextBlockFormat()
        place.setTopMargin(8 * self._scale)
        place.setBottomMargin(16 * self._scale)
        place.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._begin(place)
        self._cursor.insertImage(style)

    def _table(self, rows: Sequence[Sequence[Runs]]) -> None:
        from PySide6.QtGui import QTextFrameFormat, QTextLength, QTextTableFormat

        if not any(rows):
            return
        style = QTextTableFormat()
        style.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        style.setBorder(1)
        style.setBorderBrush(self._theme.brush(self._theme.line))
        style.setBorderCollapse(True)
        columns, size = self._columns(rows)
        style.setCellPadding(_CELL_PADDING * self._scale)
        style.setTopMargin(8)
        style.setBottomMargin(16)
        style.setHeaderRowCount(1)
        style.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.FixedLength, width) for width in columns]
        )
        self._begin(self._block_format(1, 0, 0))
        table = self._cursor.insertTable(len(rows), len(columns), style)
        for row, cells in enumerate(rows):
            for column, runs in enumerate(cells):
                cell = table.cellAt(row, column).firstCursorPosition()
                self._runs(runs, cell, bold=row == 0, size=size)
        self._cursor.setPosition(table.lastPosition() + 1)
        self._reuse_block = True  # Qt adds an empty block after the table

    def _columns(self, rows: Sequence[Sequence[Runs]]) -> tuple[tuple[float, ...], float]:
        """The widths of a table's columns in px, and the size of its text in px at 100 %."""
        texts = [["".join(run.text for run in cell) for cell in row] for row in rows]
        for size in (TEXT_SIZE, _WIDE_TABLE_SIZE):
            em = size * self._scale
            metrics = QFontMetricsF(self._fonts.report_font(em, bold=True))
            found = columns_for(
                texts,
                metrics.horizontalAdvance,
                em=em,
                padding=2 * _CELL_PADDING * self._scale + 2,  # and the borders
                line_width=self._line_width - _OUTSIDE,
            )
            if not found.are_wide:
                return found.widths, size
        return found.widths, size

    def _runs(
        self,
        runs: Runs,
        cursor: QTextCursor | None = None,
        *,
        bold: bool = False,
        size: float = TEXT_SIZE,
        color: str = "",
    ) -> None:
        for run in runs:
            font = self._fonts.report_font(size * self._scale, bold=run.bold or bold)
            style = self._char_format(font, color or self._theme.ink)
            if run.italic:  # Chinese has no italics; an underline is clear
                style.setFontUnderline(True)
            if run.struck:
                style.setFontStrikeOut(True)
                style.setForeground(self._theme.brush(self._theme.muted))
            if run.code:
                style.setBackground(self._theme.brush(self._theme.hover))
            if run.link:
                style.setAnchor(True)
                style.setAnchorHref(run.link)
                style.setToolTip(tip(run.link))
                style.setForeground(self._theme.brush(self._theme.accent))
            self._insert(self._punctuated(run.text), style, cursor)

    def _insert(self, text: str, style: QTextCharFormat, cursor: QTextCursor | None = None) -> None:
        """Inserts text into one block, character by character of the report."""
        text = text.replace("\n", "\u2028")
        for sign in _BEGIN_A_BLOCK:
            text = text.replace(sign, " ")
        (cursor or self._cursor).insertText(text, style)

    def _punctuated(self, text: str) -> str:
        return full_width(text) if self._wide else text

    def _begin(self, style: QTextBlockFormat) -> None:
        if self._reuse_block:
            self._cursor.setBlockFormat(style)
            self._reuse_block = False
        else:
            self._cursor.insertBlock(style)

    def _block_format(
        self, size: float, above: float, below: float, indent: int = 0, line_height: float = 0
    ) -> QTextBlockFormat:
        style = QTextBlockFormat()
        height = round(size * (line_height or self._spacing) * self._scale)
        style.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        style.setTopMargin(above * 8 * self._scale)
        style.setBottomMargin(below * 8 * self._scale)
        style.setLeftMargin(indent * 2 * TEXT_SIZE * self._scale)
        return style

    def _char_format(self, font: QFont, color: str) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFont(font)
        style.setForeground(self._theme.brush(color))
        return style

"""Writes one page of the report into a text document, with the typography of long Chinese reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from gaohang_viewer.reading.place import FRONT
from gaohang_viewer.reading.two_lines import two_lines
from gaohang_viewer.report.content import (
    Block,
    Code,
    Image,
    List,
    Paragraph,
    Quote,
    Rule,
    Runs,
    Table,
    blocks,
)
from gaohang_viewer.report.headline import headline
from gaohang_viewer.report.punctuation import full_width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gaohang_viewer.report.model import Report, Section
    from gaohang_viewer.theme import Fonts, Theme

TEXT_SIZE = 16  # px at 100 %
MEASURE = 40  # characters a line at most
_LINE_HEIGHT = 1.75
_HEADLINES = (28, 20, 16)  # px, by how far below the page's first headline; deeper ones are like the third


class Page(NamedTuple):
    """The document, and the text block at which each of its sections begins, in document order."""

    document: QTextDocument
    starts: list[tuple[int, int]]  # (section, block number)


class PageWriter:
    """Makes pages; everything that decides their look is given to it once."""

    def __init__(self, theme: Theme, fonts: Fonts, zoom: int, *, wide: bool) -> None:
        self._theme = theme
        self._fonts = fonts
        self._scale = zoom / 100
        self._wide = wide

    @property
    def measure(self) -> int:
        """The width of the longest line, in px."""
        return round(MEASURE * TEXT_SIZE * self._scale)

    def write(self, report: Report, section: int, page: range, room: int) -> Page:
        """The page of some sections, or the front page; headlines are broken for lines of `room` px."""
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._fonts.words(TEXT_SIZE * self._scale))
        made = Page(document, [])
        writing = _Writing(QTextCursor(document), self._theme, self._fonts, self._scale, wide=self._wide)
        writing.images, writing.room = report.images, room
        air = document.rootFrame().frameFormat()
        air.setTopMargin(32 * self._scale)
        air.setBottomMargin(64 * self._scale)
        document.rootFrame().setFrameFormat(air)
        writing.cursor.beginEditBlock()
        if section == FRONT:
            made.starts.append((FRONT, 0))
            self._front(writing, report)
        for index in page:
            made.starts.append((index, writing.next_block()))
            section_ = report.sections[index]
            writing.headline(section_, section_.level - report.sections[page[0]].level, room)
            writing.blocks(blocks(report.sections[index].body))
        below = report.outline.roots if section == FRONT else report.outline.children[page[-1]]
        writing.links([(index, report.sections[index]) for index in below if index not in page])
        writing.cursor.endEditBlock()
        return made

    def _front(self, writing: _Writing, report: Report) -> None:
        for line, words in enumerate(report.title.split()):
            below = 0 if report.subtitle or report.facts else 3
            writing.line(words, 40, bold=True, level=1, above=4 if line == 0 else 0, below=below)
        if report.subtitle:
            writing.line(report.subtitle, 20, above=2)
        for place, fact in enumerate(report.facts):
            last = place == len(report.facts) - 1
            writing.line(
                fact, 14, color=self._theme.muted, above=0 if place else 2, below=2 if last else 0, own=True
            )
        writing.blocks(blocks(report.preamble))


class _Writing:
    """A cursor that knows the typography."""

    def __init__(self, cursor: QTextCursor, theme: Theme, fonts: Fonts, scale: float, *, wide: bool) -> None:
        self.cursor = cursor
        self._theme = theme
        self._fonts = fonts
        self._scale = scale
        self._wide = wide
        self._fresh = True  # the document's first, empty block is not used yet
        self.images: Mapping[str, bytes] = {}
        self.room = 0  # px for a line

    def next_block(self) -> int:
        """The number of the block that is written next."""
        return 0 if self._fresh else self.cursor.document().blockCount()

    def headline(self, section: Section, depth: int, measure: int) -> None:
        """A section's headline, `depth` levels below the one that the page begins with."""
        size = _HEADLINES[min(depth, len(_HEADLINES) - 1)]
        metrics = QFontMetrics(self._fonts.words(size * self._scale, bold=True))
        lines = two_lines(headline(section, self._wide), measure, metrics)
        above = (0, 5, 3)[min(depth, 2)] if not self._fresh else 0
        self.line(
            "\u2028".join(lines),
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
        """A line of its own, `size` in px, with `above` and `below` it in units of 8 px."""
        style = self._format(size, above, below, line_height=1.4)
        style.setHeadingLevel(min(level, 6))
        font = (self._fonts.own if own else self._fonts.words)(size * self._scale, bold=bold)
        self._begin(style)
        self.cursor.insertText(self._shown(text), self._letters(font, color or self._theme.ink))

    def blocks(self, some: Sequence[Block], indent: int = 0) -> None:
        for block in some:
            match block:
                case Paragraph(runs):
                    style = self._format(TEXT_SIZE, 0, 1, indent)
                    style.setTextIndent(2 * TEXT_SIZE * self._scale)
                    self._begin(style)
                    self._runs(runs)
                case List():
                    self._list(block, indent)
                case Quote(inner):
                    self.blocks(inner, indent + 1)
                case Code(text):
                    self._begin(self._format(TEXT_SIZE, 0, 1, indent + 1))
                    mono = QFont(
                        ["Cascadia Mono", "Consolas", "Menlo", "DejaVu Sans Mono", *self._fonts.sans]
                    )
                    mono.setPixelSize(round(14 * self._scale))
                    self.cursor.insertText(text.replace("\n", "\u2028"), self._letters(mono, self._theme.ink))
                case Table(rows):
                    self._table(rows)
                case Image(address, text):
                    self._image(address, text)
                case Rule():
                    self.line("＊　＊　＊", TEXT_SIZE, color=self._theme.muted, above=1, below=2)

    def links(self, sections: Sequence[tuple[int, Section]]) -> None:
        """A list of sections to go on to."""
        for place, (index, section) in enumerate(sections):
            self._begin(self._format(TEXT_SIZE, 4 if place == 0 else 0, 1))
            style = self._letters(self._fonts.words(TEXT_SIZE * self._scale), self._theme.accent)
            style.setAnchor(True)
            style.setAnchorHref(f"#{index}")
            self.cursor.insertText(headline(section, self._wide), style)

    def _list(self, block: List, indent: int) -> None:
        for number, item in enumerate(block.items, block.start or 0):
            style = self._format(TEXT_SIZE, 0, 0.5, indent + 1)
            style.setTextIndent(-1.25 * TEXT_SIZE * self._scale)
            self._begin(style)
            mark = "●" if block.start is None else f"{number}."
            font = self._fonts.own((8 if block.start is None else TEXT_SIZE) * self._scale)
            letters = self._letters(font, self._theme.accent)
            letters.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
            self.cursor.insertText(mark + "\u2003", letters)
            self._runs(item.runs)
            self.blocks(item.blocks, indent + 1)

    def _image(self, address: str, text: str) -> None:
        """A picture as wide as a line at most; its words where there is none."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QImage, QTextImageFormat

        picture = QImage.fromData(self.images.get(address, b""))
        if picture.isNull():
            self.line(text or address, 14, color=self._theme.muted, own=True, below=1)
            return
        self.cursor.document().addResource(
            QTextDocument.ResourceType.ImageResource.value, QUrl(address), picture
        )
        style = QTextImageFormat()
        style.setName(address)
        style.setWidth(min(picture.width() * self._scale, self.room))
        style.setToolTip(text)
        place = QTextBlockFormat()
        place.setTopMargin(8 * self._scale)
        place.setBottomMargin(16 * self._scale)
        place.setAlignment(QtCore.Qt.AlignmentFlag.AlignHCenter)
        self._begin(place)
        self.cursor.insertImage(style)

    def _table(self, rows: Sequence[Sequence[Runs]]) -> None:
        from PySide6.QtGui import QTextFrameFormat, QTextLength, QTextTableFormat

        columns = max((len(row) for row in rows), default=0)
        if not columns:
            return
        style = QTextTableFormat()
        style.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        style.setBorder(1)
        style.setBorderBrush(self._theme.brush(self._theme.line))
        style.setBorderCollapse(True)
        style.setCellPadding(8 * self._scale)
        style.setTopMargin(8)
        style.setBottomMargin(16)
        style.setHeaderRowCount(1)
        style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        self._begin(self._format(1, 0, 0))
        table = self.cursor.insertTable(len(rows), columns, style)
        for row, cells in enumerate(rows):
            for column, runs in enumerate(cells):
                self.cursor = table.cellAt(row, column).firstCursorPosition()
                self._runs(runs, bold=row == 0)
        self.cursor = QTextCursor(self.cursor.document())
        self.cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True  # Qt has put an empty block behind the table

    def _runs(self, runs: Runs, *, bold: bool = False) -> None:
        for run in runs:
            font = self._fonts.words(TEXT_SIZE * self._scale, bold=run.bold or bold)
            style = self._letters(font, self._theme.ink)
            if run.italic:  # Chinese is not slanted but dotted or set in another face; a line is plain to see
                style.setFontUnderline(True)
            if run.code:
                style.setBackground(self._theme.brush(self._theme.hover))
            if run.link:
                style.setAnchor(True)
                style.setAnchorHref(run.link)
                style.setForeground(self._theme.brush(self._theme.accent))
            self.cursor.insertText(self._shown(run.text).replace("\n", "\u2028"), style)

    def _shown(self, text: str) -> str:
        return full_width(text) if self._wide else text

    def _begin(self, style: QTextBlockFormat) -> None:
        if self._fresh:
            self.cursor.setBlockFormat(style)
            self._fresh = False
        else:
            self.cursor.insertBlock(style)

    def _format(
        self, size: float, above: float, below: float, indent: int = 0, line_height: float = _LINE_HEIGHT
    ) -> QTextBlockFormat:
        style = QTextBlockFormat()
        height = round(size * line_height * self._scale)
        style.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        style.setTopMargin(above * 8 * self._scale)
        style.setBottomMargin(below * 8 * self._scale)
        style.setLeftMargin(indent * 2 * TEXT_SIZE * self._scale)
        return style

    def _letters(self, font: QFont, color: str) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFont(font)
        style.setForeground(self._theme.brush(color))
        return style

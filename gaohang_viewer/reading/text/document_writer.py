"""Writes portions of a report into a text document, with the typography of long Chinese reading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from gaohang_viewer.reading.headline_wrap import lines, two_lines
from gaohang_viewer.report.blocks import (
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
from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.model import FRONT
from gaohang_viewer.report.punctuation import full_width
from gaohang_viewer.ui.plain_text import tip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gaohang_viewer.report.layout_portions import Portions
    from gaohang_viewer.report.model import Report, Section
    from gaohang_viewer.ui.theme import Fonts, Theme

TEXT_SIZE = 16  # px at 100 %
MEASURE = 40  # characters a line at most
_SUBTITLE = 20  # px
_TITLE = 40  # px, of the front page
_HEADLINES = (28, 20, 16)  # px, by level; deeper ones are like the third
_NOTE, _NOTE_SIZE = re.compile(r"〔\d+〕"), 14  # how a footnote begins, and its size in px
_MOST_LINKS = 40  # chapters on the front page; of more the tree tells
ITEM = 0x100001  # property of a list entry's block: -1 for a bullet, else its number


class TextStyle(NamedTuple):
    """All that decides how the report's words look on the desk."""

    theme: Theme
    fonts: Fonts
    zoom: int = 100  # per cent
    spacing: int = 175  # per cent of the text's size, from line to line
    wide: bool = True  # half-width punctuation between Han characters is shown full-width

    @property
    def scale(self) -> float:
        return self.zoom / 100

    @property
    def measure(self) -> int:
        """The width of the longest line, in px."""
        return round(MEASURE * TEXT_SIZE * self.scale)

    def characters(self, width: float, height: float) -> float:
        """About how many characters a view holds that is some px wide and high: two thirds of a full one."""
        size = TEXT_SIZE * self.scale
        return width / size * height / (size * self.spacing / 100) * 2 / 3


class PortionWriter:
    """Writes one report's portions, headlines broken for lines of `room` px."""

    def __init__(self, report: Report, portions: Portions, look: TextStyle, room: int) -> None:
        self._report = report
        self._portions = portions
        self._look = look
        self._room = room

    def new_document(self) -> QTextDocument:
        """An empty document; its one block, a px high, stands above all that is written."""
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._look.fonts.words(TEXT_SIZE * self._look.scale))
        air = document.rootFrame().frameFormat()
        air.setTopMargin(32 * self._look.scale)
        air.setBottomMargin(64 * self._look.scale)
        document.rootFrame().setFrameFormat(air)
        flatten(QTextCursor(document))
        return document

    def write(self, cursor: QTextCursor, number: int) -> None:
        """Writes a portion behind the block in which the cursor stands."""
        section, part, *_ = self._portions[number]
        report = self._report
        cursor.beginEditBlock()
        writing = _Writing(cursor, self._look, report.images, self._room)
        if part == 0 and section == FRONT:
            self._front(writing)
        elif part == 0:
            writing.headline(report.sections[section])
        writing.blocks(blocks(self._portions.text(number)))
        if section == FRONT and number + 1 == self._portions.after(FRONT):
            writing.links([(index, report.sections[index]) for index in report.outline.roots])
        writing.end()
        cursor.endEditBlock()

    def _front(self, writing: _Writing) -> None:
        report = self._report
        scale = self._look.scale
        size = (
            _TITLE if self._room >= 9 * _TITLE * scale else _HEADLINES[0]
        )  # px; the latter in a narrow pane
        metrics = QFontMetrics(self._look.fonts.words(size * scale, bold=True))
        for line, words in enumerate(report.title.split()):
            below = 0 if report.subtitle or report.facts else 3
            broken = "\u2028".join(lines(words, self._room, metrics, len(words)))
            writing.line(broken, size, bold=True, level=1, above=4 if line == 0 else 0, below=below)
        if report.subtitle:
            metrics = QFontMetrics(self._look.fonts.words(_SUBTITLE * scale))
            broken = "\u2028".join(lines(report.subtitle, self._room, metrics, len(report.subtitle)))
            writing.line(broken, _SUBTITLE, above=2)
        for place, fact in enumerate(report.facts):
            above, below = 0 if place else 2, 2 if place == len(report.facts) - 1 else 0
            writing.line(fact, 14, color=self._look.theme.muted, above=above, below=below, own=True)


def flatten(cursor: QTextCursor) -> None:
    """Makes the cursor's empty block a px high."""
    style = QTextBlockFormat()
    style.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.setBlockFormat(style)


class _Writing:
    """A cursor that knows the typography."""

    def __init__(self, cursor: QTextCursor, look: TextStyle, images: Mapping[str, bytes], room: int) -> None:
        self._cursor = cursor
        self._theme = look.theme
        self._fonts = look.fonts
        self._scale = look.scale
        self._spacing = look.spacing / 100
        self._wide = look.wide
        self._images = images
        self._room = room  # px for a line
        self._fresh = False  # there is an empty block to be used, which a table left behind

    def end(self) -> None:
        """Leaves no empty line behind."""
        if self._fresh:
            flatten(self._cursor)

    def headline(self, section: Section) -> None:
        """A section's headline, by its level."""
        depth = section.level - 1
        size = _HEADLINES[min(depth, len(_HEADLINES) - 1)]
        metrics = QFontMetrics(self._fonts.words(size * self._scale, bold=True))
        broken = two_lines(headline(section, self._wide), self._room, metrics)
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
        """A line of its own, `size` in px, with `above` and `below` it in units of 8 px."""
        style = self._format(size, above, below, line_height=1.4)
        style.setHeadingLevel(min(level, 6))
        font = (self._fonts.own if own else self._fonts.words)(size * self._scale, bold=bold)
        self._begin(style)
        self._cursor.insertText(self._shown(text), self._letters(font, color or self._theme.ink))

    def blocks(self, some: Sequence[Block], indent: int = 0) -> None:
        for block in some:
            match block:
                case Paragraph(runs) if runs and _NOTE.match(runs[0].text):
                    self._begin(self._format(_NOTE_SIZE, 0, 1, indent + 1))
                    self._runs(runs, size=_NOTE_SIZE, color=self._theme.muted)
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
                    self._cursor.insertText(
                        text.replace("\n", "\u2028"), self._letters(mono, self._theme.ink)
                    )
                case Table(rows):
                    self._table(rows)
                case Image(address, text):
                    self._image(address, text)
                case Rule():
                    self.line("＊　＊　＊", TEXT_SIZE, color=self._theme.muted, above=1, below=2)

    def links(self, sections: Sequence[tuple[int, Section]]) -> None:
        """A list of chapters to go on to."""
        if len(sections) > _MOST_LINKS:
            return
        for place, (index, section) in enumerate(sections):
            self._begin(self._format(TEXT_SIZE, 4 if place == 0 else 0, 1))
            style = self._letters(self._fonts.words(TEXT_SIZE * self._scale), self._theme.accent)
            style.setAnchor(True)
            style.setAnchorHref(f"#{index}")
            self._cursor.insertText(headline(section, self._wide), style)

    def _list(self, block: List, indent: int) -> None:
        for number, item in enumerate(block.items, block.start or 0):
            style = self._format(TEXT_SIZE, 0, 0.5, indent + 1)
            style.setTextIndent(-1.25 * TEXT_SIZE * self._scale)
            style.setProperty(ITEM, -1 if block.start is None else number)
            self._begin(style)
            mark = "●" if block.start is None else f"{number}."
            font = self._fonts.own((8 if block.start is None else TEXT_SIZE) * self._scale)
            letters = self._letters(font, self._theme.accent)
            letters.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
            self._cursor.insertText(mark + "\u2003", letters)
            self._runs(item.runs)
            self.blocks(item.blocks, indent + 1)

    def _image(self, address: str, text: str) -> None:
        """A picture as wide as a line at most; its words where there is none."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QImage, QTextImageFormat

        picture = QImage.fromData(self._images.get(address, b""))
        if picture.isNull():
            self.line(text or address, 14, color=self._theme.muted, own=True, below=1)
            return
        name = f"picture:{list(self._images).index(address)}"  # an address may be none to Qt
        self._cursor.document().addResource(
            QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture
        )
        style = QTextImageFormat()
        style.setName(name)
        style.setWidth(min(picture.width() * self._scale, self._room))
        style.setToolTip(tip(text))
        place = QTextBlockFormat()
        place.setTopMargin(8 * self._scale)
        place.setBottomMargin(16 * self._scale)
        place.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._begin(place)
        self._cursor.insertImage(style)

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
        table = self._cursor.insertTable(len(rows), columns, style)
        for row, cells in enumerate(rows):
            for column, runs in enumerate(cells):
                cell = table.cellAt(row, column).firstCursorPosition()
                self._runs(runs, cell, bold=row == 0)
        self._cursor.setPosition(table.lastPosition() + 1)
        self._fresh = True  # Qt has put an empty block behind the table

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
            font = self._fonts.words(size * self._scale, bold=run.bold or bold)
            style = self._letters(font, color or self._theme.ink)
            if run.italic:  # Chinese is not slanted but dotted or set in another face; a line is plain to see
                style.setFontUnderline(True)
            if run.code:
                style.setBackground(self._theme.brush(self._theme.hover))
            if run.link:
                style.setAnchor(True)
                style.setAnchorHref(run.link)
                style.setToolTip(tip(run.link))
                style.setForeground(self._theme.brush(self._theme.accent))
            (cursor or self._cursor).insertText(self._shown(run.text).replace("\n", "\u2028"), style)

    def _shown(self, text: str) -> str:
        return full_width(text) if self._wide else text

    def _begin(self, style: QTextBlockFormat) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(style)
            self._fresh = False
        else:
            self._cursor.insertBlock(style)

    def _format(
        self, size: float, above: float, below: float, indent: int = 0, line_height: float = 0
    ) -> QTextBlockFormat:
        style = QTextBlockFormat()
        height = round(size * (line_height or self._spacing) * self._scale)
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

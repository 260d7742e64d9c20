"""Writes portions of a report into a text document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics, QTextCursor, QTextDocument

from gaohang_viewer.reading.headline_wrap import wrap_lines
from gaohang_viewer.reading.text.block_writer import BlockWriter, flatten
from gaohang_viewer.reading.text.text_style import HEADLINE_SIZES, TEXT_SIZE
from gaohang_viewer.report.markdown_reader import blocks
from gaohang_viewer.report.model import FRONT

if TYPE_CHECKING:
    from gaohang_viewer.reading.text.text_style import TextStyle
    from gaohang_viewer.report.layout_portions import Portions
    from gaohang_viewer.report.model import Report

_SUBTITLE = 20  # px
_TITLE = 40  # px, of the front page


class DocumentWriter:
    """Writes one report's portions, with headlines wrapped for lines of `line_width` px."""

    def __init__(self, report: Report, portions: Portions, style: TextStyle, line_width: int) -> None:
        self._report = report
        self._portions = portions
        self._style = style
        self._line_width = line_width

    def new_document(self) -> QTextDocument:
        """An empty document. Its only block is one px high and stays above everything that is written."""
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._style.fonts.report_font(TEXT_SIZE * self._style.scale))
        air = document.rootFrame().frameFormat()
        air.setTopMargin(32 * self._style.scale)
        air.setBottomMargin(64 * self._style.scale)
        document.rootFrame().setFrameFormat(air)
        flatten(QTextCursor(document))
        return document

    def write(self, cursor: QTextCursor, number: int) -> None:
        """Writes a portion after the block of the cursor."""
        section, part, *_ = self._portions[number]
        report = self._report
        cursor.beginEditBlock()
        writing = BlockWriter(cursor, self._style, report.images, self._line_width)
        if part == 0 and section == FRONT:
            self._front(writing)
        elif part == 0:
            writing.headline(report.sections[section])
        writing.blocks(blocks(self._portions.text(number)))
        if section == FRONT and number + 1 == self._portions.after(FRONT):
            writing.links([(index, report.sections[index]) for index in report.outline.roots])
        writing.end()
        cursor.endEditBlock()

    def _front(self, writing: BlockWriter) -> None:
        report = self._report
        scale = self._style.scale
        size = (
            _TITLE if self._line_width >= 9 * _TITLE * scale else HEADLINE_SIZES[0]
        )  # px; the smaller one in a narrow pane
        metrics = QFontMetrics(self._style.fonts.report_font(size * scale, bold=True))
        for line, words in enumerate(report.title.split()):
            below = 0 if report.subtitle or report.facts else 3
            broken = "\u2028".join(wrap_lines(words, self._line_width, metrics, len(words)))
            writing.line(broken, size, bold=True, level=1, above=4 if line == 0 else 0, below=below)
        if report.subtitle:
            metrics = QFontMetrics(self._style.fonts.report_font(_SUBTITLE * scale))
            broken = "\u2028".join(
                wrap_lines(report.subtitle, self._line_width, metrics, len(report.subtitle))
            )
            writing.line(broken, _SUBTITLE, above=2)
        for place, fact in enumerate(report.facts):
            above, below = 0 if place else 2, 2 if place == len(report.facts) - 1 else 0
            writing.line(fact, 14, color=self._style.theme.muted, above=above, below=below, own=True)

"""Writes portions of a report into a text document."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics, QTextCursor, QTextDocument

from gaohang_viewer.reading.headline_wrap import wrap_lines
from gaohang_viewer.reading.text.block_writer import BlockWriter, flatten
from gaohang_viewer.reading.text.text_style import HEADLINE_SIZES, TEXT_SIZE
from gaohang_viewer.report.markdown_reader import blocks
from gaohang_viewer.report.model import FACT_LINES, FRONT
from gaohang_viewer.report.text_lines import lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gaohang_viewer.reading.text.text_style import TextStyle
    from gaohang_viewer.report.layout_portions import Portions
    from gaohang_viewer.report.model import Report
    from gaohang_viewer.report.text_lines import Line

_SUBTITLE = 20  # px
_TITLE = 40  # px, of the front page


class DocumentWriter:
    """Writes one report's portions, with headlines wrapped for lines of `line_width` px.

    `empty_fields` are texts in place of empty fields of the front page, by their keys. With them each field
    has a line of its own, as it can be edited.
    """

    def __init__(
        self,
        report: Report,
        portions: Portions,
        style: TextStyle,
        line_width: int,
        empty_fields: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._report = report
        self._portions = portions
        self._style = style
        self._line_width = line_width
        self._empty_fields = empty_fields

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

    def lines(self, number: int) -> tuple[Line, ...]:
        """The lines of a portion, one for each block that `write` appends without empty fields."""
        return lines(self._report, self._portions, number)

    def _front(self, writing: BlockWriter) -> None:
        fields, theme = self._report.fields, self._style.theme
        lines = [[key for key in keys if fields[key].strip()] for keys in FACT_LINES]
        if self._empty_fields:
            lines = [[key] for keys in FACT_LINES for key in keys]
        lines = [keys for keys in lines if keys]
        scale = self._style.scale
        size = (
            _TITLE if self._line_width >= 9 * _TITLE * scale else HEADLINE_SIZES[0]
        )  # px; the smaller one in a narrow pane
        title = fields["title"].split() or [self._empty_fields.get("title", "")]
        below = 0 if fields["subtitle"] or lines else 3
        for line, words in enumerate(filter(None, title)):
            broken = self._broken(words, size, bold=True)
            color = "" if fields["title"] else theme.muted
            above = 4 if line == 0 else 0
            writing.fields(
                [("title", broken)], size, bold=True, level=1, above=above, below=below, color=color
            )
        if subtitle := fields["subtitle"] or self._empty_fields.get("subtitle"):
            color = "" if fields["subtitle"] else theme.muted
            writing.fields([("subtitle", self._broken(subtitle, _SUBTITLE))], _SUBTITLE, above=2, color=color)
        for place, keys in enumerate(lines):
            between = 1 if self._empty_fields else 0
            above, below = between if place else 2, 2 if place == len(lines) - 1 else 0
            texts = [(key, " ".join(fields[key].split()) or self._empty_fields[key]) for key in keys]
            writing.fields(texts, 14, color=theme.muted, above=above, below=below, own=True)

    def _broken(self, words: str, size: float, *, bold: bool = False) -> str:
        """Breaks a line of the front page, set at `size` px."""
        metrics = QFontMetrics(self._style.fonts.report_font(size * self._style.scale, bold=bold))
        return "\u2028".join(wrap_lines(words, self._line_width, metrics, len(words)))

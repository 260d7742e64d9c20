"""Paints a row of the console's tree: headline, planned time, and whether the talk is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from gaohang_viewer.presenting.console.sections_model import PAST, PRESENT, ROW
from gaohang_viewer.ui.painting import fill_rounded

if TYPE_CHECKING:
    from gaohang_viewer.presenting.console.style import ConsoleStyle

    Index = QModelIndex | QPersistentModelIndex

HEIGHT, INDENT, LEAD = 34, 16, 24  # px; LEAD is the width of a branch's arrow
_SIDE, _GAP = 12, 12  # px
_KEPT = 600  # prepared texts that are cached at most


class SectionDelegate(QStyledItemDelegate):
    """One line for a section, over the full width of the view."""

    def __init__(self, style: ConsoleStyle, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        names = ("ink", "muted", "raised", "accent", "accent_soft")
        self._colours = {name: style.colour(name) for name in names}
        self._font, self._strong = style.font(15), style.font(15, bold=True)
        self._small = style.font(14)
        self._names: dict[tuple[str, int, bool], QStaticText] = {}
        self._texts: dict[tuple[str, int, bool], QStaticText] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        colours, row = self._colours, index.data(ROW)
        box = QRectF(0, option.rect.top() + 1, self._view.viewport().width(), option.rect.height() - 2)
        middle, is_present = box.center().y(), row.place == PRESENT
        if is_present:
            fill_rounded(painter, box, 6, colours["accent_soft"])
            fill_rounded(painter, QRectF(0, box.top() + 6, 3, box.height() - 12), 1.5, colours["accent"])
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill_rounded(painter, box, 6, colours["raised"])
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(colours["accent"], 1.5))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        left = row.depth * INDENT
        if row.is_branch:
            self._draw_arrow(painter, QPointF(left + LEAD / 2 + 2, middle), index)
        left += LEAD
        time = self._static(row.time, self._small)
        right = box.right() - _SIDE - time.size().width()
        painter.setFont(self._small)
        painter.setPen(colours["ink" if is_present else "muted"])
        painter.drawStaticText(QPointF(right, middle - time.size().height() / 2), time)
        font = self._strong if is_present else self._font
        name = self._elided(row.headline, int(right - _GAP - left), font)
        painter.setFont(font)
        painter.setPen(colours["muted" if row.place == PAST else "ink"])
        painter.drawStaticText(QPointF(left, middle - name.size().height() / 2), name)
        painter.restore()

    def _elided(self, text: str, room: int, font: QFont) -> QStaticText:
        """The elided text, prepared once: shaping takes most of the drawing time."""
        key = (text, room, font.bold())
        if key not in self._names:
            if len(self._names) > _KEPT:
                self._names.clear()
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
            self._names[key] = self._static(shown, font)
        return self._names[key]

    def _static(self, text: str, font: QFont) -> QStaticText:
        key = (text, font.pixelSize(), font.bold())
        if key not in self._texts:
            if len(self._texts) > _KEPT:
                self._texts.clear()
            made = self._texts[key] = QStaticText(text)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            made.prepare(font=font)
        return self._texts[key]

    def _draw_arrow(self, painter: QPainter, at: QPointF, index: Index) -> None:
        painter.setPen(QPen(self._colours["muted"], 1.4))
        if self._view.isExpanded(index):
            points = [QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2)]
        else:
            points = [QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4)]
        painter.drawPolyline([at + point for point in points])

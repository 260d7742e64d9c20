"""Draws a row of the console's tree: headline, time, and where the talk is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from gaohang_viewer.presenting.console.sections_model import DEPTH, PAST, PLACE, PRESENT, TIME, TITLE
from gaohang_viewer.presenting.console.style import fill_rounded

if TYPE_CHECKING:
    from gaohang_viewer.presenting.console.style import Style

    Index = QModelIndex | QPersistentModelIndex

ROW, INDENT, LEAD = 34, 16, 24  # px; LEAD is for the arrow of a branch
_SIDE, _GAP = 12, 12  # px
_KEPT = 600  # texts that are ready to be drawn


class SectionDelegate(QStyledItemDelegate):
    """One line a section, across the whole width of the view."""

    def __init__(self, style: Style, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._style = style
        self._font, self._strong = style.font(15), style.font(15, bold=True)
        self._small = style.font(14)
        self._names: dict[tuple[str, int, bool], QStaticText] = {}
        self._texts: dict[tuple[str, int, bool], QStaticText] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        style, place = self._style, index.data(PLACE)
        row = QRectF(0, option.rect.top() + 1, self._view.viewport().width(), option.rect.height() - 2)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if place == PRESENT:
            fill_rounded(painter, row, 6, style.colour("accent_soft"))
            fill_rounded(painter, QRectF(0, row.top() + 6, 3, row.height() - 12), 1.5, style.colour("accent"))
        elif hovered:
            fill_rounded(painter, row, 6, style.colour("raised"))
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(style.colour("accent"), 1.5))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 6, 6)
        left = row.left() + index.data(DEPTH) * INDENT
        if self._view.model().rowCount(index):
            self._draw_arrow(painter, QPointF(left + LEAD / 2 + 2, row.center().y()), index)
        strong, time = place == PRESENT, index.data(TIME)
        told = self._static(time, self._small)
        width = told.size().width()
        middle = row.center().y()
        painter.setFont(self._small)
        painter.setPen(style.colour("ink" if strong else "muted"))
        painter.drawStaticText(QPointF(row.right() - _SIDE - width, middle - told.size().height() / 2), told)
        font = self._strong if strong else self._font
        left += LEAD
        name = self._elided("".join(index.data(TITLE)), int(row.right() - _SIDE - width - _GAP - left), font)
        painter.setFont(font)
        painter.setPen(style.colour("muted" if place == PAST else "ink"))
        painter.drawStaticText(QPointF(left, middle - name.size().height() / 2), name)
        painter.restore()

    def _elided(self, text: str, room: int, font: QFont) -> QStaticText:
        """A text that is shaped once: that takes most of the time of drawing it."""
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
        painter.setPen(QPen(self._style.colour("muted"), 1.4))
        if self._view.isExpanded(index):
            points = [QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2)]
        else:
            points = [QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4)]
        painter.drawPolyline([at + point for point in points])

"""Paints search results: headings with a number, and hits among their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from gaohang_viewer.ui.theme import Fonts, Theme

Index = QModelIndex | QPersistentModelIndex

_USER = Qt.ItemDataRole.UserRole.value
SECTION = _USER  # of the report
NUMBER = _USER + 1  # of the hit in its section, from 0; None on a heading
COUNT = _USER + 2  # the text at the right of a heading
SPAN = _USER + 3  # the hit in the row's text: (start, end)

_ROW = 32  # px
_SIDE = 16
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class HitDelegate(QStyledItemDelegate):
    """Rows of one height, for there may be a hundred thousand."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain, self._strong, self._small = (
            fonts.interface_font(14),
            fonts.interface_font(14, bold=True),
            fonts.interface_font(12),
        )

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        box = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(theme.hover))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(theme.ink))
        text = index.data() or ""
        if index.data(NUMBER) is None:
            self._draw_heading(painter, box, text, str(index.data(COUNT) or ""))
        else:
            self._draw_hit(painter, box.adjusted(8, 0, 0, 0), text, index.data(SPAN) or (0, 0))
        painter.restore()

    def _draw_heading(self, painter: QPainter, box: QRect, text: str, count: str) -> None:
        width = QFontMetrics(self._small).horizontalAdvance(count)
        painter.setFont(self._small)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(box.adjusted(box.width() - width, 0, 0, 0), _LEFT, count)
        painter.setFont(self._strong)
        painter.setPen(QColor(self._theme.ink))
        room = box.adjusted(0, 0, -width - 8, 0)
        metrics = QFontMetrics(self._strong)
        painter.drawText(room, _LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()))

    def _draw_hit(self, painter: QPainter, box: QRect, text: str, span: tuple[int, int]) -> None:
        """Draws a hit on its background; the words before it are cut so that it stays visible."""
        metrics = QFontMetrics(self._plain)
        start, end = span
        lead, hit, tail = text[:start], text[start:end], text[end:]
        room = box.width() // 3
        if metrics.horizontalAdvance(lead) > room:
            while lead and metrics.horizontalAdvance("…" + lead) > room:
                lead = lead[1:]
            lead = "…" + lead
        painter.setFont(self._plain)
        painter.drawText(box, _LEFT, lead)
        x, width = box.left() + metrics.horizontalAdvance(lead), metrics.horizontalAdvance(hit)
        mark = box.adjusted(x - box.left(), 5, 0, -5)
        mark.setWidth(min(width, box.right() - x))
        painter.fillRect(mark, QColor(self._theme.hit))
        painter.drawText(mark, _LEFT, hit)
        rest = box.adjusted(x - box.left() + width, 0, 0, 0)
        painter.drawText(rest, _LEFT, metrics.elidedText(tail, Qt.TextElideMode.ElideRight, rest.width()))

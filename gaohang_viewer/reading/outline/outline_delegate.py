"""Paints a row of the outline: mark, headline on one or two lines, hits, speaking time, bookmark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from gaohang_viewer.reading.headline_wrap import wrap_in_two
from gaohang_viewer.reading.outline.outline_model import ALL_HITS, BOOKMARK, HITS
from gaohang_viewer.ui.painting import fill_rounded

if TYPE_CHECKING:
    from gaohang_viewer.reading.outline.outline_model import OutlineModel, Row
    from gaohang_viewer.ui.theme import Fonts, Theme

    Index = QModelIndex | QPersistentModelIndex

_SIZE = 14  # px
_LINE = 20
_PAD = 6  # above and below
_GAP = 8
_MARK_OPACITY = 0.65
_SCROLL_BAR = 20  # px, with its margin
_TIME = 30  # px for the speaking time
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class OutlineDelegate(QStyledItemDelegate):
    """Paints rows from what the model says of them alone."""

    def __init__(self, theme: Theme, fonts: Fonts, model: OutlineModel, view: QTreeView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._theme = theme
        self._plain = fonts.interface_font(_SIZE)
        self._strong = fonts.interface_font(_SIZE, bold=True)
        self._small = fonts.interface_font(12)
        self._metrics = {False: QFontMetrics(self._plain), True: QFontMetrics(self._strong)}
        self._small_metrics = QFontMetrics(self._small)
        self._lines: dict[tuple[str, int, bool], list[str]] = {}
        self._marks: dict[tuple[str, bool], int] = {}
        self.wraps = True  # False for a tree of thousands of rows, which have one line each

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        if not self.wraps or not self._view.isVisible():  # its width is not final before it is shown
            return QSize(0, _LINE + 2 * _PAD)
        return QSize(0, (1 if self._fits(self._model.row(index)) else 2) * _LINE + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = self._model.row(index)
        strong = row.level == 1
        left = rect.left()
        top = rect.top() + _PAD
        painter.setFont(self._strong if strong else self._plain)
        if row.mark:
            painter.setOpacity(_MARK_OPACITY)
            painter.drawText(left, top, rect.right() - left, _LINE, Qt.AlignmentFlag.AlignVCenter, row.mark)
            painter.setOpacity(1)
            left += self._mark_width(row.mark, strong)
        right = rect.right() - _GAP
        collapsed = not self._view.isExpanded(index)
        hits = index.data(ALL_HITS if collapsed else HITS)
        if hits:
            right -= self._draw_hits(painter, right, top, hits) + _GAP
        elif row.time:
            right -= self._draw_time(painter, right, top, row.time)
        if index.data(BOOKMARK):
            right -= self._draw_bookmark(painter, right, rect.top())
        painter.setFont(self._strong if strong else self._plain)
        lines = self._broken(row) if self.wraps else [row.title]
        for line in lines:
            shown = self._elided(line, right - left, self._metrics[strong])
            painter.drawText(left, top, right - left, _LINE, Qt.AlignmentFlag.AlignVCenter, shown)
            top += _LINE
        painter.restore()

    def _mark_width(self, mark: str, strong: bool) -> int:
        """The width of the mark with a gap after it; 、 and ） have their own."""
        if (mark, strong) not in self._marks:
            air = 2 if mark[-1] in "、）" else 6
            self._marks[mark, strong] = self._metrics[strong].horizontalAdvance(mark) + air
        return self._marks[mark, strong]

    def _elided(self, line: str, room: int, metrics: QFontMetrics) -> str:
        if len(line) * _SIZE <= room or metrics.horizontalAdvance(line) <= room:
            return line
        return metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)

    def _room(self, row: Row) -> int:
        """The width for the headline in px. The option cannot be used: it has no width while heights are
        computed."""
        room = self._view.width() - row.level * self._view.indentation() - _SCROLL_BAR - _GAP
        room -= self._mark_width(row.mark, row.level == 1) if row.mark else 0
        return room - (_TIME if row.time else 0)

    def _fits(self, row: Row) -> bool:
        """Whether the headline fits on one line. No character is wider than the font's size, so few are
        measured."""
        room = self._room(row)
        if len(row.title) * _SIZE <= room or room <= 0:
            return True
        return self._metrics[row.level == 1].horizontalAdvance(row.title) <= room

    def _broken(self, row: Row) -> list[str]:
        """The headline on one line or two: broken after its comma if both parts fit, else between words."""
        if self._fits(row):
            return [row.title]
        room, strong = self._room(row), row.level == 1
        key = (row.title, room, strong)
        if key not in self._lines:
            if len(self._lines) > 5000:
                self._lines.clear()
            self._lines[key] = wrap_in_two(row.title, room, self._metrics[strong])
        return self._lines[key]

    def _draw_hits(self, painter: QPainter, right: int, top: int, hits: int) -> int:
        text = str(hits)
        width = max(self._small_metrics.horizontalAdvance(text) + 12, 20)
        box = QRectF(right - width, top + 1, width, 18)
        fill_rounded(painter, box, 9, self._theme.brush(self._theme.hit))
        painter.setFont(self._small)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return width

    def _draw_time(self, painter: QPainter, right: int, top: int, time: str) -> int:
        painter.setFont(self._small)
        painter.setOpacity(_MARK_OPACITY)
        painter.drawText(right - _TIME, top, _TIME, _LINE, _RIGHT, time)
        painter.setOpacity(1)
        return _TIME

    def _draw_bookmark(self, painter: QPainter, right: int, top: int) -> int:
        """Paints a ribbon at the top of the row."""
        ribbon = QPainterPath(QPointF(right - 10, top + 2))
        for x, y in ((right, top + 2), (right, top + 18), (right - 5, top + 13), (right - 10, top + 18)):
            ribbon.lineTo(x, y)
        painter.fillPath(ribbon, self._theme.brush(self._theme.accent))
        return 10 + _GAP

"""The list of all hits in the open report, each with the words around it; a click goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gaohang_viewer.reading.hits_model import COUNT, NUMBER, SECTION, SPAN, HitsModel
from gaohang_viewer.reading.panel import Panel

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from gaohang_viewer.reading.finder import Finder
    from gaohang_viewer.reading.reader import Reader
    from gaohang_viewer.theme import Fonts, Theme

    Index = QModelIndex | QPersistentModelIndex

_WIDTH = 336  # px, until the reader pulls it
_ROW = 32
_SIDE = 16
_LEFT = 0x81  # Qt.AlignmentFlag.AlignLeft | AlignVCenter


class HitDelegate(QStyledItemDelegate):
    """A section's headline with the number of its hits, or a hit among its words."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain, self._strong, self._small = fonts.own(14), fonts.own(14, bold=True), fonts.own(12)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        box = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.save()
        if option.state & option.state.State_Selected:
            painter.fillRect(option.rect, QColor(theme.accent_soft))
        elif option.state & option.state.State_MouseOver:
            painter.fillRect(option.rect, QColor(theme.hover))
        painter.setPen(QColor(theme.ink))
        text = index.data() or ""
        if index.data(NUMBER) is None:
            count = str(index.data(COUNT))
            painter.setFont(self._small)
            painter.setPen(QColor(theme.muted))
            width = QFontMetrics(self._small).horizontalAdvance(count)
            painter.drawText(box.adjusted(box.width() - width, 0, 0, 0), _LEFT, count)
            painter.setFont(self._strong)
            painter.setPen(QColor(theme.ink))
            room = box.adjusted(0, 0, -width - 8, 0)
            metrics = QFontMetrics(self._strong)
            painter.drawText(room, _LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()))
        else:
            self._draw_snippet(painter, box.adjusted(8, 0, 0, 0), text, index.data(SPAN) or (0, 0))
        painter.restore()

    def _draw_snippet(self, painter: QPainter, box: QRect, text: str, span: tuple[int, int]) -> None:
        """The hit on its ground, so that it is always in sight."""
        metrics = QFontMetrics(self._plain)
        start, end = span
        lead, hit, tail = text[:start], text[start:end], text[end:]
        room = box.width() // 3
        while lead and metrics.horizontalAdvance(lead) > room:
            lead = lead[2:] if lead.startswith("…") else lead[1:]
            lead = "…" + lead.lstrip("…") if lead.strip("…") else ""
        painter.setFont(self._plain)
        x = box.left()
        painter.drawText(box, _LEFT, lead)
        x += metrics.horizontalAdvance(lead)
        width = metrics.horizontalAdvance(hit)
        mark = box.adjusted(x - box.left(), 5, 0, -5)
        mark.setWidth(min(width, box.right() - x))
        painter.fillRect(mark, QColor(self._theme.hit))
        painter.drawText(mark, _LEFT, hit)
        rest = box.adjusted(x - box.left() + width, 0, 0, 0)
        painter.drawText(rest, _LEFT, metrics.elidedText(tail, Qt.TextElideMode.ElideRight, rest.width()))


class _Hits(QListView):
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 400)


class HitsPanel(Panel):
    """Follows the finder, and leads it."""

    def __init__(self, reader: Reader, finder: Finder, parent: QWidget) -> None:
        self.view = _Hits()
        super().__init__("hits", QCoreApplication.translate("hits", "Hits"), self.view, parent)
        self._finder = finder
        self._shown: tuple[str, int] = ("", -1)
        self.model = HitsModel(reader, finder, self)
        self.view.setModel(self.model)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.clicked.connect(self._go)
        self.view.activated.connect(self._go)
        finder.changed.connect(self.refresh)
        finder.arrived.connect(self._follow)
        reader.opened.connect(self.refresh)
        self.refresh()

    def dress(self, theme: Theme, fonts: Fonts) -> None:
        self.view.setItemDelegate(HitDelegate(theme, fonts, self.view))

    def refresh(self) -> None:
        """Shows what was found by now; nothing is done where that is the same."""
        now = (self._finder.query, self._finder.total)
        if now == self._shown and self._finder.total:
            return
        self._shown = now
        self.model.refresh()
        if not self._finder.query.strip():
            text = QCoreApplication.translate("hits", "Type into the search field to find words.")
        else:
            text = QCoreApplication.translate("hits", "{hits} hits in {sections} sections")
            text = text.replace("{hits}", str(self._finder.total))
            text = text.replace("{sections}", str(len(self._finder.counts)))
        self.say(text)

    def _go(self, index: QModelIndex) -> None:
        self._finder.go_to(index.data(SECTION), index.data(NUMBER) or 0)

    def _follow(self, section: int, number: int) -> None:
        """The row of the hit that the reader is at."""
        row = self.model.row_of(section, number)
        if row >= 0 and not self.view.hasFocus():
            self.view.setCurrentIndex(self.model.index(row, 0))

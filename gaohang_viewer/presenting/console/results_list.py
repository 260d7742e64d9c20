"""The list of search results on the console: headlines, and hits among their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gaohang_viewer.presenting.console.search_engine import SectionMatch
from gaohang_viewer.ui.painting import fill_rounded

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from gaohang_viewer.presenting.console.style import ConsoleStyle

    Index = QModelIndex | QPersistentModelIndex

FOUND = Qt.ItemDataRole.UserRole.value
_HIGH, _LOW, _SIDE = 58, 36, 12  # px
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ROOT = QModelIndex()


class ResultsModel(QAbstractListModel):
    """The results as rows."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._results: list[SectionMatch] = []

    def set_results(self, found: list[SectionMatch]) -> None:
        self.beginResetModel()
        self._results = found
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._results)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self._results[index.row()]
        return {
            Qt.ItemDataRole.DisplayRole: found.headline,
            Qt.ItemDataRole.AccessibleTextRole: f"{found.headline} {found.text}".strip(),
            FOUND: found,
        }.get(role)


class ResultsDelegate(QStyledItemDelegate):
    """Paints a headline, and below it a hit among its words."""

    def __init__(self, style: ConsoleStyle, parent: QListView) -> None:
        super().__init__(parent)
        self._style = style
        self._large, self._small = style.font(15), style.font(13)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _HIGH if index.data(FOUND).text else _LOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found: SectionMatch = index.data(FOUND)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            box = option.rect.adjusted(0, 1, 0, -1)
            fill_rounded(painter, box.toRectF(), 6, self._style.colour("accent_soft"))
        box = option.rect.adjusted(_SIDE, 4, -_SIDE, -4)
        if found.text:
            top = box.adjusted(0, 2, 0, -box.height() // 2)
            self._draw(painter, top, found.headline, (0, 0), small=False)
            self._draw(painter, box.adjusted(0, box.height() // 2, 0, -2), found.text, found[3:], small=True)
        else:
            self._draw(painter, box, found.headline, found[3:], small=False)
        painter.restore()

    def _draw(self, painter: QPainter, box: QRect, text: str, hit: tuple[int, int], *, small: bool) -> None:
        """Draws a line with its hit in colour; words before the hit are cut to keep it visible."""
        font = self._small if small else self._large
        metrics, (start, end) = QFontMetrics(font), hit
        lead, tail = text[:start], text[end:]
        if metrics.horizontalAdvance(text) > box.width():
            while lead and metrics.horizontalAdvance(lead + text[start:end]) > box.width() * 0.6:
                lead = "…" + lead[2:] if len(lead) > 2 else ""
        painter.setFont(font)
        for part, colour in (
            (lead, "muted" if small else "ink"),
            (text[start:end], "hit_now"),
            (tail, "muted" if small else "ink"),
        ):
            painter.setPen(self._style.colour(colour))
            shown = metrics.elidedText(part, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, _LEFT, shown)
            box = box.adjusted(metrics.horizontalAdvance(shown), 0, 0, 0)

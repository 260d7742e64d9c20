"""The rows of a rehearsal's chart: sections, with bars for planned and spoken time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gaohang_viewer.presenting.show.plan import minutes_and_seconds
from gaohang_viewer.report.speaking_time import clock
from gaohang_viewer.ui.plain_text import tip_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject, QPersistentModelIndex

    from gaohang_viewer.presenting.show.rehearsal import Part
    from gaohang_viewer.ui.theme import Fonts, Theme

_ROW = 40
_EDGE = 24
_GAP = 16
_TIMES = 64  # px of a column of times
_BAR = 12


class RehearsalRows(QAbstractListModel):
    """The parts of one record as rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: Sequence[Part] = ()

    def show_parts(self, parts: Sequence[Part]) -> None:
        self.beginResetModel()
        self._parts = parts
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._parts)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        part = self._parts[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return part
            case Qt.ItemDataRole.DisplayRole:
                return part.headline
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return tip_role(role, f"{part.headline}　{times_in_words(part.planned, part.spoken)}")
        return None


class RehearsalBars(QStyledItemDelegate):
    """Paints a row: headline, bar with a tick at the planned time, planned and spoken time."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._fonts = theme, fonts
        self.longest = 1.0  # seconds of the longest bar

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, _ROW)

    def columns(self, row: QRect) -> tuple[QRect, QRect, QRect, QRect]:
        """The rectangles of the headline, the bar and the two times in a row."""
        inner = row.adjusted(_EDGE, 0, -_EDGE, 0)
        words = QRect(inner.left(), row.top(), (inner.width() - 2 * _TIMES) * 45 // 100, row.height())
        spoken = QRect(inner.right() + 1 - _TIMES, row.top(), _TIMES, row.height())
        plan = spoken.translated(-_TIMES, 0)
        bar = QRect(words.right() + _GAP, row.top(), plan.left() - words.right() - _GAP, row.height())
        return words, bar, plan, spoken

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        part: Part = index.data(Qt.ItemDataRole.UserRole)
        row, state, theme = QRect(option.rect), option.state, self._theme
        words, bar, plan, spoken = self.columns(row)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, QColor(theme.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, QColor(theme.hover))
        font = self._fonts.interface_font(14, bold=part.level == 1)
        words.adjust(16 * max(0, part.level - 1), 0, 0, 0)
        painter.setFont(font)
        painter.setPen(QColor(theme.muted if part.level == 0 else theme.ink))
        text = QFontMetrics(font).elidedText(part.headline, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        self._paint_bar(painter, bar, part)
        painter.setFont(self._fonts.interface_font(14))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.setPen(QColor(theme.muted))
        painter.drawText(plan, right, clock(part.planned))
        painter.setPen(QColor(theme.accent if is_over(part) else theme.ink))
        painter.drawText(spoken, right, clock(part.spoken))
        painter.restore()

    def _paint_bar(self, painter: QPainter, column: QRect, part: Part) -> None:
        theme, left = self._theme, column.left()
        scale = (column.width() - _GAP) / self.longest
        planned, spoken = part.planned * scale, part.spoken * scale
        top = column.center().y() + 1 - _BAR / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(QRectF(left, top, planned, _BAR), QColor(theme.line))
        calm = QColor(theme.muted)
        calm.setAlphaF(0.75 if part.level <= 1 else 0.5)
        painter.fillRect(QRectF(left, top, min(planned, spoken), _BAR), calm)
        if is_over(part):
            painter.fillRect(QRectF(left + planned, top, spoken - planned, _BAR), QColor(theme.accent))
        painter.fillRect(QRectF(left + max(0.0, planned - 2), top - 4, 2, _BAR + 8), QColor(theme.ink))


def is_over(part: Part) -> bool:
    """Whether a part took longer than planned, with both times rounded to seconds."""
    return round(part.spoken) > round(part.planned)


def times_in_words(planned: float, spoken: float) -> str:
    """Planned time, spoken time and their difference, in words."""
    over = round(spoken) - round(planned)
    texts = [
        QCoreApplication.translate("presenting", "{time} planned").replace("{time}", clock(planned)),
        QCoreApplication.translate("presenting", "{time} actual").replace("{time}", clock(spoken)),
    ]
    if over > 0:
        text = QCoreApplication.translate("presenting", "{time} over")
    else:
        text = QCoreApplication.translate("presenting", "{time} under")
    if over:
        texts.append(text.replace("{time}", minutes_and_seconds(abs(over))))
    return " · ".join(texts)

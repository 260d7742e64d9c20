"""Paints a row of the slides page: number, thumbnail, headline and kind of the slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gaohang_viewer.presenting.light_table.slides_model import ROW, Index, SlideRow, headline_of, kind_name
from gaohang_viewer.presenting.light_table.thumbnails import fitted, paint_lines, paint_sketch
from gaohang_viewer.ui.page_renderer import in_pixels
from gaohang_viewer.ui.painting import fill_rounded

if TYPE_CHECKING:
    from gaohang_viewer.presenting.light_table.looks import SlideLook
    from gaohang_viewer.presenting.light_table.thumbnails import DeckPictures
    from gaohang_viewer.ui.theme import Fonts, Theme

HEIGHT = 84  # px, of a row
_NUMBER = 36  # px for the number
_PICTURE = QSize(112, 63)
_RIGHT_TOP = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class SlideDelegate(QStyledItemDelegate):
    """Rows of one height, for there may be thousands."""

    def __init__(self, pictures: DeckPictures, theme: Theme, fonts: Fonts, parent: QWidget) -> None:
        super().__init__(parent)
        self.look: SlideLook | None = None
        self._pictures = pictures
        self._theme = theme
        self._plain, self._small, self._words = (
            fonts.interface_font(14),
            fonts.interface_font(12),
            fonts.report_font(12, bold=True),
        )
        self._off = theme.icon("eye-off", theme.ink, 20)

    def picture_size(self, ratio: float) -> QSize:
        """The size of a row's thumbnail in pixels."""
        return in_pixels(_PICTURE, ratio)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SlideRow = index.data(ROW)
        theme, box = self._theme, option.rect.adjusted(8, 2, -4, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            self._paint_ground(painter, box, chosen=chosen)
        if option.state & QStyle.StateFlag.State_HasFocus and not chosen:
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(self._small)
        painter.setPen(QColor(theme.muted))
        left, top = box.left() + _NUMBER, box.top() + (box.height() - _PICTURE.height()) // 2
        if row.number:
            painter.drawText(QRect(box.left(), top, _NUMBER - 8, 20), _RIGHT_TOP, str(row.number))
        place = QRect(left, top, _PICTURE.width(), _PICTURE.height())
        self._paint_picture(painter, place, row)
        room = QRect(place.right() + 13, top, box.right() - place.right() - 21, place.height())
        painter.setPen(QColor(theme.muted if row.hidden else theme.ink))
        height = paint_lines(painter, room, headline_of(row), self._plain, 2)
        self._paint_kind(painter, room.adjusted(0, height + 2, 0, 2), row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, *, chosen: bool) -> None:
        colour = QColor(self._theme.accent_soft if chosen else self._theme.hover)
        fill_rounded(painter, QRectF(box), 6, colour)
        if chosen:
            bar = QRectF(box.left(), box.top() + 8, 3, box.height() - 16)
            fill_rounded(painter, bar, 1.5, QColor(self._theme.accent))

    def _paint_picture(self, painter: QPainter, place: QRect, row: SlideRow) -> None:
        target = fitted(QRectF(place), self._pictures.aspect)
        ratio = painter.device().devicePixelRatio()
        image = self._pictures.thumbnail(row.key, self.picture_size(ratio))
        painter.setOpacity(0.35 if row.hidden else 1)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, image)
        elif self.look is not None:
            paint_sketch(painter, target, self.look.page, row.words, self._words)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.drawRect(target.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setOpacity(1)
        if row.hidden:
            middle = target.center()
            disc = QPainterPath()
            disc.addEllipse(middle, 15, 15)
            painter.fillPath(disc, QColor(self._theme.raised))
            self._off.paint(painter, QRectF(middle - QPointF(10, 10), QSize(20, 20)).toRect())

    def _paint_kind(self, painter: QPainter, room: QRect, row: SlideRow) -> None:
        """Paints the kind of the slide, its pages, and whether it was hidden, added or edited."""
        words = [kind_name(row.slide.kind)]
        if row.pages > 1:
            pages = QCoreApplication.translate("presenting", "{count} slides")
            words.append(pages.replace("{count}", str(row.pages)))
        if row.hidden:
            words = [QCoreApplication.translate("presenting", "hidden")]
        if row.is_added:
            words.append(QCoreApplication.translate("presenting", "added"))
        elif row.reworded or row.detail:
            words.append(QCoreApplication.translate("presenting", "edited"))
        painter.setFont(self._small)
        painter.setPen(QColor(self._theme.muted))
        text = painter.fontMetrics().elidedText(" · ".join(words), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)

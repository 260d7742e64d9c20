"""The large picture of one slide, one of its pages at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from gaohang_viewer.presenting.light_table.slides_model import headline_of, kind_name
from gaohang_viewer.presenting.light_table.thumbnails import fitted, paint_sketch
from gaohang_viewer.ui.page_renderer import in_pixels
from gaohang_viewer.ui.painting import fill_rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from gaohang_viewer.presenting.light_table.looks import SlideLook
    from gaohang_viewer.presenting.light_table.slides_model import SlideRow
    from gaohang_viewer.presenting.light_table.thumbnails import DeckPictures
    from gaohang_viewer.ui.theme import Fonts, Theme

_MARGIN = 24  # px
_FOOT = 32  # px, for the dots
_STEP = 16  # px between the centres of dots
_MOST_DOTS = 20


class SlideView(QWidget):
    """Shows a page of a slide; `step_requested` brings how many pages of the deck to go on."""

    step_requested = Signal(int)

    def __init__(self, pictures: DeckPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._row: SlideRow | None = None
        self._theme: Theme | None = None
        self._fonts: Fonts | None = None
        self.look: SlideLook | None = None
        self.part = 0  # which page of the slide, from 0
        self._wheel = 0
        self.setObjectName("deck-view")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumSize(320, 150)
        pictures.drawn.connect(self.update)

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        self._theme, self._fonts = theme, fonts
        self.update()

    def show_row(self, row: SlideRow | None, part: int = 0) -> None:
        """Shows a slide, at its page `part` (-1: the last); a slide already shown keeps its page if `part` is
        0."""
        if row is None or self._row is None or row.key != self._row.key or part:
            self.part = part
        self._row = row
        self.part = min(self.part % self.count if self.part < 0 else self.part, self.count - 1)
        name = QCoreApplication.translate("presenting", "Slide preview")
        self.setAccessibleName(f"{name}: {headline_of(row)}" if row is not None else name)
        self._request_page()
        self.update()

    def step(self, by: int) -> bool:
        """Goes to another page of the same slide; returns False if it has none there."""
        if self._row is None or self._row.hidden or not 0 <= self.part + by < self.count:
            return False
        self.part += by
        self._request_page()
        self.update()
        return True

    @property
    def count(self) -> int:
        return self._row.pages if self._row is not None else 1

    def page_box(self) -> QRectF:
        """Where the page is, in px."""
        box = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_FOOT)
        return fitted(box, self._pictures.aspect)

    def _size(self) -> QSize:
        return in_pixels(self.page_box().size().toSize(), self.devicePixelRatio())

    def _request_page(self) -> None:
        if self._row is not None and self.isVisible() and not self._size().isEmpty():
            self._pictures.request_page(self._row.key, self.part, self._size())

    def _dots(self) -> list[QRectF]:
        """The rectangles of the dots, one for each page; empty for a slide of one page."""
        if self._row is None or self._row.hidden or not 1 < self.count <= _MOST_DOTS:
            return []
        box = self.page_box()
        left, y = box.center().x() - _STEP * (self.count - 1) / 2, box.bottom() + _FOOT / 2
        return [QRectF(left + _STEP * at - 8, y - 8, 16, 16) for at in range(self.count)]

    # --- Qt's events ---------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._request_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        steps = {keys.Key_PageDown: 1, keys.Key_Right: 1, keys.Key_Down: 1}
        steps |= {keys.Key_PageUp: -1, keys.Key_Left: -1, keys.Key_Up: -1}
        if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and event.key() in steps:
            self.step_requested.emit(steps[keys(event.key())])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / 120)
        self._wheel -= steps * 120
        if steps:
            self.step_requested.emit(-steps)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        for at, dot in enumerate(self._dots()):
            if dot.contains(event.position()):
                self.step(at - self.part)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._theme is None or self._fonts is None or self._row is None:
            return
        row, box = self._row, self.page_box()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._paint_shadow(painter, box)
            size = self._size()
            image = self._pictures.page(row.key, self.part, size)
            if image is None or (image.width() != size.width() and image.height() != size.height()):
                self._request_page()  # it was rendered for another size or screen
            painter.setOpacity(0.4 if row.hidden else 1)
            if image is not None:
                painter.drawImage(box, image)
            elif self.look is not None:
                paint_sketch(painter, box, self.look.page, row.words, self._fonts.report_font(20, bold=True))
            painter.setOpacity(1)
            if self.hasFocus():
                painter.setPen(QPen(QColor(self._theme.accent), 2))
                painter.drawRect(box.adjusted(-3, -3, 3, 3))
            painter.setFont(self._fonts.interface_font(12))
            self._paint_foot(painter, box, row)

    def _paint_shadow(self, painter: QPainter, box: QRectF) -> None:
        for at in range(1, 7):
            fill_rounded(painter, box.adjusted(-at, -at + 2, at, at + 2), at, QColor(0, 0, 0, 10))

    def _paint_foot(self, painter: QPainter, box: QRectF, row: SlideRow) -> None:
        if self._theme is None:
            return
        foot = QRectF(box.left(), box.bottom() + 2, box.width(), _FOOT)
        dots = self._dots()
        for at, dot in enumerate(dots):
            path = QPainterPath()
            path.addEllipse(dot.center(), 3.5, 3.5)
            painter.fillPath(path, QColor(self._theme.accent if at == self.part else self._theme.line))
        painter.setPen(QColor(self._theme.muted))
        if row.hidden:
            text = QCoreApplication.translate("presenting", "This slide is hidden and will not be shown.")
        elif dots or self.count == 1:
            text = kind_name(row.slide.kind)
        else:
            text = f"{self.part + 1} / {self.count}"
        if not dots:
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, text)

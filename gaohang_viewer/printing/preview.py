"""Shows the pages of a PDF one below the other, as they will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gaohang_viewer.ui.page_renderer import PageDrawer, in_pixels

if TYPE_CHECKING:
    import threading

    from PySide6.QtGui import QImage, QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from gaohang_viewer.ui.theme import Theme

_GAP = 24  # px between pages and around them
_NOTCH = 120  # of the wheel: eighths of a degree
_STEP = 1.25  # of the zoom
_SMALLEST, _LARGEST = 0.2, 6.0  # px to a point
_CACHE = 64 << 20  # bytes of drawn pages


class Preview(QAbstractScrollArea):
    """The pages, each as large as fits the window until the user zooms. `turned` tells page and count."""

    turned = Signal(int, int)

    def __init__(self, pdfium: threading.Lock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAccessibleName(QCoreApplication.translate("printing", "Page preview"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())
        self._pdfium = pdfium
        self._drawer: PageDrawer | None = None
        self._old: dict[int, QImage] = {}  # pages of the pages before, until the new ones are drawn
        self._sizes: list[tuple[float, float]] = []  # in points
        self._largest = (1.0, 1.0)  # width and height
        self._turned = 0  # how far the wheel has turned since the last step of the zoom
        self._zoom = 0.0  # px to a point; 0 fits a page into the window
        self._ground, self._edge = QColor("#888888"), QColor("#666666")

    def apply_theme(self, theme: Theme) -> None:
        self._ground, self._edge = QColor(theme.surface), QColor(theme.line)
        self.viewport().update()

    @property
    def count(self) -> int:
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page in the middle of the window, counted from 1; 0 without any."""
        if not self._sizes:
            return 0
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return min(max((middle - _GAP) // self._pitch() + 1, 1), self.count)

    def show_pdf(self, pdf: bytes) -> None:
        """Shows other pages, at the place where the reader was."""
        with self._pdfium:
            document = pypdfium2.PdfDocument(pdf)
            self._sizes = [document.get_page_size(at) for at in range(len(document))]
            document.close()
        self._largest = (max(size[0] for size in self._sizes), max(size[1] for size in self._sizes))
        if self._drawer is not None:
            seen = [(at, self._image(at)) for at in self._visible() if at < self.count]
            self._old = {at: image for at, image in seen if image is not None}
            self._drawer.close()
        self._drawer = PageDrawer(pdf, self._pdfium, _CACHE)
        self._drawer.drawn.connect(lambda *_: self.viewport().update())
        self._lay_out()
        self._want()

    def clear(self) -> None:
        """Shows nothing: there is nothing to be printed."""
        self.close_pages()
        self._sizes, self._old = [], {}
        self.viewport().update()
        self.turned.emit(0, 0)

    def zoom(self, step: int) -> None:
        """Larger or smaller by steps; 0 fits a page into the window."""
        page, now = max(self.page - 1, 0), self._scale()
        self._zoom = min(max(now * _STEP**step, _SMALLEST), _LARGEST) if step else 0.0
        self._lay_out()
        if self.count:
            self.verticalScrollBar().setValue(self._rect(page).top() - _GAP)
        self._want()

    def go(self, page: int) -> None:
        """Shows a page, counted from 1."""
        if self.count:
            at = min(max(page, 1), self.count) - 1
            self.verticalScrollBar().setValue(self._rect(at).top() - _GAP)

    def close_pages(self) -> None:
        """Lets go of what draws: the window closes."""
        if self._drawer is not None:
            self._drawer.close()
            self._drawer = None

    # --- where pages are -----------------------------------------------------------------------------------

    def _scale(self) -> float:
        if self._zoom or not self._sizes:
            return self._zoom or 1.0
        wide, high = self._largest
        room = self.viewport().size()
        fit = min((room.width() - 2 * _GAP) / wide, (room.height() - 2 * _GAP) / high)
        return min(max(fit, _SMALLEST), _LARGEST)

    def _size(self, at: int) -> QSize:
        width, height = self._sizes[at]
        return QSize(round(width * self._scale()), round(height * self._scale()))

    def _rect(self, at: int) -> QRect:
        """The place of a page from the top of all; pages of one document are of one size."""
        size = self._size(at)
        left = max(_GAP, (self.viewport().width() - size.width()) // 2)
        return QRect(left, _GAP + at * (size.height() + _GAP), size.width(), size.height())

    def _pitch(self) -> int:
        """px from page to page."""
        return self._size(0).height() + _GAP

    def _visible(self) -> range:
        if not self._sizes:
            return range(0)
        pitch = self._pitch()
        top = self.verticalScrollBar().value()
        first = max(0, (top - _GAP) // pitch)
        return range(first, min(self.count, (top + self.viewport().height()) // pitch + 1))

    def _lay_out(self) -> None:
        if not self._sizes:
            return
        last = self._rect(self.count - 1)
        room = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, last.bottom() + _GAP - room.height()))
        down.setPageStep(room.height())
        down.setSingleStep(40)
        across.setRange(0, max(0, last.width() + 2 * _GAP - room.width()))
        across.setPageStep(room.width())
        self.viewport().update()
        self.turned.emit(self.page, self.count)

    def _scrolled(self) -> None:
        self._want()
        self.viewport().update()
        self.turned.emit(self.page, self.count)

    # --- drawing -------------------------------------------------------------------------------------------

    def _box(self) -> QSize:
        return in_pixels(self._size(0), self.devicePixelRatioF())

    def _image(self, at: int) -> QImage | None:
        return self._drawer.image(at + 1, self._box()) if self._drawer is not None and self._sizes else None

    def _want(self) -> None:
        seen = self._visible()
        if self._drawer is not None and seen:
            ahead = (*range(len(seen)), len(seen), -1)
            wanted = tuple(step for step in ahead if 0 <= seen.start + step < self.count)
            self._drawer.request(seen.start + 1, self._box(), "preview", wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._ground)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for at in self._visible():
            place = self._rect(at)
            place.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
            painter.fillRect(place.adjusted(2, 3, 3, 4), self._edge)  # its shadow
            painter.fillRect(place, Qt.GlobalColor.white)
            image = self._image(at)
            if image is None:
                image = self._old.get(at)
            else:
                self._old.pop(at, None)
            if image is not None:
                painter.drawImage(place, image)
            painter.setPen(self._edge)
            painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()

    # --- the user ------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        page = max(self.page, 1)
        super().resizeEvent(event)
        self._lay_out()
        if not self._zoom:
            self.go(page)
        self._want()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += event.angleDelta().y()
            if abs(self._turned) >= _NOTCH:
                self.zoom(1 if self._turned > 0 else -1)
                self._turned = 0
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        steps = {keys.Key_PageDown: 1, keys.Key_Space: 1, keys.Key_PageUp: -1}
        zooms = {keys.Key_Plus: 1, keys.Key_Equal: 1, keys.Key_Minus: -1, keys.Key_0: 0}
        if event.key() in steps:
            self.go(self.page + steps[keys(event.key())])
        elif event.key() in zooms:
            self.zoom(zooms[keys(event.key())])
        elif event.key() in (keys.Key_Home, keys.Key_End):
            self.go(1 if event.key() == keys.Key_Home else self.count)
        else:
            super().keyPressEvent(event)

"""Shows the pages of a PDF one below the other, as they will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gaohang_viewer.ui.page_renderer import PageRenderer, in_pixels

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
    """The pages, each as large as fits the window until the user zooms."""

    page_changed = Signal(int, int)  # the page in view, from 1, and how many there are; 0 and 0 for none

    def __init__(self, pdfium: threading.Lock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAccessibleName(QCoreApplication.translate("printing", "Page preview"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())
        self._pdfium = pdfium
        self._renderer: PageRenderer | None = None
        self._previous: dict[int, QImage] = {}  # pages of the previous PDF, until the new ones are rendered
        self._sizes: list[tuple[float, float]] = []  # in points
        self._largest = (1.0, 1.0)  # width and height
        self._wheel_angle = 0  # eighths of a degree since the last step of the zoom
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
        """The page in the middle of the view, from 1; 0 without pages."""
        if not self._sizes:
            return 0
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return min(max((middle - _GAP) // self._pitch() + 1, 1), self.count)

    def show_pdf(self, pdf: bytes) -> None:
        """Shows another PDF at the same scroll position."""
        with self._pdfium:
            document = pypdfium2.PdfDocument(pdf)
            self._sizes = [document.get_page_size(at) for at in range(len(document))]
            document.close()
        self._largest = (max(size[0] for size in self._sizes), max(size[1] for size in self._sizes))
        if self._renderer is not None:
            seen = [(at, self._image(at)) for at in self._visible() if at < self.count]
            self._previous = {at: image for at, image in seen if image is not None}
            self._renderer.close()
        self._renderer = PageRenderer(pdf, self._pdfium, _CACHE)
        self._renderer.rendered.connect(lambda *_: self.viewport().update())
        self._lay_out()
        self._request_pages()

    def clear(self) -> None:
        """Shows nothing."""
        self.close_pages()
        self._sizes, self._previous = [], {}
        self.viewport().update()
        self.page_changed.emit(0, 0)

    def zoom(self, step: int) -> None:
        """Zooms in (1) or out (-1); 0 fits a page into the view."""
        page, now = max(self.page - 1, 0), self._scale()
        self._zoom = min(max(now * _STEP**step, _SMALLEST), _LARGEST) if step else 0.0
        self._lay_out()
        if self.count:
            self.verticalScrollBar().setValue(self._rect(page).top() - _GAP)
        self._request_pages()

    def go(self, page: int) -> None:
        """Scrolls to a page, from 1."""
        if self.count:
            at = min(max(page, 1), self.count) - 1
            self.verticalScrollBar().setValue(self._rect(at).top() - _GAP)

    def close_pages(self) -> None:
        """Ends the rendering thread."""
        if self._renderer is not None:
            self._renderer.close()
            self._renderer = None

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
        """The rectangle of a page, from the top of all pages; pages of one document have the same size."""
        size = self._size(at)
        left = max(_GAP, (self.viewport().width() - size.width()) // 2)
        return QRect(left, _GAP + at * (size.height() + _GAP), size.width(), size.height())

    def _pitch(self) -> int:
        """The px from the top of a page to the top of the next."""
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
        self.page_changed.emit(self.page, self.count)

    def _scrolled(self) -> None:
        self._request_pages()
        self.viewport().update()
        self.page_changed.emit(self.page, self.count)

    # --- drawing -------------------------------------------------------------------------------------------

    def _box(self) -> QSize:
        return in_pixels(self._size(0), self.devicePixelRatioF())

    def _image(self, at: int) -> QImage | None:
        return (
            self._renderer.image(at + 1, self._box()) if self._renderer is not None and self._sizes else None
        )

    def _request_pages(self) -> None:
        seen = self._visible()
        if self._renderer is not None and seen:
            ahead = (*range(len(seen)), len(seen), -1)
            wanted = tuple(step for step in ahead if 0 <= seen.start + step < self.count)
            self._renderer.request(seen.start + 1, self._box(), "preview", wanted)

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
                image = self._previous.get(at)
            else:
                self._previous.pop(at, None)
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
        self._request_pages()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._wheel_angle += event.angleDelta().y()
            if abs(self._wheel_angle) >= _NOTCH:
                self.zoom(1 if self._wheel_angle > 0 else -1)
                self._wheel_angle = 0
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

"""The overview as a widget that covers its window: the grid of all pages, and a search field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from gaohang_viewer.presenting.audience.overview import ThumbnailGrid, paint_overview
from gaohang_viewer.presenting.audience.style import ShowColours, SlideStyle
from gaohang_viewer.presenting.show.events import Event, Go, PointerEvent
from gaohang_viewer.ui.page_renderer import in_pixels

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage, QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent

    from gaohang_viewer.presenting.running_show import RunningShow


class OverviewPage(QWidget):
    """All pages of a running show. It covers its parent widget while the show's state asks for the
    overview."""

    def __init__(self, running: RunningShow, colours: ShowColours, parent: QWidget) -> None:
        super().__init__(parent)
        self._running = running
        self._colours = colours
        self._covered = parent
        self.scroll_top = 0  # px of the grid above the window
        self._found: frozenset[int] | None = None  # pages that match the search; None without a search
        self.field = QLineEdit(self)
        self.field.setObjectName("overview-search")
        self._translate_field()
        self.field.setClearButtonEnabled(True)
        self.field.hide()
        self.field.textChanged.connect(self._search)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.hide()
        running.page_rendered.connect(self._on_page_rendered)

    def refresh(self) -> None:
        """Shows or hides itself according to the state of the show."""
        wanted = self._running.state.overview
        if not wanted:
            if self.isVisible():
                self.end_search()
                self.hide()
            return
        self.resize(self._covered.size())
        self.scroll_top = self.grid().scroll_to(self._running.state.cursor or 1, self.scroll_top)
        self._request_thumbnails()
        if not self.isVisible():
            self.show()
            self.raise_()
        self.update()

    def start_search(self) -> None:
        """Moves the keyboard focus to the search field. Keys that the field does not use, such as Enter and
        Escape, go to the show."""
        self._translate_field()
        self.field.show()
        self.field.setFocus()
        self.field.selectAll()

    def _translate_field(self) -> None:
        """Sets the texts again, for the language may have changed since the page was built."""
        self.field.setPlaceholderText(QCoreApplication.translate("presenting", "Find slide"))
        self.field.setAccessibleName(self.field.placeholderText())

    def end_search(self) -> None:
        """Clears and hides the field, and gives the keyboard focus back to the window."""
        self.field.clear()
        self.field.hide()
        self.window().setFocus()

    def grid(self) -> ThumbnailGrid:
        """The geometry of the grid at the present size."""
        style = SlideStyle.for_size(self._colours, self.font(), self.width(), self.height())
        return ThumbnailGrid(self.size(), len(self._running.pages), self._running.deck.aspect, style)

    def _search(self, text: str) -> None:
        from gaohang_viewer.report.folding import fold
        from gaohang_viewer.report.headline_search import matches

        self._found = None
        if text.strip():
            names = [page.title for page in self._running.pages]
            found = matches(text, names, [fold(name) for name in names])
            self._found = frozenset(match.number + 1 for match in found)
            if self._found:
                self._running.handle_event(PointerEvent(min(self._found)))
        self.update()

    def _pixels(self) -> QSize:
        return in_pixels(self.grid().tile_size, self.devicePixelRatio())

    def _request_thumbnails(self) -> None:
        if self._running.renderer:
            self._running.renderer.request_thumbnails(self.grid().visible(self.scroll_top), self._pixels())

    def _on_page_rendered(self, _page: int, size: QSize, _image: QImage) -> None:
        if self.isVisible() and size == self._pixels():
            self.update()

    # ---- Qt's events

    def showEvent(self, _event: QShowEvent) -> None:
        self._request_thumbnails()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        style = SlideStyle.for_size(self._colours, self.font(), self.width(), self.height())
        width, height = style.px(560), style.px(72)
        self.field.setFont(style.font(24))
        self.field.setStyleSheet(style.field(height))
        self.field.setGeometry(
            (self.width() - width) // 2, self.height() - height - style.px(48), width, height
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self._running.handle_event(Event.OVERVIEW)
        elif (page := self.grid().page_at(event.position(), self.scroll_top)) is not None:
            self._running.handle_event(Go(page))

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = event.pixelDelta()
        delta = event.angleDelta().y() if pixels.isNull() else pixels.y()
        self.scroll_top = self.grid().clamp(self.scroll_top - delta)
        self._request_thumbnails()
        self.update()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        from PySide6.QtGui import QPainter

        renderer, size, grid = self._running.renderer, self._pixels(), self.grid()
        with QPainter(self) as painter:
            paint_overview(
                painter,
                grid,
                self.scroll_top,
                self._running.pages,
                cursor=self._running.state.cursor or 1,
                thumbnail=lambda page: renderer.image(page, size) if renderer else None,
                found=self._found,
            )

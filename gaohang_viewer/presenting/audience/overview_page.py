"""The overview as a part of a window: the grid of all pages, and a field that finds some of them."""

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
    """All pages of a running show, over the window that it is a child of, while the state says so."""

    def __init__(self, running: RunningShow, colours: ShowColours, parent: QWidget) -> None:
        super().__init__(parent)
        self._running = running
        self._colours = colours
        self._over = parent
        self.above = 0  # px of the grid that are above the window
        self._found: frozenset[int] | None = None  # pages whose words match, while something is looked for
        self.field = QLineEdit(self)
        self.field.setObjectName("overview-search")
        self._name_field()
        self.field.setClearButtonEnabled(True)
        self.field.hide()
        self.field.textChanged.connect(self._look_for)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.hide()
        running.drawn.connect(self._take_picture)

    def follow(self) -> None:
        """Shows or hides itself, as the state of the show has it."""
        wanted = self._running.state.overview
        if not wanted:
            if self.isVisible():
                self.end_search()
                self.hide()
            return
        self.resize(self._over.size())
        self.above = self.grid().scroll_to(self._running.state.cursor or 1, self.above)
        self._want_thumbnails()
        if not self.isVisible():
            self.show()
            self.raise_()
        self.update()

    def start_search(self) -> None:
        """The keyboard goes to a field that finds pages by their headlines; what is not for a field, such as
        Enter and Escape, goes on to the show."""
        self._name_field()
        self.field.show()
        self.field.setFocus()
        self.field.selectAll()

    def _name_field(self) -> None:
        """In the language of now: the page may be older than that."""
        self.field.setPlaceholderText(QCoreApplication.translate("presenting", "Find slide"))
        self.field.setAccessibleName(self.field.placeholderText())

    def end_search(self) -> None:
        """Back to the keys of the show."""
        self.field.clear()
        self.field.hide()
        self.window().setFocus()

    def grid(self) -> ThumbnailGrid:
        """Where the pages lie."""
        look = SlideStyle.for_size(self._colours, self.font(), self.width(), self.height())
        return ThumbnailGrid(self.size(), len(self._running.pages), self._running.deck.aspect, look)

    def _look_for(self, text: str) -> None:
        from gaohang_viewer.report.folding import fold
        from gaohang_viewer.report.headline_search import matches

        self._found = None
        if text.strip():
            names = [page.title for page in self._running.pages]
            found = matches(text, names, [fold(name) for name in names])
            self._found = frozenset(match.number + 1 for match in found)
            if self._found:
                self._running.take(PointerEvent(min(self._found)))
        self.update()

    def _pixels(self) -> QSize:
        return in_pixels(self.grid().tile_size, self.devicePixelRatio())

    def _want_thumbnails(self) -> None:
        if self._running.drawer:
            self._running.drawer.request_thumbnails(self.grid().visible(self.above), self._pixels())

    def _take_picture(self, _page: int, size: QSize, _image: QImage) -> None:
        if self.isVisible() and size == self._pixels():
            self.update()

    # ---- Qt's events

    def showEvent(self, _event: QShowEvent) -> None:
        self._want_thumbnails()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        look = SlideStyle.for_size(self._colours, self.font(), self.width(), self.height())
        width, height = look.px(560), look.px(72)
        self.field.setFont(look.font(24))
        self.field.setStyleSheet(look.field(height))
        self.field.setGeometry(
            (self.width() - width) // 2, self.height() - height - look.px(48), width, height
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self._running.take(Event.OVERVIEW)
        elif (page := self.grid().page_at(event.position(), self.above)) is not None:
            self._running.take(Go(page))

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = event.pixelDelta()
        delta = event.angleDelta().y() if pixels.isNull() else pixels.y()
        self.above = self.grid().clamp(self.above - delta)
        self._want_thumbnails()
        self.update()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        from PySide6.QtGui import QPainter

        drawer, size, grid = self._running.drawer, self._pixels(), self.grid()
        with QPainter(self) as painter:
            paint_overview(
                painter,
                grid,
                self.above,
                self._running.pages,
                cursor=self._running.state.cursor or 1,
                thumbnail=lambda page: drawer.image(page, size) if drawer else None,
                found=self._found,
            )

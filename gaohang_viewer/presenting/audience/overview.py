"""The overview: all pages of a show as a grid of thumbnails."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPen

from gaohang_viewer.presenting.audience.style import SlideStyle
from gaohang_viewer.presenting.show.pages import ShowPage
from gaohang_viewer.presenting.show.state import OVERVIEW_COLUMNS

_MARGIN, _GAP, _LABEL = 64, 24, 48
_DIM = 0.25  # opacity of pages that do not match the search


@dataclass(frozen=True, slots=True)
class ThumbnailGrid:
    """Where each page's thumbnail is in the grid, in logical px; `scroll` arguments say how much of the grid
    is above the window."""

    area: QSize
    count: int
    aspect: float  # width of a page to its height
    style: SlideStyle

    @property
    def tile_size(self) -> QSize:
        free = self.area.width() - 2 * self.style.px(_MARGIN) - (OVERVIEW_COLUMNS - 1) * self.style.px(_GAP)
        width = max(8, free // OVERVIEW_COLUMNS)
        return QSize(width, max(8, round(width / self.aspect)))

    @property
    def row_height(self) -> int:
        return self.tile_size.height() + self.style.px(_LABEL + _GAP)

    @property
    def max_scroll(self) -> int:
        """How far the grid can be scrolled, in px."""
        rows = -(-self.count // OVERVIEW_COLUMNS)
        height = 2 * self.style.px(_MARGIN) + rows * self.row_height - self.style.px(_GAP)
        return max(0, height - self.area.height())

    def tile(self, page: int) -> QRect:
        """The rectangle of a page's thumbnail; its label is below it."""
        row, column = divmod(page - 1, OVERVIEW_COLUMNS)
        size, margin = self.tile_size, self.style.px(_MARGIN)
        left = margin + column * (size.width() + self.style.px(_GAP))
        return QRect(left, margin + row * self.row_height, size.width(), size.height())

    def page_at(self, point: QPointF, scroll: int) -> int | None:
        """The page whose thumbnail or label is at a point of the window."""
        place = point.toPoint()
        for page in self.visible(scroll):
            if (
                self.tile(page)
                .adjusted(0, 0, 0, self.style.px(_LABEL))
                .translated(0, -scroll)
                .contains(place)
            ):
                return page
        return None

    def visible(self, scroll: int) -> range:
        """The pages of the rows that are in the window, completely or in part."""
        top = scroll - self.style.px(_MARGIN)
        first = max(0, top // self.row_height)
        last = max(0, (top + self.area.height()) // self.row_height)
        return range(first * OVERVIEW_COLUMNS + 1, min(self.count, (last + 1) * OVERVIEW_COLUMNS) + 1)

    def scroll_to(self, page: int, scroll: int) -> int:
        """The scroll nearest to the present one that brings a page into the window with a margin."""
        tile, room = self.tile(page), self.style.px(_MARGIN)
        lowest = tile.top() - room
        highest = tile.top() + self.row_height + room - self.area.height()
        return self.clamp(min(lowest, max(scroll, highest)))

    def clamp(self, scroll: int) -> int:
        return max(0, min(scroll, self.max_scroll))


def paint_overview(
    painter: QPainter,
    grid: ThumbnailGrid,
    scroll: int,
    pages: Sequence[ShowPage],
    *,
    cursor: int,
    thumbnail: Callable[[int], QImage | None],
    found: frozenset[int] | None = None,
) -> None:
    """Paints the rows in the window and frames the page at the `cursor`; pages not in `found` are dimmed."""
    style = grid.style
    painter.fillRect(QRect(0, 0, grid.area.width(), grid.area.height()), style.colour("overview"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = style.font(16)
    metrics = QFontMetrics(font)
    painter.setFont(font)
    for number in grid.visible(scroll):
        tile = grid.tile(number).translated(0, -scroll)
        picture = thumbnail(number)
        painter.setOpacity(_DIM if found is not None and number not in found else 1.0)
        if picture is None:
            painter.fillRect(tile, style.colour("line"))
        else:
            painter.drawImage(tile, picture)
        label = QRect(tile.left(), tile.bottom() + style.px(8), tile.width(), style.px(_LABEL - 8))
        here = number == cursor
        painter.setPen(style.colour("accent" if here else "quiet"))
        painter.drawText(label, Qt.AlignmentFlag.AlignTop, str(number))
        label.setLeft(label.left() + metrics.horizontalAdvance("000 ") + style.px(4))
        title = pages[number - 1].title or QCoreApplication.translate("presenting", "Contents")
        title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, label.width())
        painter.setPen(style.colour("text" if here else "quiet"))
        painter.drawText(label, Qt.AlignmentFlag.AlignTop, title)
        if here:
            painter.setPen(QPen(style.colour("accent"), style.px(4)))
            frame = QRectF(tile).adjusted(-style.px(4), -style.px(4), style.px(4), style.px(4))
            painter.drawRoundedRect(frame, style.px(4), style.px(4))

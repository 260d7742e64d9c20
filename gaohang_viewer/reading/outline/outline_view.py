"""The tree of the report's sections, which shows the row of the reader's section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QPainter, QPainterPath, QPainterPathStroker
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from gaohang_viewer.reading.outline.outline_delegate import OutlineDelegate
from gaohang_viewer.reading.outline.outline_model import LINE, SECTION, OutlineModel
from gaohang_viewer.ui.painting import fill_rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent

    from gaohang_viewer.ui.theme import Fonts, Theme

Index = QModelIndex | QPersistentModelIndex

_MANY = 2000  # sections; a larger tree has rows of one height, which are quick to lay out


def _arrow() -> QPainterPath:
    """The arrow of an expanded branch."""
    line = QPainterPath(QPointF(-3, -1.5))
    line.lineTo(0, 1.5)
    line.lineTo(3, -1.5)
    stroker = QPainterPathStroker()
    stroker.setWidth(1.4)
    return stroker.createStroke(line)


class OutlineView(QTreeView):
    """The tree; the row of the reader's section is the current one."""

    section_requested = Signal(int)
    menu_requested = Signal(QPoint)  # global position
    leave_out_requested = Signal()  # Delete was pressed

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAccessibleName(QCoreApplication.translate("reading", "Outline"))
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(20)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self._theme: Theme | None = None
        self._arrow = _arrow()
        self._focused = QModelIndex()  # the current row while the tree has the focus, during painting
        self._mouse = QPoint(-1, -1)  # the mouse position when painting began
        self._here = QPersistentModelIndex()  # the row of the reader's section; none on the front page

    def show_section(self, index: QModelIndex) -> None:
        """Highlights the row of the reader's section, and scrolls to it."""
        before, self._here = self._here, QPersistentModelIndex(index)
        self.update(before)
        self.update(index)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def selected_sections(self) -> list[int]:
        """The sections of the selected rows in document order; without any, that of the reader."""
        rows = self.selectionModel().selectedRows()
        if not rows and self._here.isValid():
            return [self._here.data(SECTION)]
        return sorted(index.data(SECTION) for index in rows)

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        self._theme = theme
        delegate = OutlineDelegate(theme, fonts, self.model(), self)
        delegate.wraps = not self.uniformRowHeights()
        self.setItemDelegate(delegate)

    def set_section_count(self, count: int) -> None:
        """Chooses between rows of one height, for very many sections, and wrapped headlines."""
        self.setUniformRowHeights(count > _MANY)
        delegate = self.itemDelegate()
        if isinstance(delegate, OutlineDelegate):
            delegate.wraps = count <= _MANY

    def paintEvent(self, event: QPaintEvent) -> None:
        self._mouse = self.mapFromGlobal(
            QCursor.pos()
        )  # once for all rows, because it asks the window system
        self._focused = self.currentIndex() if self.hasFocus() else QModelIndex()
        super().paintEvent(event)

    def drawRow(self, painter: QPainter, options: object, index: Index) -> None:
        if self._theme is not None:
            row: QRect = options.rect  # type: ignore[attr-defined]
            box = QRectF(row.adjusted(8, 1, -8, -1))
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._focused.isValid() and index == self._focused:
                fill_rounded(painter, box.adjusted(-1, -1, 1, 1), 7, self._theme.brush(self._theme.accent))
                fill_rounded(painter, box, 6, self._theme.brush(self._theme.surface))
            if self._here.isValid() and index == self._here:
                fill_rounded(painter, box, 6, self._theme.brush(self._theme.accent_soft))
                bar = QRectF(box.left() - 5, box.top() + 4, 3, box.height() - 8)
                fill_rounded(painter, bar, 1.5, self._theme.brush(self._theme.accent))
            elif isinstance(index, QModelIndex) and self.selectionModel().isSelected(index):
                fill_rounded(painter, box, 6, self._theme.brush(self._theme.accent_soft))
            elif box.contains(self._mouse):
                fill_rounded(painter, box, 6, self._theme.brush(self._theme.hover))
            painter.restore()
        super().drawRow(painter, options, index)  # type: ignore[arg-type]

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if self._theme is None or not self.model().hasChildren(index):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.right() - 9, rect.top() + 16)
        if not self.isExpanded(index):
            painter.rotate(-90)
        painter.fillPath(self._arrow, self._theme.brush(self._theme.muted))
        painter.restore()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Repaints. The model reports changes for all rows at once, for which Qt would lay out every row
        again: a second for 46,000. Only changed headlines need that."""
        if Qt.ItemDataRole.DisplayRole in roles:
            super().dataChanged(first, last, roles)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.uniformRowHeights() and event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # headlines wrap differently now

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.uniformRowHeights():
            self.scheduleDelayedItemsLayout()  # rows of a report that was set while hidden have one line

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()  # the window goes back and forward
            return
        super().mousePressEvent(event)
        if (
            index.isValid()
            and event.button() is Qt.MouseButton.LeftButton
            and event.position().x() >= self.visualRect(index).left()
        ):
            self.section_requested.emit(index.data(SECTION))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason().name == "Keyboard"
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.section_requested.emit(index.data(SECTION))
            row = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_requested.emit(row if by_key else event.globalPos())

    def open_lines(self) -> set[int]:
        """The source lines of the expanded sections, for `open_again` with a new version of the report."""
        found: set[int] = set()
        model, pending = self.model(), [QModelIndex()]
        while pending:
            parent = pending.pop()
            for row in range(model.rowCount(parent)):
                index = model.index(row, 0, parent)
                if self.isExpanded(index):
                    found.add(index.data(LINE))
                    pending.append(index)
        return found

    def open_again(self, lines: set[int]) -> None:
        """Expands the sections of these source lines."""
        model, pending = self.model(), [QModelIndex()]
        while pending:
            parent = pending.pop()
            for row in range(model.rowCount(parent)):
                index = model.index(row, 0, parent)
                if index.data(LINE) in lines:
                    self.setExpanded(index, True)
                    pending.append(index)

    def selected_lines(self) -> set[int]:
        """The source lines of the selected sections, for `select_lines` with a new version of the report."""
        return {index.data(LINE) for index in self.selectionModel().selectedRows()}

    def select_lines(self, lines: set[int]) -> None:
        """Selects the sections of these source lines, as far as their rows are expanded."""
        index = self.model().index(0, 0)
        flags = QItemSelectionModel.SelectionFlag
        while index.isValid():
            if index.data(LINE) in lines:
                self.selectionModel().select(index, flags.Select | flags.Rows)
            index = self.indexBelow(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete:
            self.leave_out_requested.emit()
            return
        super().keyPressEvent(event)
        if self.currentIndex() != index:
            self.section_requested.emit(self.currentIndex().data(SECTION))

    def model(self) -> OutlineModel:
        """The model with its type."""
        model = super().model()
        assert isinstance(model, OutlineModel)  # noqa: S101 - set in the constructor, and nowhere else
        return model

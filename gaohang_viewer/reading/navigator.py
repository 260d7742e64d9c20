"""The left side: the report's title, and below it the tree of its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QPushButton, QTreeView, QVBoxLayout, QWidget

from gaohang_viewer.reading.outline_delegate import OutlineDelegate
from gaohang_viewer.reading.outline_model import SECTION, TITLE, OutlineModel
from gaohang_viewer.report.punctuation import full_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from gaohang_viewer.reading.finder import Finder
    from gaohang_viewer.reading.reader import Reader
    from gaohang_viewer.theme import Fonts, Theme

Index = QModelIndex | QPersistentModelIndex

_MANY = 2000  # sections; a larger tree has rows of one height, which are quick to lay out


class OutlineView(QTreeView):
    """The tree; the row of the reader's section is the current one."""

    visited = Signal(int)

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAccessibleName(QCoreApplication.translate("reading", "Sections"))
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(20)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self._theme: Theme | None = None
        self._here = QPersistentModelIndex()  # the row of the reader's section; none on the front page

    def go(self, index: QModelIndex) -> None:
        """Marks the row of the reader's section, and brings it into view."""
        self._here = QPersistentModelIndex(index)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.viewport().update()

    def dress(self, theme: Theme, fonts: Fonts) -> None:
        self._theme = theme
        delegate = OutlineDelegate(theme, fonts, self)
        delegate.wraps = not self.uniformRowHeights()
        self.setItemDelegate(delegate)

    def show_many(self, count: int) -> None:
        """Sets the tree up for a number of sections."""
        self.setUniformRowHeights(count > _MANY)
        delegate = self.itemDelegate()
        if isinstance(delegate, OutlineDelegate):
            delegate.wraps = count <= _MANY

    def drawRow(self, painter: QPainter, options: object, index: Index) -> None:
        if self._theme is not None:
            rect: QRect = options.rect.adjusted(8, 1, -8, -1)  # type: ignore[attr-defined]
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            if self._here.isValid() and index == self._here:
                painter.setBrush(QColor(self._theme.accent_soft))
                painter.drawRoundedRect(rect, 6, 6)
                painter.setBrush(QColor(self._theme.accent))
                painter.drawRoundedRect(QRect(rect.left(), rect.top() + 4, 3, rect.height() - 8), 1.5, 1.5)
            elif rect.contains(self.viewport().mapFromGlobal(self.cursor().pos())):
                painter.setBrush(QColor(self._theme.hover))
                painter.drawRoundedRect(rect, 6, 6)
            painter.restore()
        super().drawRow(painter, options, index)  # type: ignore[arg-type]

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if self._theme is None or not self.model().hasChildren(index):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.muted), 1.4))
        at = QPointF(rect.right() - 9, rect.top() + 16)
        arrow = (
            [(-3, -1.5), (0, 1.5), (3, -1.5)] if self.isExpanded(index) else [(-1.5, -3), (1.5, 0), (-1.5, 3)]
        )
        painter.drawPolyline([at + QPointF(x, y) for x, y in arrow])
        painter.restore()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """The model speaks for all rows at once; Qt would lay all of them out anew, a second for 46,000."""
        if TITLE in roles:
            super().dataChanged(first, last, roles)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.uniformRowHeights() and event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # headlines break at other places now

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self.visualRect(index)
        if index.isValid() and self.model().choosing and 0 <= event.position().x() - row.left() < 24:
            self.model().setData(index, None, Qt.ItemDataRole.CheckStateRole)
            return
        super().mousePressEvent(event)
        if (
            index.isValid()
            and event.button() is Qt.MouseButton.LeftButton
            and event.position().x() >= row.left()
        ):
            self.visited.emit(index.data(SECTION))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and self.model().choosing and index.isValid():
            self.model().setData(index, None, Qt.ItemDataRole.CheckStateRole)
            return
        super().keyPressEvent(event)
        if self.currentIndex() != index:
            self.visited.emit(self.currentIndex().data(SECTION))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()  # the window has the menu

    def model(self) -> OutlineModel:
        """The outline's own model, by its type."""
        model = super().model()
        assert isinstance(model, OutlineModel)  # noqa: S101 - set in the constructor, and nowhere else
        return model


class Navigator(QWidget):
    """Title and tree; follows the reader, and leads him."""

    def __init__(self, reader: Reader, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._wide = True
        self.setObjectName("navigator")
        self.model = OutlineModel(self)
        self.view = OutlineView(self.model, self)
        self._title = QPushButton(self)
        self._title.setFlat(True)
        self._title.setObjectName("report-title")
        self._title.setCursor(Qt.CursorShape.PointingHandCursor)
        self._facts = QLabel(self)
        self._facts.setObjectName("report-facts")
        self._facts.setIndent(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        layout.addWidget(self._facts)
        layout.addSpacing(12)
        layout.addWidget(self.view, 1)
        self._title.clicked.connect(lambda: reader.go(-1))
        self.view.visited.connect(reader.go)
        reader.opened.connect(self._open)
        reader.changed.connect(self._follow)
        finder.changed.connect(lambda: self.model.set_hits(finder.counts))

    def dress(self, theme: Theme, fonts: Fonts, *, wide: bool) -> None:
        self._wide = wide
        self._title.setFont(fonts.words(16, bold=True))
        self.view.dress(theme, fonts)
        self.model.set_full_width(wide)
        self._name()

    def _open(self) -> None:
        self.view.show_many(len(self._reader.report.sections))
        self.model.set_report(self._reader.report)
        self.view.expandToDepth(0)
        self._name()

    def _name(self) -> None:
        report = self._reader.report
        title = full_width(report.title) if self._wide else report.title
        self._title.setText("\n".join(title.split()))
        count = QCoreApplication.translate("reading", "{count} sections")
        count = count.replace("{count}", str(len(report.sections)))
        self._facts.setText(" · ".join(fact for fact in (report.edition, count) if fact))

    def _follow(self) -> None:
        self.view.go(self.model.index_of(self._reader.place.section))

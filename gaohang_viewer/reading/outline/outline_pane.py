"""The left side: the report's title, and below it the tree of its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QFontMetrics, QPainter, QPainterPath, QPainterPathStroker
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from gaohang_viewer.reading.headline_wrap import lines
from gaohang_viewer.reading.outline.outline_delegate import OutlineDelegate, fill_rounded
from gaohang_viewer.reading.outline.outline_model import LINE, SECTION, TITLE, OutlineModel
from gaohang_viewer.report.punctuation import full_width
from gaohang_viewer.report.speaking_time import brief
from gaohang_viewer.ui.plain_text import plain, tip
from gaohang_viewer.ui.translation import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent

    from gaohang_viewer.reading.search.finder import Finder
    from gaohang_viewer.session.reader import Reader
    from gaohang_viewer.ui.theme import Fonts, Theme

Index = QModelIndex | QPersistentModelIndex

_SIDE = 20  # px beside the title
_TITLE_LINES = 4
_MANY = 2000  # sections; a larger tree has rows of one height, which are quick to lay out


def _arrow() -> QPainterPath:
    """The sign of a branch that is open."""
    line = QPainterPath(QPointF(-3, -1.5))
    line.lineTo(0, 1.5)
    line.lineTo(3, -1.5)
    stroker = QPainterPathStroker()
    stroker.setWidth(1.4)
    return stroker.createStroke(line)


class OutlineView(QTreeView):
    """The tree; the row of the reader's section is the current one."""

    visited = Signal(int)
    menu_wanted = Signal(QPoint)  # global position
    left_out = Signal()  # Delete was pressed

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAccessibleName(QCoreApplication.translate("reading", "Sections"))
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(20)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self._theme: Theme | None = None
        self._arrow = _arrow()
        self._focused = QModelIndex()  # the row that the keys act on, while painting
        self._mouse = QPoint(-1, -1)  # where it was when painting began
        self._here = QPersistentModelIndex()  # the row of the reader's section; none on the front page

    def go(self, index: QModelIndex) -> None:
        """Marks the row of the reader's section, and brings it into view."""
        before, self._here = self._here, QPersistentModelIndex(index)
        self.update(before)
        self.update(index)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
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

    def paintEvent(self, event: QPaintEvent) -> None:
        self._mouse = self.mapFromGlobal(QCursor.pos())  # once: it asks the window system
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
        """The model speaks for all rows at once; Qt would lay all of them out anew, a second for 46,000."""
        if TITLE in roles:
            super().dataChanged(first, last, roles)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.uniformRowHeights() and event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # headlines break at other places now

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.uniformRowHeights():
            self.scheduleDelayedItemsLayout()  # a report that came while it was hidden has rows of one line

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
            self.visited.emit(index.data(SECTION))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason().name == "Keyboard"
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.visited.emit(index.data(SECTION))
            row = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_wanted.emit(row if by_key else event.globalPos())

    def open_lines(self) -> set[int]:
        """The lines of the source whose sections are open, to open them again in another version."""
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
        """Opens the sections of some lines of the source."""
        model, pending = self.model(), [QModelIndex()]
        while pending:
            parent = pending.pop()
            for row in range(model.rowCount(parent)):
                index = model.index(row, 0, parent)
                if index.data(LINE) in lines:
                    self.setExpanded(index, True)
                    pending.append(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete:
            self.left_out.emit()
            return
        super().keyPressEvent(event)
        if self.currentIndex() != index:
            self.visited.emit(self.currentIndex().data(SECTION))

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
        self._rate = 0
        self.setObjectName("navigator")
        self.model = OutlineModel(self)
        self.view = OutlineView(self.model, self)
        self._title = QPushButton(self)
        self._title.setFlat(True)
        self._title.setObjectName("report-title")
        # However long the title, the tree is as wide as the reader made it.
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._facts = plain(QLabel(self))
        self._facts.setObjectName("report-facts")
        self._facts.setIndent(0)
        self._facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
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

    def apply_theme(self, theme: Theme, fonts: Fonts, *, wide: bool, rate: int = 0) -> None:
        """`rate` is that of the speaking times, in characters a minute; 0 shows none."""
        self._wide = wide
        self._rate = rate
        self.model.set_times(self._time if rate else None)
        self._title.setFont(fonts.words(16, bold=True))
        self.view.apply_theme(theme, fonts)
        self.model.set_full_width(wide)
        self._name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._name()

    def _open(self) -> None:
        before = self.view.open_lines() if self._reader.revised else None
        scroll = self.view.verticalScrollBar().value() if self._reader.revised else 0
        self.view.show_many(len(self._reader.report.sections))
        self.model.set_report(self._reader.report)
        if before is None:
            self.view.expandToDepth(0)
            self.view.scrollToTop()
        else:
            self.view.open_again(before)
            self.view.verticalScrollBar().setValue(scroll)
        self._name()

    def _name(self) -> None:
        report = self._reader.report
        title = full_width(report.title) if self._wide else report.title
        metrics = QFontMetrics(self._title.font())
        room = self.width() - 2 * _SIDE
        shown = [line for part in title.split() for line in lines(part, room, metrics, _TITLE_LINES)]
        self._title.setText("\n".join(shown[:_TITLE_LINES]).replace("&", "&&"))
        self._title.setToolTip(tip(title) if len(shown) >= _TITLE_LINES else "")
        one = QCoreApplication.translate("reading", "1 section")
        many = QCoreApplication.translate("reading", "{count} sections")
        count = counted(len(report.sections), one, many)
        self._facts.setText(" · ".join(fact for fact in (report.edition, count) if fact))

    def _time(self, section: int) -> str:
        return brief(self._reader.speaking.of(section, self._rate))

    def _follow(self) -> None:
        self.view.go(self.model.index_of(self._reader.place.section))

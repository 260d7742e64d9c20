"""The tree of sections on the console: past ones dim, the present one lit and always in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QStaticText
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from gaohang_viewer.presenting.console.sections_model import (
    DEPTH,
    PAST,
    PLACE,
    PRESENT,
    SECTION,
    TIME,
    TITLE,
    SectionsModel,
)
from gaohang_viewer.presenting.console.style import fill_rounded

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from gaohang_viewer.presenting.console.style import Style

    Index = QModelIndex | QPersistentModelIndex

_ROW, _INDENT, _LEAD, _SIDE, _GAP = 34, 16, 24, 12, 12  # px; _LEAD is for the arrow of a branch
_KEPT = 600  # texts that are ready to be drawn
_CONTEXT = 2  # rows that stay in view above and below the present one
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LEAVES = {Qt.Key.Key_Escape, Qt.Key.Key_F6, Qt.Key.Key_Tab}


class SectionDelegate(QStyledItemDelegate):
    """One line a section, across the whole width of the view."""

    def __init__(self, style: Style, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._style = style
        self._font, self._strong = style.font(15), style.font(15, bold=True)
        self._small = style.font(14)
        self._names: dict[tuple[str, int, bool], QStaticText] = {}
        self._texts: dict[tuple[str, int, bool], QStaticText] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        style, place = self._style, index.data(PLACE)
        row = QRectF(0, option.rect.top() + 1, self._view.viewport().width(), option.rect.height() - 2)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if place == PRESENT:
            fill_rounded(painter, row, 6, style.colour("accent_soft"))
            fill_rounded(painter, QRectF(0, row.top() + 6, 3, row.height() - 12), 1.5, style.colour("accent"))
        elif hovered:
            fill_rounded(painter, row, 6, style.colour("raised"))
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(style.colour("accent"), 1.5))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 6, 6)
        left = row.left() + index.data(DEPTH) * _INDENT
        if self._view.model().rowCount(index):
            self._draw_arrow(painter, QPointF(left + _LEAD / 2 + 2, row.center().y()), index)
        strong, time = place == PRESENT, index.data(TIME)
        told = self._static(time, self._small)
        width = told.size().width()
        middle = row.center().y()
        painter.setFont(self._small)
        painter.setPen(style.colour("ink" if strong else "muted"))
        painter.drawStaticText(QPointF(row.right() - _SIDE - width, middle - told.size().height() / 2), told)
        font = self._strong if strong else self._font
        left += _LEAD
        name = self._elided("".join(index.data(TITLE)), int(row.right() - _SIDE - width - _GAP - left), font)
        painter.setFont(font)
        painter.setPen(style.colour("muted" if place == PAST else "ink"))
        painter.drawStaticText(QPointF(left, middle - name.size().height() / 2), name)
        painter.restore()

    def _elided(self, text: str, room: int, font: QFont) -> QStaticText:
        """A text that is shaped once: that takes most of the time of drawing it."""
        key = (text, room, font.bold())
        if key not in self._names:
            if len(self._names) > _KEPT:
                self._names.clear()
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
            self._names[key] = self._static(shown, font)
        return self._names[key]

    def _static(self, text: str, font: QFont) -> QStaticText:
        key = (text, font.pixelSize(), font.bold())
        if key not in self._texts:
            if len(self._texts) > _KEPT:
                self._texts.clear()
            made = self._texts[key] = QStaticText(text)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            made.prepare(font=font)
        return self._texts[key]

    def _draw_arrow(self, painter: QPainter, at: QPointF, index: Index) -> None:
        painter.setPen(QPen(self._style.colour("muted"), 1.4))
        if self._view.isExpanded(index):
            points = [QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2)]
        else:
            points = [QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4)]
        painter.drawPolyline([at + point for point in points])


class SectionsView(QTreeView):
    """Keys that mean nothing to a tree go on to the show."""

    wanted = Signal(int)  # a section
    left = Signal()  # the keyboard goes back to the show

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._ground = style.theme.brush(style.theme.surface)
        self.sections = SectionsModel(self)
        self._ours: list[int] = []  # the branches that were opened for the present section
        self.setObjectName("sections")
        self.setModel(self.sections)
        self.setItemDelegate(SectionDelegate(style, self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing below it is painted
        self.setAccessibleName(QCoreApplication.translate("presenting", "Sections"))

    def follow(self, section: int | None) -> None:
        """The talk is at a section: its branch is open, those opened for another one are not."""
        if section == self.sections.present:
            return
        self.sections.set_present(section)
        path = (
            [] if self.sections.present is None else self.sections.report.outline.path(self.sections.present)
        )
        for old in self._ours:
            if old not in path:
                self.collapse(self.sections.index_of(old))
        for step in path:
            index = self.sections.index_of(step)
            if self.sections.rowCount(index) and not self.isExpanded(index):
                self.expand(index)
        self._ours = path
        self.viewport().update()
        self._keep_in_view()

    def _keep_in_view(self) -> None:
        index = self.sections.index_of(self.sections.present)
        if not index.isValid():
            self.scrollToTop()
            return
        self.setCurrentIndex(index)
        at, around = self.visualRect(index), _CONTEXT * _ROW
        if at.top() < around or at.bottom() > self.viewport().height() - around:
            self.scrollTo(index, QTreeView.ScrollHint.PositionAtCenter)

    # ---- Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ENTER and self.currentIndex().isValid():
            self.wanted.emit(self.currentIndex().data(SECTION))
        elif key in _LEAVES:
            self.left.emit()
        elif key in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes there; on the arrow it opens or closes the branch."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        arrow = index.data(DEPTH) * _INDENT + _LEAD
        if event.position().x() < arrow and self.sections.rowCount(index):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.wanted.emit(index.data(SECTION))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._ground)
        super().paintEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The rows draw their arrows."""

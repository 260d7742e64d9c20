"""The tree of sections on the console: past ones dimmed, the present one highlighted and kept in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QTreeView

from gaohang_viewer.presenting.console.sections_delegate import HEIGHT, INDENT, LEAD, SectionDelegate
from gaohang_viewer.presenting.console.sections_model import DEPTH, SECTION, SectionsModel

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from gaohang_viewer.presenting.console.style import ConsoleStyle

    Index = QModelIndex | QPersistentModelIndex

_CONTEXT = 2  # rows kept in view above and below the present one
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LEAVES = {Qt.Key.Key_Escape, Qt.Key.Key_F6, Qt.Key.Key_Tab}


class SectionsView(QTreeView):
    """Keys that mean nothing to a tree go to the show."""

    section_requested = Signal(int)  # the index of a section
    focus_released = Signal()  # the keyboard focus is to return to the show

    def __init__(self, style: ConsoleStyle) -> None:
        super().__init__()
        self._ground = style.theme.brush(style.theme.surface)
        self.sections = SectionsModel(self)
        self._opened_branches: list[int] = []  # branches that were expanded for the present section
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

    def set_present(self, section: int | None) -> None:
        """Shows the section that the talk is at: expands its branch and collapses the previous one."""
        if section == self.sections.present:
            return
        self.sections.set_present(section)
        path = (
            [] if self.sections.present is None else self.sections.report.outline.path(self.sections.present)
        )
        for old in self._opened_branches:
            if old not in path:
                self.collapse(self.sections.index_of(old))
        for step in path:
            index = self.sections.index_of(step)
            if self.sections.rowCount(index) and not self.isExpanded(index):
                self.expand(index)
        self._opened_branches = path
        self.viewport().update()
        self._scroll_to_present()

    def _scroll_to_present(self) -> None:
        index = self.sections.index_of(self.sections.present)
        if not index.isValid():
            self.scrollToTop()
            return
        self.setCurrentIndex(index)
        at, around = self.visualRect(index), _CONTEXT * HEIGHT
        if at.top() < around or at.bottom() > self.viewport().height() - around:
            self.scrollTo(index, QTreeView.ScrollHint.PositionAtCenter)

    # ---- Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ENTER and self.currentIndex().isValid():
            self.section_requested.emit(self.currentIndex().data(SECTION))
        elif key in _LEAVES:
            self.focus_released.emit()
        elif key in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Requests the section, or on its arrow expands or collapses the branch."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        arrow = index.data(DEPTH) * INDENT + LEAD
        if event.position().x() < arrow and self.sections.rowCount(index):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.section_requested.emit(index.data(SECTION))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._ground)
        super().paintEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Nothing: the delegate draws the arrows."""

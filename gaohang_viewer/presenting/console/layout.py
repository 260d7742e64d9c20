"""The parts of the console and their layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QLabel,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gaohang_viewer.presenting.console.audience_status import AudienceStatus
from gaohang_viewer.presenting.console.button_bar import ButtonBar
from gaohang_viewer.presenting.console.clocks import Clocks
from gaohang_viewer.presenting.console.next_page import NextArea
from gaohang_viewer.presenting.console.page_area import PageArea
from gaohang_viewer.presenting.console.script import Script
from gaohang_viewer.presenting.console.search_panel import SearchField
from gaohang_viewer.presenting.console.sections_view import SectionsView
from gaohang_viewer.presenting.console.top_bar import TopBar

if TYPE_CHECKING:
    from gaohang_viewer.presenting.console.style import ConsoleStyle
    from gaohang_viewer.presenting.marking import Marking

_SIDE = 24  # px
_RIGHT_SHARE, _RIGHT_LEAST = (68, 32), 264  # per cent of left and right; px
_PAGE_SHARE = (58, 42)  # per cent of page and script


class Parts:
    """All widgets of the console, built but not laid out."""

    def __init__(self, marking: Marking, title: str, style: ConsoleStyle, script_size: int) -> None:
        self.clocks = Clocks(style)
        self.audience = AudienceStatus(style)
        self.end = QToolButton()
        self.end.setText(QCoreApplication.translate("presenting", "End show"))
        self.end.setAccessibleName(self.end.text())
        self.end.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page_area = PageArea(marking, title, style)
        self.script = Script(style, script_size)
        self.next_area = NextArea(marking, title, style)
        self.search = SearchField(style)
        self.sections = SectionsView(style)
        self.tree_or_results = QStackedWidget()
        self.tree_or_results.addWidget(self.sections)
        self.tree_or_results.addWidget(self.search.list)
        self.buttons = ButtonBar(style)
        self.left = QSplitter(Qt.Orientation.Vertical)
        self.across = QSplitter(Qt.Orientation.Horizontal)


def place_parts(window: QWidget, parts: Parts) -> None:
    """Lays out the top bar, the page above the script, the next page above the sections, and the buttons."""
    whole = QVBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(TopBar(parts.clocks, parts.audience, parts.end))
    whole.addWidget(parts.across, 1)
    whole.addWidget(parts.buttons)
    parts.left.addWidget(parts.page_area)
    parts.left.addWidget(parts.script)
    left_side = QWidget()
    column = QVBoxLayout(left_side)
    column.setContentsMargins(_SIDE, _SIDE, _SIDE, 12)
    column.addWidget(parts.left)
    parts.across.addWidget(left_side)
    parts.across.addWidget(_right_side(parts))
    left_side.setMinimumWidth(480)
    for splitter, shares in ((parts.left, _PAGE_SHARE), (parts.across, _RIGHT_SHARE)):
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([share * 10 for share in shares])
        for place, share in enumerate(shares):
            splitter.setStretchFactor(place, share)
    parts.left.setHandleWidth(14)
    parts.across.setHandleWidth(5)


def _right_side(parts: Parts) -> QWidget:
    side = QWidget()
    side.setObjectName("right-side")
    side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    side.setMinimumWidth(_RIGHT_LEAST)
    column = QVBoxLayout(side)
    column.setContentsMargins(20, 18, 20, 12)
    column.setSpacing(8)
    caption = QLabel(QCoreApplication.translate("presenting", "Next slide"))
    caption.setObjectName("caption")
    column.addWidget(caption)
    column.addWidget(parts.next_area)
    column.addSpacing(8)
    column.addWidget(parts.search)
    column.addWidget(parts.tree_or_results, 1)
    return side

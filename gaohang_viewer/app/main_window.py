"""The main window: menus and bars around the report or another page; holds widgets, no rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gaohang_viewer.app.main_menu import MainMenu
from gaohang_viewer.app.status_bar import StatusBar
from gaohang_viewer.app.tool_bar import ToolBar
from gaohang_viewer.app.window_actions import enable_actions, make_actions
from gaohang_viewer.ui.scroll_frame import ScrollFrame

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QDockWidget

    from gaohang_viewer.app.actions import ActionId, PageKind, When
    from gaohang_viewer.app.views import Views
    from gaohang_viewer.ui.theme import Theme

_MESSAGE = 4000  # ms that a message is shown


class MainWindow(QMainWindow):
    """Shows the views of a report, or a page in their place."""

    dropped = Signal(str)  # path of a file dropped on the window
    closing = Signal()
    page_changed = Signal()  # the report or another page is shown

    def __init__(self, views: Views) -> None:
        super().__init__()
        self._views = views
        self._page_kind: PageKind = "report"
        self._hidden_panels: list[QDockWidget] = []  # shown again with the report
        self._focus_mode = False
        self._before = (True, False)  # focus mode: whether the outline was visible, the window maximized
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.setMinimumSize(400, 240)  # px; a screen of 1366×768 at 300 % has 455×256
        self.actions_by_id = make_actions(self)
        self.submenus: dict[ActionId, QMenu] = {"theme": QMenu(self)}
        self._main_menu = MainMenu(self.actions_by_id, self.submenus, self)
        self.submenus["menu"] = self._main_menu
        self._lay_out(views)
        self.tool_bar = ToolBar(self.actions_by_id, self.submenus, views.find_bar, self)
        self.addToolBar(self.tool_bar)
        views.find_bar.resized.connect(self.tool_bar.fold)
        self.status = StatusBar(self)
        self.status.notes_requested.connect(self.actions_by_id["notes"].trigger)
        self.setStatusBar(self.status)

    def apply_theme(self, theme: Theme) -> None:
        """Icons in the theme's colours; the style sheet is the application's."""
        self.tool_bar.apply_theme(theme)
        self._main_menu.apply_theme(theme)

    def enable_actions(self, facts: Collection[When]) -> None:
        """Enables the actions that can be used on this page while these facts are true."""
        enable_actions(self.actions_by_id, facts, self._page_kind)

    def show_message(self, text: str, ms: int = _MESSAGE) -> None:
        """Shows a message in the status bar for some ms."""
        self.status.showMessage(text, ms)

    def show_menu(self) -> None:
        """Opens the menu of the menu button."""
        self.tool_bar.menu_button.showMenu()

    def focus_search(self) -> None:
        """Gives the keyboard to the search field, which focus mode hides."""
        self.set_focus_mode(on=False)
        self._views.find_bar.focus_field()

    @property
    def page(self) -> QWidget | None:
        """The page that is shown in place of the report; None for the report."""
        frame = self._pages.currentWidget()
        return frame.widget() if isinstance(frame, ScrollFrame) else None

    def show_page(self, page: QWidget | None, kind: PageKind = "library") -> None:
        """Shows a page in place of the report, or with None the report again.

        `kind` decides which actions are enabled on the page.
        """
        self._page_kind = "report" if page is None else kind
        if page is not None:
            if page not in self._frames:
                self._frames[page] = ScrollFrame(page)
                self._pages.addWidget(self._frames[page])
            self.set_focus_mode(on=False)
        self._set_panels_visible(visible=page is None)
        self._pages.setCurrentWidget(self.splitter if page is None else self._frames[page])
        self._views.find_bar.setEnabled(page is None)
        self.page_changed.emit()
        if page is None:
            self._views.pane.setFocus()

    def _set_panels_visible(self, *, visible: bool) -> None:
        """Hides the panels, which belong to the report, with it, and shows them again."""
        if visible:
            for panel in self._hidden_panels:
                panel.show()
            self._hidden_panels = []
        else:
            from PySide6.QtWidgets import QDockWidget

            self._hidden_panels += [each for each in self.findChildren(QDockWidget) if not each.isHidden()]
            for panel in self._hidden_panels:
                panel.hide()

    def set_focus_mode(self, *, on: bool) -> None:
        """Fills the screen with the text alone, or ends that; Esc ends it, too."""
        if on == self._focus_mode:
            return
        self._focus_mode = on
        if on:
            self._before = (self.side.isVisibleTo(self), self.isMaximized())
            self.side.hide()
            self.showFullScreen()
        else:
            side, maximized = self._before
            self.side.setVisible(side)
            (self.showMaximized if maximized else self.showNormal)()
        for bar in (self.tool_bar, self.status, self._views.breadcrumb):
            bar.setVisible(not on)
        self.actions_by_id["read"].setChecked(on)
        self._views.pane.setFocus()

    def _lay_out(self, views: Views) -> None:
        side = QFrame(self)
        side.setObjectName("side")
        side_layout = QVBoxLayout(side)
        side_layout.setContentsMargins(0, 0, 0, 0)
        side_layout.setSpacing(0)
        side_layout.addWidget(views.navigator, 1)
        self.side = side

        text = QWidget(self)
        text.setObjectName("text")
        text.setMinimumWidth(200)  # px; beside a panel in a narrow window the outline gets narrower
        layout = QVBoxLayout(text)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(views.breadcrumb)
        layout.addWidget(views.pane, 1)

        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(side)
        self.splitter.addWidget(text)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([400, 880])
        self._frames: dict[QWidget, ScrollFrame] = {}  # of the pages that were shown
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.splitter)
        self.setCentralWidget(self._pages)

    # --- Qt's events -------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                self.dropped.emit(url.toLocalFile())
                return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.BackButton:
            self.actions_by_id["back"].trigger()
        elif event.button() is Qt.MouseButton.ForwardButton:
            self.actions_by_id["forward"].trigger()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._focus_mode:
            self.set_focus_mode(on=False)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

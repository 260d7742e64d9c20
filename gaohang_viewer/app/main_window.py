"""The main window: bars and menus around the navigator and the text; holds widgets, no rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMainWindow,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QStatusBar,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gaohang_viewer.app.actions import ACTIONS, ANYWHERE, MENUS, SEPARATOR, SUBMENUS, When, menu_text, text_of
from gaohang_viewer.ui.plain_text import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QDockWidget

    from gaohang_viewer.app.progress_strip import ProgressStrip
    from gaohang_viewer.reading.breadcrumb import Breadcrumb
    from gaohang_viewer.reading.outline.outline_pane import Navigator
    from gaohang_viewer.reading.search.find_bar import FindBar
    from gaohang_viewer.reading.text.text_pane import TextPane
    from gaohang_viewer.ui.theme import Theme

_ON_BAR = ("sidebar", "back", "forward", "open", "library", "paper", "show")
_STATUS_HEIGHT = 32  # px


class Views(NamedTuple):
    """The widgets that the window is built around."""

    navigator: Navigator
    breadcrumb: Breadcrumb
    pane: TextPane
    find_bar: FindBar


class MainWindow(QMainWindow):
    """Shows the views; every action triggers its handler."""

    dropped = Signal(str)  # the path of a file dropped on the window
    closing = Signal()
    turned = Signal()  # to another page, or back to the report
    cancelled = Signal()  # the user no longer wants the file that is being read

    def __init__(self, views: Views, handlers: Mapping[str, Callable[[], object]]) -> None:
        super().__init__()
        self._views = views
        self.actions_by_id: dict[str, QAction] = {}
        self.submenus: dict[str, QMenu] = {}
        self._progress: ProgressStrip | None = None
        self._away: list[QDockWidget] = []  # panels that come again with the report
        self._usable = ANYWHERE  # while a page is shown
        self._reading = False  # nothing but the text is shown
        self._before = (True, False)  # whether the tree was shown, and the window maximized
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 480)  # px; narrower the tool bar would lose its last buttons
        self._make_actions(handlers)
        self._lay_out(views)
        self._make_tool_bar(views)
        self._make_status_bar()

    def show_when(self, facts: When) -> None:
        """Enables the actions that can be used now."""
        for spec in ACTIONS:
            if spec.id:
                here = self.page is None or spec.id in self._usable
                self.actions_by_id[spec.id].setEnabled(here and spec.when & facts == spec.when)

    def apply_theme(self, theme: Theme) -> None:
        """Icons in the theme's colours; the style sheet is the application's."""
        self._theme = theme
        for name in _ON_BAR:
            self._dress_action(name)
        if self.submenus["menu"].actions():
            self._dress_menu()
        self.menu_button.setIcon(theme.icon("menu"))
        self._appearance_button.setIcon(theme.icon("appearance"))

    def _dress_menu(self) -> None:
        for spec in ACTIONS:
            if spec.icon and spec.id not in _ON_BAR:
                self._dress_action(spec.id)

    def _dress_action(self, name: str) -> None:
        icon = next(spec.icon for spec in ACTIONS if spec.id == name)
        color = self._theme.on_accent if name == "show" else ""
        self.actions_by_id[name].setIcon(self._theme.icon(icon, color))

    def show_notes(self, count: str) -> None:
        """The button in the status bar that opens the notes; hidden where there are none."""
        self._notes.setText(count)
        self._notes.setVisible(bool(count))

    def show_status(self, left: str, zoom: str, language: str) -> None:
        self._where.setText(left)
        self._zoom.setText(zoom)
        self._language.setText(language)

    def show_progress(self, text: str, share: float) -> None:
        """Shows in the status bar how much of a file was read; 1 is all of it, and the bar goes."""
        if share < 1 and self._progress is None:
            from gaohang_viewer.app.progress_strip import ProgressStrip

            self._progress = ProgressStrip(self)
            self._progress.cancelled.connect(self.cancelled)
            self.statusBar().insertWidget(0, self._progress)
        if self._progress is not None:
            self._progress.show_share(text, share)
            self._where.setVisible(share >= 1)

    @property
    def page(self) -> QWidget | None:
        """What is shown in place of the report; None where it is shown itself."""
        page = self._pages.currentWidget()
        return None if page is self.splitter else page

    def show_page(self, page: QWidget | None, usable: frozenset[str] = ANYWHERE) -> None:
        """Shows something else in place of the report, with the actions usable there, or the report again."""
        self._usable = usable
        if page is not None and self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        if page is not None:
            self.read_only_text(on=False)
        self._show_panels(shown=page is None)
        self._pages.setCurrentWidget(page or self.splitter)
        self._views.find_bar.setEnabled(page is None)
        self.turned.emit()
        if page is None:
            self._views.pane.setFocus()

    def _show_panels(self, *, shown: bool) -> None:
        """The panels are of the report: they go with it, and come again."""
        if shown:
            for panel in self._away:
                panel.show()
            self._away = []
        else:
            from PySide6.QtWidgets import QDockWidget

            self._away += [each for each in self.findChildren(QDockWidget) if not each.isHidden()]
            for panel in self._away:
                panel.hide()

    def read_only_text(self, *, on: bool) -> None:
        """Fills the screen with nothing but the text, or goes back; Esc goes back, too."""
        if on == self._reading:
            return
        self._reading = on
        if on:
            self._before = (self.side.isVisibleTo(self), self.isMaximized())
            self.side.hide()
            self.showFullScreen()
        else:
            side, maximized = self._before
            self.side.setVisible(side)
            (self.showMaximized if maximized else self.showNormal)()
        for bar in (self._tool_bar, self.statusBar(), self._views.breadcrumb):
            bar.setVisible(not on)
        self.actions_by_id["read"].setChecked(on)
        self._views.pane.setFocus()

    # --- building ----------------------------------------------------------------------------------------

    def _make_actions(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        for spec in ACTIONS:
            if spec is SEPARATOR or not spec.id:
                continue
            action = QAction(text_of(spec), self)
            action.setObjectName(spec.id)
            action.setCheckable(spec.checkable)
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
            if spec.keys:
                shown = QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
                action.setToolTip(f"{text_of(spec)}  {shown}")
            if spec.id in handlers:
                action.triggered.connect(lambda _=False, handler=handlers[spec.id]: handler())
            self.addAction(action)
            self.actions_by_id[spec.id] = action

    def _lay_out(self, views: Views) -> None:
        side = QFrame(self)
        side.setObjectName("side")
        self._side_layout = QVBoxLayout(side)
        self._side_layout.setContentsMargins(0, 0, 0, 0)
        self._side_layout.setSpacing(0)
        self._side_layout.addWidget(views.navigator, 1)
        self.side = side

        text = QWidget(self)
        text.setObjectName("text")
        text.setMinimumWidth(320)  # px; beside a panel in a narrow window the tree makes room
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
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.splitter)
        self.setCentralWidget(self._pages)

    def _make_tool_bar(self, views: Views) -> None:
        bar = self._tool_bar = QToolBar(self)
        bar.setObjectName("tool-bar")
        bar.setWindowTitle(QCoreApplication.translate("window", "Tool bar"))
        bar.setMovable(False)
        bar.toggleViewAction().setVisible(False)  # it is always there: no menu to hide it
        bar.setIconSize(QSize(20, 20))
        for name in _ON_BAR[:3]:
            bar.addAction(self.actions_by_id[name])
        bar.addSeparator()
        for name, short in (
            ("open", QCoreApplication.translate("window", "Open…")),
            ("library", QCoreApplication.translate("window", "Library")),
            ("paper", QCoreApplication.translate("window", "Print and export")),
            ("show", QCoreApplication.translate("window", "Present")),
        ):
            self.actions_by_id[name].setIconText(short)
            bar.addWidget(self._labelled_button(name))
        room = QWidget(self)
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(room)
        bar.addWidget(views.find_bar)
        self._appearance_button = self._menu_tool_button(
            "theme", QCoreApplication.translate("window", "Appearance")
        )
        self.menu_button = self._menu_tool_button("menu", QCoreApplication.translate("window", "Menu"))
        bar.addWidget(self._appearance_button)
        bar.addWidget(self.menu_button)
        self.addToolBar(bar)

    def _labelled_button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("primary" if name == "show" else "labelled")
        button.setDefaultAction(self.actions_by_id[name])
        return button

    def _menu_tool_button(self, name: str, title: str) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(title)
        button.setToolTip(title)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        self.submenus[name] = menu
        if name == "menu":
            menu.aboutToShow.connect(self._fill_menu)
        button.setMenu(menu)
        return button

    def _fill_menu(self) -> None:
        """Menus are made when they are first opened: start-up does not pay for them."""
        menu = self.submenus["menu"]
        if menu.actions():
            return
        for name in MENUS:
            submenu = menu.addMenu(menu_text(name))
            for spec in ACTIONS:
                if spec.menu != name:
                    continue
                if not spec.id:
                    submenu.addSeparator()
                elif spec.id in SUBMENUS:
                    below = self.submenus.setdefault(spec.id, QMenu(submenu))
                    below.setTitle(text_of(spec))
                    submenu.addMenu(below)
                else:
                    submenu.addAction(self.actions_by_id[spec.id])
        self._dress_menu()

    def _make_status_bar(self) -> None:
        bar = QStatusBar()
        bar.setFixedHeight(_STATUS_HEIGHT)  # else its words change it, and all is laid out and painted twice
        bar.setSizeGripEnabled(False)
        self._where = plain(QLabel(bar))
        self._zoom = QLabel(bar)
        self._language = QLabel(bar)
        self._notes = QPushButton(bar)
        self._notes.setObjectName("status-button")
        self._notes.setFlat(True)
        self._notes.hide()
        self._notes.clicked.connect(self.actions_by_id["notes"].trigger)
        bar.addWidget(self._where, 1)
        bar.addPermanentWidget(self._notes)
        bar.addPermanentWidget(self._zoom)
        bar.addPermanentWidget(self._language)
        self.setStatusBar(bar)

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
        if event.key() == Qt.Key.Key_Escape and self._reading:
            self.read_only_text(on=False)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

"""The presenter console's window: page, script, next page, sections, clocks and buttons in their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QDataStream,
    QEvent,
    QIODevice,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gaohang_viewer.presenting.audience.overview_page import OverviewPage
from gaohang_viewer.presenting.console.key_card import Card
from gaohang_viewer.presenting.console.layout import Parts, place_parts
from gaohang_viewer.presenting.console.style import ConsoleStyle
from gaohang_viewer.presenting.console.updates import Follower
from gaohang_viewer.presenting.input import Controls
from gaohang_viewer.presenting.screens import distinct
from gaohang_viewer.presenting.show.events import Command, Go
from gaohang_viewer.presenting.show.pages import page_of_section

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QScreen, QShowEvent

    from gaohang_viewer.presenting.show_windows import ShowWindows

_GAP = 8  # px between the windows, where both are plain ones
_AFTER_STEP_MS = 15  # the step comes first on the screens
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_SCROLLS = {Qt.Key.Key_Up: -0.25, Qt.Key.Key_Down: 0.25}  # of the script's view, with Shift


class ConsoleWindow(QWidget):
    """Made once per report, when a show first has a console. Closing it ends the show.

    The present page follows a step at once; all the rest does when that is on the screens.
    """

    sizes_changed = Signal()  # the user moved what lies between the parts

    def __init__(self, stage: ShowWindows) -> None:
        super().__init__()
        self.setObjectName("console")
        self._stage = stage
        self._running = stage.running
        self._controls = Controls(stage.running)
        style = ConsoleStyle.load()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setStyleSheet(style.sheet())
        self.setMinimumSize(960, 600)
        self.setWindowTitle(QCoreApplication.translate("presenting", "Presenter view"))
        self.setAccessibleName(self.windowTitle())
        self.parts = parts = Parts(stage.marking, stage.report.title, style, stage.settings.script)
        place_parts(self, parts)
        self.page = parts.page_area.page
        self._follower = Follower(stage, parts)
        self.overview = OverviewPage(stage.running, style.show_colours(), self)
        self.card = Card(stage.running, style.show_colours(), self)
        self._later = QTimer(self, singleShot=True, interval=_AFTER_STEP_MS)
        self._later.timeout.connect(self._follower.catch_up)
        self._connect()

    def _connect(self) -> None:
        parts, running = self.parts, self._running
        running.changed.connect(self._follow)
        running.asked.connect(self._obey)
        self._stage.time.ticked.connect(self._follower.tick)
        parts.clocks.asked.connect(running.take)
        parts.audience.asked.connect(running.take)
        parts.audience.chosen.connect(self._choose_screen)
        parts.audience.ended.connect(running.end)
        parts.end.clicked.connect(running.end)
        parts.buttons.pressed.connect(running.take)
        parts.script.size_changed.connect(lambda size: self._stage.settings.set("script", size))
        parts.sections.wanted.connect(self._go)
        parts.sections.left.connect(self.setFocus)
        parts.search.wanted.connect(self._go)
        parts.search.stepped.connect(running.take)
        parts.search.ended.connect(self.setFocus)
        parts.search.searching.connect(lambda on: parts.tree_or_found.setCurrentIndex(int(on)))
        for splitter in (parts.left, parts.across):
            splitter.splitterMoved.connect(self._parts_moved)

    def place(self, screen: QScreen, *, full: bool) -> None:
        """Goes to a screen: all of it, or a plain window on it that keeps the size it has been given."""
        if full or self.isFullScreen() or not self.isVisible() or self.screen() != screen:
            self.setWindowState(Qt.WindowState.WindowNoState)  # a full-screen window does not change screens
            self.setScreen(screen)
            self.setGeometry(screen.geometry() if full else self._beside_the_audience(screen))
            if full:
                self.showFullScreen()
            else:
                self.showNormal()
        self._follower.name_screens()

    def _beside_the_audience(self, screen: QScreen) -> QRect:
        """The room that the audience's plain window leaves on its left, or as much as is needed."""
        room = screen.availableGeometry()
        free = self._stage.audience.geometry().left() - room.left()
        if free > 0 and self._stage.audience.screen() == screen:
            room.setWidth(min(max(free - _GAP, self.minimumWidth()), room.width()))
        return room

    def save_state(self) -> bytes:
        """The sizes of the parts, for `restore_state`."""
        state = QByteArray()
        stream = QDataStream(state, QIODevice.OpenModeFlag.WriteOnly)
        for splitter in (self.parts.left, self.parts.across):
            stream << splitter.saveState()
        return bytes(state.data())

    def restore_state(self, state: bytes) -> None:
        """The sizes that were saved; anything else changes nothing."""
        stream = QDataStream(QByteArray(state))
        for splitter in (self.parts.left, self.parts.across):
            one = QByteArray()
            stream >> one
            if not one.isEmpty():
                splitter.restoreState(one)

    def _follow(self) -> None:
        """What a step must show at once; the page shows itself."""
        if self.isVisible():
            self.overview.follow()
            self.card.follow()
            if not self._later.isActive():
                self._later.start()

    # ---- doing what is asked for

    def _go(self, section: int) -> None:
        self._running.take(Go(page_of_section(self._running.pages, section)))
        self.setFocus()

    def _choose_screen(self, place: int) -> None:
        screens = distinct(QGuiApplication.screens())
        if place < len(screens):
            self._stage.choose(screens[place])

    def _obey(self, command: Command) -> None:
        if not self.isVisible():
            return
        match command:
            case Command.SEARCH if self._running.state.overview:
                self.overview.start_search()
            case Command.SEARCH:
                self.parts.search.start()
            case Command.LARGER:
                self.parts.script.resize_text(1)
            case Command.SMALLER:
                self.parts.script.resize_text(-1)
            case _:
                pass

    def _parts_moved(self) -> None:
        self._follower.fit_next()
        self.sizes_changed.emit()

    # ---- Qt's events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of another window takes a key of the show
            return True
        return super().event(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False  # Tab is a key of the show

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl_tab = event.key() == Qt.Key.Key_Tab and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_F6 or ctrl_tab:
            self.parts.sections.setFocus()
        elif event.modifiers() & _SHIFT and event.key() in _SCROLLS and not self._running.state.overview:
            self.parts.script.page_by(_SCROLLS[Qt.Key(event.key())])
        else:
            self._controls.press(event)

    def showEvent(self, _event: QShowEvent) -> None:
        self._later.start()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.overview.follow()
        self.card.follow()
        self._follower.fit_next()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._running.end()
        event.accept()

"""The window of the presenter console: page, script, next page, sections, clocks and buttons."""

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
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gaohang_viewer.presenting.audience.overview_page import OverviewPage
from gaohang_viewer.presenting.console.key_card import KeyCard
from gaohang_viewer.presenting.console.layout import Parts, place_parts
from gaohang_viewer.presenting.console.style import ConsoleStyle
from gaohang_viewer.presenting.console.updates import ConsoleUpdates
from gaohang_viewer.presenting.input import ShowInput
from gaohang_viewer.presenting.screens import distinct_screens
from gaohang_viewer.presenting.show.events import Command, Go
from gaohang_viewer.presenting.show.pages import page_of_section
from gaohang_viewer.ui.scroll_frame import ScrollFrame

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QScreen, QShowEvent

    from gaohang_viewer.presenting.marking import Marking
    from gaohang_viewer.presenting.screens import Arrangement
    from gaohang_viewer.presenting.timekeeping import Timekeeping
    from gaohang_viewer.storage.settings import Settings

_LEAST = (960, 600)  # px that the parts need; a smaller window scrolls them
_GAP = 8  # px between two plain windows
_AFTER_STEP_MS = 15  # so that the step itself is painted first
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_SCROLLS = {
    Qt.Key.Key_Up: -0.25,
    Qt.Key.Key_Down: 0.25,
}  # share of the script's view to scroll by, with Shift


class ConsoleWindow(QWidget):
    """The console of one report's shows. Closing it ends the show.

    The speaker's page follows a step at once, the other parts after it has been painted.
    """

    sizes_changed = Signal()  # the user moved a splitter
    screen_chosen = Signal(object)  # the QScreen that the audience's window is to go to

    def __init__(self, marking: Marking, time: Timekeeping, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("console")
        self._running = running = marking.running
        self._settings = settings
        self._input = ShowInput(running)
        style = ConsoleStyle.load()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setStyleSheet(style.sheet())
        self.setWindowTitle(QCoreApplication.translate("presenting", "Presenter view"))
        self.setAccessibleName(self.windowTitle())
        self.parts = parts = Parts(marking, running.deck.report.title, style, settings.script)
        content = QWidget()
        content.setMinimumSize(*_LEAST)
        place_parts(content, parts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ScrollFrame(content, self))
        self.page = parts.page_area.page
        self._updates = ConsoleUpdates(running, time, settings, parts)
        self.overview = OverviewPage(running, style.show_colours(), self)
        self.key_card = KeyCard(running, style.show_colours(), self)
        self._update_timer = QTimer(self, singleShot=True, interval=_AFTER_STEP_MS)
        self._update_timer.timeout.connect(self._updates.refresh)
        time.ticked.connect(self._updates.refresh_time)
        self._connect()

    def _connect(self) -> None:
        parts, running = self.parts, self._running
        running.changed.connect(self._on_show_changed)
        running.command_requested.connect(self._on_command)
        parts.clocks.command_requested.connect(running.handle_event)
        parts.audience.command_requested.connect(running.handle_event)
        parts.audience.screen_chosen.connect(self._choose_screen)
        parts.audience.end_requested.connect(running.end)
        parts.end.clicked.connect(running.end)
        parts.buttons.event_requested.connect(running.handle_event)
        parts.script.size_changed.connect(lambda size: self._settings.set("script", size))
        parts.sections.section_requested.connect(self._go_to_section)
        parts.sections.focus_released.connect(self.setFocus)
        parts.search.section_requested.connect(self._go_to_section)
        parts.search.event_requested.connect(running.handle_event)
        parts.search.closed.connect(self.setFocus)
        parts.search.search_changed.connect(lambda on: parts.tree_or_results.setCurrentIndex(int(on)))
        for splitter in (parts.left, parts.across):
            splitter.splitterMoved.connect(self._parts_moved)

    def move_to_screen(self, arrangement: Arrangement[QScreen], audience: QRect) -> None:
        """Moves to the arrangement's console screen: in full screen or, if the audience is on the same one,
        as a plain window beside the audience's, which has the geometry `audience`.

        A plain window keeps a size that it was given. Does nothing if the arrangement has no console.
        """
        screen = arrangement.console
        if screen is None:
            return
        full = screen != arrangement.audience
        if full or self.isFullScreen() or not self.isVisible() or self.screen() != screen:
            self.setWindowState(Qt.WindowState.WindowNoState)  # a full-screen window does not change screens
            self.setScreen(screen)
            self.setGeometry(screen.geometry() if full else self._beside(audience, screen))
            if full:
                self.showFullScreen()
            else:
                self.showNormal()
        self._updates.show_screens(arrangement)

    def _beside(self, audience: QRect, screen: QScreen) -> QRect:
        """The area left of the audience's plain window, at least as wide as the console needs."""
        room = screen.availableGeometry()
        free = audience.left() - room.left()
        if free > 0:
            room.setWidth(min(max(free - _GAP, _LEAST[0]), room.width()))
        return room

    def save_state(self) -> bytes:
        """The sizes of the parts, for `restore_state`."""
        state = QByteArray()
        stream = QDataStream(state, QIODevice.OpenModeFlag.WriteOnly)
        for splitter in (self.parts.left, self.parts.across):
            stream << splitter.saveState()
        return bytes(state.data())

    def restore_state(self, state: bytes) -> None:
        """Restores sizes from `save_state`; other bytes change nothing."""
        stream = QDataStream(QByteArray(state))
        for splitter in (self.parts.left, self.parts.across):
            one = QByteArray()
            stream >> one
            if not one.isEmpty():
                splitter.restoreState(one)

    def _on_show_changed(self) -> None:
        """Shows the overlays of the new state at once; the page repaints itself."""
        if self.isVisible():
            self.overview.refresh()
            self.key_card.refresh()
            if not self._update_timer.isActive():
                self._update_timer.start()

    # ---- commands

    def _go_to_section(self, section: int) -> None:
        self._running.handle_event(Go(page_of_section(self._running.pages, section)))
        self.setFocus()

    def _choose_screen(self, place: int) -> None:
        screens = distinct_screens(QGuiApplication.screens())
        if place < len(screens):
            self.screen_chosen.emit(screens[place])

    def _on_command(self, command: Command) -> None:
        if not self.isVisible():
            return
        match command:
            case Command.SEARCH if self._running.state.overview:
                self.overview.start_search()
            case Command.SEARCH:
                self.parts.search.start_search()
            case Command.LARGER:
                self.parts.script.resize_text(1)
            case Command.SMALLER:
                self.parts.script.resize_text(-1)
            case _:
                pass

    def _parts_moved(self) -> None:
        self._updates.fit_next_page()
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
            self._input.handle_key(event)

    def showEvent(self, _event: QShowEvent) -> None:
        self._update_timer.start()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.overview.refresh()
        self.key_card.refresh()
        self._updates.fit_next_page()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._running.end()
        event.accept()

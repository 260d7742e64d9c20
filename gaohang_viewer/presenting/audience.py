"""The audience window: a show in full screen on the projector, and the keys and clicks that move it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QScreen, QWheelEvent
from PySide6.QtWidgets import QApplication

from gaohang_viewer.presenting.canvas import ShowCanvas
from gaohang_viewer.presenting.keys import event_of_key
from gaohang_viewer.presenting.look import ShowColours
from gaohang_viewer.presenting.pages import ShowPage
from gaohang_viewer.presenting.running import RunningShow
from gaohang_viewer.presenting.screens import pick_screen
from gaohang_viewer.presenting.show import Event, Go, ShowState
from gaohang_viewer.presenting.wheel import WheelSteps

CURSOR_HIDES_AFTER_MS = 2000

_CLICKS = {
    Qt.MouseButton.LeftButton: Event.NEXT,
    Qt.MouseButton.ForwardButton: Event.NEXT,
    Qt.MouseButton.RightButton: Event.PREVIOUS,
    Qt.MouseButton.BackButton: Event.PREVIOUS,
}


class AudienceWindow(ShowCanvas):
    """Made once per main window; every `start` is a show, and `left` tells where it ended."""

    left = Signal(object)  # the section last shown; None on a page that belongs to none

    def __init__(
        self,
        title: str,
        colours: ShowColours | None = None,
        pdfium_turn: threading.Lock | None = None,
    ) -> None:
        super().__init__(RunningShow(pdfium_turn), title, colours or ShowColours())
        self._wheel = WheelSteps()
        self._home: QScreen | None = None  # where the main window is
        self._screen: QScreen | None = None  # where the show is
        self._last_point: QPointF | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(CURSOR_HIDES_AFTER_MS)
        self._idle.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setMouseTracking(True)
        app = cast("QGuiApplication", QGuiApplication.instance())
        app.screenRemoved.connect(self._screen_removed)

    @property
    def state(self) -> ShowState:
        return self._running.state

    def set_deck(self, pdf: bytes, pages: Sequence[ShowPage]) -> None:
        """Takes the slides, whether or not a show is on; a show that is on stays in its section."""
        self._running.set_deck(pdf, pages)

    def start(self, page: int = 1, section: int | None = None, home: QScreen | None = None) -> None:
        """Begins a show, at a section when that is given, on another screen than `home` if there is one.
        Without a deck it waits for one. `home` is the main window's screen, by default the active one's."""
        active = QApplication.activeWindow()
        self._home = home or (active.screen() if active else QGuiApplication.primaryScreen())
        self._picture = None
        self._running.begin(page, section)
        self._place_on(pick_screen(QGuiApplication.screens(), self._home))
        self.activateWindow()
        self.setFocus()
        self._idle.start()

    def close_deck(self) -> None:
        """Lets go of the slides and ends their drawing: when the program ends or the report is closed."""
        self._running.close()

    def _place_on(self, screen: QScreen) -> None:
        self._screen = screen
        self.setWindowState(Qt.WindowState.WindowNoState)  # a full-screen window does not change screens
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def _screen_removed(self, gone: QScreen) -> None:
        if not self.isVisible() or gone != self._screen:
            return
        remaining = [screen for screen in QGuiApplication.screens() if screen != gone]
        if remaining:
            self._place_on(pick_screen(remaining, self._home))

    def _follow(self) -> None:
        if self.state.finished and self.isVisible():
            self.hide()
            self._leave()
            return
        super()._follow()

    def _settle(self) -> None:
        super()._settle()
        self._name_window()

    def _leave(self) -> None:
        self._idle.stop()
        self._picture = None
        page = self._running.page
        if self._running.drawer:
            self._running.drawer.forget()
        self.left.emit(page.section if page else None)

    def _name_window(self) -> None:
        page, count = self._running.page, self.state.page_count
        name = QCoreApplication.translate("presenting", "Show")
        if page is not None:
            name += f" — {page.number} / {count}" + (f" · {page.title}" if page.title else "")
        self.setWindowTitle(name)

    # ---- Qt's events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of another window takes a key of the show
            return True
        return super().event(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False  # Tab is a key of the show

    def keyPressEvent(self, event: QKeyEvent) -> None:
        happened = event_of_key(event.key(), event.text(), event.modifiers(), event.isAutoRepeat())
        if happened is not None:
            self._running.take(happened)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_cursor()
        if not self.state.overview or self.state.keycard:
            if event.button() in _CLICKS:
                self._running.take(_CLICKS[event.button()])
        elif event.button() == Qt.MouseButton.RightButton:
            self._running.take(Event.OVERVIEW)
        elif (page := self._grid().page_at(event.position(), self._scroll)) is not None:
            self._running.take(Go(page))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._last_point not in (None, event.globalPosition()):
            self._show_cursor()
        self._last_point = event.globalPosition()

    def wheelEvent(self, event: QWheelEvent) -> None:
        touched = event.phase() != Qt.ScrollPhase.NoScrollPhase and not event.pixelDelta().isNull()
        delta = event.pixelDelta().y() if touched else event.angleDelta().y()
        if self.state.overview:
            self._scroll = self._grid().clamp(self._scroll - delta)
            self._want_thumbnails()
            self.update()
        elif event.phase() != Qt.ScrollPhase.ScrollMomentum:
            steps = self._wheel.take(delta, touched)
            for _ in range(abs(steps)):
                self._running.take(Event.NEXT if steps > 0 else Event.PREVIOUS)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible():
            self._running.end()
        event.accept()

    def _show_cursor(self) -> None:
        self.unsetCursor()
        self._idle.start()

"""The audience's window: the page on the projector, and for a speaker without a console all the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QSize, Qt, QTimer

from gaohang_viewer.presenting.audience.canvas import ShowCanvas
from gaohang_viewer.presenting.audience.countdown import countdown, paint_countdown
from gaohang_viewer.presenting.audience.overlays import paint_hint, paint_keycard, paint_typed
from gaohang_viewer.presenting.audience.overview_page import OverviewPage
from gaohang_viewer.presenting.audience.speaker_strip import HEIGHT, paint_strip
from gaohang_viewer.presenting.input import Controls
from gaohang_viewer.presenting.show.events import Command
from gaohang_viewer.presenting.show.ink import Tool

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QCloseEvent,
        QKeyEvent,
        QMouseEvent,
        QPainter,
        QResizeEvent,
        QScreen,
        QWheelEvent,
    )

    from gaohang_viewer.presenting.audience.style import ShowColours
    from gaohang_viewer.presenting.marking import Marking
    from gaohang_viewer.presenting.timekeeping import Timekeeping

CURSOR_HIDES_AFTER_MS = 2000
_WINDOW = 0.5  # of the screen's width, that a plain window takes at first


class AudienceWindow(ShowCanvas):
    """Made once per report; every show is in it. Closing it ends the show."""

    def __init__(self, marking: Marking, time: Timekeeping, title: str, colours: ShowColours) -> None:
        super().__init__(marking, title, colours, "audience")
        running = marking.running
        self._time = time
        self._has_strip = False
        self._clock_area = QRect()  # that the audience's clock takes
        time.ticked.connect(self._tick)
        running.asked.connect(self._obey)
        self._controls = Controls(running)
        self.overview = OverviewPage(running, colours, self)
        self._last_point: QPointF | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(CURSOR_HIDES_AFTER_MS)
        self._idle.timeout.connect(self._hide_cursor)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    def place(self, screen: QScreen, *, full: bool) -> None:
        """Goes to a screen: all of it, or a plain window on it that keeps the size it has been given."""
        if full:
            self.setWindowState(Qt.WindowState.WindowNoState)  # a full-screen window does not change screens
            self.setScreen(screen)
            self.setGeometry(screen.geometry())
            self.showFullScreen()
        elif self.isFullScreen() or not self.isVisible() or self.screen() != screen:
            self.setWindowState(Qt.WindowState.WindowNoState)
            self.setScreen(screen)
            room = screen.availableGeometry()
            width = round(room.width() * _WINDOW)
            height = round(width / self._running.deck.aspect)
            self.setGeometry(room.right() - width - 24, room.top() + 48, width, height)
            self.showNormal()
        self.show_cursor()

    def show_cursor(self) -> None:
        """The pointer, until it has been still for a while."""
        self._show_pointer()
        self._idle.start()

    def _hide_cursor(self) -> None:
        if self._marking.tool is Tool.NONE:
            self.setCursor(Qt.CursorShape.BlankCursor)

    @property
    def _alone(self) -> bool:
        """Whether this is the speaker's window, too."""
        return not self._running.has_console

    def _follow(self) -> None:
        super()._follow()
        if self.isVisible() and self._alone:
            self.overview.follow()

    def _settle(self) -> None:
        super()._settle()
        self._name_window()

    def _name_window(self) -> None:
        seen, pages = self.seen, self._running.pages
        name = QCoreApplication.translate("presenting", "Slide show")
        if pages:
            page = pages[seen.page - 1]
            name += f" — {page.number} / {len(pages)}" + (f" · {page.title}" if page.title else "")
        self.setWindowTitle(name)

    @property
    def room(self) -> QSize:
        return self.size() - QSize(0, self._strip.height()) if self._has_strip else self.size()

    @property
    def _strip(self) -> QRect:
        """Where the speaker's strip is; empty where there is none."""
        height = self._look().px(HEIGHT) if self._has_strip and self._alone else 0
        return QRect(0, self.height() - height, self.width(), height)

    def _obey(self, command: Command) -> None:
        if command is Command.STRIP and self._alone:
            self._has_strip = not self._has_strip
            self._follow()

    def _tick(self) -> None:
        if self._time.countdown or not self._clock_area.isEmpty():
            self.update(self._clock_area if self._time.countdown else self.rect())
        if self._has_strip:
            self.update(self._strip)

    def _paint_over(self, painter: QPainter) -> None:
        self._clock_area = QRect()
        if self._time.countdown:
            left = countdown(self._time.plan.total / 60, self._time.elapsed)
            self._clock_area = paint_countdown(painter, self.rect(), self._look(), left)
        if not self._alone:
            return
        if not self._strip.isEmpty():
            pages, page = self._running.pages, self._running.state.page
            coming = pages[page].title if page < len(pages) else ""
            paint_strip(painter, self._strip, self._look(), self._time, coming)
        state, look = self._running.state, self._look()
        if state.keycard:
            paint_keycard(painter, self.rect(), look)
        if state.leaving_armed_until is not None:
            words = QCoreApplication.translate("presenting", "Press Esc again to end the show")
            paint_hint(painter, self.rect(), look, words)
        elif state.typed:
            paint_typed(painter, self.rect(), look, state.typed, state.page_count)

    # ---- Qt's events

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False  # Tab is a key of the show

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._controls.press(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.show_cursor()
        self._controls.click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._last_point not in (None, event.globalPosition()):
            self.show_cursor()
        self._last_point = event.globalPosition()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._controls.turn(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._alone:
            self.overview.follow()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._idle.stop()
        self._running.end()
        event.accept()

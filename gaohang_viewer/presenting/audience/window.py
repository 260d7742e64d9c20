"""The audience window: the page on the projector and, without a console, also the speaker's overlays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QSize, Qt, QTimer

from gaohang_viewer.presenting.audience.canvas import ShowCanvas
from gaohang_viewer.presenting.audience.countdown import countdown, paint_countdown
from gaohang_viewer.presenting.audience.overlays import paint_hint, paint_keycard, paint_typed
from gaohang_viewer.presenting.audience.overview_page import OverviewPage
from gaohang_viewer.presenting.audience.speaker_strip import HEIGHT, paint_strip
from gaohang_viewer.presenting.input import ShowInput
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
_WINDOW = 0.5  # the width of a plain window at first, as a share of the screen's


class AudienceWindow(ShowCanvas):
    """Built once per report; every show uses it. Closing it ends the show."""

    def __init__(self, marking: Marking, time: Timekeeping, title: str, colours: ShowColours) -> None:
        super().__init__(marking, title, colours, "audience")
        running = marking.running
        self._time = time
        self._has_strip = False
        self._clock_area = QRect()  # the area of the audience's countdown
        time.ticked.connect(self._on_tick)
        running.command_requested.connect(self._on_command)
        self._input = ShowInput(running)
        self.overview = OverviewPage(running, colours, self)
        self._last_point: QPointF | None = None
        self._idle_timer = QTimer(self)
        self._idle_timer.setSingleShot(True)
        self._idle_timer.setInterval(CURSOR_HIDES_AFTER_MS)
        self._idle_timer.timeout.connect(self._hide_cursor)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    def move_to_screen(self, screen: QScreen, *, full: bool) -> None:
        """Moves to a screen: in full screen, or as a plain window, which keeps a size that it was given."""
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
        """Shows the mouse cursor until it has not moved for a while."""
        self._show_pointer()
        self._idle_timer.start()

    def _hide_cursor(self) -> None:
        if self._marking.tool is Tool.NONE:
            self.setCursor(Qt.CursorShape.BlankCursor)

    @property
    def _is_speakers_window(self) -> bool:
        """Whether the speaker has no console, so that this is their window too."""
        return not self._running.has_console

    def _on_show_changed(self) -> None:
        super()._on_show_changed()
        if self.isVisible() and self._is_speakers_window:
            self.overview.refresh()

    def _after_step(self) -> None:
        super()._after_step()
        self._update_title()

    def _update_title(self) -> None:
        seen, pages = self.seen, self._running.pages
        name = QCoreApplication.translate("presenting", "Slide show")
        if pages:
            page = pages[seen.page - 1]
            name += f" — {page.number} / {len(pages)}" + (f" · {page.title}" if page.title else "")
        self.setWindowTitle(name)

    @property
    def available_size(self) -> QSize:
        return self.size() - QSize(0, self._strip.height()) if self._has_strip else self.size()

    @property
    def _strip(self) -> QRect:
        """The rectangle of the speaker's strip; empty without one."""
        height = self._style().px(HEIGHT) if self._has_strip and self._is_speakers_window else 0
        return QRect(0, self.height() - height, self.width(), height)

    def _on_command(self, command: Command) -> None:
        if command is Command.STRIP and self._is_speakers_window:
            self._has_strip = not self._has_strip
            self._on_show_changed()

    def _on_tick(self) -> None:
        if self._time.countdown or not self._clock_area.isEmpty():
            self.update(self._clock_area if self._time.countdown else self.rect())
        if self._has_strip:
            self.update(self._strip)

    def _paint_overlays(self, painter: QPainter) -> None:
        self._clock_area = QRect()
        if self._time.countdown:
            left = countdown(self._time.plan.total / 60, self._time.elapsed)
            self._clock_area = paint_countdown(painter, self.rect(), self._style(), left)
        if not self._is_speakers_window:
            return
        if not self._strip.isEmpty():
            pages, page = self._running.pages, self._running.state.page
            coming = pages[page].title if page < len(pages) else ""
            paint_strip(painter, self._strip, self._style(), self._time, coming)
        state, style = self._running.state, self._style()
        if state.keycard:
            paint_keycard(painter, self.rect(), style)
        if state.leaving_armed_until is not None:
            words = QCoreApplication.translate("presenting", "Press Esc again to end the show")
            paint_hint(painter, self.rect(), style, words)
        elif state.typed:
            paint_typed(painter, self.rect(), style, state.typed, state.page_count)

    # ---- Qt's events

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False  # Tab is a key of the show

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._input.handle_key(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.show_cursor()
        self._input.handle_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._last_point not in (None, event.globalPosition()):
            self.show_cursor()
        self._last_point = event.globalPosition()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._input.handle_wheel(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_speakers_window:
            self.overview.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._idle_timer.stop()
        self._running.end()
        event.accept()

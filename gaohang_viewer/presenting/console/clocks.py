"""The clocks of the console: time of day, elapsed, remaining, pace, and the audience's countdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gaohang_viewer.presenting.show.events import Command

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from gaohang_viewer.presenting.console.style import ConsoleStyle

_CAPTION, _VALUE, _GAP, _APART, _HEIGHT = 14, 24, 8, 28, 44  # px
_CAPTION_SMALL, _VALUE_SMALL, _APART_SMALL = 12, 18, 16  # where there is little width
_DIMMED = 0.5  # opacity in every other second of a paused clock


class ClockTexts(NamedTuple):
    """The texts of the clocks. An empty text hides its clock."""

    now: str = ""
    spoken: str = ""
    left: str = ""
    pace_name: str = ""  # "behind", "ahead"
    pace: str = ""
    late: bool = False  # far behind the plan, or over time
    stopped: bool = False
    countdown: str = ""
    hurry: bool = False  # the audience's countdown is near its end


class Clock(QLabel):
    """A small caption and a large time on one line. `can` is the tool tip of a clock that can be clicked."""

    pressed = Signal()

    def __init__(self, style: ConsoleStyle, caption: str, can: str = "") -> None:
        super().__init__()
        self._style = style
        self._fonts = {
            False: (style.font(_CAPTION), style.font(_VALUE, bold=True)),
            True: (style.font(_CAPTION_SMALL), style.font(_VALUE_SMALL, bold=True)),
        }
        self._is_small = False
        self._caption = caption
        self._value = ""
        self._colour, self._opacity = "ink", 1.0
        self._can = can
        if can:
            self.setToolTip(can)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    @property
    def shown(self) -> tuple[str, str, str]:
        """The caption, the time, and the name of the time's colour."""
        return self._caption, self._value, self._colour

    def show_time(
        self, value: str, colour: str = "ink", caption: str | None = None, opacity: float = 1.0
    ) -> None:
        """Shows a time, if anything differs. `colour` is a colour of the theme; None keeps the caption."""
        new = (self._caption if caption is None else caption, value, colour, opacity)
        if new == (*self.shown, self._opacity):
            return
        width = self.wanted_width(small=self._is_small)
        self._caption, self._value, self._colour, self._opacity = new
        self.setAccessibleName(f"{new[0]} {value}".strip())
        self.setVisible(bool(value))
        if width != self.wanted_width(small=self._is_small):
            self.updateGeometry()
        self.update()

    def set_small(self, small: bool) -> None:
        """Switches to small or usual type."""
        if small != self._is_small:
            self._is_small = small
            self.updateGeometry()
            self.update()

    def wanted_width(self, *, small: bool) -> int:
        """The width in px; all digits count as zeros, so that nothing moves when they change."""
        same = "".join("0" if sign.isdecimal() else sign for sign in self._value)
        caption, value = (QFontMetrics(font) for font in self._fonts[small])
        lead = caption.horizontalAdvance(self._caption) + _GAP if self._caption else 0
        return lead + value.horizontalAdvance(same) + 1

    def sizeHint(self) -> QSize:
        return QSize(self.wanted_width(small=self._is_small), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._can and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            caption, value = self._fonts[self._is_small]
            metrics = QFontMetrics(value)
            base = (self.height() + metrics.capHeight()) / 2
            painter.setFont(caption)
            painter.setPen(self._style.colour("muted" if self._colour == "ink" else self._colour))
            painter.drawText(QPointF(0, base), self._caption)
            painter.setOpacity(self._opacity)
            painter.setFont(value)
            painter.setPen(self._style.colour(self._colour))
            lead = QFontMetrics(caption).horizontalAdvance(self._caption) + _GAP if self._caption else 0
            painter.drawText(QPointF(lead, base), self._value)


class Clocks(QWidget):
    """All clocks in a row; `command_requested` brings the command of a clicked clock."""

    command_requested = Signal(Command)

    def __init__(self, style: ConsoleStyle) -> None:
        super().__init__()
        pause = QCoreApplication.translate("presenting", "Pause or resume timer (T)")
        audience = QCoreApplication.translate("presenting", "Audience countdown (K)")
        self.now = Clock(style, QCoreApplication.translate("presenting", "now"))
        self.spoken = Clock(style, QCoreApplication.translate("presenting", "elapsed"), pause)
        self.left = Clock(style, QCoreApplication.translate("presenting", "left"))
        self.pace = Clock(style, "")
        self.countdown = Clock(style, QCoreApplication.translate("presenting", "countdown"), audience)
        self._all = (self.now, self.spoken, self.left, self.pace, self.countdown)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for clock in self._all:
            self._layout.addWidget(clock)
        self.spoken.pressed.connect(lambda: self.command_requested.emit(Command.TIMER))
        self.countdown.pressed.connect(lambda: self.command_requested.emit(Command.COUNTDOWN))
        self._pulse = False

    def fit(self, room: int) -> None:
        """Switches to small type if the clocks are wider than `room` px."""
        shown = [clock for clock in self._all if not clock.isHidden()]
        wanted = sum(clock.wanted_width(small=False) + _APART for clock in shown) - _APART
        spacing = _APART if wanted <= room else _APART_SMALL
        if spacing != self._layout.spacing():  # setting it always asks for a layout, which fits again
            self._layout.setSpacing(spacing)
        for clock in self._all:
            clock.set_small(wanted > room)

    def show_times(self, times: ClockTexts) -> None:
        """Shows these texts. A paused clock dims in every other second, so that no animation has to run."""
        self.now.show_time(times.now)
        if times.stopped:
            self._pulse = not self._pulse
            words = QCoreApplication.translate("presenting", "paused")
            self.spoken.show_time(times.spoken, "hit_now", words, _DIMMED if self._pulse else 1.0)
        else:
            self.spoken.show_time(times.spoken, caption=QCoreApplication.translate("presenting", "elapsed"))
        self.left.show_time(times.left, "hit_now" if times.left.startswith("−") else "ink")
        self.pace.show_time(times.pace, "hit_now" if times.late else "ink", times.pace_name)
        self.countdown.show_time(times.countdown, "hit_now" if times.hurry else "ink")

"""The clocks of the console: time of day, spoken, left, ahead or behind, and the audience's countdown."""

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
_CAPTION_SMALL, _VALUE_SMALL, _APART_SMALL = 12, 18, 16  # where there is little room
_DIMMED = 0.5  # every other second of a clock that stands


class Times(NamedTuple):
    """What the clocks say, all as told. An empty text has no clock."""

    now: str = ""
    spoken: str = ""
    left: str = ""
    pace_name: str = ""  # "behind", "ahead"
    pace: str = ""
    late: bool = False  # behind by more than is easily caught up with, or over time
    stopped: bool = False
    countdown: str = ""
    hurry: bool = False  # the audience's clock warns


class Clock(QLabel):
    """A small caption and a large time on one line. One that can be pressed says what that does."""

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
    def told(self) -> tuple[str, str, str]:
        """Caption, time, and the colour of the time."""
        return self._caption, self._value, self._colour

    def tell(self, value: str, colour: str = "ink", caption: str | None = None, opacity: float = 1.0) -> None:
        """Another time; nothing is done for the same once more."""
        told = (self._caption if caption is None else caption, value, colour, opacity)
        if told == (*self.told, self._opacity):
            return
        width = self.wanted_width(small=self._is_small)
        self._caption, self._value, self._colour, self._opacity = told
        self.setAccessibleName(f"{told[0]} {value}".strip())
        self.setVisible(bool(value))
        if width != self.wanted_width(small=self._is_small):
            self.updateGeometry()
        self.update()

    def set_small(self, small: bool) -> None:
        """In small type, or as large as usual."""
        if small != self._is_small:
            self._is_small = small
            self.updateGeometry()
            self.update()

    def wanted_width(self, *, small: bool) -> int:
        """px; digits count as zeros, so that nothing moves when they change."""
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
    """All clocks at once; `asked` passes on the command that a press stands for."""

    asked = Signal(Command)

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
        self.spoken.pressed.connect(lambda: self.asked.emit(Command.TIMER))
        self.countdown.pressed.connect(lambda: self.asked.emit(Command.COUNTDOWN))
        self._pulse = False

    def fit(self, room: int) -> None:
        """Makes do with so many px."""
        shown = [clock for clock in self._all if not clock.isHidden()]
        wanted = sum(clock.wanted_width(small=False) + _APART for clock in shown) - _APART
        self._layout.setSpacing(_APART if wanted <= room else _APART_SMALL)
        for clock in self._all:
            clock.set_small(wanted > room)

    def tell(self, times: Times) -> None:
        """The times of this moment, once a second or oftener. A clock that stands dims in turn with its
        seconds: no animation has to run for that."""
        self.now.tell(times.now)
        if times.stopped:
            self._pulse = not self._pulse
            words = QCoreApplication.translate("presenting", "paused")
            self.spoken.tell(times.spoken, "hit_now", words, _DIMMED if self._pulse else 1.0)
        else:
            self.spoken.tell(times.spoken, caption=QCoreApplication.translate("presenting", "elapsed"))
        self.left.tell(times.left, "hit_now" if times.left.startswith("−") else "ink")
        self.pace.tell(times.pace, "hit_now" if times.late else "ink", times.pace_name)
        self.countdown.tell(times.countdown, "hit_now" if times.hurry else "ink")

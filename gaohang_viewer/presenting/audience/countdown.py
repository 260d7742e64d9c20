"""The countdown that the audience may see: the remaining time, and how it is painted."""

from __future__ import annotations

from enum import Enum, auto
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from gaohang_viewer.presenting.audience.style import SlideStyle

WARNING_SECONDS = 60


class Urgency(Enum):
    """How close the end of the time is."""

    CALM = auto()
    LAST_MINUTE = auto()
    OVER = auto()


class Countdown(NamedTuple):
    """The remaining time in whole seconds; below 0 when the time is over."""

    seconds: int

    @property
    def urgency(self) -> Urgency:
        if self.seconds < 0:
            return Urgency.OVER
        return Urgency.LAST_MINUTE if self.seconds <= WARNING_SECONDS else Urgency.CALM

    @property
    def text(self) -> str:
        """The time as 04:59, with a minus once it is over."""
        minutes, rest = divmod(abs(self.seconds), 60)
        return f"{'−' if self.seconds < 0 else ''}{minutes:02d}:{rest:02d}"


def countdown(minutes: float, elapsed: float) -> Countdown:
    """What remains of `minutes` after `elapsed` seconds, rounded up so that 00:00 means over."""
    return Countdown(ceil(round(minutes * 60 - elapsed, 3)))


def paint_countdown(painter: QPainter, area: QRect, style: SlideStyle, left: Countdown) -> QRect:
    """Paints a pill in the upper right corner of `area`; returns the area to repaint every second."""
    font = style.font(28, strong=left.urgency is not Urgency.CALM)
    digits = "".join("0" if character.isdigit() else character for character in left.text)
    width = QFontMetrics(font).horizontalAdvance(digits) + style.px(56)  # the same width every second
    pill = QRectF(0, 0, width, style.px(56))
    pill.moveTopRight(QRectF(area).topRight())
    pill.translate(-style.px(40), style.px(40))
    over = left.urgency is Urgency.OVER
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(style.colour("accent" if over else "panel"))
    painter.setPen(
        QPen(style.colour("line" if left.urgency is Urgency.CALM else "accent"), max(1, style.px(1)))
    )
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setFont(font)
    colours = {Urgency.CALM: "text", Urgency.LAST_MINUTE: "accent", Urgency.OVER: "panel"}
    painter.setPen(style.colour(colours[left.urgency]))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, left.text)
    painter.restore()
    return pill.toAlignedRect().adjusted(-2, -2, 2, 2)

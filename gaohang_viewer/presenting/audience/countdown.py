"""The countdown that the audience sees, on request: what is left of the time, and how it is painted."""

from __future__ import annotations

from enum import Enum, auto
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from gaohang_viewer.presenting.audience.style import SlideStyle

WARNING_SECONDS = 60


class Urgency(Enum):
    """How near the end is."""

    CALM = auto()
    LAST_MINUTE = auto()
    OVER = auto()


class Countdown(NamedTuple):
    """What is left, in whole seconds; below 0 when the time is over."""

    seconds: int

    @property
    def urgency(self) -> Urgency:
        if self.seconds < 0:
            return Urgency.OVER
        return Urgency.LAST_MINUTE if self.seconds <= WARNING_SECONDS else Urgency.CALM

    @property
    def text(self) -> str:
        """Such as 04:59; with a minus once the time is over."""
        minutes, rest = divmod(abs(self.seconds), 60)
        return f"{'−' if self.seconds < 0 else ''}{minutes:02d}:{rest:02d}"


def countdown(minutes: float, elapsed: float) -> Countdown:
    """What is left of `minutes` after so many seconds; it shows 00:00 when the last of them is over."""
    return Countdown(ceil(round(minutes * 60 - elapsed, 3)))


def paint_countdown(painter: QPainter, area: QRect, style: SlideStyle, left: Countdown) -> QRect:
    """A pill in the upper right corner; gives the area that it takes, to be painted again next second."""
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

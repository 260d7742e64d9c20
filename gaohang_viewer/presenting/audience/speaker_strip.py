"""A strip of clocks and the next headline below the slide, for speakers without a console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt

from gaohang_viewer.presenting.show.plan import Lag, lag
from gaohang_viewer.report.speaking_time import clock

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from gaohang_viewer.presenting.audience.style import SlideStyle
    from gaohang_viewer.presenting.timekeeping import Timekeeping

HEIGHT = 48  # px on a screen of 1080 lines


def paint_strip(
    painter: QPainter, area: QRect, style: SlideStyle, time: Timekeeping, next_title: str
) -> None:
    """Paints the strip in small muted type, because the audience sees it too."""
    painter.fillRect(area, style.colour("panel"))
    painter.setFont(style.font(22))
    line = area.adjusted(style.px(32), 0, -style.px(32), 0)
    kind, distance = lag(time.pace)
    left = clock(abs(time.remaining))
    words = [clock(time.elapsed), f"−{left}" if time.remaining < 0 else left]
    if kind is not Lag.ON_TIME:
        words.append(pace_in_words(kind, distance))
    if time.talk.is_paused:
        words.append(QCoreApplication.translate("presenting", "paused"))
    painter.setPen(style.colour("accent" if kind is Lag.BEHIND or time.talk.is_paused else "quiet"))
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, "   ".join(words))
    painter.setPen(style.colour("quiet"))
    half = line.adjusted(line.width() // 2, 0, 0, 0)
    text = painter.fontMetrics().elidedText(next_title, Qt.TextElideMode.ElideRight, half.width())
    painter.drawText(half, middle | Qt.AlignmentFlag.AlignRight, text)


def pace_in_words(kind: Lag, distance: str) -> str:
    """A pace in words, such as: 1′20″ behind."""
    text = {
        Lag.BEHIND: QCoreApplication.translate("presenting", "{time} behind"),
        Lag.AHEAD: QCoreApplication.translate("presenting", "{time} ahead"),
        Lag.ON_TIME: QCoreApplication.translate("presenting", "on time"),
    }[kind]
    return text.replace("{time}", distance)

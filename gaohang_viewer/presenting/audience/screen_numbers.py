"""Shows a large number on each screen, so that speakers see which one is which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from gaohang_viewer.presenting.audience.style import ShowColours, SlideStyle
from gaohang_viewer.presenting.screens import screen_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QScreen

_SECONDS = 3
_WIDE, _HIGH = 520, 360  # px on a screen of 1080 lines


class ScreenNumber(QWidget):
    """A card in the middle of a screen that closes itself after a few seconds."""

    def __init__(self, screen: QScreen, number: int, colours: ShowColours, parent: QWidget) -> None:
        kind = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(parent, kind)
        self._number = str(number)
        self._name = screen_name(screen, number).partition(" · ")[2]
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place = screen.geometry()
        self._style = SlideStyle.for_size(colours, self.font(), place.width(), place.height())
        card = QRect(0, 0, self._style.px(_WIDE), self._style.px(_HIGH))
        card.moveCenter(place.center())
        self.setScreen(screen)
        self.setGeometry(card)
        QTimer.singleShot(_SECONDS * 1000, self, self.close)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, middle = self._style, Qt.AlignmentFlag.AlignCenter
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(style.colours.panel))
            painter.setPen(style.colour("accent"))
            painter.setFont(style.font(220, strong=True))
            painter.drawText(self.rect().adjusted(0, 0, 0, -style.px(72)), middle, self._number)
            painter.setPen(style.colour("text"))
            painter.setFont(style.font(24))
            painter.drawText(self.rect().adjusted(0, style.px(260), 0, 0), middle, self._name)


def show_screen_numbers(
    screens: Sequence[QScreen], colours: ShowColours, parent: QWidget
) -> list[ScreenNumber]:
    """Shows its number on each screen, and returns the cards."""
    cards = [ScreenNumber(screen, number, colours, parent) for number, screen in enumerate(screens, 1)]
    for card in cards:
        card.show()
    return cards

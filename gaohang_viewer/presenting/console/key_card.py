"""The key card over the whole console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gaohang_viewer.presenting.audience.overlays import paint_keycard
from gaohang_viewer.presenting.audience.style import ShowColours, SlideStyle
from gaohang_viewer.presenting.show.events import Event

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from gaohang_viewer.presenting.running_show import RunningShow


class KeyCard(QWidget):
    """Covers the console while the state of the show asks for the card; a click closes it."""

    def __init__(self, running: RunningShow, colours: ShowColours, over: QWidget) -> None:
        super().__init__(over)
        self._running = running
        self._colours = colours
        self._covered = over
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(QCoreApplication.translate("presenting", "Keyboard shortcuts"))
        self.hide()

    def refresh(self) -> None:
        """Shows or hides itself according to the state of the show."""
        if not self._running.state.keycard:
            self.hide()
            return
        self.resize(self._covered.size())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = SlideStyle.for_size(self._colours, self._covered.font(), self.width(), self.height())
        with QPainter(self) as painter:
            paint_keycard(painter, self.rect(), style, console=True)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self._running.handle_event(Event.KEYCARD)

"""The scroll bar of the whole report, of which only a stretch is laid out; it counts characters."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QScrollBar, QWidget

_FINE = 16  # steps of the bar to a character


class PlaceBar(QScrollBar):
    """Shows which part of the report is in view; `wanted` tells where the reader has moved it, in characters.

    Pages and lines are the text's own: it knows how high they are.
    """

    wanted = Signal(float)
    stepped = Signal(int)  # QAbstractSlider.SliderAction, of a page or a line

    def __init__(self, parent: QWidget) -> None:
        super().__init__()  # upright; with a parent PySide would look whether it is an orientation
        self.setParent(parent)
        self.setAccessibleName(QCoreApplication.translate("reading", "Position in the report"))
        self.actionTriggered.connect(self._act)

    def show_place(self, offset: float, visible: float, length: float) -> None:
        """The view begins `offset` characters from the beginning and holds `visible` of all `length`."""
        self.setVisible(visible < length)
        if self.isSliderDown():
            return  # the reader's hand is on it
        self.blockSignals(True)
        self.setRange(0, max(round((length - visible) * _FINE), 0))
        self.setPageStep(max(round(visible * _FINE), 1))
        self.setValue(round(offset * _FINE))
        self.blockSignals(False)

    def _act(self, action: int) -> None:
        actions = QScrollBar.SliderAction
        if action == actions.SliderMove.value:
            at_end = self.sliderPosition() >= self.maximum()
            self.wanted.emit(float("inf") if at_end else self.sliderPosition() / _FINE)
        else:
            self.setSliderPosition(self.value())
            self.stepped.emit(action)

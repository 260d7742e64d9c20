"""The scroll bar of the whole report, of which only a part is laid out; it counts characters."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QScrollBar, QWidget

_FINE = 16  # steps of the bar for a character


class ReportScrollBar(QScrollBar):
    """Shows which part of the report is in view; `scroll_requested` brings the offset that the user moved it
    to, in characters (inf: the end).

    Steps by page and line are passed on, because only the text knows their height.
    """

    scroll_requested = Signal(float)
    step_requested = Signal(int)  # QAbstractSlider.SliderAction, of a page or a line

    def __init__(self, parent: QWidget) -> None:
        super().__init__()  # upright; with a parent PySide would style whether it is an orientation
        self.setParent(parent)
        self.setAccessibleName(QCoreApplication.translate("reading", "Position in the report"))
        self.actionTriggered.connect(self._on_action)

    def show_position(self, offset: float, visible: float, length: float) -> None:
        """The view begins `offset` characters from the start and shows `visible` of `length` characters."""
        self.setVisible(visible < length)
        if self.isSliderDown():
            return  # the user is dragging it
        self.blockSignals(True)
        self.setRange(0, max(round((length - visible) * _FINE), 0))
        self.setPageStep(max(round(visible * _FINE), 1))
        self.setValue(round(offset * _FINE))
        self.blockSignals(False)

    def _on_action(self, action: int) -> None:
        actions = QScrollBar.SliderAction
        if action == actions.SliderMove.value:
            at_end = self.sliderPosition() >= self.maximum()
            self.scroll_requested.emit(float("inf") if at_end else self.sliderPosition() / _FINE)
        else:
            self.setSliderPosition(self.value())
            self.step_requested.emit(action)

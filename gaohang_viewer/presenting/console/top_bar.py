"""The bar above the console: clocks, the audience's screen, and the end of the show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from gaohang_viewer.presenting.console.audience_status import AudienceStatus
    from gaohang_viewer.presenting.console.clocks import Clocks

_HEIGHT, _LEFT, _RIGHT, _GAP = 56, 24, 16, 8  # px


class TopBar(QWidget):
    """The clocks have priority: the screen's name is elided, and then their type shrinks."""

    def __init__(self, clocks: Clocks, audience: AudienceStatus, end: QToolButton) -> None:
        super().__init__()
        self._clocks, self._audience, self._end = clocks, audience, end
        self.setObjectName("top-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, 0, _RIGHT, 0)
        row.setSpacing(_GAP)
        row.addWidget(clocks)
        row.addStretch(1)
        row.addWidget(audience)
        row.addWidget(end)

    def _fit(self) -> None:
        others = self._audience.minimumSizeHint().width() + self._end.sizeHint().width()
        self._clocks.fit(self.width() - _LEFT - _RIGHT - others - 4 * _GAP)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._fit()

"""The soft change from one page to the next: the previous page's picture fades out over the new one."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtWidgets import QWidget

_SECONDS = 0.16
_FRAME_MS = 16
_NEW_PAGE_AT_FIRST = 0.35  # opacity of the new page in the first frame, so that a step is seen at once


class PageFade:
    """The fade of one canvas, which is repainted for every frame."""

    def __init__(self, canvas: QWidget) -> None:
        self._picture: QImage | None = None  # of the previous page, while it fades out
        self._started_at = 0.0  # s of the monotonic clock
        self._timer = QTimer(canvas, interval=_FRAME_MS)
        self._timer.timeout.connect(canvas.update)

    def start(self, picture: QImage) -> None:
        """Starts to fade out the picture of the previous page."""
        self._picture, self._started_at = picture, time.monotonic()
        self._timer.start()

    def stop(self) -> None:
        """Stops repainting, as while the canvas is hidden."""
        self._timer.stop()

    def paint(self, painter: QPainter, corner: QPoint) -> None:
        """Paints the previous page over the new one; `corner` is the page's upper left, in screen pixels."""
        if self._picture is None:
            return
        progress = (time.monotonic() - self._started_at) / _SECONDS
        if progress >= 1:
            self._picture = None
            self._timer.stop()
            return
        painter.setOpacity((1 - progress) * (1 - _NEW_PAGE_AT_FIRST))
        painter.drawImage(corner, self._picture)

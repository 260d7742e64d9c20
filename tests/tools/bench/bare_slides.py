"""The least that a show can be: the pictures named, ready in memory, one at a time in full screen."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Slides(QWidget):
    """Shows a picture; the right arrow goes to the next."""

    def __init__(self, pictures: list[QImage]) -> None:
        super().__init__()
        self._pictures = pictures
        self._current = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Right:
            self._current = min(self._current + 1, len(self._pictures) - 1)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(0, 0, self._pictures[self._current])
        painter.end()


app = QApplication(sys.argv[:1])
slides = Slides([QImage(path).convertToFormat(QImage.Format.Format_RGB32) for path in sys.argv[1:]])
slides.showFullScreen()
sys.exit(app.exec())

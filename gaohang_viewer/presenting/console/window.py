"""The presenter console's window: page, script, next page, sections, clocks and buttons in their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gaohang_viewer.presenting.canvas import ShowCanvas
from gaohang_viewer.presenting.controls import Controls
from gaohang_viewer.presenting.look import ShowColours

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen

    from gaohang_viewer.presenting.stage import Stage


class ConsoleWindow(QWidget):
    """Made once per report, when a show first has a console. Closing it ends the show."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._running = stage.running
        self._controls = Controls(stage.running)
        self.page = ShowCanvas(stage.marking, stage.report.title, ShowColours(), "console", speaker=True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.page)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def place(self, screen: QScreen, *, full: bool) -> None:
        """Goes to a screen: all of it, or a plain window on it."""
        self.setWindowState(Qt.WindowState.WindowNoState)  # a full-screen window does not change screens
        self.setScreen(screen)
        self.setGeometry(screen.geometry() if full else screen.availableGeometry())
        if full:
            self.showFullScreen()
        else:
            self.showNormal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of another window takes a key of the show
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._controls.press(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._running.end()
        event.accept()

"""Shows the notes on the open file: how many there are, and the panel when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QObject

if TYPE_CHECKING:
    from gaohang_viewer.mending import Mending
    from gaohang_viewer.reading.notes_panel import NotesPanel
    from gaohang_viewer.reading.reader import Reader
    from gaohang_viewer.window import MainWindow


class Noting(QObject):
    """The button in the status bar, and the panel, which is built when it is first opened."""

    def __init__(self, window: MainWindow, reader: Reader, mending: Mending) -> None:
        super().__init__(window)
        self._window = window
        self._reader = reader
        self._mending = mending
        self.panel: NotesPanel | None = None
        reader.opened.connect(self._count)

    def show(self, on: bool) -> None:
        """Opens or closes the panel."""
        if self.panel is None:
            from gaohang_viewer.reading.notes_panel import NotesPanel

            self.panel = NotesPanel(self._reader, self._window)
            self._window.addDockWidget(QtCore.Qt.DockWidgetArea.BottomDockWidgetArea, self.panel)
            self.panel.wanted.connect(self._go)
            self.panel.put_back.connect(self._mending.put_back)
            self.panel.visibilityChanged.connect(self._window.actions_by_id["notes"].setChecked)
        self.panel.setVisible(on)
        if on:
            self.panel.view.setFocus()

    def _go(self, line_no: int) -> None:
        from gaohang_viewer.report.mends import section_of_line

        self._reader.go(section_of_line(self._mending.draft, line_no))

    def _count(self) -> None:
        count = len(self._reader.report.problems)
        text = QCoreApplication.translate("notes", "{count} notes").replace("{count}", str(count))
        self._window.show_notes(text if count else "")

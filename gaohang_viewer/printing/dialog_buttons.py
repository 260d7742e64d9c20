"""The buttons at the foot of the paper dialog: presets, close, more kinds of export, print and export."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from gaohang_viewer.printing.preset_menu import PresetMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from gaohang_viewer.printing.presets import PaperPreferences


class DialogButtons(QWidget):
    """One row of buttons; `presets` is the menu of the first one, filled from `preferences` when it opens."""

    export_requested = Signal(str)  # "pdf", "docx", "pptx", "chapters", "forms"
    print_requested = Signal()
    close_requested = Signal()

    def __init__(self, preferences: Callable[[], PaperPreferences], parent: QWidget) -> None:
        super().__init__(parent)
        presets = self._button(QCoreApplication.translate("printing", "Presets"))
        self.presets = PresetMenu(preferences, presets)
        presets.setMenu(self.presets)
        close = self._button(QCoreApplication.translate("printing", "Close"))
        close.clicked.connect(self.close_requested)
        more = self._button(QCoreApplication.translate("printing", "More"))
        more.setMenu(self._more_menu(more))
        self.print = QPushButton(QCoreApplication.translate("printing", "Print…"), self)
        self.print.clicked.connect(self.print_requested.emit)
        self.export = QPushButton(QCoreApplication.translate("printing", "Export as PDF…"), self)
        self.export.setObjectName("primary")
        self.export.setDefault(True)
        self.export.clicked.connect(partial(self._request_export, "pdf"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(presets)
        layout.addStretch(1)
        for button in (close, more, self.print, self.export):
            layout.addWidget(button)

    def set_deliverable(self, deliverable: bool) -> None:
        """Enables or disables printing and exporting."""
        for button in (self.export, self.print):
            button.setEnabled(deliverable)

    def _more_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for what, text in (
            ("docx", QCoreApplication.translate("printing", "Word document (.docx)…")),
            ("pptx", QCoreApplication.translate("printing", "PowerPoint presentation (.pptx)…")),
            ("chapters", QCoreApplication.translate("printing", "One PDF per chapter…")),
            ("forms", QCoreApplication.translate("printing", "Several layouts at once…")),
        ):
            menu.addAction(text).triggered.connect(partial(self._request_export, what))
        return menu

    def _request_export(self, what: str) -> None:
        self.export_requested.emit(what)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        return button

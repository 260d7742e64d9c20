"""The theme and the fonts of the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gaohang_viewer.storage.settings import Settings
from gaohang_viewer.ui.theme import load_fonts, load_theme, system_is_dark

if TYPE_CHECKING:
    from gaohang_viewer.ui.theme import Theme


class Appearance(QObject):
    """Follows the setting and the system; `changed` is emitted after the application has another theme.

    Made before any widget, so that each is polished once.
    """

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._dark = system_is_dark()
        self.fonts = load_fonts()
        self.theme = self._apply_theme()
        QApplication.setFont(self.fonts.interface_font(14))
        settings.changed.connect(self._on_setting)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system)

    def close(self) -> None:
        """Stops following the system."""
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._on_system)

    def _on_setting(self, key: str) -> None:
        if key == Settings.theme.key:
            self._update()

    def _on_system(self, scheme: Qt.ColorScheme) -> None:
        self._dark = scheme is Qt.ColorScheme.Dark
        self._update()

    def _update(self) -> None:
        self.theme = self._apply_theme()
        self.changed.emit()

    def _apply_theme(self) -> Theme:
        """Gives the application the palette and the style sheet of the chosen theme."""
        theme = load_theme(self._settings.theme, dark=self._dark)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(theme.palette())
            app.setStyleSheet(theme.style_sheet())
        return theme

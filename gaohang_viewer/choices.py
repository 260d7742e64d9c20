"""The submenus whose entries are only known when they are opened: recent files, appearance, language."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QAction

from gaohang_viewer.translation import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from gaohang_viewer.settings import Memory, Settings
    from gaohang_viewer.window import MainWindow


class Choices(QObject):
    """Fills the submenus of a window; `open` names a recent file that was chosen, `encoding` an encoding."""

    open = Signal(str)
    encoding = Signal(str)

    def __init__(
        self, window: MainWindow, settings: Settings, memory: Memory, now: Callable[[], tuple[str, str]]
    ) -> None:
        """`now` tells which encoding was chosen for the open file, and in which it was read."""
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._memory = memory
        self._now = now
        window.submenus["theme"].aboutToShow.connect(self._fill_theme)
        window.menus_made.connect(self._connect_menus)

    def _connect_menus(self) -> None:
        self._window.submenus["recent"].aboutToShow.connect(self._fill_recent)
        self._window.submenus["language"].aboutToShow.connect(self._fill_language)
        self._window.submenus["encoding"].aboutToShow.connect(self._fill_encoding)

    def _fill_recent(self) -> None:
        menu = self._window.submenus["recent"]
        menu.clear()
        for path in self._memory.recent_files:
            menu.addAction(Path(path).name).triggered.connect(partial(self.open.emit, path))
        if menu.isEmpty():
            menu.addAction(QCoreApplication.translate("app", "None yet")).setEnabled(False)

    def _fill_theme(self) -> None:
        names = {
            "light": QCoreApplication.translate("app", "Light"),
            "dark": QCoreApplication.translate("app", "Dark"),
            "green": QCoreApplication.translate("app", "Easy on the eyes"),
            "contrast": QCoreApplication.translate("app", "High contrast"),
        }
        self._fill("theme", names, self._settings.theme)

    def _fill_language(self) -> None:
        self._fill("language", LANGUAGES, self._settings.language)

    def _fill_encoding(self) -> None:
        from gaohang_viewer.loading.encodings import ENCODINGS

        chosen, found = self._now()
        menu = self._window.submenus["encoding"]
        menu.clear()
        automatic = QCoreApplication.translate("app", "Found by itself")
        if not chosen and found:
            automatic += f" ({found.upper()})"
        for value, name in {"": automatic, **{name: name.upper() for name in ENCODINGS}}.items():
            action = QAction(name, menu, checkable=True, checked=value == chosen)
            action.triggered.connect(partial(self.encoding.emit, value))
            menu.addAction(action)

    def _fill(self, key: str, names: dict[str, str], chosen: str) -> None:
        menu = self._window.submenus[key]
        menu.clear()
        for value, name in {"": QCoreApplication.translate("app", "Like the system"), **names}.items():
            action = QAction(name, menu, checkable=True, checked=value == chosen)
            # Once the menu is closed: another language makes a new window, and this menu goes with the old.
            set_later = partial(QTimer.singleShot, 0, partial(self._settings.set, key, value))
            action.triggered.connect(set_later)
            menu.addAction(action)

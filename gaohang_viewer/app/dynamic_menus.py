"""The submenus whose entries are known only when they are opened: recent files, bookmarks, settings."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gaohang_viewer.app.actions import SPECS, text_of
from gaohang_viewer.storage.settings import INTERFACES, Settings
from gaohang_viewer.ui.translation import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from gaohang_viewer.app.actions import ActionId
    from gaohang_viewer.app.main_window import MainWindow
    from gaohang_viewer.storage.memory import Memory
    from gaohang_viewer.storage.settings import Setting

_Value = TypeVar("_Value", int, str)

_SPACINGS = (150, 175, 200, 225)  # per cent
_RATES = (160, 180, 200, 220, 240, 260, 280, 300)  # characters per minute


class DynamicMenus(QObject):
    """Fills the submenus of a window when they are opened."""

    file_requested = Signal(str)  # path of a recent file
    encoding_requested = Signal(str)  # empty: to be detected
    section_requested = Signal(int)  # of a bookmark

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        memory: Memory,
        *,
        encodings: Callable[[], tuple[str, str]],
        bookmarks: Callable[[], list[tuple[int, str]]],
    ) -> None:
        """`encodings` returns the encoding chosen for the open file and the one that it was read in,
        `bookmarks` the sections with one and their headlines."""
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._memory = memory
        self._encodings = encodings
        self._bookmarks = bookmarks
        self._made = False
        for opener in ("theme", "menu"):  # the two buttons' menus, which hold all others
            window.submenus[opener].aboutToShow.connect(self.make)

    def make(self) -> None:
        """Makes the submenus, once, before the first one is opened: the start does not wait for them."""
        if self._made:
            return
        self._made = True
        fillers: dict[ActionId, Callable[[], None]] = {
            "recent": self.fill_recent,
            "language": self._fill_language,
            "encoding": self._fill_encoding,
            "face": self._fill_face,
            "spacing": self._fill_spacing,
            "rate": self._fill_rate,
            "interface": self._fill_interface,
            "bookmarks": self._fill_bookmarks,
            "slides-look": self.fill_slide_themes,
            "slides-detail": self._fill_detail,
        }
        for name, fill in fillers.items():
            self._window.submenus.setdefault(name, QMenu(self._window)).aboutToShow.connect(fill)
        self._window.submenus["theme"].aboutToShow.connect(self._fill_theme)
        self._fill_theme()

    def fill_recent(self) -> None:
        menu = self._window.submenus["recent"]
        menu.clear()
        for path in self._memory.recent_files:
            menu.addAction(Path(path).name.replace("&", "&&")).triggered.connect(
                partial(self.file_requested.emit, path)
            )
        if menu.isEmpty():
            menu.addAction(QCoreApplication.translate("app", "None")).setEnabled(False)

    def _fill_theme(self) -> None:
        names = {
            "light": QCoreApplication.translate("app", "Light"),
            "dark": QCoreApplication.translate("app", "Dark"),
            "green": QCoreApplication.translate("app", "Eye comfort"),
            "contrast": QCoreApplication.translate("app", "High contrast"),
        }
        self._fill_choices("theme", Settings.theme, {"": _system_default(), **names})
        menu, window = self._window.submenus["theme"], self._window
        menu.addSeparator()
        below: tuple[ActionId, ...] = ("face", "spacing")
        for name in below:
            window.submenus[name].setTitle(text_of(SPECS[name]))
            menu.addMenu(window.submenus[name])
        actions: tuple[ActionId, ...] = ("zoom-in", "zoom-out", "read")
        for name in actions:
            menu.addAction(window.actions_by_id[name])

    def _fill_language(self) -> None:
        self._fill_choices("language", Settings.language, {"": _system_default(), **LANGUAGES})

    def _fill_face(self) -> None:
        names = {
            "": QCoreApplication.translate("app", "Song (serif)"),
            "sans": QCoreApplication.translate("app", "Hei (sans-serif)"),
            "kai": QCoreApplication.translate("app", "Kai (script)"),
        }
        self._fill_choices("face", Settings.face, names)

    def _fill_spacing(self) -> None:
        self._fill_choices("spacing", Settings.spacing, {each: f"{each} %" for each in _SPACINGS})

    def _fill_interface(self) -> None:
        self._fill_choices("interface", Settings.interface, {each: f"{each} %" for each in INTERFACES})

    def _fill_rate(self) -> None:
        self._fill_choices("rate", Settings.rate, {each: str(each) for each in _RATES})

    def fill_slide_themes(self) -> None:
        from gaohang_viewer.presenting.light_table.looks import slide_looks

        looks, _ = slide_looks(self._memory.themes)
        names = {look.name: look.title for look in looks}
        self._fill_choices("slides-look", Settings.slides_theme, names)

    def _fill_detail(self) -> None:
        from gaohang_viewer.presenting.light_table.looks import detail_names

        self._fill_choices("slides-detail", Settings.slides_detail, detail_names())

    def _fill_bookmarks(self) -> None:
        menu = self._window.submenus["bookmarks"]
        menu.clear()
        for section, name in self._bookmarks():
            menu.addAction(name.replace("&", "&&")).triggered.connect(
                partial(self.section_requested.emit, section)
            )
        if menu.isEmpty():
            menu.addAction(QCoreApplication.translate("app", "None")).setEnabled(False)

    def _fill_encoding(self) -> None:
        from gaohang_viewer.loading.encodings import ENCODINGS

        chosen, found = self._encodings()
        menu = self._window.submenus["encoding"]
        menu.clear()
        automatic = QCoreApplication.translate("app", "Detect automatically")
        if not chosen and found:
            automatic += f" ({found.upper()})"
        for value, name in {"": automatic, **{name: name.upper() for name in ENCODINGS}}.items():
            action = QAction(name, menu, checkable=True, checked=value == chosen)
            action.triggered.connect(partial(self.encoding_requested.emit, value))
            menu.addAction(action)

    def _fill_choices(self, name: ActionId, setting: Setting[_Value], texts: Mapping[_Value, str]) -> None:
        """Fills a submenu with the values of a setting and their texts."""
        menu = self._window.submenus[name]
        menu.clear()
        chosen = self._settings.get(setting.key)
        for value, text in texts.items():
            action = QAction(text.replace("&", "&&"), menu, checkable=True, checked=value == chosen)
            # After the menu is closed: another language makes a new window, and deletes this menu.
            set_later = partial(QTimer.singleShot, 0, partial(self._settings.set, setting.key, value))
            action.triggered.connect(set_later)
            menu.addAction(action)


def _system_default() -> str:
    return QCoreApplication.translate("app", "System default")

"""The submenus whose entries are only known when they are opened: recent files, appearance, language."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gaohang_viewer.app.actions import ACTIONS, text_of
from gaohang_viewer.storage.settings import INTERFACES
from gaohang_viewer.ui.translation import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from gaohang_viewer.app.main_window import MainWindow
    from gaohang_viewer.storage.memory import Memory
    from gaohang_viewer.storage.settings import Settings


_SPACINGS = (150, 175, 200, 225)  # per cent
_RATES = (160, 180, 200, 220, 240, 260, 280, 300)  # characters a minute


class Choices(QObject):
    """Fills the submenus of a window; `open` names a recent file that was chosen, `encoding` an encoding."""

    open = Signal(str)
    encoding = Signal(str)
    go = Signal(int)  # to a section with a bookmark

    def __init__(
        self, window: MainWindow, settings: Settings, memory: Memory, now: Callable[[], tuple[str, str]]
    ) -> None:
        """`now` tells which encoding was chosen for the open file, and in which it was read."""
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._memory = memory
        self._now = now
        self.bookmarks: Callable[[], list[tuple[int, str]]] = list  # sections and their headlines
        self._made = False
        for name in ("theme", "menu"):  # the two that open the others
            window.submenus[name].aboutToShow.connect(self._make)

    def _make(self) -> None:
        """Makes the submenus when the first one is about to be opened: start-up does not pay for them."""
        if self._made:
            return
        self._made = True
        for name, fill in (
            ("recent", self._fill_recent),
            ("language", self._fill_language),
            ("encoding", self._fill_encoding),
            ("face", self._fill_face),
            ("spacing", self._fill_spacing),
            ("rate", self._fill_rate),
            ("interface", self._fill_interface),
            ("bookmarks", self._fill_bookmarks),
            ("slides-look", self._fill_looks),
            ("slides-detail", self._fill_detail),
        ):
            self._window.submenus.setdefault(name, QMenu(self._window)).aboutToShow.connect(fill)
        self._window.submenus["theme"].aboutToShow.connect(self._fill_theme)
        self._fill_theme()

    def _fill_recent(self) -> None:
        menu = self._window.submenus["recent"]
        menu.clear()
        for path in self._memory.recent_files:
            menu.addAction(Path(path).name.replace("&", "&&")).triggered.connect(
                partial(self.open.emit, path)
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
        self._fill("theme", names, self._settings.theme)
        menu, window = self._window.submenus["theme"], self._window
        menu.addSeparator()
        for name in ("face", "spacing"):
            below = window.submenus[name]
            below.setTitle(next(text_of(spec) for spec in ACTIONS if spec.id == name))
            menu.addMenu(below)
        for name in ("zoom-in", "zoom-out", "read"):
            menu.addAction(window.actions_by_id[name])

    def _fill_language(self) -> None:
        self._fill("language", LANGUAGES, self._settings.language)

    def _fill_face(self) -> None:
        names = {
            "": QCoreApplication.translate("app", "Song (serif)"),
            "sans": QCoreApplication.translate("app", "Hei (sans-serif)"),
            "kai": QCoreApplication.translate("app", "Kai (script)"),
        }
        self._choose("face", names, self._settings.face)

    def _fill_spacing(self) -> None:
        self._choose("spacing", {each: f"{each} %" for each in _SPACINGS}, self._settings.spacing)

    def _fill_interface(self) -> None:
        self._choose("interface", {each: f"{each} %" for each in INTERFACES}, self._settings.interface)

    def _fill_rate(self) -> None:
        self._choose("rate", {each: str(each) for each in _RATES}, self._settings.rate)

    def _fill_looks(self) -> None:
        from gaohang_viewer.presenting.light_table.looks import slide_looks

        looks, _ = slide_looks(self._memory.themes)
        names = {look.name: look.title for look in looks}
        self._choose("slides_theme", names, self._settings.slides_theme, "slides-look")

    def _fill_detail(self) -> None:
        from gaohang_viewer.presenting.light_table.looks import detail_names

        self._choose("slides_detail", detail_names(), self._settings.slides_detail, "slides-detail")

    def _fill_bookmarks(self) -> None:
        menu = self._window.submenus["bookmarks"]
        menu.clear()
        for section, name in self.bookmarks():
            menu.addAction(name.replace("&", "&&")).triggered.connect(partial(self.go.emit, section))
        if menu.isEmpty():
            menu.addAction(QCoreApplication.translate("app", "None")).setEnabled(False)

    def _fill_encoding(self) -> None:
        from gaohang_viewer.loading.encodings import ENCODINGS

        chosen, found = self._now()
        menu = self._window.submenus["encoding"]
        menu.clear()
        automatic = QCoreApplication.translate("app", "Detect automatically")
        if not chosen and found:
            automatic += f" ({found.upper()})"
        for value, name in {"": automatic, **{name: name.upper() for name in ENCODINGS}}.items():
            action = QAction(name, menu, checkable=True, checked=value == chosen)
            action.triggered.connect(partial(self.encoding.emit, value))
            menu.addAction(action)

    def _fill(self, key: str, names: dict[str, str], chosen: str) -> None:
        self._choose(key, {"": QCoreApplication.translate("app", "System default"), **names}, chosen)

    def _choose(self, key: str, names: Mapping[Any, str], chosen: Any, menu_id: str = "") -> None:
        """One of several values of a setting."""
        menu = self._window.submenus[menu_id or key]
        menu.clear()
        for value, name in names.items():
            action = QAction(name.replace("&", "&&"), menu, checkable=True, checked=value == chosen)
            # Once the menu is closed: another language makes a new window, and this menu goes with the old.
            set_later = partial(QTimer.singleShot, 0, partial(self._settings.set, key, value))
            action.triggered.connect(set_later)
            menu.addAction(action)

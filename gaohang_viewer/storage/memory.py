"""What the program remembers between runs: window states, recent files, and the position in each."""

from __future__ import annotations

import json
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QSettings

from gaohang_viewer.storage.state_files import keep, keep_aside, read_kept

if TYPE_CHECKING:
    from collections.abc import Callable

RECENT_FILES = 10
_KEPT_FILES = 500


class Memory:
    """What the program remembered: windows, recent files, and the place in each."""

    def __init__(self, store: QSettings) -> None:
        self._store = store
        self.put_aside: Callable[[Path], object] = lambda _: None  # is told where something damaged is kept

    @property
    def can_keep(self) -> bool:
        """Whether what is to be remembered comes to the disk."""
        return self._store.status() is not QSettings.Status.AccessError and self._store.isWritable()

    def bytes(self, key: str) -> QByteArray | None:
        """The saved state of a window or splitter."""
        value = self._store.value(f"state/{key}")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def set_bytes(self, key: str, value: QByteArray) -> None:
        self._store.setValue(f"state/{key}", value)

    @property
    def recent_files(self) -> list[str]:
        """Paths of reports opened before, the newest first."""
        return [str(path) for path in self._list("state/recent")]

    def remember_file(self, path: Path) -> None:
        self._store.sync()
        others = [known for known in self.recent_files if known != str(path)]
        self._store.setValue("state/recent", json.dumps([str(path), *others][:RECENT_FILES]))

    def forget_file(self, path: str) -> None:
        self._store.sync()
        self._store.setValue("state/recent", json.dumps([k for k in self.recent_files if k != path]))

    @property
    def folder(self) -> str:
        """Where the last file was saved."""
        return self._text("folder")

    @folder.setter
    def folder(self, folder: str) -> None:
        self._store.setValue("state/folder", folder)

    @property
    def library(self) -> str:
        """The folder of the library; empty where none was named."""
        return self._text("library")

    @library.setter
    def library(self, folder: str) -> None:
        self._store.setValue("state/library", folder)

    @property
    def paper(self) -> str:
        """What was wanted on paper, as printing writes it."""
        return self._text("paper")

    @paper.setter
    def paper(self, text: str) -> None:
        self._store.setValue("state/paper", text)

    @property
    def data_folder(self) -> Path:
        """Where the program keeps files of its own."""
        return Path(self._store.fileName()).parent

    @property
    def themes(self) -> Path:
        """The folder of the user's own looks of slides."""
        return self.data_folder / "themes"

    def place(self, path: Path) -> tuple[int, float | None, int] | None:
        """Section, px at 100 % below its top (None: at its headline), and its part, where it was left."""
        for entry in self._list("state/places"):
            match entry:
                case [known, int(section), scroll, int(part)] if known == str(path):
                    return section, scroll if isinstance(scroll, float) and isfinite(scroll) else None, part
                case [known, int(section), _] if known == str(path):  # of an earlier version
                    return section, None, 0
        return None

    def remember_place(self, path: Path, section: int, scroll: float | None, part: int = 0) -> None:
        shown = scroll if scroll is None else round(scroll, 1)
        places = [[str(path), section, shown, part], *self._others("state/places", path)]
        self._store.setValue("state/places", json.dumps(places[: RECENT_FILES * 10]))

    def options(self, path: Path) -> tuple[str, bool, bool]:
        """How the user wants a file read: its encoding (empty: as found), whether all of a web page, and
        whether with pictures from other folders."""
        for entry in self._list("state/options"):
            if isinstance(entry, list) and len(entry) in (3, 4) and entry[0] == str(path):
                return str(entry[1]), bool(entry[2]), entry[3:] == [True]
        return "", False, False

    def remember_options(self, path: Path, encoding: str, whole_page: bool, elsewhere: bool = False) -> None:
        others = self._others("state/options", path)
        chosen = [encoding, whole_page, elsewhere]
        options = [[str(path), *chosen]] if any(chosen) else []
        self._store.setValue("state/options", json.dumps([*options, *others][:_KEPT_FILES]))

    def bookmarks(self, path: Path) -> list[tuple[str, ...]]:
        """The headline paths of a report's bookmarks."""
        for entry in self._list("state/bookmarks"):
            match entry:
                case [known, list(paths)] if known == str(path):
                    return [tuple(map(str, each)) for each in paths if isinstance(each, list)]
        return []

    def remember_bookmarks(self, path: Path, paths: list[tuple[str, ...]]) -> None:
        others = self._others("state/bookmarks", path)
        kept = [[str(path), paths], *others] if paths else others
        self._store.setValue("state/bookmarks", json.dumps(kept[:_KEPT_FILES]))

    def kept(self, what: str, name: str) -> str:
        """What was kept of a kind, such as "mends", under a name that is a file name; empty if nothing."""
        text, aside = read_kept(self._file(what, name))
        if aside is not None:
            self.put_aside(aside)
        return text

    def keep(self, what: str, name: str, text: str) -> bool:
        """Keeps a text in a file of its own, none if empty; of many those kept last. Whether it could."""
        return keep(self._file(what, name), text, _KEPT_FILES)

    def _file(self, what: str, name: str) -> Path:
        return self.data_folder / what / f"{name}.json"

    def save(self) -> None:
        """Writes everything to disk now, and hears what another window has remembered."""
        self._store.sync()

    def _text(self, key: str) -> str:
        value = self._store.value(f"state/{key}", "")
        return value if isinstance(value, str) else ""

    def _list(self, key: str) -> list[Any]:
        text = self._store.value(key, "[]")
        try:
            value = json.loads(text) if isinstance(text, str) else None
        except (ValueError, RecursionError):  # a settings file that was damaged by hand
            value = None  # is no reason not to start
        if isinstance(value, list):
            return value
        file = self.data_folder / f"{key.replace('/', '-')}.txt"
        if (aside := keep_aside(file, str(text))) is not None:
            self._store.remove(key)
            self.put_aside(aside)
        return []

    def _others(self, key: str, path: Path) -> list[list[Any]]:
        """What is remembered of other files, by this program and by another that runs beside it."""
        self._store.sync()
        return [each for each in self._list(key) if isinstance(each, list) and each[:1] != [str(path)]]

"""What the program remembers between runs: window states, recent files, and what belongs to each file."""

from __future__ import annotations

import json
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QSettings

from gaohang_viewer.storage.state_files import keep, keep_damaged, read_kept

if TYPE_CHECKING:
    from collections.abc import Callable

RECENT_FILES = 10
_POSITIONS = 100
_MOST_FILES = 500  # that options, bookmarks or state files are kept of


class _Text:
    """A remembered text, stored under the name of the attribute; empty if there is none."""

    def __set_name__(self, _owner: type, name: str) -> None:
        self._key = f"state/{name}"

    def __get__(self, memory: Memory, _owner: type) -> str:
        value = memory.store.value(self._key, "")
        return value if isinstance(value, str) else ""

    def __set__(self, memory: Memory, text: str) -> None:
        memory.store.setValue(self._key, text)


class Memory:
    """Reads and writes what is remembered in the store of settings, and in state files beside it.

    Lists are stored as JSON. What cannot be read counts as nothing: it is moved aside, and `on_damaged` is
    called with its new path.
    """

    folder = _Text()  # of the last file that was saved
    library = _Text()  # folder of the library
    paper = _Text()  # paper options, as `printing.presets` writes them

    def __init__(self, store: QSettings) -> None:
        self.store = store
        self.on_damaged: Callable[[Path], object] = lambda _: None

    @property
    def can_write(self) -> bool:
        """Whether the store can be written to disk."""
        return self.store.status() is not QSettings.Status.AccessError and self.store.isWritable()

    def bytes(self, key: str) -> QByteArray | None:
        """The saved state of a window or splitter."""
        value = self.store.value(f"state/{key}")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def set_bytes(self, key: str, value: QByteArray) -> None:
        """Saves the state of a window or splitter."""
        self.store.setValue(f"state/{key}", value)

    @property
    def recent_files(self) -> list[str]:
        """Paths of reports opened before, the newest first."""
        return [str(path) for path in self._list("recent")]

    def remember_file(self, path: Path) -> None:
        """Makes a file the newest of the recent ones."""
        self.store.sync()
        others = [known for known in self.recent_files if known != str(path)]
        self._set_list("recent", [str(path), *others][:RECENT_FILES])

    def forget_file(self, path: str) -> None:
        """Removes a file from the recent ones."""
        self.store.sync()
        self._set_list("recent", [known for known in self.recent_files if known != path])

    @property
    def data_folder(self) -> Path:
        """The folder of the store, in which the program keeps its own files."""
        return Path(self.store.fileName()).parent

    @property
    def themes(self) -> Path:
        """The folder of the user's own slide themes."""
        return self.data_folder / "themes"

    def position(self, path: Path) -> tuple[int, float | None, int] | None:
        """Where a file was left: its section, the px at 100 % below the section's part where the view began
        (None: at the headline), and that part; None if nothing is known."""
        for entry in self._list("places"):
            match entry:
                case [known, int(section), scroll, int(part)] if known == str(path):
                    return section, scroll if isinstance(scroll, float) and isfinite(scroll) else None, part
                case [known, int(section), _] if known == str(path):  # as earlier versions wrote it
                    return section, None, 0
        return None

    def remember_position(self, path: Path, section: int, scroll: float | None, part: int = 0) -> None:
        """Stores where a file was left; see `position`."""
        shown = scroll if scroll is None else round(scroll, 1)
        self._remember("places", path, [section, shown, part], _POSITIONS)

    def options(self, path: Path) -> tuple[str, bool, bool]:
        """How the user wants a file read: its encoding (empty: detected), whether the whole web page, and
        whether pictures from outside its folder are shown."""
        for entry in self._list("options"):
            if isinstance(entry, list) and len(entry) in (3, 4) and entry[0] == str(path):
                return str(entry[1]), bool(entry[2]), entry[3:] == [True]
        return "", False, False

    def remember_options(
        self, path: Path, encoding: str, whole_page: bool, outside_folder: bool = False
    ) -> None:
        """Stores how the user wants a file read; see `options`."""
        chosen = [encoding, whole_page, outside_folder]
        self._remember("options", path, chosen if any(chosen) else [], _MOST_FILES)

    def bookmarks(self, path: Path, digest: str = "") -> list[tuple[str, ...]]:
        """The headline paths of a file's bookmarks, or those of another file with this content."""
        found: list[Any] = []
        for entry in self._list("bookmarks"):
            match entry:
                case [known, list(paths), *_] if known == str(path):
                    found = paths
                    break
                case [_, list(paths), str(content)] if content == digest != "" and not found:
                    found = paths
        return [tuple(map(str, each)) for each in found if isinstance(each, list)]

    def remember_bookmarks(self, path: Path, digest: str, paths: list[tuple[str, ...]]) -> None:
        """Stores the headline paths of a file's bookmarks, also for other files with its content."""
        self._remember("bookmarks", path, [paths, digest] if paths else [], _MOST_FILES, digest)

    def kept(self, kind: str, name: str) -> str:
        """The text of the state file `name` of a kind, such as "mends"; empty if there is none."""
        text, aside = read_kept(self._file(kind, name))
        if aside is not None:
            self.on_damaged(aside)
        return text

    def keep(self, kind: str, name: str, text: str) -> bool:
        """Writes a state file, or removes it if the text is empty; returns whether that was possible.

        Only the newest files of a kind are kept.
        """
        return keep(self._file(kind, name), text, _MOST_FILES)

    def save(self) -> None:
        """Writes to disk now, and reads what another running program has written."""
        self.store.sync()

    def _file(self, kind: str, name: str) -> Path:
        return self.data_folder / kind / f"{name}.json"

    def _list(self, name: str) -> list[Any]:
        key = f"state/{name}"
        text = self.store.value(key, "[]")
        try:
            value = json.loads(text) if isinstance(text, str) else None
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, list):
            return value
        file = self.data_folder / f"state-{name}.txt"
        if (aside := keep_damaged(file, str(text))) is not None:
            self.store.remove(key)
            self.on_damaged(aside)
        return []

    def _set_list(self, name: str, value: list[Any]) -> None:
        self.store.setValue(f"state/{name}", json.dumps(value))

    def _remember(self, name: str, path: Path, values: list[Any], most: int, digest: str = "") -> None:
        """Puts the values of a file first in a list, or removes them, with those that end in its `digest`;
        what another running program has stored of other files stays."""
        self.store.sync()
        others = [each for each in self._list(name) if isinstance(each, list) and each[:1] != [str(path)]]
        others = [each for each in others if not digest or each[-1:] != [digest]]
        entry = [[str(path), *values]] if values else []
        self._set_list(name, [*entry, *others][:most])

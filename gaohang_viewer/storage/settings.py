"""What the user chose, and what the program remembered; each key stands here once."""

from __future__ import annotations

import json
from math import isfinite
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from gaohang_viewer.storage.state_files import keep, keep_aside, read_kept, repair_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

RECENT_FILES = 10
_KEPT_FILES = 500
INTERFACES = (100, 125, 150, 175, 200, 250, 300)  # per cent
ZOOM_STEPS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)  # per cent


class Settings(QObject):
    """What the user chose. `changed` names the key."""

    changed = Signal(str)

    DEFAULTS: dict[str, Any] = {  # noqa: RUF012 - never written to
        "language": "",  # "en", "zh_CN"; empty follows the system
        "theme": "",  # "light", "dark"; empty follows the system
        "full_width": True,  # show half-width punctuation between Han characters full-width
        "zoom": 100,  # per cent, of the text pane
        "spacing": 175,  # per cent of the text's size, from line to line
        "interface": 100,  # per cent, of all there is in the windows; from the next start on
        "rate": 220,  # characters spoken in a minute
        "times": True,  # speaking times stand in the tree
        "mark_figures": False,  # key figures are marked in the text
        "face": "",  # of the report's words: "sans", "kai"; empty is the Song face
        # what slides are like; another one makes them anew
        "slides_theme": "red",
        "slides_detail": "points",  # "headlines", "figures"
        "slides_aspect": "16:9",  # "16:10", "4:3"
        "slides_ribbon": False,  # the chapters stand on every slide
        "slides_footer": "",
        "slides_logo": "",  # the path of a picture
        # how they are shown
        "reveal": False,  # points come one by one
        "fade": False,  # a slide gives way to the next softly
        "minutes": 0,  # that the speaker has; 0: as long as the characters take
        "console": "auto",  # "always", "never"
        "screen": "",  # the audience's, by name; empty: the projector
        "script": 26,  # px, of the script in the console, on a screen of 1080 lines
        "advance": 0,  # seconds after which a slide gives way by itself; 0: never, -1: by its length
        "loop": False,  # after the last slide comes the first
    }

    def __init__(self, store: QSettings, for_now: Mapping[str, Any] = MappingProxyType({})) -> None:
        """`for_now` holds for this run, and is not kept: what the command line asks for."""
        super().__init__()
        self._store = store
        self._for_now = dict(for_now)

    def _get(self, key: str) -> Any:
        default = self.DEFAULTS[key]
        value = self._for_now.get(key, self._store.value(f"chosen/{key}", default))
        if isinstance(default, bool):
            return value in (True, "true")
        try:
            return type(default)(value) if isinstance(value, (str, int, float)) else default
        except (TypeError, ValueError, OverflowError):
            return default

    def set(self, key: str, value: Any) -> None:
        """Stores a choice and tells those who listen."""
        if value != self._get(key):
            self._for_now.pop(key, None)
            self._store.setValue(f"chosen/{key}", value)
            self.changed.emit(key)

    @property
    def language(self) -> str:
        return str(self._get("language"))

    @property
    def theme(self) -> str:
        return str(self._get("theme"))

    @property
    def full_width(self) -> bool:
        return bool(self._get("full_width"))

    @property
    def zoom(self) -> int:
        return min(max(int(self._get("zoom")), ZOOM_STEPS[0]), ZOOM_STEPS[-1])

    @property
    def spacing(self) -> int:
        return min(max(int(self._get("spacing")), 120), 300)

    @property
    def interface(self) -> int:
        return int(self._get("interface")) if self._get("interface") in INTERFACES else 100

    @property
    def rate(self) -> int:
        return min(max(int(self._get("rate")), 60), 600)

    @property
    def times(self) -> bool:
        return bool(self._get("times"))

    @property
    def mark_figures(self) -> bool:
        return bool(self._get("mark_figures"))

    @property
    def face(self) -> str:
        return str(self._get("face"))

    @property
    def slides_theme(self) -> str:
        return str(self._get("slides_theme"))

    @property
    def slides_detail(self) -> str:
        return str(self._get("slides_detail"))

    @property
    def slides_aspect(self) -> str:
        return str(self._get("slides_aspect"))

    @property
    def slides_ribbon(self) -> bool:
        return bool(self._get("slides_ribbon"))

    @property
    def slides_footer(self) -> str:
        return str(self._get("slides_footer"))

    @property
    def slides_logo(self) -> str:
        return str(self._get("slides_logo"))

    @property
    def reveal(self) -> bool:
        return bool(self._get("reveal"))

    @property
    def fade(self) -> bool:
        return bool(self._get("fade"))

    @property
    def minutes(self) -> int:
        return min(max(int(self._get("minutes")), 0), 600)

    @property
    def console(self) -> str:
        return str(self._get("console"))

    @property
    def screen(self) -> str:
        return str(self._get("screen"))

    @property
    def script(self) -> int:
        return min(max(int(self._get("script")), 14), 96)

    @property
    def advance(self) -> int:
        return min(max(int(self._get("advance")), -1), 3600)

    @property
    def loop(self) -> bool:
        return bool(self._get("loop"))

    def zoom_by(self, steps: int) -> None:
        """The next larger (+1) or smaller (-1) zoom; 0 goes back to the default."""
        if not steps:
            self.set("zoom", self.DEFAULTS["zoom"])
            return
        nearest = min(range(len(ZOOM_STEPS)), key=lambda at: abs(ZOOM_STEPS[at] - self.zoom))
        self.set("zoom", ZOOM_STEPS[min(max(nearest + steps, 0), len(ZOOM_STEPS) - 1)])


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
    def folder_of_ours(self) -> Path:
        """Where the program keeps files of its own."""
        return Path(self._store.fileName()).parent

    @property
    def themes(self) -> Path:
        """The folder of the user's own looks of slides."""
        return self.folder_of_ours / "themes"

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
        return self.folder_of_ours / what / f"{name}.json"

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
        file = self.folder_of_ours / f"{key.replace('/', '-')}.txt"
        if (aside := keep_aside(file, str(text))) is not None:
            self._store.remove(key)
            self.put_aside(aside)
        return []

    def _others(self, key: str, path: Path) -> list[list[Any]]:
        """What is remembered of other files, by this program and by another that runs beside it."""
        self._store.sync()
        return [each for each in self._list(key) if isinstance(each, list) and each[:1] != [str(path)]]


def settings_store(*, mended: bool = True) -> QSettings:
    """The file in the user's folder; a damaged one is put aside if that can be told; "damaged" names it."""
    own, name = "Gaohang Viewer", "gaohang-viewer"
    form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    folder = Path(QSettings(form, scope, own).fileName()).with_suffix("")
    aside = repair_settings(folder / f"{name}.ini") if mended else None
    store = QSettings(form, scope, own, name)
    if aside is not None:
        store.setProperty("damaged", str(aside))
    return store

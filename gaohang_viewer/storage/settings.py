"""What the user chose: each setting with its type, default and bounds."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, Signal

from gaohang_viewer.storage.state_files import repair_settings

if TYPE_CHECKING:
    from collections.abc import Mapping

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

    def __init__(self, store: QSettings, overrides: Mapping[str, Any] = MappingProxyType({})) -> None:
        """`overrides` holds for this run, and is not kept: what the command line asks for."""
        super().__init__()
        self._store = store
        self._overrides = dict(overrides)

    def _get(self, key: str) -> Any:
        default = self.DEFAULTS[key]
        value = self._overrides.get(key, self._store.value(f"chosen/{key}", default))
        if isinstance(default, bool):
            return value in (True, "true")
        try:
            return type(default)(value) if isinstance(value, (str, int, float)) else default
        except (TypeError, ValueError, OverflowError):
            return default

    def set(self, key: str, value: Any) -> None:
        """Stores a choice and tells those who listen."""
        if value != self._get(key):
            self._overrides.pop(key, None)
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

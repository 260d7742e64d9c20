"""What the user chose: each setting is declared once, with its default, its bounds and its meaning."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

from PySide6.QtCore import QObject, QSettings, Signal

from gaohang_viewer.storage.state_files import repair_settings

if TYPE_CHECKING:
    from collections.abc import Mapping

_Value = TypeVar("_Value", bool, int, str)

INTERFACES = (100, 125, 150, 175, 200, 250, 300)  # per cent
ZOOM_STEPS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)  # per cent


class Setting(Generic[_Value]):
    """A setting: an attribute of Settings, stored under the attribute's name. Its default gives its type.

    A number below `low` or above `high` is read as the nearest bound. A value of another type, or one that
    is not among the `choices` where there are any, is read as the default.
    """

    def __init__(
        self, default: _Value, *, low: int = 0, high: int = 1 << 30, choices: tuple[_Value, ...] = ()
    ) -> None:
        self.default: _Value = default
        self.key = ""
        self._low, self._high = low, high
        self._choices: tuple[_Value, ...] = choices

    def __set_name__(self, _owner: type, name: str) -> None:
        self.key = name

    @overload
    def __get__(self, settings: None, owner: type) -> Setting[_Value]: ...

    @overload
    def __get__(self, settings: Settings, owner: type) -> _Value: ...

    def __get__(self, settings: Settings | None, owner: type) -> Setting[_Value] | _Value:
        return self if settings is None else cast("_Value", settings.get(self.key))

    def __set__(self, settings: Settings, value: _Value) -> None:
        settings.set(self.key, value)

    def parse(self, stored: object) -> bool | int | str:
        """The stored value in the setting's type and bounds, or else the default."""
        default: bool | int | str = self.default
        if isinstance(default, bool):
            return stored in (True, "true")
        if not isinstance(stored, (str, int, float)):
            return default
        try:
            value = type(default)(stored)
        except (ValueError, OverflowError):
            return default
        if isinstance(value, int):
            value = min(max(value, self._low), self._high)
        return value if not self._choices or value in self._choices else default


class Settings(QObject):
    """The user's settings. Assigning to one stores it and emits `changed` with its key."""

    changed = Signal(str)

    language = Setting("")  # "en", "zh_CN"; empty: that of the system
    theme = Setting("")  # "light", "dark", "green", "contrast"; empty: that of the system
    full_width = Setting(True)  # show half-width punctuation between Han characters full-width
    zoom = Setting(100, low=ZOOM_STEPS[0], high=ZOOM_STEPS[-1])  # per cent, of the text pane
    spacing = Setting(175, low=120, high=300)  # per cent of the text's size, from line to line
    interface = Setting(100, choices=INTERFACES)  # per cent, of every window; from the next start on
    rate = Setting(220, low=60, high=600)  # characters spoken in a minute
    times = Setting(True)  # show speaking times in the outline
    mark_figures = Setting(False)  # highlight key figures in the text
    face = Setting("")  # typeface of the report's text: "sans", "kai"; empty: Song

    # the content of slides; a change builds another deck
    slides_theme = Setting("red")
    slides_detail = Setting("points")  # "overview", "headlines", "figures"
    slides_aspect = Setting("16:9")  # "16:10", "4:3"
    slides_ribbon = Setting(False)  # show the chapters on every slide
    slides_fit = Setting(False)  # fewer slides if the talk is too short for all
    slides_footer = Setting("")
    slides_logo = Setting("")  # path of a picture

    # the show
    reveal = Setting(False)  # show points one by one
    fade = Setting(False)  # fade from slide to slide
    minutes = Setting(0, high=600)  # length of the talk; 0: the speaking time of the text
    console = Setting("auto")  # show the presenter console: "always", "never", "auto"
    screen = Setting("")  # name of the audience's screen; empty: the projector
    script = Setting(26, low=14, high=96)  # px, of the console's script on a screen of 1080 lines
    advance = Setting(0, low=-1, high=3600)  # seconds to the next slide; 0: never, -1: by its length
    loop = Setting(False)  # start again after the last slide

    def __init__(self, store: QSettings, overrides: Mapping[str, object] = MappingProxyType({})) -> None:
        """Reads from `store`; `overrides`, from the command line, hold for this run and are not stored."""
        super().__init__()
        self._store = store
        self._overrides = dict(overrides)

    @classmethod
    def declared(cls) -> dict[str, Setting[Any]]:
        """All settings by their keys."""
        return {key: each for key, each in vars(cls).items() if isinstance(each, Setting)}

    def get(self, key: str) -> bool | int | str:
        """The value of a setting. Raises KeyError for an unknown key."""
        setting = self._setting(key)
        stored = self._overrides.get(key, self._store.value(f"chosen/{key}", setting.default))
        return setting.parse(stored)

    def set(self, key: str, value: bool | int | str) -> None:
        """Stores a setting and emits `changed` if the value is another one. Raises KeyError."""
        if value != self.get(key):
            self._overrides.pop(key, None)
            self._store.setValue(f"chosen/{key}", value)
            self.changed.emit(key)

    def _setting(self, key: str) -> Setting[Any]:
        setting = vars(Settings)[key]
        if not isinstance(setting, Setting):
            raise KeyError(key)
        return setting

    def zoom_by(self, steps: int) -> None:
        """Changes the zoom to the next larger (+1) or smaller (-1) step, or to the default (0)."""
        if not steps:
            self.zoom = Settings.zoom.default
            return
        nearest = min(range(len(ZOOM_STEPS)), key=lambda at: abs(ZOOM_STEPS[at] - self.zoom))
        self.zoom = ZOOM_STEPS[min(max(nearest + steps, 0), len(ZOOM_STEPS) - 1)]


def settings_store(*, repaired: bool = True) -> QSettings:
    """Opens the INI file in the user's configuration folder.

    With `repaired` a damaged file is first moved aside and what can be read of it kept; the property
    "damaged" of the result then holds the path of the damaged file.
    """
    own, name = "Gaohang Viewer", "gaohang-viewer"
    form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    folder = Path(QSettings(form, scope, own).fileName()).with_suffix("")
    aside = repair_settings(folder / f"{name}.ini") if repaired else None
    store = QSettings(form, scope, own, name)
    if aside is not None:
        store.setProperty("damaged", str(aside))
    return store

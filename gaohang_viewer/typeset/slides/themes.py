"""Slide themes: the built-in ones and those of the user, each from a theme file.

A theme file is a JSON object: `background` is a list of one to three colours; `ink`, `muted`, `accent`,
`hairline` and `track` are one colour each; all are written #RRGGBB. `title` may give names by language,
`cover` other colours for covers and dividers. `template` may be red, blue, white, night or plain, or the name
of a file in the same folder: a Typst module that imports slides-kit.typ and redefines parts of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from gaohang_viewer.resources import resource

DEFAULT_THEME = "red"
"""The default theme, which also replaces a missing one."""

_COLOURS = ("ink", "muted", "accent", "hairline", "track")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
# A template may import the kits alone, as Typst loads packages from the network
_REACHES_OUT = re.compile(
    r'"\s*@|\b(?:import|include)\b(?!\s*"(?:slides-kit|slides-points)\.typ")|\b(?:eval|std|plugin)\b'
)
_OWN_TEMPLATE = re.compile(r"[^/\\:]+\.typ")
_LOOK = re.compile(r"[a-z]+")
_MOST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class SlideTheme:
    """A slide theme: `titles` are display names by language, `values` the content of its file, `template` the
    source of its Typst module."""

    name: str
    titles: tuple[tuple[str, str], ...]
    file: Path
    values: dict[str, Any]
    template: str

    def title(self, language: str) -> str:
        """Returns the display name in a language."""
        titles = dict(self.titles)
        return titles.get(language) or titles.get("en") or self.name


class DamagedTheme(NamedTuple):
    """A theme file that cannot be used, with the reason in one line of English."""

    file: Path
    reason: str


class Themes(NamedTuple):
    """The available themes, and the unusable theme files."""

    themes: tuple[SlideTheme, ...]
    damaged: tuple[DamagedTheme, ...]

    def named(self, name: str) -> SlideTheme:
        """Returns the theme of a name, or the default theme if there is none."""
        found = {theme.name: theme for theme in self.themes}
        return found.get(name) or found[DEFAULT_THEME]


def slide_themes(folders: Sequence[Path] = ()) -> Themes:
    """Returns the built-in themes and those in `folders`; a later theme replaces one of the same name."""
    found: dict[str, SlideTheme] = {}
    damaged = []
    for file in _files(folders):
        theme = _theme(file)
        if isinstance(theme, SlideTheme):
            found[theme.name] = theme
        else:
            damaged.append(theme)
    return Themes(tuple(found.values()), tuple(damaged))


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    yield from (resource("themes", f"slides-{name}.json") for name in ("red", "blue", "white", "night"))
    for folder in folders:
        with suppress(OSError):  # it may not exist or not be a folder
            yield from sorted(file for file in folder.iterdir() if file.suffix.lower() == ".json")


def _theme(file: Path) -> SlideTheme | DamagedTheme:
    try:
        return _read(file)
    except RecursionError:
        return DamagedTheme(file, "nested too deeply")
    except (OSError, ValueError) as error:
        return DamagedTheme(file, " ".join(str(error).split()))


def _read(file: Path) -> SlideTheme:
    values = json.loads(_text(file))
    cover = values.get("cover", {}) if isinstance(values, dict) else None
    if not isinstance(cover, dict):
        raise ValueError("not an object of colours")  # noqa: TRY004 - an error of the file, not of a type
    for key in _COLOURS:
        if key not in values:
            raise ValueError(f"{key} is missing")
    for key, value in [*values.items(), *cover.items()]:
        _check(key, value)
    if "background" not in values:
        raise ValueError("background is missing")
    name = file.stem.removeprefix("slides-")
    titles = values.get("title", {})
    if not isinstance(titles, dict):
        titles = {}
    known = tuple((language, title) for language, title in titles.items() if isinstance(title, str))
    return SlideTheme(name, known, file, values, _template(file, values.get("template", "plain")))


def _check(key: str, value: object) -> None:
    if key in ("template", "title", "cover", "name"):
        return
    if key == "background":
        colours = value if isinstance(value, list) and value else [None]
    elif key in _COLOURS or (isinstance(value, str) and value.startswith("#")):
        colours = [value]
    else:
        return
    for colour in colours:
        if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
            raise ValueError(f"{key} is no colour like #A8201F")


def _template(file: Path, named: object) -> str:
    """Returns the source of a template: a built-in one, or a file in the folder of the theme."""
    if isinstance(named, str) and _LOOK.fullmatch(named):
        built_in = resource("typst", f"slides-look-{named}.typ")
        if built_in.is_file():
            return built_in.read_text("utf-8")
    if not isinstance(named, str) or not _OWN_TEMPLATE.fullmatch(named):
        raise ValueError("template is neither a look nor the name of a .typ file beside the theme")
    source = _text(file.with_name(named))
    if _REACHES_OUT.search(source):
        raise ValueError("template imports a package")
    return source


def _text(file: Path) -> str:
    if not file.is_file():
        raise ValueError(f"{file.name} is missing")
    if file.stat().st_size > _MOST_BYTES:
        raise ValueError(f"{file.name} is too large")
    return file.read_text("utf-8-sig")

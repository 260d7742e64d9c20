"""The looks that slides can have, as far as a choice among them needs to know: names, and a few colours."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from gaohang_viewer.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUILT_IN = ("red", "blue", "white", "night")


class SlideLook(NamedTuple):
    """A look by its name in the settings, its title for people, and what a small picture of it needs."""

    name: str
    title: str
    ground: tuple[str, ...]  # colours from the lightest to the darkest, or one
    ink: str
    accent: str


def slide_looks(own: Path) -> tuple[SlideLook, ...]:
    """Those of the program, then those in the user's folder; one of the same name takes its place."""
    found = {look.name: look for look in _looks(own)}
    return tuple(found.values())


def look_named(looks: tuple[SlideLook, ...], name: str) -> SlideLook:
    """The look of that name, or the first where it is gone."""
    return next((look for look in looks if look.name == name), looks[0])


def detail_names() -> dict[str, str]:
    """How much slides can tell, by the values of the setting."""
    return {
        "headlines": QCoreApplication.translate("presenting", "Headlines"),
        "points": QCoreApplication.translate("presenting", "Points"),
        "figures": QCoreApplication.translate("presenting", "Figures"),
    }


def _looks(own: Path) -> Iterator[SlideLook]:
    titles = {
        "red": QCoreApplication.translate("presenting", "Red"),
        "blue": QCoreApplication.translate("presenting", "Blue"),
        "white": QCoreApplication.translate("presenting", "White"),
        "night": QCoreApplication.translate("presenting", "Night"),
    }
    files = [resource("themes", f"slides-{name}.json") for name in BUILT_IN]
    with suppress(OSError):  # the folder need not be there
        files += sorted(file for file in own.iterdir() if file.suffix.lower() == ".json")
    for file in files:
        name = file.stem.removeprefix("slides-")
        try:
            values = json.loads(file.read_text("utf-8-sig"))
            ground = values["background"]
            colours = (tuple(map(str, ground)) if isinstance(ground, list) else (str(ground),)) or (
                "#000000",
            )
            yield SlideLook(name, titles.get(name, name), colours, str(values["ink"]), str(values["accent"]))
        except (OSError, ValueError, KeyError, TypeError):
            continue  # a damaged file is no look

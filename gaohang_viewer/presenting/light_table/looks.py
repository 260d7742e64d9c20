"""The looks that slides can have, with what a list of them shows: titles and a few colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from gaohang_viewer.typeset.slides.themes import slide_themes

if TYPE_CHECKING:
    from pathlib import Path

    from gaohang_viewer.typeset.slides.themes import SlideTheme


class Colours(NamedTuple):
    """Colours of a page; `ground` is a gradient from corner to corner, or one colour."""

    ground: tuple[str, ...]
    ink: str
    accent: str


class SlideLook(NamedTuple):
    """A look: its name in the settings, its title, and the colours of ordinary pages and of the cover."""

    name: str
    title: str
    page: Colours
    cover: Colours


def slide_looks(own: Path) -> tuple[tuple[SlideLook, ...], tuple[str, ...]]:
    """The looks, with those in the folder `own`; and one sentence for each file there that is damaged."""
    found = slide_themes((own,))
    text = QCoreApplication.translate("presenting", "The theme “{name}” cannot be used: {why}")
    damaged = (text.replace("{name}", it.file.name).replace("{why}", it.reason) for it in found.damaged)
    return tuple(map(_look, found.themes)), tuple(damaged)


def look_named(looks: tuple[SlideLook, ...], name: str) -> SlideLook:
    """The look of this name, or the first one."""
    return next((look for look in looks if look.name == name), looks[0])


def detail_names() -> dict[str, str]:
    """The texts for how much slides show, by the values of the setting."""
    return {
        "overview": QCoreApplication.translate("presenting", "Overview"),
        "headlines": QCoreApplication.translate("presenting", "Headlines"),
        "points": QCoreApplication.translate("presenting", "Points"),
        "figures": QCoreApplication.translate("presenting", "Figures"),
    }


def section_detail_names() -> dict[str, str]:
    """The texts for the detail of one section; an empty value is that of the deck."""
    return {"": QCoreApplication.translate("presenting", "As all slides"), **detail_names()}


def _look(theme: SlideTheme) -> SlideLook:
    language = QCoreApplication.translate("presenting", "en")  # of the titles in theme files
    values, cover = theme.values, theme.values.get("cover", {})
    page = Colours(tuple(values["background"]), values["ink"], values["accent"])
    front = Colours(
        tuple(cover.get("background", page.ground)),
        cover.get("ink", page.ink),
        cover.get("accent", page.accent),
    )
    return SlideLook(theme.name, theme.title(language), page, front)

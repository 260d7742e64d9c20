"""The looks that slides can have, as far as a choice among them needs to know: names, and a few colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from gaohang_viewer.typeset.slides.themes import slide_themes

if TYPE_CHECKING:
    from pathlib import Path

    from gaohang_viewer.typeset.slides.themes import SlideTheme


class Colours(NamedTuple):
    """Of a page; `ground` goes from corner to corner, or is one."""

    ground: tuple[str, ...]
    ink: str
    accent: str


class SlideLook(NamedTuple):
    """A look by its name in the settings, its title for people, and what small pictures of it need: `page`
    and `cover`."""

    name: str
    title: str
    page: Colours
    cover: Colours


def slide_looks(own: Path) -> tuple[tuple[SlideLook, ...], tuple[str, ...]]:
    """The looks there are, with those in the user's folder; and a sentence on each file that is none."""
    found = slide_themes((own,))
    text = QCoreApplication.translate("presenting", "The theme “{name}” cannot be used: {why}")
    damaged = (text.replace("{name}", it.file.name).replace("{why}", it.reason) for it in found.damaged)
    return tuple(map(_look, found.themes)), tuple(damaged)


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

"""Colours, fonts and icons of the windows, from `resources/themes` and `resources/icons`."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPalette,
    QPixmap,
)

from gaohang_viewer.resources import resource
from gaohang_viewer.typeset.engine.fonts import FALLBACK_FAMILY, KAI, SANS, SERIF, fallback_font

if TYPE_CHECKING:
    from collections.abc import Sequence

THEMES = ("light", "dark", "green", "contrast")
_ICON_SIZE = 'width="20" height="20"'  # the size in every icon file


class Theme(NamedTuple):
    """The colours of a theme, by their use."""

    name: str
    surface: str  # behind tree and bars
    paper: str  # behind the report's words
    raised: str  # buttons and fields
    line: str  # hairlines
    ink: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str  # the row of the reader's section
    hover: str
    hit: str  # every hit of a search
    hit_now: str  # the current hit
    on_hit: str

    def style_sheet(self) -> str:
        """The style sheet of the program in this theme's colours."""
        values = self._asdict() | {"drop_down": resource("icons", "drop-down.svg").as_posix()}
        sheet = resource("themes", "app.qss").read_text("utf-8")
        return re.sub(r"\$(\w+)", lambda sign: values[sign[1]], sheet)

    def palette(self) -> QPalette:
        """The palette for what the style sheet does not cover."""
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, color in (
            (roles.Window, self.surface),
            (roles.Base, self.paper),
            (roles.AlternateBase, self.surface),
            (roles.Button, self.raised),
            (roles.ToolTipBase, self.raised),
            (roles.Highlight, self.accent),
            (roles.Link, self.accent),
            (roles.Accent, self.accent),
        ):
            palette.setColor(role, QColor(color))
        for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.ToolTipText):
            palette.setColor(role, QColor(self.ink))
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.muted))
        palette.setColor(roles.PlaceholderText, QColor(self.muted))
        palette.setColor(roles.HighlightedText, QColor(self.on_accent))
        return palette

    def brush(self, color: str) -> QBrush:
        """A solid brush."""
        return _brush(color)

    def icon(self, name: str, color: str = "", size: int = 20) -> QIcon:
        """An icon of `size` px in the theme's ink or in `color`, sharp at the pixel ratio of every screen."""
        source = (
            resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", color or self.ink)
        )
        icon = QIcon()
        for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
            icon.addPixmap(_drawn(source, size, ratio))
        return icon


def system_is_dark() -> bool:
    """Whether the system uses dark windows; only valid before the program has set its palette."""
    return QGuiApplication.palette().window().color().lightness() < 128


def load_theme(choice: str, *, dark: bool = False) -> Theme:
    """The theme of this name, one of THEMES; other names choose dark or light as `dark` says."""
    if choice not in THEMES:
        choice = "dark" if dark else "light"
    return Theme(choice, **json.loads(resource("themes", f"{choice}.json").read_text("utf-8")))


@cache
def _brush(color: str) -> QBrush:
    return QBrush(QColor(color), Qt.BrushStyle.SolidPattern)


def _drawn(svg: str, size: int, ratio: float) -> QPixmap:
    pixels = round(size * ratio)
    sized = svg.replace(_ICON_SIZE, f'width="{pixels}" height="{pixels}"', 1)
    pixmap = QPixmap()
    pixmap.loadFromData(sized.encode(), "SVG")
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class Fonts(NamedTuple):
    """The font families for the report's text (宋) and for the interface (黑)."""

    serif: tuple[str, ...]
    sans: tuple[str, ...]

    def font(self, families: Sequence[str], pixels: float, *, bold: bool = False) -> QFont:
        """A font of so many px. The weight axis is set for the variable fallback font, of which Qt would use
        the thinnest."""
        font = QFont(list(families))
        font.setPixelSize(max(1, round(pixels)))
        font.setBold(bold)
        if families[0] == FALLBACK_FAMILY:
            font.setVariableAxis(QFont.Tag("wght"), 700 if bold else 400)
        return font

    def with_typeface(self, face: str) -> Fonts:
        """With another typeface for the report's text: "sans", or "kai" if the system has one."""
        if face == "sans":
            return self._replace(serif=self.sans)
        if face == "kai":
            known = set(QFontDatabase.families())
            return self._replace(serif=tuple(family for family in KAI if family in known) + self.serif)
        return self

    def report_font(self, pixels: float, *, bold: bool = False) -> QFont:
        """The font of the report's text, in px."""
        return self.font(self.serif, pixels, bold=bold)

    def interface_font(self, pixels: float, *, bold: bool = False) -> QFont:
        """The font of the interface, in px."""
        return self.font(self.sans, pixels, bold=bold)


def load_fonts() -> Fonts:
    """The best Chinese fonts of this system, or the font that comes with the program."""
    known = set(QFontDatabase.families())
    serif = tuple(family for family in SERIF if family in known)
    sans = tuple(family for family in SANS if family in known)
    if not serif and not sans:
        serif = sans = (FALLBACK_FAMILY,)
        with suppress(FileNotFoundError):  # without it characters may show as boxes, but the program runs
            QFontDatabase.addApplicationFont(str(fallback_font()))
    return Fonts(serif or sans, sans or serif)

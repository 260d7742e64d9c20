"""The console's colours and type: dark in every theme, for it stands in a darkened hall."""

from __future__ import annotations

import json
from string import Template
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QIcon

from gaohang_viewer.presenting.audience.style import ShowColours
from gaohang_viewer.resources import resource
from gaohang_viewer.ui.theme import Fonts, Theme, load_fonts

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

FADED = 0.45  # opacity of what cannot be pressed now


class ConsoleStyle(NamedTuple):
    """What the console's widgets are painted with. The theme's `hit_now` is the amber of warnings."""

    theme: Theme
    fonts: Fonts

    @staticmethod
    def load() -> ConsoleStyle:
        colours = json.loads(resource("themes", "console.json").read_text("utf-8"))
        return ConsoleStyle(Theme("console", **colours), load_fonts())

    def sheet(self) -> str:
        """The style sheet of the whole window."""
        template = Template(resource("themes", "console.qss").read_text("utf-8"))
        return template.substitute(self.theme._asdict())

    def show_colours(self) -> ShowColours:
        """The colours of what is painted over pages: around them is the console's own ground."""
        return ShowColours(backdrop=self.theme.surface, overview=self.theme.surface)

    def colour(self, name: str) -> QColor:
        return QColor(getattr(self.theme, name))

    @property
    def live(self) -> QColor:
        """That all is well: the audience sees what the speaker sees."""
        return QColor("#6fbf73")

    def font(self, pixels: float, *, bold: bool = False) -> QFont:
        """The face of the program's own words."""
        return self.fonts.interface_font(pixels, bold=bold)

    def icon(self, name: str, colour: str, size: int = 18) -> QIcon:
        """An icon in one of the theme's colours; an empty one if there is none of this name."""
        if not resource("icons", f"{name}.svg").is_file():
            return QIcon()
        return self.theme.icon(name, getattr(self.theme, colour), size)

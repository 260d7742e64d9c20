"""The console's colours and fonts. It is dark in every theme, for use in a darkened hall."""

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

FADED = 0.45  # opacity of disabled buttons


class ConsoleStyle(NamedTuple):
    """What the console's widgets are painted with. The theme's `hit_now` is the amber of warnings."""

    theme: Theme
    fonts: Fonts

    @staticmethod
    def load() -> ConsoleStyle:
        """Reads the console's colours, and finds the fonts of this machine."""
        colours = json.loads(resource("themes", "console.json").read_text("utf-8"))
        return ConsoleStyle(Theme("console", **colours), load_fonts())

    def sheet(self) -> str:
        """The style sheet of the window."""
        template = Template(resource("themes", "console.qss").read_text("utf-8"))
        return template.substitute(self.theme._asdict())

    def show_colours(self) -> ShowColours:
        """The colours of overlays on pages; around the pages is the console's background."""
        return ShowColours(backdrop=self.theme.surface, overview=self.theme.surface)

    def colour(self, name: str) -> QColor:
        return QColor(getattr(self.theme, name))

    @property
    def live(self) -> QColor:
        """The green dot: the audience sees the speaker's page."""
        return QColor("#6fbf73")

    def font(self, pixels: float, *, bold: bool = False) -> QFont:
        """The interface font of so many px."""
        return self.fonts.interface_font(pixels, bold=bold)

    def icon(self, name: str, colour: str, size: int = 18) -> QIcon:
        """An icon in a colour of the theme; an empty icon if there is no such file."""
        if not resource("icons", f"{name}.svg").is_file():
            return QIcon()
        return self.theme.icon(name, getattr(self.theme, colour), size)

"""What decides how the report's words style in the pane, and the sizes that follow from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gaohang_viewer.ui.theme import Fonts, Theme

TEXT_SIZE = 16  # px at 100 %
MEASURE = 40  # characters a line at most
HEADLINE_SIZES = (28, 20, 16)  # px, by level; deeper ones are like the third


class TextStyle(NamedTuple):
    """What decides how the report's words look in the pane."""

    theme: Theme
    fonts: Fonts
    zoom: int = 100  # per cent
    spacing: int = 175  # per cent of the text's size, from line to line
    wide: bool = True  # whether half-width punctuation between Han characters is shown full-width

    @property
    def scale(self) -> float:
        return self.zoom / 100

    @property
    def measure(self) -> int:
        """The width of the longest line in px."""
        return round(MEASURE * TEXT_SIZE * self.scale)

    def characters(self, width: float, height: float) -> float:
        """Roughly how many characters fit into a view of this size in px: two thirds of the maximum."""
        size = TEXT_SIZE * self.scale
        return width / size * height / (size * self.spacing / 100) * 2 / 3

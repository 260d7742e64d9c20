"""The options of a deck: content and appearance of its slides."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import NamedTuple

from gaohang_viewer.typeset.slides.deck_edits import DeckEdits


class Detail(Enum):
    """How much of the report the slides contain."""

    OVERVIEW = "overview"  # chapters, and lists of the headlines below a headline
    HEADLINES = "headlines"  # also a slide for each headline in those lists
    POINTS = "points"  # also the points of the text
    FIGURES = "figures"  # also slides of key figures


ASPECTS = {"16:9": 960.0, "16:10": 864.0, "4:3": 720.0}
"""The width of a page in points by its aspect ratio; the height is 540 pt."""


class DeckOptions(NamedTuple):
    """The options of a deck.

    `theme` is the name of a slide theme, `themes` are folders with the user's own themes. `aspect` is a key
    of ASPECTS; anything else counts as 16:9. `ribbon` shows the chapters on each page. `footer` is a text in
    the footer, `logo` the path of a PNG, JPEG or SVG file for the top right corner. `full_width` converts
    punctuation of Chinese text. `edits` are the user's edits of slides. `minutes` is the length of the talk:
    if it is not 0, `detail` is the most that is shown, and less if the talk is too short for that.
    """

    detail: Detail = Detail.POINTS
    theme: str = "red"
    aspect: str = "16:9"
    ribbon: bool = False
    footer: str = ""
    logo: str = ""
    full_width: bool = True
    edits: DeckEdits = DeckEdits()
    themes: tuple[Path, ...] = ()
    minutes: int = 0


PLAIN = DeckOptions()
"""The default options."""


def page_width(options: DeckOptions) -> float:
    """Returns the width of a page in points."""
    return ASPECTS.get(options.aspect, ASPECTS["16:9"])


def measure_width(options: DeckOptions) -> float:
    """Returns the width of a page between its margins in points."""
    return page_width(options) * 13 / 15

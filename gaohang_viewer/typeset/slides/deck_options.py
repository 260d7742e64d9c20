"""How a deck is wanted: what its slides tell, and how they look."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import NamedTuple

from gaohang_viewer.typeset.slides.deck_edits import DeckEdits


class Detail(Enum):
    """How much the slides tell."""

    HEADLINES = "headlines"  # headlines, and those below them
    POINTS = "points"  # and the points of the text
    FIGURES = "figures"  # and slides of key figures


ASPECTS = {"16:9": 960.0, "16:10": 864.0, "4:3": 720.0}
"""The width of a page in points, by its aspect; all are 540 pt high."""


class DeckOptions(NamedTuple):
    """What the user wants of a deck.

    `theme` is the name of a look, `themes` are folders of the user's own ones. `aspect` is a key of ASPECTS,
    anything else counts as 16:9. `ribbon` shows the chapters on each page. `footer` is a text at the foot,
    `logo` the path of a PNG, JPEG or SVG file for the top right. `full_width` is Chinese punctuation.
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


PLAIN = DeckOptions()
"""The deck as nobody has changed anything of it."""


def page_width(options: DeckOptions) -> float:
    """The width of a page in points."""
    return ASPECTS.get(options.aspect, ASPECTS["16:9"])

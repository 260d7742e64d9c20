"""The pen begins with a colour that is seen on the slides."""

from __future__ import annotations

import pytest

from gaohang_viewer.presenting.show.ink import Tool
from gaohang_viewer.presenting.show.pen_colours import COLOURS, seen_on
from gaohang_viewer.typeset.slides.themes import slide_themes

PEN = COLOURS[Tool.PEN]


@pytest.mark.parametrize(
    ("theme", "colour"), [("red", "#FFD23F"), ("blue", "#E5322D"), ("white", "#E5322D"), ("night", "#E5322D")]
)
def test_the_first_colour_that_is_clear(theme: str, colour: str) -> None:
    assert PEN[seen_on(PEN, slide_themes().named(theme).values["background"])] == colour


def test_the_clearest_colour_where_none_is_clear() -> None:
    assert seen_on(("#777777", "#666666"), ("#888888",)) == 1


def test_the_first_colour_without_a_ground() -> None:
    assert seen_on(PEN, ()) == 0

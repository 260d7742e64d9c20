"""The table of tools: one key and one picture each, and what choosing one does."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from gaohang_viewer.presenting.ink import Tool
from gaohang_viewer.presenting.keys import BINDINGS
from gaohang_viewer.presenting.tool_bar import (
    HIGHLIGHTER_COLOURS,
    PEN_COLOURS,
    TOOLS,
    InHand,
    action_of_letter,
)
from gaohang_viewer.resources import resource

ICONS = (
    *(entry.icon for entry in TOOLS),
    *("freeze", "return", "pause", "clock", "swap", "identify", "larger", "smaller", "reveal"),
    *("countdown", "show-this", "rehearse", "slides", "screens"),
)


def test_every_tool_is_in_the_table_once() -> None:
    actions = [entry.action for entry in TOOLS]
    assert sorted(map(str, actions)) == sorted({*map(str, Tool), "undo", "clear"} - {str(Tool.NONE)})
    assert len({entry.key for entry in TOOLS}) == len(TOOLS)


def test_a_letter_chooses_its_tool_small_or_capital_and_takes_no_key_of_the_show() -> None:
    assert action_of_letter("d") is action_of_letter("D") is Tool.PEN
    assert action_of_letter("x") == "clear"
    assert action_of_letter("q") is action_of_letter("") is None
    taken = {character for binding in BINDINGS for character in binding.characters}
    assert not [entry.key for entry in TOOLS if {entry.key, entry.key.lower()} & taken]


def test_the_pen_chosen_again_takes_its_next_colour() -> None:
    hand = InHand()
    colours = []
    for _ in range(5):
        hand = hand.chosen(Tool.PEN)
        colours.append(hand.colour)
    assert colours == [*PEN_COLOURS, PEN_COLOURS[0]]


def test_each_tool_keeps_its_own_colour() -> None:
    hand = InHand().chosen(Tool.PEN).chosen(Tool.PEN).chosen(Tool.HIGHLIGHTER).chosen(Tool.HIGHLIGHTER)
    assert hand.colour == HIGHLIGHTER_COLOURS[1]
    assert hand.chosen(Tool.LASER).chosen(Tool.PEN).colour == PEN_COLOURS[1]


@pytest.mark.parametrize("tool", [Tool.LASER, Tool.SPOTLIGHT, Tool.MAGNIFIER, Tool.ERASER])
def test_any_other_tool_chosen_again_is_put_away(tool: Tool) -> None:
    hand = InHand().chosen(tool)
    assert hand.tool is tool
    assert hand.chosen(tool).tool is Tool.NONE


def test_a_colour_that_is_none_of_the_table_is_followed_by_the_first() -> None:
    assert InHand(Tool.PEN, "#123456").chosen(Tool.PEN).colour == PEN_COLOURS[0]


@pytest.mark.parametrize("name", ICONS)
def test_a_picture_is_of_one_hand_with_the_others_and_stays_in_its_box(name: str, qtbot: QtBot) -> None:
    svg = resource("icons", f"{name}.svg").read_text("utf-8")
    pattern = resource("icons", "back.svg").read_text("utf-8")
    opening = re.match("<svg[^>]*>", pattern)
    assert opening
    assert svg.startswith(opening[0])
    drawn = QSvgRenderer(QByteArray(svg.replace("currentColor", "#000000").encode()))
    assert drawn.isValid()
    image = QImage(100, 100, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    drawn.render(painter)
    painter.end()
    inked = [(x, y) for x in range(100) for y in range(100) if image.pixelColor(x, y).alpha()]
    assert len(inked) > 300
    assert all(3 <= x < 97 and 3 <= y < 97 for x, y in inked)  # what touches the edge would be cut off

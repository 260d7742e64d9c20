"""Front page, cover and added slides, typed in a real window and kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.program import Program
from tests.tools import screen as screens
from tests.tools.screen import Screen

# Only where Xvfb and openbox cannot be installed; with CI set, dev.py stops instead of letting these be skipped.
why_not = screens.available()
pytestmark = pytest.mark.skipif(why_not is not None, reason=str(why_not))


def kept(screen: Screen, kind: str) -> Any:
    """What was kept of the only report."""
    (file,) = Path(screen.env["HOME"]).rglob(f"{kind}/*.json")
    return json.loads(file.read_text("utf-8"))


def typed(screen: Screen, text: str, key: str) -> None:
    screen.type(text)
    screen.key(key)
    screen.wait_still(lambda _: True)


def test_the_front_page_is_typed_where_it_stands(screen: Screen) -> None:
    program = Program(screen)
    program.ready()
    screen.key("shift+F2")
    screen.wait_still(lambda _: True)
    typed(screen, "", "Tab")
    typed(screen, "", "Tab")
    typed(screen, "assembly", "Tab")
    typed(screen, "", "Tab")
    typed(screen, "wang", "Return")
    typed(screen, "", "F2")  # the title
    typed(screen, "nothing", "Escape")
    program.quit()
    assert [[edit[3], edit[-1]] for step in kept(screen, "mends") for edit in step] == [
        ["occasion", "assembly"],
        ["speaker", "wang"],
    ]


def test_the_cover_is_typed_and_a_slide_added_and_undone(screen: Screen) -> None:
    program = Program(screen)
    program.ready()
    screen.key("ctrl+F5")
    screen.wait_still(lambda picture: len(picture.region(100, 160, 200, 400).colours()) > 500)  # thumbnails
    screen.key("Home")
    screen.key("ctrl+m")
    screen.wait_still(lambda _: True)
    typed(screen, "news", "Return")
    screen.key("ctrl+m")
    screen.wait_still(lambda _: True)
    screen.key("ctrl+z")
    program.quit()
    edits = kept(screen, "decks")
    ((key, (kind, after, picture)),) = edits["added"].items()
    assert (kind, after, picture) == ("text", "cover", "")
    assert edits["texts"][key]["headline"] == "news"

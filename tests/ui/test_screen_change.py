"""The window on screens of other pixels, in a process of its own: the screens are Qt's to count at its start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

RATIOS = (1, 1.5, 2, 3)
ROOM = (1280, 800)  # of each screen, in px as the program counts them

MOVES = """
import json, sys
from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from gaohang_viewer.app.app import App

qt = QApplication([])
qt.setStyle("Fusion")
store = QSettings(sys.argv[1], QSettings.Format.IniFormat)
store.setValue("chosen/language", "en")
app = App(store)
app.start(None)
app.reader.go(2)
app.bookmarks.toggle()
app.window.actions_by_id["mark-figures"].trigger()
window, views = app.window, app.views
first, *others = QGuiApplication.screens()

def share_of_even_blocks(image):
    # Of the pixels that differ from the one before: how many do so at a whole pixel of the program.
    gray, ratio = image.convertToFormat(QImage.Format.Format_Grayscale8), image.devicePixelRatio()
    rows = [bytes(gray.constScanLine(y))[: gray.width()] for y in range(0, gray.height(), 7)]
    edges = [x for row in rows for x in range(1, len(row)) if row[x] != row[x - 1]]
    return sum(x % round(ratio) == 0 for x in edges) / max(len(edges), 1)

for screen in (first, *others, first):
    icon = views.find_bar.next_button.icon().cacheKey()
    window.windowHandle().setScreen(screen)
    window.setGeometry(screen.geometry().adjusted(8, 8, -8, -8))
    QTest.qWait(50)
    line = views.pane.cursorForPosition(views.pane.viewport().rect().topLeft()).block().text()
    widgets = {"window": window, "pane": views.pane.viewport(), "tree": views.navigator.view.viewport()}
    images = {name: widget.grab().toImage() for name, widget in widgets.items()}
    ratio = window.devicePixelRatio()
    icons = [window.actions_by_id[name].icon() for name in ("open", "library", "back")]
    icons += [views.find_bar.next_button.icon(), window.tool_bar.menu_button.icon()]
    print(json.dumps({
        "ratio": ratio,
        "window": window.size().toTuple(),
        "sizes": {n: (i.size().toTuple(), widgets[n].size().toTuple()) for n, i in images.items()},
        "icons": [each.pixmap(QSize(20, 20), ratio).toImage().size().width() for each in icons],
        "drawn anew": views.find_bar.next_button.icon().cacheKey() != icon,
        "even": {name: share_of_even_blocks(image) for name, image in images.items()},
        "line": line,
        "section": app.reader.position.section,
    }))
window.close()
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What the window is like on each screen, from 100 % to 300 %, and on the first again."""
    folder = tmp_path_factory.mktemp("screens")
    screens, x = [], 0
    for ratio in RATIOS:
        width, height = (round(side * ratio) for side in ROOM)
        screens.append({"name": f"{ratio}", "x": x, "y": 0, "width": width, "height": height, "dpr": 1})
        screens[-1] |= {"logicalDpi": round(96 * ratio), "logicalBaseDpi": 96}
        x += width
    (folder / "screens.json").write_text(json.dumps({"screens": screens}))
    done = subprocess.run(
        [sys.executable, "-c", MOVES, str(folder / "settings.ini")],
        env=os.environ
        | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={folder / 'screens.json'}",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_window_has_the_pixels_of_the_screen_that_it_is_moved_to(seen: list[dict[str, Any]]) -> None:
    assert [each["ratio"] for each in seen] == [*RATIOS, 1]
    for each in seen:
        assert each["window"] == [ROOM[0] - 16, ROOM[1] - 16]
        for pixels, size in each["sizes"].values():
            assert pixels == pytest.approx([side * each["ratio"] for side in size], abs=1)


def test_text_and_tree_are_drawn_and_not_blown_up(seen: list[dict[str, Any]]) -> None:
    """A picture of fewer pixels that is blown up changes at every second or third pixel alone."""
    for each in seen:
        if each["ratio"] in (2, 3):
            for name in ("pane", "tree"):
                assert each["even"][name] < 1 / each["ratio"] + 0.15


def test_icons_are_drawn_for_the_pixels_of_each_screen(seen: list[dict[str, Any]]) -> None:
    for each in seen:
        assert set(each["icons"]) == {round(20 * each["ratio"])}
    assert all(each["drawn anew"] for each in seen[1:])


def test_the_place_stays_on_every_screen(seen: list[dict[str, Any]]) -> None:
    assert {each["section"] for each in seen} == {2}
    assert {each["line"] for each in seen} == {"经济发展进中提质"}

"""Which screen a show goes to; in a process of its own, for the screens are Qt's to count at its start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gaohang_viewer.presenting.screens import pick_screen


@pytest.mark.parametrize(
    ("screens", "home", "picked"),
    [
        (["laptop"], "laptop", "laptop"),
        (["laptop", "projector"], "laptop", "projector"),
        (["laptop", "projector"], "projector", "laptop"),
        (["laptop", "left", "right"], "laptop", "left"),
        (["laptop", "projector"], None, "projector"),
        (["laptop"], "unplugged", "laptop"),
    ],
)
def test_pick_screen(screens: list[str], home: str | None, picked: str) -> None:
    assert pick_screen(screens, home) == picked


MOVES = """
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from gaohang_viewer.presenting.audience import AudienceWindow
from gaohang_viewer.presenting.show import Go

app = QApplication([])
laptop, projector, third = QGuiApplication.screens()
window = AudienceWindow("报告")

def where():
    QTest.qWait(20)
    g = window.geometry()
    return window.screen().name(), window.isFullScreen(), (g.x(), g.y(), g.width(), g.height())

window.start(page=3, home=laptop)
print(where())
app.screenRemoved.emit(laptop)
print(where())
app.screenRemoved.emit(projector)
print(where(), window.state.page, window.state.finished)
window.start(home=projector)
print(where())
"""


def test_the_show_moves_when_its_screen_goes(tmp_path: Path) -> None:
    sizes = {"laptop": (0, 1280, 800), "projector": (1280, 1920, 1080), "third": (3200, 1024, 768)}
    screens = [
        {"name": name, "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
        for name, (x, width, height) in sizes.items()
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}))
    done = subprocess.run(
        [sys.executable, "-c", MOVES],
        env=os.environ
        | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == [
        "('projector', True, (1280, 0, 1920, 1080))",
        "('projector', True, (1280, 0, 1920, 1080))",
        "('third', True, (3200, 0, 1024, 768)) 3 False",
        "('laptop', True, (0, 0, 1280, 800))",
    ]
    assert done.stderr == ""
    assert done.returncode == 0

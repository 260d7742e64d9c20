"""Which screen a show goes to; in a process of its own, for the screens are Qt's to count at its start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, cast

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen

from gaohang_viewer.presenting.screens import Arrangement, ConsoleMode, arrange, distinct_screens

AUTO, ALWAYS, NEVER = ConsoleMode


@pytest.mark.parametrize(
    "case",
    [  # screens, home, chosen for the audience, console, in a window: the audience's, in full, console's
        (["laptop"], "laptop", None, AUTO, False, "laptop", True, None),
        (["laptop", "hall"], "laptop", None, AUTO, False, "hall", True, "laptop"),
        (["laptop", "hall"], "hall", None, AUTO, False, "laptop", True, "hall"),
        (["laptop", "left", "right"], "laptop", None, AUTO, False, "left", True, "laptop"),
        (["laptop", "left", "right"], "laptop", "right", AUTO, False, "right", True, "laptop"),
        (["laptop", "hall"], None, None, AUTO, False, "hall", True, "laptop"),
        (["laptop", "hall"], "laptop", "laptop", AUTO, False, "laptop", True, "hall"),  # swapped
        (["laptop", "hall"], "laptop", None, NEVER, False, "hall", True, None),
        (["laptop"], "laptop", None, ALWAYS, False, "laptop", False, "laptop"),
        (["laptop"], "laptop", None, AUTO, True, "laptop", False, "laptop"),  # a video meeting
        (["laptop", "hall"], "laptop", None, AUTO, True, "laptop", False, "laptop"),
        (["laptop"], "laptop", None, NEVER, True, "laptop", False, None),
        # what was unplugged is no screen any more
        (["laptop"], "laptop", "hall", AUTO, False, "laptop", True, None),
        (["hall"], "laptop", "hall", AUTO, False, "hall", True, None),
    ],
)
def test_where_the_windows_go(
    case: tuple[list[str], str | None, str | None, ConsoleMode, bool, str, bool, str | None],
) -> None:
    screens, home, chosen, wish, window, audience, full, console = case
    assert arrange(screens, home, chosen, wish, window=window) == Arrangement(audience, full, console)


class Screen(NamedTuple):
    """As much of a screen as is asked for."""

    name: str
    rect: QRect

    def geometry(self) -> QRect:
        return self.rect


def test_of_screens_that_mirror_each_other_the_first_counts() -> None:
    places = {"laptop": QRect(0, 0, 9, 9), "hall": QRect(0, 0, 9, 9), "lobby": QRect(9, 0, 9, 9)}
    screens = [Screen(name, place) for name, place in places.items()]
    found = cast("list[Screen]", distinct_screens(cast("list[QScreen]", screens)))
    assert [screen.name for screen in found] == ["laptop", "lobby"]


MOVES = """
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from gaohang_viewer.presenting.show.events import Command, Go
from gaohang_viewer.presenting.report_store import ReportStore
from gaohang_viewer.storage.settings import Settings
from gaohang_viewer.presenting import show_windows as module
from gaohang_viewer.presenting.show_windows import ShowWindows
from gaohang_viewer.report.model import Report

app = QApplication([])
screens = QGuiApplication.screens()
laptop, projector, third = screens
module.QGuiApplication.screens = staticmethod(lambda: list(screens))
settings = Settings(QSettings("settings.ini", QSettings.Format.IniFormat))
show_windows = ShowWindows(Report("报告"), settings, ReportStore(None, None))

def where():
    QTest.qWait(20)
    windows = [show_windows.audience] + ([show_windows.console] if show_windows.console else [])
    visible = [w for w in windows if w.isVisible()]
    return [(w.screen().name(), w.devicePixelRatio(), w.isFullScreen(), w.geometry().getRect()) for w in visible]

def unplug(screen):
    screens.remove(screen)
    app.screenRemoved.emit(screen)
    QTest.qWait(400)

def plug(screen):
    screens.append(screen)
    app.screenAdded.emit(screen)
    QTest.qWait(400)

show_windows.start(page=3, home=laptop)
print(where())
show_windows.running.handle_event(Command.SWAP)
print(where())
show_windows.choose_screen(projector)
unplug(projector)
print(where(), show_windows.running.state.finished)
unplug(third)
print(where())
plug(projector)
print(where(), show_windows.running.has_console)
show_windows.running.handle_event(Command.WINDOW)
print(where())
show_windows.running.end()
print(where())
show_windows.in_window, show_windows.chosen = False, None
settings.set("screen", "")
settings.set("console", "never")
show_windows.start(home=projector)
print(where())
show_windows.close()
from gaohang_viewer.app.startup import NoSuchScreen, _screen
try:
    print(_screen("2"), _screen("Third"), _screen("attic"))
except NoSuchScreen as error:
    print(error)
"""


EXPECTED = [
    "[('projector', 1.0, True, (2560, 0, 1920, 1080)), ('laptop', 2.0, True, (0, 0, 1280, 800))]",
    # swapped
    "[('laptop', 2.0, True, (0, 0, 1280, 800)), ('projector', 1.0, True, (2560, 0, 1920, 1080))]",
    # the one chosen is unplugged, then all others
    "[('third', 1.5, True, (4480, 0, 1024, 768)), ('laptop', 2.0, True, (0, 0, 1280, 800))] False",
    "[('laptop', 2.0, False, (615, 48, 640, 360)), ('laptop', 2.0, False, (1, 1, 960, 800))]",
    # one comes again
    "[('projector', 1.0, True, (2560, 0, 1920, 1080)), ('laptop', 2.0, True, (0, 0, 1280, 800))] True",
    # a video meeting
    "[('laptop', 2.0, False, (615, 48, 640, 360)), ('laptop', 2.0, False, (1, 1, 960, 800))]",
    "[]",
    # without a console
    "[('laptop', 2.0, True, (0, 0, 1280, 800))]",
    # there is no attic
    "1 · laptop 2560×1600, 2 · projector 1920×1080",
]


def test_windows_move_when_screens_come_and_go(tmp_path: Path) -> None:
    sizes = {
        "laptop": (0, 2560, 1600, 2),
        "projector": (2560, 1920, 1080, 1),
        "third": (4480, 1536, 1152, 1.5),
    }
    screens = [
        {"name": name, "x": x, "y": 0, "width": width, "height": height, "dpr": 1}
        | {"logicalDpi": round(96 * ratio), "logicalBaseDpi": 96}
        for name, (x, width, height, ratio) in sizes.items()
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}))
    done = subprocess.run(
        [sys.executable, "-c", MOVES],
        env=os.environ
        | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == EXPECTED
    assert done.stderr.replace("This plugin does not support propagateSizeHints()\n", "") == ""
    assert done.returncode == 0

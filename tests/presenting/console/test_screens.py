"""The console on one of two screens of different pixel ratio; in a process of its own, as Qt counts screens once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

SHOW = """
import sys
from pathlib import Path
import typst
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from gaohang_viewer.presenting.show.events import Command, Go
from gaohang_viewer.presenting.report_store import ReportStore
from gaohang_viewer.presenting.show.pages import Deck, ShowPage
from gaohang_viewer.presenting.show_windows import ShowWindows
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.storage.settings import Settings

app = QApplication([])
settings = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
colours = ("#c02020", "#20c020", "#2020c0")
source = "".join(f'#page(width: 160pt, height: 90pt, fill: rgb("{colour}"))[]' for colour in colours)
report = Report("报告", sections=tuple(Section(1, f"{n}.", f"第{n}节", n, "正文。") for n in range(3)))
pages = tuple(ShowPage(n + 1, n, n, 0, f"第{n}节", str(n)) for n in range(3))
show_windows = ShowWindows(report, settings, ReportStore(None, None))
show_windows.running.set_deck(Deck(report, typst.Compiler(source.encode()).compile(), pages))
show_windows.start(home=next(screen for screen in app.screens() if screen.name() == "laptop"))
console = show_windows.console

def colour(widget):
    image = widget.grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).name()

def seen():
    parts = console.parts
    for _ in range(200):
        QTest.qWait(20)
        found = colour(parts.page_area.page), colour(parts.next_area.page), colour(show_windows.audience)
        if found == wanted:
            break
    names = console.screen().name(), show_windows.audience.screen().name()
    return names, console.devicePixelRatio(), found == wanted, parts.audience.screen_name

show_windows.running.handle_event(Go(2))
wanted = (colours[1], colours[2], colours[1])
print(seen())
show_windows.running.handle_event(Command.SWAP)
print(seen())
actions = [action.text() for action in console.parts.audience.menu().actions()]
print([text for text in actions if text.startswith(("1", "2"))])
console.parts.audience.screen_chosen.emit(0)
print(seen())
show_windows.close()
"""


def test_pages_are_sharp_on_either_screen_and_the_audience_s_is_named(tmp_path: Path) -> None:
    sizes = {"laptop": (0, 2560, 1600), "hall": (2560, 1920, 1080)}
    screens = [
        {"name": name, "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
        for name, (x, width, height) in sizes.items()
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}))
    done = subprocess.run(
        [sys.executable, "-c", SHOW, str(tmp_path / "settings.ini")],
        env=os.environ
        | {
            "QT_SCREEN_SCALE_FACTORS": "laptop=2;hall=1",
            "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}",
            "PYTHONPATH": str(Path(__file__).parents[3]),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == [
        "(('laptop', 'hall'), 2.0, True, 'hall 1920×1080')",
        "(('hall', 'laptop'), 1.0, True, 'laptop 2560×1600')",
        "['1 · hall 1920×1080', '2 · laptop 2560×1600']",
        "(('laptop', 'hall'), 2.0, True, 'hall 1920×1080')",
    ]
    assert done.stderr.replace("This plugin does not support propagateSizeHints()\n", "") == ""
    assert done.returncode == 0

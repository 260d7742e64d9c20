"""Reads in a report of many copies of the built-in one, usually 13 MB, in the running program, and prints times.

``python read_once.py [COPIES]`` prints JSON: ms of each jump to a section and of each page scrolled, until it is painted;
ms of searches, the first with the folding of the report; and MB of memory (PSS) at the end.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[3]
SOURCE = ROOT / "tests" / "fixtures" / "gaohang-report.txt"
COPIES = 1000
JUMPS, PAGES = 60, 120
WORDS = ("一网统管", "高行", "的", "沒有這個詞", "2020 年", "高质量发展")


def main(copies: int) -> None:
    """One file, one program."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.path.insert(0, str(ROOT))
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QAbstractSlider, QApplication

    from gaohang_viewer.app.app import App

    qt = QApplication([])
    qt.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "report.txt")
        file.write_text(SOURCE.read_text("utf-8") * copies, "utf-8")
        app = App(QSettings(folder + "/settings.ini", QSettings.Format.IniFormat))
        app.window.resize(1280, 800)
        app.start(file)
        while app.files.opening.busy:
            qt.processEvents()
        _settle(qt, 1.0)
        pane, tree, finder = app.views.pane, app.views.navigator.view, app.finder
        chance = random.Random(1)  # noqa: S311 - which sections are jumped to is no secret
        jumps = []
        for _ in range(JUMPS):
            section = chance.randrange(len(app.reader.report.sections))
            start = time.perf_counter()
            app.reader.go(section)
            pane.viewport().repaint()
            tree.viewport().repaint()
            jumps.append(1000 * (time.perf_counter() - start))
            _settle(qt, 0.02)
        pages = []
        for _ in range(PAGES):
            start = time.perf_counter()
            pane.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
            pane.viewport().repaint()
            pages.append(1000 * (time.perf_counter() - start))
            _settle(qt, 0.02)
        searches = []
        for word in WORDS:
            start = time.perf_counter()
            finder.find(word)
            while finder.is_searching:
                qt.processEvents()
            searches.append(1000 * (time.perf_counter() - start))
            _settle(qt, 0.1)
        finder.find("")
        memory = _pss()
        app.window.close()
    print(json.dumps({"jumps": jumps, "pages": pages, "searches": searches, "mb": memory}))


def _pss() -> float:
    for line in Path("/proc/self/smaps_rollup").read_text("ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0


def _settle(qt: object, seconds: float) -> None:
    """Lets what was put off happen."""
    from PySide6.QtWidgets import QApplication

    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.002)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COPIES)

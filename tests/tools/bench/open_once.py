"""Opens one text of many copies of the built-in report's source in the running program, and prints times.

``python open_once.py COPIES`` prints JSON: ms from reading the file to its first section painted, ms until the
outline is complete, the longest time that the window stood still meanwhile, and MB of memory (PSS) that it took.
"""

from __future__ import annotations

import itertools
import json
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[3]
SOURCE = ROOT / "tests" / "fixtures" / "gaohang-report.txt"
_BEAT = 10  # ms between two looks at the clock


def main(copies: int) -> None:
    """One file, one program."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.path.insert(0, str(ROOT))
    from PySide6.QtCore import QEventLoop, QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    from gaohang_viewer.app.app import App
    from gaohang_viewer.session.background_reader import Opened
    from tests.tools.bench.memory import memory

    qt = QApplication([])
    qt.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "report.txt")
        file.write_text(SOURCE.read_text("utf-8") * copies, "utf-8")
        app = App(QSettings(folder + "/settings.ini", QSettings.Format.IniFormat))
        app.window.resize(1280, 800)
        app.start(None)
        _settle(qt, 1.0)
        beats: list[float] = []
        beat = QTimer(interval=_BEAT)
        beat.timeout.connect(lambda: beats.append(time.perf_counter()))
        beat.start()
        done = QEventLoop()
        whole: list[float] = []

        def opened(opened: Opened) -> None:
            if opened.whole:
                whole.append(time.perf_counter())
                QTimer.singleShot(0, done.quit)

        app.files.background_reader.opened.connect(opened)
        before = memory(os.getpid(), children=False)  # one that sets the pages ahead comes and goes
        start = time.perf_counter()
        beats.append(start)
        app.open(file)
        app.reader.go(0)
        app.views.pane.repaint()
        app.views.navigator.view.repaint()
        painted = time.perf_counter()
        if not whole:
            done.exec()
        _settle(qt, 0.3)
        gaps = [(after - before) * 1000 for before, after in itertools.pairwise(beats)]
        taken = memory(os.getpid(), children=False) - before
        app.window.close()
    print(json.dumps([(painted - start) * 1000, (whole[0] - start) * 1000, max(gaps), taken]))


def _settle(qt: object, seconds: float) -> None:
    """Lets what was put off happen."""
    from PySide6.QtWidgets import QApplication

    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.002)


if __name__ == "__main__":
    main(int(sys.argv[1]))

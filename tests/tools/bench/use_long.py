"""Uses the running program for long, one way, and prints the MB of memory that it takes more in the end.

``python use_long.py NAME TIMES`` with NAME from `USES`; the first third warms caches and is not counted.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gaohang_viewer.app.app import App

ROOT = Path(__file__).parents[3]
SOURCE = ROOT / "tests" / "fixtures" / "gaohang-report.txt"
_FILES = 12  # different reports that are opened in turn
_WORDS = ("增长", "建设", "人", "没有这个词语", "高行", "二", "服务")


def main(name: str, times: int) -> None:
    """One use, one program."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.path.insert(0, str(ROOT))
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from gaohang_viewer.app.app import App
    from tests.tools.bench.memory import memory

    qt = QApplication([])
    qt.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        text = SOURCE.read_text("utf-8")
        for number in range(_FILES):
            Path(folder, f"{number}.txt").write_text(text.replace("高行", f"高{number}行"), "utf-8")
        app = App(QSettings(folder + "/settings.ini", QSettings.Format.IniFormat))
        app.window.resize(1280, 800)
        app.start(Path(folder, "0.txt"))
        wait(1.0)
        use = USES[name]
        for number in range(times // 3):
            use(app, Path(folder), number)
        gc.collect()
        before = memory(os.getpid(), children=False)
        for number in range(times // 3, times):
            use(app, Path(folder), number)
        gc.collect()
        print(memory(os.getpid(), children=False) - before)
        app.window.close()


def wait(seconds: float, done: Callable[[], bool] = lambda: False) -> None:
    """Lets the program work for some seconds, or until something is done; in a loop, which deletes what it
    was asked to delete later."""
    from PySide6.QtCore import QEventLoop, QTimer

    end = time.perf_counter() + seconds
    loop, beat = QEventLoop(), QTimer(interval=5)
    beat.timeout.connect(lambda: loop.quit() if done() or time.perf_counter() > end else None)
    beat.start()
    loop.exec()


def reopen(app: App, folder: Path, number: int) -> None:
    """Opens another report, whose slides are made, too."""
    app.open(folder / f"{number % _FILES}.txt")
    wait(0.6)
    wait(20, lambda: not app.presenting.busy)


def show(app: App, folder: Path, number: int) -> None:
    """Shows five pages and ends."""
    from gaohang_viewer.presenting.show.events import Event

    app.present(number)
    running = app.presenting.windows.running
    wait(20, lambda: bool(running.pages))
    for _ in range(5):
        running.handle_event(Event.NEXT)
        wait(0.05)
    running.end()
    wait(0.1)


def search(app: App, folder: Path, number: int) -> None:
    """Searches for a word and goes to the next match."""
    app.views.find_bar.field.setText(_WORDS[number % len(_WORDS)] + str(number // len(_WORDS) % 10 or ""))
    wait(0.02)


def export(app: App, folder: Path, number: int) -> None:
    """Exports the report as a PDF."""
    from gaohang_viewer.printing.background_job import to_file
    from gaohang_viewer.printing.export_queue import ExportStep
    from gaohang_viewer.typeset.paper_job import paper_job

    report, target, exports = app.reader.report, folder / "out.pdf", app.printing.exports
    exports.start([ExportStep(lambda: paper_job(report), to_file(target), target)])
    wait(20, lambda: not exports.is_busy)


USES: dict[str, Callable[[App, Path, int], None]] = {
    "reopen": reopen,
    "show": show,
    "export": export,
    "search": search,
}

if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))

"""The window for paper: from its key to the first page, and from a change of an option to the new page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.tools.bench.rounds import figure

if TYPE_CHECKING:
    from gaohang_viewer.printing.paper_dialog import PaperDialog

_OPEN = 2.0  # seconds that the report has been open for
_CHANGES = 6  # options that are changed, one after the other


def measure(rounds: int) -> dict[str, float]:
    """On the built-in report, each time in a program just started."""
    once = [sys.executable, "-m", "tests.tools.bench.paper"]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.qpa.*=false"}
    said = [
        json.loads(subprocess.run(once, env=environment, check=True, capture_output=True).stdout)
        for _ in range(rounds)
    ]
    return {
        **figure("paper_first_ms", (1000 * first for first, _ in said)),
        **figure("paper_reset_ms", (1000 * change for _, changes in said for change in changes)),
    }


def _once(folder: Path) -> tuple[float, list[float]]:
    """The seconds to the first page, and to the page after each change."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from gaohang_viewer.app.app import App

    application = QApplication([])
    app = App(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    app.start(None)

    def wait(seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            application.processEvents()
            time.sleep(0.001)

    def shown(dialog: PaperDialog) -> bool:
        return dialog.pages is not None and dialog.preview._image(0) is not None

    wait(_OPEN)
    start = time.monotonic()
    app.window.actions_by_id["paper"].trigger()
    dialog = app.printing.dialog
    if dialog is None:
        raise RuntimeError("the window for paper did not open")
    while not shown(dialog):
        wait(0.001)
    first = time.monotonic() - start
    changes = []
    for _ in range(_CHANGES):
        wait(0.3)
        start = time.monotonic()
        dialog.panel.ticks["contents"].click()
        while not shown(dialog):
            wait(0.001)
        changes.append(time.monotonic() - start)
    dialog.close()
    app.window.close()
    return first, changes


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        print(json.dumps(_once(Path(scratch))))

"""A long show in a short time: thousands of keys among screens that come and go, files that change, and ink.

python dev.py soak [--steps N] [--hours H]

Every key goes to the window that has the keyboard, as from the speaker's hand; beside it the pure state
machine is fed the same events, and the two must agree after every key. Memory and the number of objects are
told as it goes on, and must not grow.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.presenting.show.events import ShowEvent

_SCREENS = {"laptop": (0, 1280, 800, 1), "hall": (1280, 1920, 1080, 1), "third": (3200, 2048, 1536, 2)}
_WARM = 0.3  # the share of the steps after which nothing more may be added
_MOST_GROWTH = 0.03  # of memory from then on, which caches and the allocator may take
_REPORT = "# 报告\n\n" + "\n\n".join(
    f"# {chapter}、第{chapter}章\n\n"
    + "\n\n".join(
        f"## （{n}）第{n}节\n\n- 要点甲，增长{n}%\n- 要点乙\n\n正文第{n}段。" for n in "一二三四五六七"
    )
    for chapter in "一二三四五六"
)


def main() -> int:
    """Runs the soak; 0 if no key was dropped and nothing leaked."""
    parser = argparse.ArgumentParser(prog="soak", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--steps", type=int, default=10_000)
    parser.add_argument(
        "--hours", type=float, default=0, help="spread over so many hours; else at full speed"
    )
    parser.add_argument("--seed", type=int, default=4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        screens = [
            {
                "name": name,
                "x": x,
                "y": 0,
                "width": w,
                "height": h,
                "logicalDpi": 96,
                "logicalBaseDpi": 96,
                "dpr": dpr,
            }
            for name, (x, w, h, dpr) in _SCREENS.items()
        ]
        file = Path(scratch, "screens.json")
        file.write_text(json.dumps({"screens": screens}))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
        os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
        return Soak(Path(scratch), options).run()


class Soak:
    """One long show."""

    def __init__(self, scratch: Path, options: argparse.Namespace) -> None:
        from PySide6.QtCore import QSettings
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtWidgets import QApplication

        from gaohang_viewer.app.app import App

        self.options = options
        self.random = random.Random(options.seed)  # noqa: S311 - nothing is kept secret by it
        self.qt = QApplication(sys.argv[:1])
        self.screens = list(QGuiApplication.screens())
        self.there = list(self.screens)
        QGuiApplication.screens = staticmethod(lambda: list(self.there))  # type: ignore[method-assign]
        self.report = scratch / "报告.md"
        self.report.write_text(_REPORT, "utf-8")
        store = QSettings(str(scratch / "settings.ini"), QSettings.Format.IniFormat)
        store.setValue("chosen/reveal", True)
        self.app = App(store)
        self.app.start(self.report)
        self.wait(lambda: bool(self.running.pages))
        self.app.present(None)
        self.memory: list[tuple[int, float, int]] = []
        self.dropped = 0

    @property
    def running(self) -> Any:
        return self.app.presenting.windows.running

    def wait(self, done: Any = lambda: False, seconds: float = 20) -> None:
        end = time.monotonic() + seconds
        while not done() and time.monotonic() < end:
            self.qt.processEvents()
            time.sleep(0.002)

    def run(self) -> int:
        """All steps, and what came of them."""
        begun = time.monotonic()
        for step in range(1, self.options.steps + 1):
            self.turn()
            if step % max(self.options.steps // 20, 1) == 0:
                self.measure(step)
            if self.options.hours:
                self.wait(seconds=self.options.hours * 3600 / self.options.steps)
        seconds = time.monotonic() - begun
        settled = [row for row in self.memory if row[0] >= self.options.steps * _WARM]
        half = len(settled) // 2
        growth = [
            median(row[at] for row in settled[half:]) / median(row[at] for row in settled[:half]) - 1
            for at in (1, 2)
        ]
        print(f"{self.options.steps} steps in {seconds:.0f} s; keys dropped: {self.dropped}")
        print(f"memory {growth[0]:+.1%}, objects {growth[1]:+.1%} from the first half to the second")
        self.running.end()
        self.app.window.close()
        return int(self.dropped > 0 or max(growth) > _MOST_GROWTH)

    def turn(self) -> None:
        """One thing that happens in a long show."""
        number = self.random.random()
        if number < 0.002:
            self.plug()
        elif number < 0.004:
            self.change_file()
        elif number < 0.05:
            self.draw()
        else:
            self.key()
        self.qt.processEvents()

    def key(self) -> None:
        """A key to the window in front; the state machine must come to the same."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        from gaohang_viewer.presenting.show.events import Digit, Event, Go
        from gaohang_viewer.presenting.show.transitions import next_state

        key = Qt.Key
        keys: list[tuple[Qt.Key, list[ShowEvent], float]] = [
            (key.Key_PageDown, [Event.NEXT], 12),
            (key.Key_PageUp, [Event.PREVIOUS], 3),
            (key.Key_F, [Event.FREEZE], 1),
            (key.Key_V, [Event.SHOW_THIS], 0.5),
            (key.Key_G, [Event.RETURN], 1),
            (key.Key_B, [Event.BLACK], 0.5),
            (key.Key_Tab, [Event.OVERVIEW], 1),
            (key.Key_Return, [Event.ENTER], 1),
            (key.Key_L, [Event.LASER], 0.5),
            (key.Key_Home, [Event.FIRST], 0.5),
            (key.Key_7, [Digit(7)], 1),
        ]
        chosen, events, _ = self.random.choices(keys, [weight for *_, weight in keys])[0]
        show_windows = self.app.presenting.windows
        window = cast(
            "QWidget", show_windows.console if show_windows.running.has_console else show_windows.audience
        )
        before = show_windows.running.state
        expected = before
        for event in events:
            if event in (Event.FREEZE, Event.SHOW_THIS) and not show_windows.running.has_console:
                continue
            expected = next_state(expected, event, show_windows.running.clock())
        QTest.keyClick(window, chosen)
        if _without_times(show_windows.running.state) != _without_times(expected):
            self.dropped += 1
            print(f"{chosen.name}: {before} became {show_windows.running.state}", file=sys.stderr)
        if show_windows.running.state.page > show_windows.running.state.page_count - 2:
            show_windows.running.handle_event(Go(1))

    def draw(self) -> None:
        """A stroke, now and then taken back; or the page is wiped."""
        from gaohang_viewer.presenting.show.events import Command
        from gaohang_viewer.presenting.show.ink import Stroke, Tool

        marking = self.app.presenting.windows.marking
        if self.random.random() < 0.3:
            self.running.handle_event(self.random.choice([Command.UNDO, Command.REDO, Command.CLEAR]))
            return
        x, y = self.random.random(), self.random.random()
        stroke = Stroke(Tool.PEN, "#E5322D", 0.006, tuple((x + n / 100, y) for n in range(20)))
        marking.set_growing(stroke)
        marking.add_stroke(stroke)

    def plug(self) -> None:
        """A screen goes, or comes again."""
        gone = [screen for screen in self.screens if screen not in self.there]
        if gone and (self.random.random() < 0.6 or len(self.there) == 1):
            self.there.append(gone[0])
            self.qt.screenAdded.emit(gone[0])
        else:
            away = self.there.pop()
            self.qt.screenRemoved.emit(away)
        self.wait(seconds=0.5)

    def change_file(self) -> None:
        """Another program saves the report; the show goes on with other slides."""
        deck = self.running.deck
        text = self.report.read_text("utf-8")
        self.report.write_text(
            text.replace("正文", "正文又改", 1) if len(text) < 2 * len(_REPORT) else _REPORT, "utf-8"
        )
        self.wait(lambda: self.running.deck is not deck, 15)
        if self.running.deck is deck:
            print("the changed file did not come into the show", file=sys.stderr)
            self.dropped += 1

    def measure(self, step: int) -> None:
        """Memory and objects, once all that can go has gone."""
        self.wait(seconds=0.3)
        gc.collect()
        status = (
            Path("/proc/self/smaps_rollup").read_text("ascii") if sys.platform == "linux" else "Pss: 1 kB"
        )
        pss = next(float(line.split()[1]) for line in status.splitlines() if line.startswith("Pss:")) / 1024
        self.memory.append((step, pss, len(gc.get_objects())))
        state = self.running.state
        print(
            f"{step:7} steps  {pss:6.1f} MB  {len(gc.get_objects())} objects  page {state.page}", flush=True
        )


def _without_times(state: Any) -> Any:
    from dataclasses import replace

    return replace(state, typed_until=0.0, leaving_armed_until=None)


if __name__ == "__main__":
    sys.exit(main())

"""The whole program in a process of its own, without a screen, with a home of its own, led step by step.

    python -m tests.tools.driven "def steps(app): app.open('a.md'); yield 200; app.window.close()" [ARGUMENT...]

`steps` is a generator that is called with the App once its window is there. It yields milliseconds to wait or
a condition to wait for. What the program prints, and its exit code, are what a test looks at.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 30  # seconds for one condition
# What the offscreen platform says of every window.
KNOWN = ("This plugin does not support",)


def environment(home: Path, **more: str) -> dict[str, str]:
    """Of a child whose home is this folder."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "LC_", "QT_"))}
    made = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "STATE", "DATA", "CACHE")}
    if "XDG_RUNTIME_DIR" in os.environ:
        made["XDG_RUNTIME_DIR"] = os.environ["XDG_RUNTIME_DIR"]
    made |= {"HOME": str(home), "LOCALAPPDATA": str(home / "state"), "APPDATA": str(home / "config")}
    made |= {"LANGUAGE": "en", "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)}
    return kept | made | {"PYTHONFAULTHANDLER": "0"} | more


def start(home: Path, steps: str, *arguments: str, **more: str) -> subprocess.Popen[str]:
    """Starts the program; its words are read from its pipes."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.tools.driven", steps, *arguments],
        cwd=_ROOT,
        env=environment(home, **more),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def run(home: Path, steps: str, *arguments: str, **more: str) -> tuple[int, str, list[str]]:
    """Exit code, what was printed, and the lines of complaint beyond those that are known."""
    with start(home, steps, *arguments, **more) as process:
        out, complaints = process.communicate(timeout=60)
    lines = [line for line in complaints.splitlines() if line and not line.startswith(KNOWN)]
    return process.returncode, out, lines


def python(home: Path, source: str, *arguments: str) -> int:
    """Runs a few lines of Python in such a process; its exit code."""
    command = [sys.executable, "-c", source, *arguments]
    return subprocess.run(command, cwd=_ROOT, env=environment(home), check=False, timeout=60).returncode


class _Leading:
    """Takes one step after the other while the event loop runs."""

    def __init__(self, steps: Iterator[Any]) -> None:
        from PySide6.QtCore import QTimer

        self._steps = steps
        self._until: Callable[[], object] = lambda: True
        self._given_up = 0.0
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if not self._until():
            if time.monotonic() > self._given_up:
                print("waited in vain", file=sys.stderr, flush=True)
                os._exit(3)
            return
        self._given_up = time.monotonic() + _PATIENCE
        self._timer.stop()  # a step may open a dialog, which has a loop of its own
        try:
            wanted = next(self._steps)
        except StopIteration:
            return
        except Exception:  # noqa: BLE001 - in a slot it would be logged, and the program wait for ever
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(4)
        finally:
            self._timer.start()
        if isinstance(wanted, int):
            end = time.monotonic() + wanted / 1000
            self._until = lambda: time.monotonic() > end
        else:
            self._until = wanted


def main() -> int:
    """The child's side."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QMessageBox

    from gaohang_viewer.app import startup
    from gaohang_viewer.app.app import App
    from gaohang_viewer.cli.main import main as command

    source, *arguments = sys.argv[1:]
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, os.environ["XDG_CONFIG_HOME"])

    def warned(_parent: object, _title: str, text: str) -> None:
        print("told:", text, flush=True)  # a box would wait for somebody

    QMessageBox.warning = warned  # type: ignore[method-assign,assignment]

    class Driven(App):
        def start(self, path: Path | None, password: str = "") -> None:
            super().start(path, password)
            known: dict[str, Any] = {}
            exec(source, known)  # noqa: S102 - a test wrote it
            self.leading = _Leading(known["steps"](self))

    vars(startup)["App"] = Driven
    return command(arguments)


if __name__ == "__main__":
    sys.exit(main())

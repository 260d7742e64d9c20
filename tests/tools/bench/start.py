"""From starting the program to the settled picture, and the memory it then takes, against a bare window."""

from __future__ import annotations

import re
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from gaohang_viewer.resources import BUILT_IN_REPORT
from tests.tools.bench.rounds import HERE, PROGRAM, Rounds, Sample
from tests.tools.screen import FrameBuffer, Screen

QUIET, LONGEST = (
    1.2,
    4.0,
)  # seconds without a change that mean settled, and how long a blinking cursor may go on
SAME = 0.005  # the share of pixels that may still change after the picture counts as the settled one


def measure(rounds: int) -> dict[str, float]:
    """Compare the program on its built-in report with a bare window, empty and with the report's text.

    `pss` is taken when the picture has settled, `pss_rest` when work in the background is over, too.
    """
    bare = (sys.executable, str(HERE / "bare_window.py"))
    commands = {"program": PROGRAM, "bare": bare, "text": (*bare, str(BUILT_IN_REPORT))}
    with tempfile.TemporaryDirectory() as folder:
        homes = {name: Path(folder) / name for name in commands}
        runs = {name: partial(_start, command, homes[name]) for name, command in commands.items()}
        result = Rounds(runs, rounds)
    return {
        "start_ratio": result.ratio("program", "bare", "ms"),
        "start_text_ratio": result.ratio("program", "text", "ms"),
        "start_ms": result.median("program", "ms"),
        "start_bare_ms": result.median("bare", "ms"),
        "start_text_ms": result.median("text", "ms"),
        "pss_ratio": result.ratio("program", "bare", "pss"),
        "pss_mb": result.median("program", "pss"),
        "pss_bare_mb": result.median("bare", "pss"),
        "pss_rest_ratio": result.ratio("program", "bare", "rest"),
        "pss_rest_mb": result.median("program", "rest"),
    }


def _start(command: tuple[str, ...], home: Path) -> Sample:
    with Screen(window_manager=False, home=home) as screen:
        frames: list[tuple[float, bytes]] = []
        screen.frame.changed()
        start = now = time.monotonic()
        process = screen.start(*command)
        while now - start < 30 and process.poll() is None and not (frames and _is_over(now - start, frames)):
            now = time.monotonic()
            if screen.frame.glance():
                frames.append((now - start, _thin(screen.frame)))
            time.sleep(0.003)
        if process.poll() is not None or not frames:
            raise RuntimeError(f"{' '.join(command)} showed no window")
        pss = memory(process.pid)
        _wait_for_rest(process.pid)
        rest = memory(process.pid)
        screen.end(process)
    return {"ms": 1000 * _settled(frames), "pss": pss, "rest": rest}


def _is_over(now: float, frames: list[tuple[float, bytes]]) -> bool:
    return now - frames[-1][0] > QUIET or now - frames[0][0] > LONGEST


def _settled(frames: list[tuple[float, bytes]]) -> float:
    """When the picture became what it is at the end, but for little things."""
    settled, last = frames[-1]
    for moment, frame in reversed(frames):
        if _difference(frame, last) > SAME:
            break
        settled = moment
    return settled


def _thin(frame: FrameBuffer) -> bytes:
    """One pixel of sixteen, which is enough to compare pictures by."""
    pixels, line = memoryview(frame.seen()).cast("I"), frame.width
    return b"".join(pixels[at : at + line : 4].tobytes() for at in range(0, len(pixels), 4 * line))


def _difference(one: bytes, other: bytes) -> float:
    pixels = memoryview(one).cast("I")
    differing = sum(one != other for one, other in zip(pixels, memoryview(other).cast("I"), strict=True))
    return differing / len(pixels)


def memory(pid: int) -> float:
    """What a process and its children take, in MiB; what n processes share counts one n-th (PSS)."""
    maps = [_read(process, "smaps_rollup") for process in _tree(pid)]
    return sum(int(kib) for text in maps for kib in re.findall(r"^Pss: +(\d+)", text, re.MULTILINE)) / 1024


def _wait_for_rest(pid: int) -> None:
    """Wait, though not for ever, until work in the background is over: no processor time used for a while."""
    used = -1
    for _ in range(20):
        before = used
        fields = [_read(process, "stat").rpartition(")")[2].split() for process in _tree(pid)]
        used = sum(int(ticks) for field in fields for ticks in field[11:13])
        if used == before:
            return
        time.sleep(0.5)


def _tree(pid: int) -> list[int]:
    """A process and all that came of it."""
    tasks = Path(f"/proc/{pid}/task").glob("*")
    children = [int(child) for task in tasks for child in _read(pid, f"task/{task.name}/children").split()]
    return [pid, *(found for child in children for found in _tree(child))]


def _read(pid: int, name: str) -> str:
    """What the kernel tells of a process; nothing if it has ended."""
    try:
        return Path(f"/proc/{pid}/{name}").read_text()
    except OSError:
        return ""

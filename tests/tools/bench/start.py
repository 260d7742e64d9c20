"""From starting the program to the settled picture, and the memory it then takes, against a bare window."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.tools.bench.memory import end, memory, wait_for_rest
from tests.tools.bench.rounds import HERE, PROGRAM, Rounds, Sample, figure
from tests.tools.screen import FrameBuffer, Screen

QUIET = 1.2  # seconds without a change that mean settled
LONGEST = 4.0  # seconds that a blinking cursor may go on
_QUICK_QUIET = 0.7
_SERVER_RESTS = 0.3  # seconds: one that was just started still works for itself
SAME = 0.005  # the share of pixels that may still change after the picture counts as the settled one


def measure(rounds: int) -> dict[str, float]:
    """Compare the program on its built-in report with an empty bare window.

    `pss` is taken when the picture has settled, `pss_rest` when work in the background is over, too.
    """
    with tempfile.TemporaryDirectory() as folder:
        result = Rounds(_runs(Path(folder)), rounds)
    return {
        **figure("start_ratio", result.ratios("program", "bare", "ms")),
        **figure("start_ms", result.values("program", "ms")),
        **figure("start_bare_ms", result.values("bare", "ms")),
        **figure("pss_ratio", result.ratios("program", "bare", "pss")),
        **figure("pss_mb", result.values("program", "pss")),
        **figure("pss_bare_mb", result.values("bare", "pss")),
        **figure("pss_rest_ratio", result.ratios("program", "bare", "rest")),
        **figure("pss_rest_mb", result.values("program", "rest")),
    }


def quick(rounds: int) -> dict[str, float]:
    """The ratios to the bare window alone, at the least of a few rounds."""
    with tempfile.TemporaryDirectory() as folder:
        result = Rounds(_runs(Path(folder), _QUICK_QUIET), rounds, warm=False)
    return {
        "start_ratio": min(result.ratios("program", "bare", "ms")),
        "pss_rest_ratio": min(result.ratios("program", "bare", "rest")),
    }


def _runs(folder: Path, quiet: float = QUIET) -> dict[str, Callable[[], Sample]]:
    commands = {"program": PROGRAM, "bare": (sys.executable, str(HERE / "bare_window.py"))}
    return {
        name: partial(start_once, command, folder / name, quiet=quiet) for name, command in commands.items()
    }


def start_once(command: tuple[str, ...], home: Path, *, quiet: float = QUIET) -> Sample:
    """Start a program on a screen of its own: `ms` to the settled picture, `pss` then and at `rest`, in MiB."""
    with Screen(window_manager=False, home=home) as screen:
        frames: list[tuple[float, bytes]] = []
        time.sleep(_SERVER_RESTS)
        screen.frame.changed()
        start = now = time.monotonic()
        process = screen.start(*command)
        while now - start < 30 and process.poll() is None:
            if frames and (now - start - frames[-1][0] > quiet or now - start - frames[0][0] > LONGEST):
                break
            now = time.monotonic()
            if screen.frame.glance():
                frames.append((now - start, _thin(screen.frame)))
            time.sleep(0.003)
        if process.poll() is not None or not frames:
            end(screen, process)
            raise RuntimeError(f"it showed no window, or ended: {' '.join(command)}")
        pss = memory(process.pid)
        wait_for_rest(process.pid)
        sample = {"ms": 1000 * _settled(frames), "pss": pss, "rest": memory(process.pid)}
        end(screen, process)
    return sample


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

"""From the key to the last change of the picture in the show, against a bare window with ready-made pictures."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from statistics import median, quantiles

import pypdfium2
from PySide6.QtGui import QImage

from tests.tools.bench.memory import end
from tests.tools.bench.rounds import HERE, PROGRAM, Rounds, Sample, figure
from tests.tools.screen import Screen

HD, UHD = (1920, 1080), (3840, 2160)
STEPS = 40  # in each turn; 200 in five
DWELL = 0.2  # seconds from one step to the key for the next
QUIET = 0.15  # seconds without a change after which a step is over


def measure(rounds: int) -> dict[str, float]:
    """Compare steps in the show with steps through pictures of the same pages, on two screens."""
    return _compare("step", HD, max(5, rounds // 2)) | _compare("step_4k", UHD, max(2, rounds // 3))


def _compare(name: str, size: tuple[int, int], rounds: int) -> dict[str, float]:
    times: list[float] = []
    bare_times: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        pictures = draw_pages(Path(folder), size[0])
        bare = (sys.executable, str(HERE / "bare_slides.py"), *map(str, pictures))
        runs = {
            "program": partial(steps, size, (*PROGRAM, "present"), times),
            "bare": partial(steps, size, bare, bare_times),
        }
        result = Rounds(runs, rounds)
    return {
        **figure(f"{name}_ratio", result.ratios("program", "bare", "ms")),
        **figure(f"{name}_ms", result.values("program", "ms")),
        f"{name}_p95_ms": quantiles(times, n=20)[-1],
        **figure(f"{name}_bare_ms", result.values("bare", "ms")),
        f"{name}_bare_p95_ms": quantiles(bare_times, n=20)[-1],
    }


def quick(count: int) -> dict[str, float]:
    """The ratio on the usual screen alone: both shows run on screens of their own and take turns at every step."""
    with tempfile.TemporaryDirectory() as folder, Screen(HD) as ours, Screen(HD) as theirs:
        pictures = draw_pages(Path(folder), HD[0], count + 3)
        shows = [
            (ours, begin(ours, HD, (*PROGRAM, "present"))),
            (theirs, begin(theirs, HD, (sys.executable, str(HERE / "bare_slides.py"), *map(str, pictures)))),
        ]
        times: dict[Screen, list[float]] = {ours: [], theirs: []}
        for number in range(count):
            for screen, _ in shows if number % 2 == 0 else shows[::-1]:
                time.sleep(DWELL)
                times[screen].append(press(screen))
        for screen, process in shows:
            screen.end(process)
    return {"step_ratio": median(times[ours]) / median(times[theirs])}


def draw_pages(folder: Path, width: int, most: int = STEPS + 3) -> list[Path]:
    """The pages of the show as pictures, as many as a turn steps through."""
    deck = folder / "deck.pdf"
    subprocess.run([*PROGRAM, "pdf", "-o", str(deck), "--as", "slides"], check=True)
    pictures = []
    with pypdfium2.PdfDocument(deck) as document:
        for number in range(min(len(document), most)):
            bitmap = document[number].render(scale=width / document[number].get_width(), prefer_bgrx=True)
            image = QImage(
                bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
            )
            pictures.append(folder / f"{number}.png")
            image.save(str(pictures[-1]))
    return pictures


def steps(
    size: tuple[int, int],
    command: tuple[str, ...],
    times: list[float],
) -> Sample:
    """Start a show, let it come to rest, and step through it."""
    with Screen(size) as screen:
        process = begin(screen, size, command)
        found = []
        for _ in range(STEPS):
            time.sleep(DWELL)
            found.append(1000 * press(screen))
        end(screen, process)
    times += found
    return {"ms": median(found)}


def begin(
    screen: Screen,
    size: tuple[int, int],
    command: tuple[str, ...],
) -> subprocess.Popen[bytes]:
    """Start a show, and let it come to rest after two steps."""
    screen.move(size[0] // 2, size[1] - 1)
    screen.wait_quiet()
    process = screen.start(*command)
    _wait_for_picture(screen)
    for _ in range(2):
        screen.key("Right")
        time.sleep(1)
    return process


def _wait_for_picture(screen: Screen) -> None:
    for _ in range(3000):
        if screen.frame.changed():
            break
        time.sleep(0.01)
    screen.wait_quiet(1.5, timeout=30)


def press(screen: Screen, key: str = "Right", quiet: float = QUIET) -> float:
    """The seconds from a key to the last change of the picture, before it has not changed for `quiet` seconds."""
    screen.frame.changed()
    last, start = 0.0, time.monotonic()
    screen.key(key)
    while (now := time.monotonic() - start) < last + quiet or not last:
        if screen.frame.glance():
            last = now
        if now > 10:
            raise RuntimeError("the picture does not change, or does not come to rest")
        time.sleep(0.0003)
    return last

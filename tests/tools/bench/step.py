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

from tests.tools.bench.rounds import HERE, PROGRAM, Rounds, Sample
from tests.tools.screen import Screen

SIZE = (1920, 1080)
STEPS = 15  # in each turn
QUIET = 0.15  # seconds without a change after which a step is over


def measure(rounds: int) -> dict[str, float]:
    """Compare steps in the show with steps through pictures of the same pages."""
    times: list[float] = []
    bare_times: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        pictures = _draw_pages(Path(folder))
        bare = (sys.executable, str(HERE / "bare_slides.py"), *map(str, pictures))
        runs = {
            "program": partial(_steps, (*PROGRAM, "present"), times),
            "bare": partial(_steps, bare, bare_times),
        }
        result = Rounds(runs, max(2, rounds // 2))
    return {
        "step_ratio": result.ratio("program", "bare", "ms"),
        "step_ms": result.median("program", "ms"),
        "step_p95_ms": quantiles(times, n=20)[-1],
        "step_bare_p95_ms": quantiles(bare_times, n=20)[-1],
        "step_bare_ms": result.median("bare", "ms"),
    }


def _draw_pages(folder: Path) -> list[Path]:
    """The pages of the show as pictures, as many as a turn steps through."""
    deck = folder / "deck.pdf"
    subprocess.run([*PROGRAM, "pdf", "-o", str(deck), "--as", "slides"], check=True)
    pictures = []
    with pypdfium2.PdfDocument(deck) as document:
        for number in range(min(len(document), STEPS + 3)):
            bitmap = document[number].render(scale=SIZE[0] / document[number].get_width(), prefer_bgrx=True)
            image = QImage(
                bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
            )
            pictures.append(folder / f"{number}.png")
            image.save(str(pictures[-1]))
    return pictures


def _steps(command: tuple[str, ...], times: list[float]) -> Sample:
    """Start a show, let it come to rest, and step through it."""
    with Screen(SIZE) as screen:
        screen.move(SIZE[0] // 2, SIZE[1] - 1)
        screen.wait_quiet()
        process = screen.start(*command)
        _wait_for_picture(screen)
        for _ in range(2):
            screen.key("Right")
            time.sleep(1)
        found = []
        for _ in range(STEPS):
            time.sleep(0.4)
            found.append(1000 * _step(screen))
        screen.end(process)
    times += found
    return {"ms": median(found)}


def _wait_for_picture(screen: Screen) -> None:
    for _ in range(3000):
        if screen.frame.changed():
            break
        time.sleep(0.01)
    screen.wait_quiet(1.5, timeout=30)


def _step(screen: Screen) -> float:
    """The seconds that one step takes."""
    screen.frame.changed()
    last, start = 0.0, time.monotonic()
    screen.key("Right")
    while (now := time.monotonic() - start) < last + QUIET or not last:
        if screen.frame.glance():
            last = now
        if now > 4:
            raise RuntimeError("the picture does not change, or does not come to rest")
        time.sleep(0.0003)
    return last

"""From the F5 key to the first slide, in a window on a screen of its own."""

from __future__ import annotations

import time

from tests.tools.bench.rounds import PROGRAM, figure
from tests.tools.screen import Screen

SIZE = (1920, 1080)
_OPEN = 3.0  # seconds that the report has been open for
_QUIET = 0.4  # seconds without a change after which the slide is there


def measure(rounds: int) -> dict[str, float]:
    """A first show in a program just started, and a second one in the same program."""
    shows = [_shows() for _ in range(rounds)]
    return {
        **figure("f5_ms", (1000 * first for first, _ in shows)),
        **figure("f5_again_ms", (1000 * again for _, again in shows)),
    }


def _shows() -> tuple[float, float]:
    with Screen(SIZE) as screen:
        screen.move(SIZE[0] // 2, SIZE[1] - 1)
        process = screen.start(*PROGRAM)
        screen.wait_title("Gaohang")
        time.sleep(_OPEN)
        first = _show(screen)
        screen.keys("esc", "esc", pause=0.2)
        time.sleep(1)
        again = _show(screen)
        screen.end(process)
    return first, again


def _show(screen: Screen) -> float:
    """The seconds from the key to the last change of the picture."""
    screen.frame.changed()
    last, start = 0.0, time.monotonic()
    screen.key("F5")
    while (now := time.monotonic() - start) < last + _QUIET or not last:
        if screen.frame.glance():
            last = now
        if now > 10:
            raise RuntimeError("no slide comes up, or it does not come to rest")
        time.sleep(0.0003)
    return last

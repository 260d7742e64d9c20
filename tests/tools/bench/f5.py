"""From the F5 key to the first slide, in a window on a screen of its own."""

from __future__ import annotations

import time

from tests.tools.bench.rounds import PROGRAM, figure
from tests.tools.bench.step import HD, press
from tests.tools.screen import Screen

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
    with Screen(HD) as screen:
        screen.move(HD[0] // 2, HD[1] - 1)
        process = screen.start(*PROGRAM)
        screen.wait_title("Gaohang")
        time.sleep(_OPEN)
        first = press(screen, "F5", _QUIET)
        screen.keys("esc", "esc", pause=0.2)
        time.sleep(1)
        again = press(screen, "F5", _QUIET)
        screen.end(process)
    return first, again

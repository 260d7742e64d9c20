"""What the quick form asks of each ratio: generous bars, so that only a real regression misses one."""

from __future__ import annotations

from collections.abc import Mapping

BARS = {
    "start_ratio": 1.75,  # to the bare window; 1.5, and half of the excess are Qt's enums
    "pss_rest_ratio": 2.6,  # to the bare window; 2.2
    "step_ratio": 1.6,  # to the bare window with pictures; 1.2
    "pdf_ratio": 2.2,  # to the bare Typst; 1.6
    "open_growth": 1.6,  # time per byte of 13 MB to that of 1.3 MB; 0.7
    "open_mb_growth": 1.6,  # memory per byte of 13 MB to that of 1.3 MB; 0.5
}


def missed(numbers: Mapping[str, float]) -> dict[str, str]:
    """A line for each of these figures that is over its bar, by the name of the figure."""
    return {
        name: f"{name} may be at most {BARS[name]:g}, and is {value:.2f}"
        for name, value in numbers.items()
        if not value <= BARS[name]  # so that no number at all is a miss, too
    }

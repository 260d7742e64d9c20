"""Turns the movements of a wheel or a touchpad into steps."""

from __future__ import annotations

NOTCH = 120  # what Qt reports for one notch, in eighths of a degree
STROKE = 96  # pixels of a touchpad that make a step


class WheelSteps:
    """Adds up small movements until they make a step; turning round starts anew."""

    def __init__(self) -> None:
        self._pending = 0.0

    def add(self, delta: int, is_pixels: bool = False) -> int:
        """The steps that a movement completes: forwards (the wheel turned to the user) is positive."""
        gone = -delta / (STROKE if is_pixels else NOTCH)
        if gone * self._pending < 0:
            self._pending = 0.0
        self._pending += gone
        steps = int(self._pending)
        self._pending -= steps
        return steps

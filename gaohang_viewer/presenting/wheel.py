"""Turns movements of a wheel or touchpad into steps."""

from __future__ import annotations

NOTCH = 120  # what Qt reports for one notch, in eighths of a degree
STROKE = 96  # pixels of a touchpad that make a step


class WheelSteps:
    """Adds up small movements until they make a step; a change of direction starts again."""

    def __init__(self) -> None:
        self._pending = 0.0

    def add(self, delta: int, is_pixels: bool = False) -> int:
        """Adds a movement as Qt reports it, in eighths of a degree or, with `is_pixels`, in pixels.

        Returns the completed steps: forwards (the wheel turned towards the user) is positive.
        """
        gone = -delta / (STROKE if is_pixels else NOTCH)
        if gone * self._pending < 0:
            self._pending = 0.0
        self._pending += gone
        steps = int(self._pending)
        self._pending -= steps
        return steps

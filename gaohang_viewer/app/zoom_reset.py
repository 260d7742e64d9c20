"""The way back from an interface so large that its menu is hard to reach."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from gaohang_viewer.storage.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

_TIMES, _WITHIN = 3, 2.0  # so many calls in so many seconds


class ZoomReset:
    """Resets the zoom of the text; called three times in a row, the scale of the interface, too."""

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` returns seconds and never goes back."""
        self._settings = settings
        self._clock = clock
        self._calls: list[float] = []

    def __call__(self) -> None:
        now = self._clock()
        self._calls = [call for call in self._calls if now - call < _WITHIN] + [now]
        self._settings.zoom_by(0)
        if len(self._calls) >= _TIMES:
            self._settings.interface = Settings.interface.default

"""From an interface that is too large back to its usual size."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from gaohang_viewer.app.zoom_reset import ZoomReset
from gaohang_viewer.storage.settings import Settings


class Clock:
    now = 50.0

    def __call__(self) -> float:
        return self.now


def test_three_calls_in_a_row_reset_the_interface(store: QSettings) -> None:
    settings, clock = Settings(store), Clock()
    settings.interface, settings.zoom = 200, 150
    reset = ZoomReset(settings, clock)
    reset()
    assert (settings.zoom, settings.interface) == (100, 200)
    reset()
    clock.now += 5
    reset()
    assert settings.interface == 200
    reset()
    reset()
    assert settings.interface == 100

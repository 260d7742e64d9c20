"""Which screen a show belongs on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

S = TypeVar("S")


def pick_screen(screens: Sequence[S], home: S | None) -> S:
    """The projector: the first screen other than `home`, where the main window is; `home` when it is alone.

    `screens` come as Qt lists them, the primary one first. With no home known the primary counts as home;
    a home that has been unplugged is no screen any more.
    """
    if home is None:
        home = screens[0]
    return next((screen for screen in screens if screen != home), screens[0])

"""Shortens Python's switch interval while a background thread works, so that the window answers at once."""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT = 0.001  # seconds that a background thread may keep the window waiting

_lock = threading.Lock()
_before: list[float] = []  # the interval that each thread now at work found


@contextmanager
def short_switch_interval() -> Iterator[None]:
    """The interval holds for the whole process; it is the usual one again when the last thread is done."""
    with _lock:
        _before.append(sys.getswitchinterval())
        sys.setswitchinterval(_SHORT)
    try:
        yield
    finally:
        with _lock:
            usual = _before[0]
            _before.pop()
            if not _before:
                sys.setswitchinterval(usual)

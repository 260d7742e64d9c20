"""Bounds the memory and the time of the child, and tells the parent how far it is."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

from gaohang_viewer.system.resource_limits import limit_memory

if TYPE_CHECKING:
    from collections.abc import Callable

EXHAUSTED = 9
"""Exit code of a child that took too much time or memory."""

MEMORY = 1 << 30
"""Bytes that reading may take."""

_SECONDS = 10.0  # of the processor, for any file
_SECONDS_PER_PAGE = 0.3  # and for each page that has been read
_READ = 0.9  # of the work is reading pages
# Recognizing text takes 10 s a page on two processors, and 800 MB
_SECONDS_FOR_A_SCAN = 120.0, 120.0
_MEMORY_FOR_A_SCAN = 4 << 30
_INTERVAL = 0.2  # seconds


class Watch:
    """Ends the process when its time is over; until then reports progress, the share of pages read."""

    def __init__(self, report: Callable[[float], None]) -> None:
        self._pages = 0  # that have been read
        self._share = 0.0
        self._seconds = _SECONDS, _SECONDS_PER_PAGE
        self._report = report
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watch", daemon=True)
        self._thread.start()

    def on_page(self, number: int, count: int) -> None:
        """Takes note that so many pages of all have been read."""
        self._pages, self._share = number, _READ * number / count

    def on_scan(self) -> None:
        """Allows for the recognition of text, which begins with the first page again."""
        self._pages, self._share = 0, 0.0
        self._seconds = _SECONDS_FOR_A_SCAN
        limit_memory(_MEMORY_FOR_A_SCAN)

    def end(self) -> None:
        """Ends the watch; nothing is reported after this."""
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(_INTERVAL):
            first, each = self._seconds
            if time.process_time() > first + each * self._pages:
                os._exit(EXHAUSTED)
            self._report(self._share)

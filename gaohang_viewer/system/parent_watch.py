"""Ends a child process whose parent is gone, whatever the child is busy with: nobody waits for its answer."""

from __future__ import annotations

import os
import sys
import threading
import time

PARENT = "GAOHANG_VIEWER_PARENT"  # in the environment of a child: the process that started it
_EVERY = 0.5  # seconds


def end_with_parent() -> None:
    """To be called in the child. Windows tells of no orphans: there it ends when it answers."""
    parent = os.environ.get(PARENT, "")
    if parent and sys.platform != "win32":
        threading.Thread(target=_watch, args=(int(parent),), name="parent", daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_EVERY)
    os._exit(1)

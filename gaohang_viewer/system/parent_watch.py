"""Ends a child process when its parent has ended, whatever the child is doing."""

from __future__ import annotations

import os
import sys
import threading
import time

PARENT = "GAOHANG_VIEWER_PARENT"  # environment variable of a child: the id of its parent process
_INTERVAL = 0.5  # seconds between two checks


def end_with_parent() -> None:
    """Starts the watch, in the child. Windows keeps the id of an ended parent, so there the child ends only
    when it writes its answer."""
    parent = os.environ.get(PARENT, "")
    if parent and sys.platform != "win32":
        threading.Thread(target=_watch, args=(int(parent),), name="parent", daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_INTERVAL)
    os._exit(1)

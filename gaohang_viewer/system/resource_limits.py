"""Limits what a process may take, where the system can do that: not on Windows, and on macOS in name only."""

from __future__ import annotations

import sys


def limit_memory(size: int) -> None:
    """Limits the memory of this process to some bytes; a later call may raise the limit again."""
    if sys.platform != "win32":
        import resource

        _limit(resource.RLIMIT_AS, size)


def limit_file_size(size: int) -> None:
    """Limits each file that this process writes to some bytes."""
    if sys.platform != "win32":
        import resource

        _limit(resource.RLIMIT_FSIZE, size)


def _limit(kind: int, size: int) -> None:
    import resource

    _, most = resource.getrlimit(kind)
    least = size if most == resource.RLIM_INFINITY else min(size, most)
    resource.setrlimit(kind, (least, most))

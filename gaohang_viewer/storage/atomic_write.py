"""Writes a file as a whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PIECE = 1 << 20  # bytes between two looks at whether the file is still wanted
_STALE = 3600  # s after which no program can still be writing a file of a report
_NO_SYNC = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)  # what folders in a network say that cannot


def write_whole(path: Path, data: bytes, *, go_on: Callable[[], None] = lambda: None) -> None:
    """Put `data` at `path`. On any failure, an OSError, what was there before is still there.

    `go_on` is called between pieces, and last before the old file is replaced; what it raises ends the
    writing in the same way.
    """
    path = Path(os.path.realpath(path))  # a link stays a link: what it leads to is replaced
    prefix = f".{path.name[:40]}-"
    handle, beside = _begin(path.parent, prefix)
    try:
        with os.fdopen(handle, "wb") as file:
            for start in range(0, len(data), _PIECE):
                go_on()
                file.write(data[start : start + _PIECE])
            file.flush()
            _sync(file.fileno())
            if not beside.exists():
                _name(file.fileno(), beside, data)
        with contextlib.suppress(OSError):  # a stick or a folder in a network may know no permissions
            beside.chmod(_mode(path))
        go_on()
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    with contextlib.suppress(OSError):
        _sweep(path.parent, prefix)


def _begin(folder: Path, prefix: str) -> tuple[int, Path]:
    """A file to write, and where it lies or shall lie. Linux needs no name before all is written: nothing is
    left of a file whose writer is killed."""
    if hasattr(os, "O_TMPFILE") and Path("/proc/self/fd").is_dir():
        with contextlib.suppress(OSError):  # a folder in a network may know no files without a name
            handle = os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o600)
            return handle, folder / f"{prefix}{secrets.token_hex(4)}.tmp"
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=folder)
    return handle, Path(name)


def _name(handle: int, beside: Path, data: bytes) -> None:
    try:  # with a folder, which an absolute path makes no use of, Python asks the system to follow the link
        os.link(f"/proc/self/fd/{handle}", beside, src_dir_fd=handle, follow_symlinks=True)
    except OSError:  # what can do without names need not know second names
        beside.write_bytes(data)


def _sync(handle: int) -> None:
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def _sweep(folder: Path, prefix: str) -> None:
    """Removes what was left by a program that was killed while it wrote this file."""
    for entry in os.scandir(folder):
        if entry.name.startswith(prefix) and entry.name.endswith(".tmp"):
            with contextlib.suppress(OSError):
                if time.time() - entry.stat().st_mtime > _STALE:
                    Path(entry).unlink()


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file would get."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask

"""Writes a file as a whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_CHUNK = 1 << 20  # bytes written between two calls of `go_on`
_STALE = 3600  # s after which a temporary file beside a user's file is left over
_NO_SYNC = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)  # of network folders that cannot sync
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_whole(path: Path, data: bytes, *, go_on: Callable[[], None] = lambda: None) -> None:
    """Writes `data` to `path` and syncs it to disk. On any failure what was there before is still there.

    `go_on` is called between chunks, and last before the old file is replaced; an exception from it cancels
    the writing. Raises OSError.
    """
    path = Path(os.path.realpath(path))  # a link stays a link: its target is replaced
    prefix = f".{path.name[:40]}-"
    temporary = path.parent / f"{prefix}{os.getpid()}-{os.urandom(4).hex()}.tmp"
    descriptor = _create(temporary)
    try:
        with os.fdopen(descriptor, "wb") as file:
            for start in range(0, len(data), _CHUNK):
                go_on()
                file.write(data[start : start + _CHUNK])
            file.flush()
            _sync(file.fileno())
            if not temporary.exists():
                _link(file.fileno(), temporary, data)
        with contextlib.suppress(OSError):  # a memory stick or a network folder may have no permissions
            temporary.chmod(_mode(path))
        go_on()
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)
    with contextlib.suppress(OSError):
        _remove_stale(path.parent, prefix)


def writer_of(name: str) -> int | None:
    """The process that writes, or wrote, the temporary file of this name; None if it is not one."""
    parts = name.removesuffix(".tmp").rsplit("-", 2)
    is_temporary = name.startswith(".") and name.endswith(".tmp") and len(parts) == 3
    return int(parts[1]) if is_temporary and parts[1].isdecimal() else None


def _create(temporary: Path) -> int:
    """A descriptor to write to. On Linux the file has no name until it is whole: if the program is killed,
    nothing is left of it."""
    if hasattr(os, "O_TMPFILE") and Path("/proc/self/fd").is_dir():
        with contextlib.suppress(OSError):  # some file systems have no unnamed files
            return os.open(temporary.parent, os.O_TMPFILE | os.O_WRONLY, 0o600)
    return os.open(temporary, _NEW, 0o600)


def _link(descriptor: int, temporary: Path, data: bytes) -> None:
    """Gives an unnamed file its name."""
    try:  # only with a folder, unused for an absolute path, does Python follow the link
        os.link(f"/proc/self/fd/{descriptor}", temporary, src_dir_fd=descriptor, follow_symlinks=True)
    except OSError:  # a file system with unnamed files but without hard links
        temporary.write_bytes(data)


def _sync(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def _sync_folder(folder: Path) -> None:
    """Syncs the new name to disk. Windows opens no folders; elsewhere a failure leaves a whole file."""
    if hasattr(os, "O_DIRECTORY"):
        with contextlib.suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _remove_stale(folder: Path, prefix: str) -> None:
    """Removes what a killed program has left of this file. The age decides: the folder may be shared with
    another machine, which has other processes."""
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

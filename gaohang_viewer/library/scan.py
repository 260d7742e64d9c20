"""Lists the reports in a folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.file_type import ENDINGS

if TYPE_CHECKING:
    from collections.abc import Iterator


class File(NamedTuple):
    """The state of a file: `mtime` in nanoseconds, `size` in bytes. A new version differs in one of them."""

    path: str
    mtime: int
    size: int


def reports_in(folder: Path) -> list[File]:
    """Returns the reports in a folder and below it.

    Hidden files, lock files of Office, symbolic links and file names that are not valid Unicode are omitted.
    A folder that cannot be read counts as empty.
    """
    found: list[File] = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "~")))
        for name in sorted(names):
            if name.lower().endswith(ENDINGS) and not name.startswith((".", "~$")) and _is_text(here + name):
                file = file_now(Path(here, name))
                if file is not None:
                    found.append(file)
    return found


def _is_text(path: str) -> bool:
    """Returns whether a path is valid Unicode, as the index requires; Linux allows any bytes."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def folders_in(folder: Path) -> Iterator[str]:
    """Yields a folder, if it exists, and those below it that may contain reports."""
    for here, folders, _ in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "~")))
        yield here


def file_now(path: Path) -> File | None:
    """Returns the state of a file; None if it is a symbolic link or does not exist."""
    try:
        state = path.lstat()
    except OSError:
        return None
    is_link = (state.st_mode & 0o170000) == 0o120000
    return None if is_link else File(str(path), state.st_mtime_ns, state.st_size)

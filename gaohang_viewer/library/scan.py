"""Which reports lie in a folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.file_type import ENDINGS

if TYPE_CHECKING:
    from collections.abc import Iterator


class File(NamedTuple):
    """A file as it is now; `mtime` in ns, `size` in bytes. It has changed if either has."""

    path: str
    mtime: int
    size: int


def reports_in(folder: Path) -> list[File]:
    """All reports in a folder and those below it; hidden files, Office's lock files, links and
    names that are no text are left out.

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
    """Whether a path is text, as the index needs it; Linux takes any bytes for a name."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def folders_in(folder: Path) -> Iterator[str]:
    """The folder, if it is one, and those below it that may hold reports."""
    for here, folders, _ in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "~")))
        yield here


def file_now(path: Path) -> File | None:
    """A file as it is now; None if it is a link, or gone."""
    try:
        state = path.lstat()
    except OSError:
        return None
    is_link = (state.st_mode & 0o170000) == 0o120000
    return None if is_link else File(str(path), state.st_mtime_ns, state.st_size)

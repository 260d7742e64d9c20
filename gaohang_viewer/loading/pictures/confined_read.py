"""Reads a file without following symbolic links out of the folders that may be read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.loading.pictures.picture_path import is_of_network

_MOST_LINKS = 40  # followed in one path, as on Linux
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # opening a pipe would wait for a writer
    | getattr(os, "O_CLOEXEC", 0)
)
# Where the system supports it, each folder is opened relative to its parent, which excludes race conditions
_CAN_OPEN_RELATIVE = (
    os.open in os.supports_dir_fd and hasattr(os, "O_DIRECTORY") and hasattr(os, "O_NOFOLLOW")
)
_FOLDER = (
    getattr(os, "O_PATH", os.O_RDONLY)  # a folder may be searchable without being readable
    | getattr(os, "O_DIRECTORY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


class Missing(Exception):
    """The file does not exist or cannot be read."""


class OutsideFolder(Exception):
    """A symbolic link leads out of the folder; `network` says whether to another machine."""

    def __init__(self, *, network: bool) -> None:
        super().__init__()
        self.network = network


def read_within(path: Path, folder: Path, most: int, *, outside_folder: bool = False) -> bytes:
    """Returns the content of a regular file of at most `most` bytes at a path without `..`.

    `outside_folder` allows paths outside the report's folder. Symbolic links are resolved in the text of the
    path, so that nothing outside is accessed. Only a report on the network may refer to files on the network.
    Raises Missing, TooLarge and OutsideFolder.
    """
    start = Path(path.anchor) if outside_folder else folder
    try:
        place = _resolved(path, start, outside_folder, is_of_network(folder.as_posix()))
        handle = _opened(start, place)
        try:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode) or not (
                _CAN_OPEN_RELATIVE or _is_unchanged(about, start, place)
            ):
                raise Missing
            if about.st_size > most:
                raise TooLarge
            with os.fdopen(handle, "rb", closefd=False) as file:
                data = file.read(most + 1)
        finally:
            os.close(handle)
    except (OSError, ValueError, MemoryError) as error:
        raise Missing from error
    if len(data) > most:
        raise TooLarge
    return data


def _opened(start: Path, place: Path) -> int:
    """Opens a file at a path without symbolic links below `start`; fails if one was created since."""
    if not _CAN_OPEN_RELATIVE or place.parent == start:  # there is no folder between
        return os.open(place, _FLAGS)
    *folders, name = place.relative_to(start).parts
    at = os.open(start, _FOLDER)
    try:
        for folder in folders:
            below = os.open(folder, _FOLDER | os.O_NOFOLLOW, dir_fd=at)
            os.close(at)
            at = below
        return os.open(name, _FLAGS, dir_fd=at)
    finally:
        os.close(at)


def _is_unchanged(about: os.stat_result, start: Path, place: Path) -> bool:
    """Returns whether an open file is the one at a path, and no symbolic link was created since."""
    there = Path(os.path.realpath(start)) / place.relative_to(start)
    found = os.path.normcase(os.path.realpath(place))
    return found == os.path.normcase(there) and os.path.samestat(about, there.stat())


def _resolved(path: Path, start: Path, outside_folder: bool, network: bool) -> Path:
    """Resolves symbolic links below `start`, which is the folder or the root of the file system."""
    at, pending, links = start, list(path.relative_to(start).parts), 0
    while pending:
        part = pending.pop(0)
        at = at.parent if part == ".." else at / part
        if not outside_folder and at != start and start not in at.parents:
            raise OutsideFolder(network=False)
        if not network and is_of_network(at.as_posix()):
            raise OutsideFolder(network=True)
        target = _target(at)
        if target is None:
            continue
        links += 1
        if links > _MOST_LINKS:
            raise Missing
        if is_of_network(target):
            raise OutsideFolder(network=True)
        aim = Path(target)
        if not aim.anchor:
            at, pending = at.parent, [*aim.parts, *pending]
            continue
        if outside_folder:
            at, pending = Path(aim.anchor), [*aim.parts[1:], *pending]
            continue
        inside = _inside(aim, start)
        if inside is None:
            raise OutsideFolder(network=False)
        at, pending = start, [*inside, *pending]
    return at


def _target(path: Path) -> str | None:
    """Returns the target of a symbolic link or junction, with slashes; None for anything else."""
    try:
        target = os.readlink(path)  # noqa: PTH115 - Path.readlink would merge two slashes
    except FileNotFoundError as error:
        raise Missing from error
    except OSError:
        return None
    target = target.replace("\\", "/") if os.name == "nt" else target
    # \\?\C:\… is a local path on Windows; \\?\UNC\… and other names with two slashes are not
    return target[4:] if target[:4] == "//?/" and target[5:6] == ":" else target


def _inside(path: Path, folder: Path) -> tuple[str, ...] | None:
    """Returns the parts of a path below a folder, given by its own or its resolved path; else None."""
    path = Path(os.path.normpath(path))
    for name in (folder, Path(os.path.realpath(folder))):
        if name in path.parents:
            return path.relative_to(name).parts
    return None

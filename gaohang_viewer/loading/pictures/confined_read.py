"""Reads a file step by step, so that no symbolic link leads where the reader may not look."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.loading.pictures.picture_path import is_of_network

_MOST_LINKS = 40  # followed on one way, as Linux has it
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # of a pipe nobody may ever write
    | getattr(os, "O_CLOEXEC", 0)
)
# Folders are opened one within the other where the system can: no link can come between
_STEPS = os.open in os.supports_dir_fd and hasattr(os, "O_DIRECTORY") and hasattr(os, "O_NOFOLLOW")
_FOLDER = (
    getattr(os, "O_PATH", os.O_RDONLY)  # a folder may be passed that may not be read
    | getattr(os, "O_DIRECTORY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


class Missing(Exception):
    """There is no such file, or it cannot be read."""


class Beyond(Exception):
    """A link leads out of the folder; `network` says whether to another machine."""

    def __init__(self, *, network: bool) -> None:
        super().__init__()
        self.network = network


def read_within(path: Path, folder: Path, most: int, *, elsewhere: bool = False) -> bytes:
    """The bytes of a plain file at a path without `..`; `elsewhere` allows to leave the folder of the report.

    Raises Missing, TooLarge, Beyond. Where a link leads is read, never looked up: what lies beyond is not
    touched. Only a report that lies on the network itself may name what does.
    """
    start = Path(path.anchor) if elsewhere else folder
    try:
        place = _resolved(path, start, elsewhere, is_of_network(folder.as_posix()))
        handle = _opened(start, place)
        try:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode) or not (_STEPS or _is_there(about, start, place)):
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
    """A handle of the file at a path without links below its start, where one may have been put since."""
    if not _STEPS or place.parent == start:  # no folder lies between
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


def _is_there(about: os.stat_result, start: Path, place: Path) -> bool:
    """Whether an open file is the one at a path, and no link was put there since."""
    there = Path(os.path.realpath(start)) / place.relative_to(start)
    found = os.path.normcase(os.path.realpath(place))
    return found == os.path.normcase(there) and os.path.samestat(about, there.stat())


def _resolved(path: Path, start: Path, elsewhere: bool, network: bool) -> Path:
    """The path without links below its start: the folder, or the root of the file system."""
    at, pending, links = start, list(path.relative_to(start).parts), 0
    while pending:
        part = pending.pop(0)
        at = at.parent if part == ".." else at / part
        if not elsewhere and at != start and start not in at.parents:
            raise Beyond(network=False)
        if not network and is_of_network(at.as_posix()):
            raise Beyond(network=True)
        target = _target(at)
        if target is None:
            continue
        links += 1
        if links > _MOST_LINKS:
            raise Missing
        if is_of_network(target):
            raise Beyond(network=True)
        aim = Path(target)
        if not aim.anchor:
            at, pending = at.parent, [*aim.parts, *pending]
            continue
        if elsewhere:
            at, pending = Path(aim.anchor), [*aim.parts[1:], *pending]
            continue
        inside = _inside(aim, start)
        if inside is None:
            raise Beyond(network=False)
        at, pending = start, [*inside, *pending]
    return at


def _target(path: Path) -> str | None:
    """Where a link leads, with slashes; None for what is no link. Junctions of Windows are links, too."""
    try:
        target = os.readlink(path)  # noqa: PTH115 - Path.readlink would take two slashes for one
    except FileNotFoundError as error:
        raise Missing from error
    except OSError:
        return None
    target = target.replace("\\", "/") if os.name == "nt" else target
    # \\?\C:\… is a plain path of Windows; \\?\UNC\… and all other names with two slashes are not
    return target[4:] if target[:4] == "//?/" and target[5:6] == ":" else target


def _inside(path: Path, folder: Path) -> tuple[str, ...] | None:
    """The way from a folder to a path below it, by either of the folder's names."""
    path = Path(os.path.normpath(path))
    for name in (folder, Path(os.path.realpath(folder))):
        if name in path.parents:
            return path.relative_to(name).parts
    return None

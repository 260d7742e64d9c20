"""Registers the program with the desktop: menu entry, icons, manual pages and file types."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from gaohang_viewer.resources import resource
from gaohang_viewer.storage.atomic_write import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NAME = "gaohang-viewer"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256)  # px, of the icon
ENTRY = f"{NAME}.desktop"
_TIMEOUT = 20  # s for another program of the desktop


class NoXdgMime(Exception):
    """The desktop has no xdg-mime, which sets what opens a type of file."""


def this_program() -> list[str]:
    """The command that started this program, to start it again."""
    if getattr(sys, "frozen", False):  # the stand-alone folder
        return [sys.executable]
    script = Path(sys.argv[0])
    if script.stem == NAME and script.is_file():
        return [str(script.absolute())]
    return [sys.executable, "-m", "gaohang_viewer"]


def install(command: list[str], types: Mapping[str, Sequence[str]], *, default: bool = False) -> list[Path]:
    """Installs the desktop entry and its files for this user, or registers the program on Windows.

    `command` starts the program, `types` are MIME types with the endings of their files, `default` makes the
    program the default for them. Returns the files that were written. Raises OSError, and NoXdgMime when all
    is done but the last.
    """
    if sys.platform == "win32":
        from gaohang_viewer.system.windows_registry import register

        return register(command, _endings(types))
    if sys.platform == "darwin":  # the bundle declares it there
        return []
    written = []
    for source, target in _files().items():
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.name == ENTRY:
            write_whole(target, entry(source.read_text("utf-8"), command).encode())
        else:
            shutil.copyfile(source, target)
        written.append(target)
    _refresh_caches()
    if default:
        _make_default(types)
    return written


def uninstall(types: Mapping[str, Sequence[str]]) -> list[Path]:
    """Removes what `install` writes for these types, and nothing else.

    Desktops pass over a default program that is not installed (MIME Applications Associations, "Default
    Application"), so the choice of `default` needs no undoing.

    Returns the files that were removed. Raises OSError.
    """
    if sys.platform == "win32":
        from gaohang_viewer.system.windows_registry import unregister

        return unregister(_endings(types))
    if sys.platform == "darwin":
        return []
    installed = [file for file in _files().values() if file.is_file()]
    for file in installed:
        file.unlink()
    if installed:
        _refresh_caches()
    return installed


def _endings(types: Mapping[str, Sequence[str]]) -> list[str]:
    return [ending for endings in types.values() for ending in endings]


def entry(template: str, command: list[str]) -> str:
    """The text of the desktop entry that starts this command, made from the entry in the resources."""
    start = " ".join(map(quoted, command))
    text = re.sub(rf"(?m)^Exec={NAME}", lambda _: f"Exec={start}", template)
    program = command[0].replace("\\", "\\\\")
    return text.replace("\nTerminal=", f"\nTryExec={program}\nTerminal=", 1)


def quoted(argument: str) -> str:
    """An argument quoted for the key Exec (Desktop Entry Specification, "The Exec key"), and escaped as a
    value of type string ("Possible value types")."""
    argument = argument.replace("%", "%%")
    if re.search(r"[\s\"'\\><~|&;$*?#()`]", argument) or not argument:
        argument = '"' + re.sub(r'(["`$\\])', r"\\\1", argument) + '"'
    return argument.replace("\\", "\\\\")


def _home(variable: str, default: str) -> Path:
    """A folder of the XDG Base Directory Specification; by it, relative paths in the variable are ignored."""
    path = os.environ.get(variable, "")
    return Path(path) if path.startswith("/") else Path.home() / default


def _files() -> dict[Path, Path]:
    """The files to install, from their sources to their targets."""
    share = _home("XDG_DATA_HOME", ".local/share")
    icons = share / "icons" / "hicolor"
    return {
        resource("desktop", ENTRY): share / "applications" / ENTRY,
        resource("desktop", f"{NAME}.svg"): icons / "scalable" / "apps" / f"{NAME}.svg",
        **{
            resource("desktop", "icons", f"{size}.png"): icons / f"{size}x{size}" / "apps" / f"{NAME}.png"
            for size in SIZES
        },
        resource("desktop", f"{NAME}.metainfo.xml"): share / "metainfo" / f"{NAME}.metainfo.xml",
        resource("desktop", f"{NAME}.1"): share / "man" / "man1" / f"{NAME}.1",
        resource("desktop", f"{NAME}.zh_CN.1"): share / "man" / "zh_CN" / "man1" / f"{NAME}.1",
    }


def _make_default(types: Iterable[str]) -> None:
    """Makes the program the default for these MIME types. Raises NoXdgMime, OSError."""
    program = shutil.which("xdg-mime")
    if program is None:
        raise NoXdgMime
    done = subprocess.run([program, "default", ENTRY, *types], capture_output=True, check=False)
    if done.returncode:
        raise OSError(errno.EIO, done.stderr.decode("utf-8", "replace").strip(), program)


def _refresh_caches() -> None:
    """Refreshes the desktop's caches. A desktop without these programs has none."""
    share = _home("XDG_DATA_HOME", ".local/share")
    for command in (
        ["update-desktop-database", "-q", str(share / "applications")],
        ["gtk-update-icon-cache", "-q", "-t", "-f", str(share / "icons" / "hicolor")],
    ):
        if program := shutil.which(command[0]):
            try:
                subprocess.run([program, *command[1:]], capture_output=True, check=False, timeout=_TIMEOUT)
            except (OSError, subprocess.SubprocessError):
                continue  # the desktop refreshes it itself later

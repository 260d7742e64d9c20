"""Makes the program known to the desktop: its entry in the menu, icon, manual, and types of files."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from gaohang_viewer.resources import resource
from gaohang_viewer.storage.atomic_write import write_whole

NAME = "gaohang-viewer"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256)  # px, of the icon
TYPES = (
    "text/plain",
    "text/markdown",
    "text/html",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)

ENTRY = f"{NAME}.desktop"
_MOST_SECONDS = 20  # that another program may take over its caches


class NoXdgMime(Exception):
    """The desktop has no xdg-mime, which sets what opens a type of file."""


def this_program() -> list[str]:
    """The command that starts the program as it was started now."""
    if getattr(sys, "frozen", False):  # the stand-alone folder
        return [sys.executable]
    script = Path(sys.argv[0])
    if script.stem == NAME and script.is_file():
        return [str(script.absolute())]
    return [sys.executable, "-m", "gaohang_viewer"]


def install(command: list[str], *, default: bool = False) -> list[Path]:
    """Writes the entry and what belongs to it, for this user; returns the files.

    `default` makes the program the one that opens its types of files. Raises OSError, and NoXdgMime
    when all but that is done.
    """
    if sys.platform == "win32":
        from gaohang_viewer.system.windows_registry import enter

        return enter(command)
    if sys.platform == "darwin":  # the program's own folder says it there
        return []
    written = []
    for source, place in _files().items():
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.name == ENTRY:
            write_whole(place, entry(source.read_text("utf-8"), command).encode())
        else:
            shutil.copyfile(source, place)
        written.append(place)
    _tell_the_desktop()
    if default:
        _make_default()
    return written


def uninstall() -> list[Path]:
    """Takes away what `install` writes, and nothing else; returns the files. Raises OSError.

    Desktops pass over a default program that is not installed (MIME Applications Associations, "Default
    Application"), so that the choice of `default` needs no undoing.
    """
    if sys.platform == "win32":
        from gaohang_viewer.system.windows_registry import leave

        return leave()
    if sys.platform == "darwin":
        return []
    there = [place for place in _files().values() if place.is_file()]
    for place in there:
        place.unlink()
    if there:
        _tell_the_desktop()
    return there


def entry(template: str, command: list[str]) -> str:
    """The desktop entry that starts this command."""
    start = " ".join(map(quoted, command))
    text = re.sub(rf"(?m)^Exec={NAME}", lambda _: f"Exec={start}", template)
    program = command[0].replace("\\", "\\\\")
    return text.replace("\nTerminal=", f"\nTryExec={program}\nTerminal=", 1)


def quoted(argument: str) -> str:
    """An argument as the Desktop Entry Specification wants it in Exec, and then in a value."""
    argument = argument.replace("%", "%%")
    if re.search(r"[\s\"'\\><~|&;$*?#()`]", argument) or not argument:
        argument = '"' + re.sub(r'(["`$\\])', r"\\\1", argument) + '"'
    return argument.replace("\\", "\\\\")


def _home(variable: str, otherwise: str) -> Path:
    """A folder of the XDG Base Directory Specification, which wants paths that are not absolute ignored."""
    said = os.environ.get(variable, "")
    return Path(said) if said.startswith("/") else Path.home() / otherwise


def _files() -> dict[Path, Path]:
    """What is installed, and where it goes."""
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


def _make_default() -> None:
    """Makes the program the one that opens its types of files. Raises NoXdgMime, OSError."""
    program = shutil.which("xdg-mime")
    if program is None:
        raise NoXdgMime
    done = subprocess.run([program, "default", ENTRY, *TYPES], capture_output=True, check=False)
    if done.returncode:
        raise OSError(errno.EIO, done.stderr.decode("utf-8", "replace").strip(), program)


def _tell_the_desktop() -> None:
    """Desktops that keep caches look anew; one that has no such program needs none."""
    share = _home("XDG_DATA_HOME", ".local/share")
    for command in (
        ["update-desktop-database", "-q", str(share / "applications")],
        ["gtk-update-icon-cache", "-q", "-t", "-f", str(share / "icons" / "hicolor")],
    ):
        if program := shutil.which(command[0]):
            try:
                subprocess.run(
                    [program, *command[1:]], capture_output=True, check=False, timeout=_MOST_SECONDS
                )
            except (OSError, subprocess.SubprocessError):
                continue  # its cache is made some other day

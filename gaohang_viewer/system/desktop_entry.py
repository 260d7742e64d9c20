"""Makes the program known to the desktop: its entry in the menu, icon, manual, and types of files."""

from __future__ import annotations

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
_DEFAULTS = "[Default Applications]"
_MOST_SECONDS = 20  # that another program may take over its caches


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

    `default` makes the program the one that opens its types of files. Raises OSError.
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
    if default:
        _prefer(wanted=True)
    _tell_the_desktop()
    return written


def uninstall() -> list[Path]:
    """Takes away what `install` writes, and nothing else; returns the files. Raises OSError."""
    if sys.platform == "win32":
        from gaohang_viewer.system.windows_registry import leave

        return leave()
    if sys.platform == "darwin":
        return []
    there = [place for place in _files().values() if place.is_file()]
    for place in there:
        place.unlink()
    _prefer(wanted=False)
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


def _prefer(*, wanted: bool) -> None:
    """Puts the program first among those that open its types, or takes it out."""
    file = _home("XDG_CONFIG_HOME", ".config") / "mimeapps.list"
    before = file.read_text("utf-8", "surrogateescape") if file.is_file() else ""
    after = preferring(before, wanted=wanted)
    if after.strip() == _DEFAULTS and not wanted:
        file.unlink()  # there was nothing else in it
    elif after != before:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, after.encode("utf-8", "surrogateescape"))


def preferring(text: str, *, wanted: bool) -> str:
    """The text of a mimeapps.list with the program first for each of its types, or without it."""
    lines, section = [], ""
    there = set()
    for line in text.splitlines():
        kind, _, value = line.partition("=")
        if line.startswith("["):
            section = line.strip()
        elif section == _DEFAULTS and kind.strip() in TYPES and (wanted or ENTRY in value):
            others = [each for each in value.strip().split(";") if each and each != ENTRY]
            there.add(kind.strip())
            if programs := [ENTRY, *others] if wanted else others:
                lines.append(f"{kind.strip()}={';'.join(programs)};")
            continue
        lines.append(line)
    if wanted and (missing := [kind for kind in TYPES if kind not in there]):
        if _DEFAULTS not in lines:
            lines.append(_DEFAULTS)
        at = lines.index(_DEFAULTS) + 1
        lines[at:at] = [f"{kind}={ENTRY};" for kind in missing]
    return "\n".join(lines) + "\n" if lines else ""


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

"""The program's own files: keeps them, moves damaged ones aside, and removes what killed programs left."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path

from gaohang_viewer.storage.atomic_write import write_whole, writer_of

KEPT = ("mends", "decks", "slide-pictures", "ink", "rehearsals")  # folders with one file a report
_MOST = 4_000_000  # bytes of settings; a larger file is damaged
_IN_KEYS = frozenset("%.\\/-_ ")  # besides letters and digits
_STALE = 5  # seconds after which Qt no longer writes a temporary file
_TEMPORARY = "gaohang-viewer-"  # followed by the process id, of folders in the system's temporary one


def put_aside(file: Path) -> Path | None:
    """Renames a file that cannot be read, to lose nothing. Returns its new path, or None on failure."""
    for number in range(1, 1000):
        aside = file.with_name(f"{file.name}.damaged" + (f"-{number}" if number > 1 else ""))
        if not os.path.lexists(aside):
            try:
                file.rename(aside)
            except OSError:
                return None
            return aside
    return None


def repair_settings(file: Path) -> Path | None:
    """Replaces a damaged INI file by one with its readable lines.

    Returns the path to which the damaged one was moved; None if it was sound.
    """
    lines: list[str] = []
    try:
        if not os.path.lexists(file):
            return None
        if file.is_file() and file.stat().st_size <= _MOST:
            data = file.read_bytes()
            lines = [line.strip() for line in data.decode("utf-8-sig", "replace").split("\n")]
            if _is_whole(data, lines):
                return None
    except PermissionError:
        return None  # it belongs to another user, and may be sound
    except OSError:
        pass  # a link without a target
    aside = put_aside(file)
    if aside is not None and (readable := _readable(lines)):
        with suppress(OSError):
            write_whole(file, ("\n".join(readable) + "\n").encode())
    return aside


def _is_whole(data: bytes, lines: list[str]) -> bool:
    if b"\0" in data:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return all(not line.strip() or line.startswith(";") or _is_sound(line) for line in lines)


def _is_sound(line: str) -> bool:
    if line.startswith("["):
        return line.endswith("]") and "=" not in line
    key, equals, value = line.partition("=")
    if not equals or not key or not all(sign.isalnum() or sign in _IN_KEYS for sign in key):
        return False
    return "\0" not in value and value.replace("\\\\", "").replace('\\"', "").count('"') % 2 == 0


def _readable(lines: list[str]) -> list[str]:
    """The lines that can be parsed, each below its section."""
    found: list[str] = []
    in_section = False
    for line in lines:
        if "\ufffd" in line or not _is_sound(line):
            in_section = in_section and not line.startswith("[")
        elif line.startswith("["):
            in_section = True
            found.append(line)
        elif in_section:
            found.append(line)
    return found


def keep(file: Path, text: str, most: int = 0) -> bool:
    """Writes a state file, or removes it if the text is empty; of the .json files in its folder only the
    `most` newest stay (0: all). Returns whether that was possible: a full disk costs the state, not the work.
    """
    try:
        if not text:
            file.unlink(missing_ok=True)
            return True
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text.encode())
    except OSError:
        return False
    with suppress(OSError):
        if most:
            known = sorted(file.parent.glob("*.json"), key=lambda each: each.stat().st_mtime, reverse=True)
            for old in known[most:]:
                old.unlink(missing_ok=True)
    return True


def keep_damaged(file: Path, text: str) -> Path | None:
    """Writes a text that cannot be read to a file moved aside; returns its path, or None on failure."""
    keep(file, text)
    return put_aside(file)


def read_kept(file: Path) -> tuple[str, Path | None]:
    """The JSON text of a state file, empty if there is none, and its new path if it was damaged."""
    try:
        text = file.read_text("utf-8")
        json.loads(text or "null")
    except (FileNotFoundError, PermissionError):
        return "", None
    except (OSError, ValueError, RecursionError):
        return "", put_aside(file)
    return text, None


def remove_leftovers(*folders: Path) -> None:
    """Removes temporary files that killed programs left in these folders, and their temporary folders."""
    import re
    import shutil
    import tempfile
    import time

    for folder in folders:
        for file in _entries(folder):
            writer = writer_of(file.name)
            # Qt's name for its temporary file: letters of both cases; the user's own ".backup" stays
            of_qt = re.fullmatch(r".*\.ini\.(?=.{0,5}[a-z])(?=.{0,5}[A-Z])[A-Za-z]{6}", file.name)
            with suppress(OSError):
                if (
                    _has_ended(writer)
                    if writer is not None
                    else of_qt and time.time() - file.stat().st_mtime > _STALE
                ):
                    Path(file).unlink()
    temporary = ""
    with suppress(OSError):  # there is none on a full disk
        temporary = tempfile.gettempdir()
    for file in _entries(Path(temporary)) if temporary else ():
        maker = re.fullmatch(rf"{_TEMPORARY}(\d+)-.*", file.name)
        if maker and _has_ended(int(maker[1])):
            shutil.rmtree(file.path, ignore_errors=True)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _has_ended(process: int) -> bool:
    """Whether a process has ended. On Windows, where the question would end it, always False."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    line = Path(f"/proc/{process}/cmdline")
    with suppress(OSError):  # a zombie has no command line
        return line.exists() and not line.read_bytes()
    return False

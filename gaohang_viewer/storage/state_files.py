"""The program's own files: written whole, put aside when they are damaged, swept when nobody needs them."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path

KEPT = ("mends", "decks", "ink", "rehearsals")  # folders with a file for each report
_MOST = 4_000_000  # bytes of settings; there are never so many
_IN_KEYS = frozenset("%.\\/-_ ")  # beside letters and digits
_STALE = 5  # seconds after which Qt does not still write such a file
_TEMPORARY = "gaohang-viewer-"


def put_aside(file: Path) -> Path | None:
    """Renames what cannot be read, so that nothing is lost: its new name; None if that cannot be done."""
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
    """Puts a damaged file of settings aside, and one with what can be read of it in its place.

    Returns where the damaged one is kept; None if nothing was wrong.
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
        return None  # it is another's, and may be sound
    except OSError:
        pass  # it leads nowhere
    aside = put_aside(file)
    if aside is not None and (readable := _readable(lines)):
        with suppress(OSError):
            write_kept(file, "\n".join(readable) + "\n")
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
    """The lines that make sense, each below the section that it is of."""
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


def write_kept(file: Path, text: str) -> None:
    """Puts a text in a file, whole or not at all, whoever else writes it at the same time.

    Raises OSError.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        new.write_text(text, "utf-8")
        new.replace(file)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise


def keep(file: Path, text: str, most: int = 0) -> bool:
    """Keeps a text in a file, nothing for an empty one; of many .json files in the folder the `most` newest.

    A disk that is full costs the memory, not the work: then it returns False.
    """
    try:
        if not text:
            file.unlink(missing_ok=True)
            return True
        write_kept(file, text)
    except OSError:
        return False
    with suppress(OSError):
        if most:
            known = sorted(file.parent.glob("*.json"), key=lambda each: each.stat().st_mtime, reverse=True)
            for old in known[most:]:
                old.unlink(missing_ok=True)
    return True


def keep_aside(file: Path, text: str) -> Path | None:
    """Keeps what makes no sense before something else takes its place; where it lies, if it could be kept."""
    keep(file, text)
    return put_aside(file)


def read_kept(file: Path) -> tuple[str, Path | None]:
    """A text of JSON that was kept, empty if there is none, and where it lies now if it was damaged."""
    try:
        text = file.read_text("utf-8")
        json.loads(text or "null")
    except (FileNotFoundError, PermissionError):
        return "", None
    except (OSError, ValueError, RecursionError):
        return "", put_aside(file)
    return text, None


def sweep(*folders: Path) -> None:
    """Removes what a program that was killed had begun to write in folders of ours."""
    import re
    import shutil
    import tempfile
    import time

    for folder in folders:
        for file in _entries(folder):
            by = re.fullmatch(r".*\.(\d+)\.new", file.name)  # as `write_kept` calls it
            # As Qt calls it, with letters of both cases: a copy that the user made, ".backup", is his.
            drawn = re.fullmatch(r".*\.ini\.(?=.{0,5}[a-z])(?=.{0,5}[A-Z])[A-Za-z]{6}", file.name)
            stale = _is_gone(int(by[1])) if by else drawn is not None
            with suppress(OSError):
                if stale and (by or time.time() - file.stat().st_mtime > _STALE):
                    Path(file).unlink()
    temporary = ""
    with suppress(OSError):  # a full disk has none
        temporary = tempfile.gettempdir()
    for file in _entries(Path(temporary)) if temporary else ():
        by = re.fullmatch(rf"{_TEMPORARY}(\d+)-.*", file.name)
        if by and _is_gone(int(by[1])):
            shutil.rmtree(file.path, ignore_errors=True)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _is_gone(process: int) -> bool:
    """Whether a process has ended; on Windows, where asking would end it, never."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    line = Path(f"/proc/{process}/cmdline")
    with suppress(OSError):  # one that nobody has asked about its end has no command any more
        return line.exists() and not line.read_bytes()
    return False

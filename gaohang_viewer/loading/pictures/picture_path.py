"""Determines from the text of an address alone where it leads, without accessing any disk or network."""

from __future__ import annotations

import os
import re
from enum import Enum
from pathlib import Path
from urllib.parse import unquote

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_DRIVE = re.compile(r"/?[a-z][:|](?=/|$)", re.IGNORECASE)
# Accessing these may contact another machine or a device
_MOUNTED = (
    "/net/",
    "/afs/",
    "/network/",
    "/proc/",
    "/dev/",
    "/sys/",
)
# Names of devices on Windows, with any extension
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)\s*(?:\..*)?", re.IGNORECASE)
_LONGEST = 1000


class Where(Enum):
    """Where an address leads, seen from the report's folder."""

    BELOW = "below"
    OUTSIDE_FOLDER = "outside-folder"  # on this machine
    NETWORK = "network"  # or to no possible file


def locate(address: str, folder: Path) -> tuple[Where, tuple[Path, ...]]:
    """Returns where a picture is, and the paths to try, which are all of that kind.

    Backslashes count as slashes, as in browsers; query and fragment are removed; percent-encoding is decoded
    in the first paths and kept in the last. If any of these readings is a network address, the result is.
    """
    address = re.sub(r"[\t\r\n]", "", address).strip()
    found: list[tuple[Where, Path]] = []
    for text in dict.fromkeys((unquote(re.split("[?#]", address, maxsplit=1)[0]), unquote(address), address)):
        one = _located(text.replace("\\", "/"), folder)
        if one is None:
            return Where.NETWORK, ()
        found.append(one)
    where = found[0][0]
    return where, tuple(dict.fromkeys(path for known, path in found if known is where))


def is_of_network(path: str) -> bool:
    """Returns whether a path, with slashes, leads to another machine or to a device."""
    return path.startswith("//") or f"{path.lower()}/".startswith(_MOUNTED)


def _located(text: str, folder: Path) -> tuple[Where, Path] | None:
    """Returns where one reading of an address leads; None for anything but a file of this machine."""
    if not text or len(text) > _LONGEST or any(ord(sign) < 32 or sign == "\x7f" for sign in text):
        return None
    scheme = _SCHEME.match(text)
    if scheme and not _DRIVE.match(text):
        if scheme[1].lower() != "file":
            return None
        text = _of_file_address(text[scheme.end() :])
        if not text:
            return None
    if text.startswith("//"):
        return None
    if drive := _DRIVE.match(text):
        text = text.lstrip("/")[0] + ":" + (text[drive.end() :] or "/")
    rest = text[2:] if _DRIVE.match(text) else text
    if ":" in rest or any(_DEVICE.fullmatch(part) for part in rest.split("/")):
        return None  # an alternate data stream, or a device
    foreign = _DRIVE.match(text) and os.name != "nt"
    path = Path("/" + text) if foreign else Path(os.path.normpath(folder / text))
    if is_of_network(path.as_posix()) and not is_of_network(folder.as_posix()):
        return None
    return (Where.BELOW if _below(path, folder) else Where.OUTSIDE_FOLDER), path


def _of_file_address(rest: str) -> str:
    """Returns the path of a file: address after its scheme; empty if it has a host."""
    if not rest.startswith("//"):
        return rest
    host, slash, path = rest[2:].partition("/")
    if host.lower() not in ("", "localhost") or path.startswith("/"):
        return ""
    return slash + path


def _below(path: Path, folder: Path) -> bool:
    one, other = os.path.normcase(path), os.path.normcase(folder)
    return one.startswith(other.rstrip(os.sep) + os.sep)

"""The Word 97-2003 files that the tests read, and changes to their bytes."""

from __future__ import annotations

import struct
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "fixtures" / "doc"
REPORT = (FOLDER / "report.doc").read_bytes()
LOCKED = (FOLDER / "locked.doc").read_bytes()
PASSWORD = "密码2025"  # noqa: S105 - of that file
SECTOR = 512


def with_bytes(data: bytes, at: int, new: bytes) -> bytes:
    """A file with other bytes at an offset."""
    return data[:at] + new + data[at + len(new) :]


def start_of(name: str, data: bytes = REPORT) -> int:
    """The offset of the first sector of a stream."""
    entry = data.index(name.encode("utf-16-le").ljust(64, b"\0"))
    (sector,) = struct.unpack_from("<I", data, entry + 116)
    return (int(sector) + 1) * SECTOR


def fat(data: bytes = REPORT) -> int:
    """The offset of the first sector of the FAT."""
    (sector,) = struct.unpack_from("<I", data, 76)
    return (int(sector) + 1) * SECTOR

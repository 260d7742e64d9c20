"""Why a file cannot be opened."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Reason(Enum):
    """Why a file cannot be read; from OLD_WORD on, the unsupported type that it has (see `Format`)."""

    MISSING = "missing"
    FOLDER = "folder"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    NOT_TEXT = "not-text"
    TOO_LARGE = "too-large"
    DAMAGED = "damaged"
    WRONG_PASSWORD = "wrong-password"  # noqa: S105
    SCAN = "scan"
    NO_UNICODE = "no-unicode"
    NO_TEXT = "no-text"
    OLD_WORD = "old-word"
    LOCKED = "locked"
    RIGHTS = "rights"  # protected by rights management, for which a server is asked
    WORKS = "works"  # Microsoft Works, whose files are named .wps, too
    SHEET = "sheet"
    SLIDES = "slides"
    OPEN_DOCUMENT = "open-document"
    EPUB = "epub"
    WEB_ARCHIVE = "web-archive"
    ARCHIVE = "archive"
    PICTURE = "picture"
    SOUND = "sound"
    PROGRAM = "program"


class CannotOpen(Exception):
    """The file at `path` cannot be read as a report, for the given `reason`."""

    def __init__(self, path: Path, reason: Reason) -> None:
        super().__init__(f"{path}: {reason.value}")
        self.path = path
        self.reason = reason

    @property
    def asks_for_password(self) -> bool:
        """Whether the file can be opened with a password, or with another one."""
        return self.reason in (Reason.LOCKED, Reason.WRONG_PASSWORD)

"""Says in one sentence, in the user's language, what went wrong and what to do."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gaohang_viewer.loading import CannotOpen, Reason

if TYPE_CHECKING:
    from pathlib import Path


def why_not_opened(error: CannotOpen) -> str:
    """Why a file could not be opened, and what to do."""
    name = error.path.name or str(error.path)
    match error.reason:
        case Reason.MISSING:
            text = QCoreApplication.translate(
                "messages", "There is no file “{name}”; check the path, or choose another file."
            )
        case Reason.FOLDER:
            text = QCoreApplication.translate("messages", "“{name}” is a folder; choose a file in it.")
        case Reason.UNREADABLE:
            text = QCoreApplication.translate(
                "messages",
                "“{name}” cannot be read; close it in other programs, or copy it to a folder of your own.",
            )
        case Reason.EMPTY:
            text = QCoreApplication.translate("messages", "“{name}” holds no text; choose another file.")
        case Reason.NOT_TEXT:
            text = QCoreApplication.translate(
                "messages", "“{name}” is not text in UTF-8; save it as plain text in UTF-8 and open that."
            )
    return text.replace("{name}", name)


def why_not_written(error: OSError, path: Path) -> str:
    """Why a file could not be written, and what to do; the old one is always still there."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        text = QCoreApplication.translate(
            "messages", "The disk is full; make room, or save “{name}” elsewhere."
        )
    elif error.errno == errno.ENOENT:
        text = QCoreApplication.translate("messages", "The folder of “{name}” is gone; choose another one.")
    elif error.errno == errno.EISDIR:
        text = QCoreApplication.translate("messages", "“{name}” is a folder; choose another name.")
    else:
        text = QCoreApplication.translate(
            "messages",
            "“{name}” cannot be written here; close it in other programs, or choose another folder.",
        )
    return text.replace("{name}", path.name)


def no_such_section(piece: str) -> str:
    """A section was asked for that the report does not have."""
    text = QCoreApplication.translate(
        "messages", "There is no section “{piece}” in this report; name it as 3.2, 四, or by its headline."
    )
    return text.replace("{piece}", piece)

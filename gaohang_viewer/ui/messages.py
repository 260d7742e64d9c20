"""One sentence, in the user's language, for each problem: what happened and what to do."""

from __future__ import annotations

import errno
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gaohang_viewer.loading import CannotOpen, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


_WHY: dict[Reason, Any] = {  # str; the stubs of QT_TRANSLATE_NOOP say less
    Reason.MISSING: QT_TRANSLATE_NOOP(
        "messages", "There is no file “{name}”; check the path, or choose another file."
    ),
    Reason.FOLDER: QT_TRANSLATE_NOOP("messages", "“{name}” is a folder; choose a file in it."),
    Reason.UNREADABLE: QT_TRANSLATE_NOOP(
        "messages", "“{name}” cannot be read; close it in other programs, or copy it to a folder of your own."
    ),
    Reason.EMPTY: QT_TRANSLATE_NOOP("messages", "“{name}” holds no text; choose another file."),
    Reason.NOT_TEXT: QT_TRANSLATE_NOOP(
        "messages",
        "“{name}” is not text in any known encoding; save it as plain text in UTF-8 and open that.",
    ),
    Reason.TOO_LARGE: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is too large for a report; split it, and open one part."
    ),
    Reason.DAMAGED: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is damaged or incomplete; copy or download it again."
    ),
    Reason.LOCKED: QT_TRANSLATE_NOOP(
        "messages",
        "“{name}” is protected by a password; enter it in the window, or use --password-file.",
    ),
    Reason.WRONG_PASSWORD: QT_TRANSLATE_NOOP(
        "messages", "The password is not that of “{name}”; try it again, or ask the sender."
    ),
    Reason.SCAN: QT_TRANSLATE_NOOP(
        "messages",
        "“{name}” is a scan without text; open the file it was made from, or install text recognition with "
        "pip install gaohang-viewer[ocr].",
    ),
    Reason.NO_TEXT: QT_TRANSLATE_NOOP(
        "messages", "The text of “{name}” is drawn, not written; open the file it was made from."
    ),
    Reason.NO_UNICODE: QT_TRANSLATE_NOOP(
        "messages",
        "The fonts of “{name}” do not say which characters they show; open the file it was made from.",
    ),
    Reason.OLD_WORD: QT_TRANSLATE_NOOP(
        "messages",
        "“{name}” is a file of an old Word version; save it as .docx in WPS or Word and open that.",
    ),
    Reason.RIGHTS: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is protected by rights management; ask the sender for a copy without it."
    ),
    Reason.WORKS: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is a file of Microsoft Works; ask the sender for a .docx or PDF file."
    ),
    Reason.SHEET: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is a spreadsheet; copy what you need into a Word file and open that."
    ),
    Reason.SLIDES: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is an old presentation; save it as .pptx in WPS or PowerPoint and open that."
    ),
    Reason.OPEN_DOCUMENT: QT_TRANSLATE_NOOP(
        "messages",
        "“{name}” is an OpenDocument table, show or drawing; save it as .docx or .pptx and open that.",
    ),
    Reason.EPUB: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is an e-book; save its text as .docx or .txt and open that."
    ),
    Reason.WEB_ARCHIVE: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is a web archive; save the page as .html in the browser and open that."
    ),
    Reason.ARCHIVE: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is an archive; unpack it, and open the report in it."
    ),
    Reason.PICTURE: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is a picture; extract its text with an OCR program and open that."
    ),
    Reason.SOUND: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is an audio or video file; choose a text, Word file or web page."
    ),
    Reason.PROGRAM: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is a program; choose a text, Word file or web page."
    ),
}


def why_not_opened(error: CannotOpen) -> str:
    """Why a file could not be opened, and what to do."""
    name = error.path.name or str(error.path)
    return QCoreApplication.translate("messages", _WHY[error.reason]).replace("{name}", name)


_FULL = QT_TRANSLATE_NOOP("messages", "The disk is full; free some space, or save “{name}” elsewhere.")
_GONE = QT_TRANSLATE_NOOP("messages", "The folder of “{name}” no longer exists; choose another one.")
_LARGE = QT_TRANSLATE_NOOP("messages", "“{name}” is too large for this disk; save it on another one.")
_READ_ONLY = QT_TRANSLATE_NOOP(
    "messages", "The disk of “{name}” is read-only; choose a folder on another disk."
)
_OPEN = QT_TRANSLATE_NOOP("messages", "“{name}” is open in another program; close it there, then try again.")
_FORBIDDEN = QT_TRANSLATE_NOOP(
    "messages", "You do not have permission to write “{name}” in this folder; choose another folder."
)
_NAME = QT_TRANSLATE_NOOP(
    "messages",
    "The file name “{name}” is too long or contains characters that the disk does not "
    "allow; choose another name.",
)
_AWAY = QT_TRANSLATE_NOOP(
    "messages", "The disk or network folder of “{name}” does not respond; reconnect it, or save elsewhere."
)
_NOT_HERE = QT_TRANSLATE_NOOP(
    "messages", "“{name}” cannot be written here; close it in other programs, or choose another folder."
)
_NOT_WRITTEN: dict[int, Any] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _LARGE,
    errno.EROFS: _READ_ONLY,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.EBUSY: _OPEN,
    errno.ETXTBSY: _OPEN,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.ENAMETOOLONG: _NAME,
    errno.EINVAL: _NAME,
    **dict.fromkeys(
        (errno.EIO, errno.ENXIO, errno.ENODEV, errno.ESTALE, errno.ENOTCONN, errno.ETIMEDOUT), _AWAY
    ),
}
_NOT_WRITTEN_ON_WINDOWS: dict[int, Any] = {  # by Windows error codes, which are more precise than errno
    5: _NOT_HERE,  # access denied, also for replacing a file that is open elsewhere
    19: _READ_ONLY,
    21: _AWAY,
    32: _OPEN,
    33: _OPEN,
    39: _FULL,
    53: _AWAY,
    64: _AWAY,
    67: _AWAY,
    112: _FULL,
    123: _NAME,
    206: _NAME,
    1224: _OPEN,  # mapped by another program, such as a PDF viewer
}


def why_not_written(error: OSError, path: Path) -> str:
    """Why a file could not be written, and what to do; an older file is still there."""
    if error.errno == errno.EISDIR or _is_folder(path):
        text = QCoreApplication.translate("messages", "“{name}” is a folder; choose another name.")
    else:
        known = _NOT_WRITTEN.get(error.errno or 0, _NOT_HERE)
        known = _NOT_WRITTEN_ON_WINDOWS.get(getattr(error, "winerror", None) or 0, known)
        text = QCoreApplication.translate("messages", known)
    return text.replace("{name}", path.name or str(path))


def _is_folder(path: Path) -> bool:
    """Whether the path is a folder: Windows reports replacing one as access denied. False if the name is too
    long."""
    try:
        return path.is_dir()
    except OSError:
        return False


def no_such_screen(wanted: str, there: str) -> str:
    """A screen was named that is not connected; `there` lists the connected ones."""
    text = QCoreApplication.translate("messages", "There is no screen “{wanted}”; choose one of: {there}.")
    return text.replace("{wanted}", wanted).replace("{there}", there)


def no_such_look(wanted: str, there: str) -> str:
    """A look was named that does not exist; `there` lists those that do."""
    text = QCoreApplication.translate(
        "messages", "There is no slide theme “{wanted}”; choose one of: {there}."
    )
    return text.replace("{wanted}", wanted).replace("{there}", there)


def no_such_section(piece: str) -> str:
    """A section was named that the report does not have."""
    text = QCoreApplication.translate(
        "messages",
        "There is no section “{piece}” in this report; give its position (3.2), its mark (四) "
        "or the start of its headline.",
    )
    return text.replace("{piece}", piece)


def no_such_ending(path: Path, endings: Sequence[str]) -> str:
    """A file was named whose kind cannot be written."""
    text = QCoreApplication.translate(
        "messages", "“{name}” is not a supported file type; use one of: {endings}."
    )
    return text.replace("{name}", path.name).replace("{endings}", ", ".join(endings))


def no_xdg_mime() -> str:
    """`xdg-mime`, which sets the default programs, is missing."""
    return QCoreApplication.translate(
        "messages",
        "Gaohang Viewer was added to the applications menu, but cannot become the default program: install "
        "xdg-utils, then try again.",
    )


def desktop_is(*, wanted: bool, default: bool, done: bool) -> list[str]:
    """The lines about adding the program to the menu of programs, or removing it.

    `wanted` says which, `default` that it should open files by default, `done` whether anything changed.
    """
    if sys.platform == "darwin":
        return [
            QCoreApplication.translate(
                "messages",
                "On a Mac, put “Gaohang Viewer.app” into the Applications folder; to remove it, move "
                "it to the Bin.",
            )
        ]
    if not wanted:
        if not done:
            return [
                QCoreApplication.translate(
                    "messages", "The program was not in the applications menu; nothing was removed."
                )
            ]
        return [
            QCoreApplication.translate(
                "messages", "Gaohang Viewer was removed from the applications menu and from “Open with”."
            )
        ]
    said = [QCoreApplication.translate("messages", "Gaohang Viewer was added to the applications menu.")]
    if default and sys.platform == "win32":
        said.append(
            QCoreApplication.translate(
                "messages",
                "On Windows only you can set the default program: right-click a file, choose “Open "
                "with”, then “Always”.",
            )
        )
    elif default:
        said.append(
            QCoreApplication.translate(
                "messages", "Text, Markdown, Word files and web pages now open with it by default."
            )
        )
    else:
        said.append(
            QCoreApplication.translate(
                "messages",
                "It is now offered under “Open with” for text, Markdown, Word files and web pages.",
            )
        )
    return said

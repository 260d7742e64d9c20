"""Says in one sentence, in the user's language, what went wrong and what to do."""

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
        "messages", "“{name}” is damaged or was not copied completely; fetch it again."
    ),
    Reason.LOCKED: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is protected by a password; take it off in WPS or Word, and open that."
    ),
    Reason.OLD_WORD: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is an old Word or WPS file; save it as .docx in WPS or Word and open that."
    ),
    Reason.SHEET: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is a spreadsheet; copy what you need into a Word file and open that."
    ),
    Reason.SLIDES: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is a presentation; save its outline as .docx and open that."
    ),
    Reason.OPEN_DOCUMENT: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is an OpenDocument file; save it as .docx in WPS or LibreOffice and open that."
    ),
    Reason.RICH_TEXT: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is an RTF file; save it as .docx in WPS or Word and open that."
    ),
    Reason.PDF: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is a PDF; open the file it was made from, or save its text as .docx or .txt."
    ),
    Reason.OFD: QT_TRANSLATE_NOOP(
        "messages",
        "“{name}” is an OFD file; open the file it was made from, or save its text as .docx or .txt.",
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
        "messages", "“{name}” is a picture; recognise its text in another program, and open that."
    ),
    Reason.SOUND: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is a sound or a film; choose a text, Word file or web page."
    ),
    Reason.PROGRAM: QT_TRANSLATE_NOOP(
        "messages", "“{name}” is a program; choose a text, Word file or web page."
    ),
}


def why_not_opened(error: CannotOpen) -> str:
    """Why a file could not be opened, and what to do."""
    name = error.path.name or str(error.path)
    return QCoreApplication.translate("messages", _WHY[error.reason]).replace("{name}", name)


_FULL = QT_TRANSLATE_NOOP("messages", "The disk is full; make room, or save “{name}” elsewhere.")
_GONE = QT_TRANSLATE_NOOP("messages", "The folder of “{name}” is gone; choose another one.")
_LARGE = QT_TRANSLATE_NOOP("messages", "“{name}” is too large for this disk; save it on another one.")
_READ_ONLY = QT_TRANSLATE_NOOP(
    "messages", "The disk of “{name}” can only be read; choose a folder on another one."
)
_OPEN = QT_TRANSLATE_NOOP("messages", "“{name}” is open in another program; close it there, then try again.")
_FORBIDDEN = QT_TRANSLATE_NOOP("messages", "You may not write “{name}” in its folder; choose another folder.")
_NAME = QT_TRANSLATE_NOOP(
    "messages",
    "The name “{name}” is too long, or has signs that the disk does not take; choose another name.",
)
_AWAY = QT_TRANSLATE_NOOP(
    "messages", "The disk or network folder of “{name}” does not answer; connect it again, or save elsewhere."
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
_NOT_WRITTEN_ON_WINDOWS: dict[int, Any] = {  # by the system's own numbers, which tell more than errno
    5: _NOT_HERE,  # access denied: also of a file that is to be replaced while it is open elsewhere
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
    1224: _OPEN,  # another program has it mapped, as a reader of PDF may
}


def why_not_written(error: OSError, path: Path) -> str:
    """Why a file could not be written, and what to do; the old one is always still there."""
    if error.errno == errno.EISDIR or _is_folder(path):
        text = QCoreApplication.translate("messages", "“{name}” is a folder; choose another name.")
    else:
        known = _NOT_WRITTEN.get(error.errno or 0, _NOT_HERE)
        known = _NOT_WRITTEN_ON_WINDOWS.get(getattr(error, "winerror", None) or 0, known)
        text = QCoreApplication.translate("messages", known)
    return text.replace("{name}", path.name or str(path))


def _is_folder(path: Path) -> bool:
    """Windows says of a folder only that it cannot be replaced; of a name too long this cannot be asked."""
    try:
        return path.is_dir()
    except OSError:
        return False


def no_such_screen(wanted: str, there: str) -> str:
    """A screen was asked for that is not plugged in."""
    text = QCoreApplication.translate("messages", "There is no screen “{wanted}”; there are: {there}.")
    return text.replace("{wanted}", wanted).replace("{there}", there)


def no_such_look(wanted: str, there: str) -> str:
    """Slides were asked for in a look that there is not."""
    text = QCoreApplication.translate("messages", "There is no look “{wanted}”; there are: {there}.")
    return text.replace("{wanted}", wanted).replace("{there}", there)


def no_such_section(piece: str) -> str:
    """A section was asked for that the report does not have."""
    text = QCoreApplication.translate(
        "messages", "There is no section “{piece}” in this report; name it as 3.2, 四, or by its headline."
    )
    return text.replace("{piece}", piece)


def no_such_ending(path: Path, endings: Sequence[str]) -> str:
    """A file was asked for of a kind that is not written."""
    text = QCoreApplication.translate(
        "messages", "“{name}” ends in none of {endings}, the kinds of file that can be written."
    )
    return text.replace("{name}", path.name).replace("{endings}", ", ".join(endings))


def no_xdg_mime() -> str:
    """The program that sets what opens a type of file is missing."""
    return QCoreApplication.translate(
        "messages",
        "Gaohang Viewer is in your menu of programs, but opens nothing unasked yet: install xdg-utils, then "
        "try again.",
    )


def desktop_is(*, wanted: bool, default: bool, done: bool) -> list[str]:
    """What became of the wish to have the program in the menu of programs, or no longer."""
    if sys.platform == "darwin":
        return [
            QCoreApplication.translate(
                "messages",
                "On a Mac, “Gaohang Viewer.app” in the folder of programs is all that is needed; "
                "to be rid of it, put it into the bin.",
            )
        ]
    if not wanted:
        if not done:
            return [QCoreApplication.translate("messages", "It was not in the menu; nothing was removed.")]
        return [
            QCoreApplication.translate(
                "messages", "Gaohang Viewer is no longer in the menu of programs and in “Open with”."
            )
        ]
    said = [QCoreApplication.translate("messages", "Gaohang Viewer is in your menu of programs now.")]
    if default and sys.platform == "win32":
        said.append(
            QCoreApplication.translate(
                "messages",
                "Windows lets nobody but you choose what opens a file: "
                "right click on one, “Open with”, “Always”.",
            )
        )
    elif default:
        said.append(
            QCoreApplication.translate(
                "messages", "Text, Markdown, Word files and web pages open with it from now on."
            )
        )
    else:
        said.append(
            QCoreApplication.translate(
                "messages", "Text, Markdown, Word files and web pages offer it under “Open with”."
            )
        )
    return said

"""Says in one sentence, in the user's language, what went wrong and what to do."""

from __future__ import annotations

import errno
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

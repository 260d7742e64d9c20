"""Converts one file in the child process: decrypts it, mends it as far as needed, and converts it."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gaohang_viewer.loading.compound_file.child import RESULT, SOURCE
from gaohang_viewer.loading.compound_file.decryption import (
    Locked,
    WrongPassword,
    decrypted,
    is_encrypted,
    is_obfuscated,
    passwords,
    refusal,
)
from gaohang_viewer.loading.compound_file.mending import MENDINGS, NotMended, mended_container
from gaohang_viewer.loading.compound_file.plain_text import text_as_docx, text_of_boxes
from gaohang_viewer.loading.errors import Reason
from gaohang_viewer.report.model import ProblemKind

if TYPE_CHECKING:
    from doc2docx.diagnostics import ConversionReport

_MOST_BYTES = 200_000_000  # of a file, and of one stream in it
_OLD = b"\xdc\xa5"  # the first two bytes of the stream WordDocument of Word 6 and 95
_NO_BOXES = "MAIN_TEXTBOX_TABLE_MALFORMED"
_LOST = {  # by the codes of the converter
    _NO_BOXES: ProblemKind.DRAWINGS,
    "OFFICEART_MALFORMED": ProblemKind.DRAWINGS,
    "FLOATING_SHAPE_TYPES_DEFERRED": ProblemKind.DRAWINGS,
    "FLOATING_PICTURE_FORMAT_DEFERRED": ProblemKind.NOT_SHOWN,
    "INLINE_PICTURE_DATA_STREAM_MISSING": ProblemKind.NOT_SHOWN,
    "INLINE_PICTURE_FORMAT_DEFERRED": ProblemKind.NOT_SHOWN,
    "INLINE_PICTURE_MALFORMED": ProblemKind.NOT_SHOWN,
    "OLE_OBJECT_OMITTED": ProblemKind.NOT_SHOWN,
    "OLE_OBJECT_STORAGE_MISSING": ProblemKind.NOT_SHOWN,
    "NUMBERING_TABLE_MALFORMED": ProblemKind.NUMBERS,
    "STYLE_TABLE_MALFORMED": ProblemKind.NUMBERS,
}


def convert_in(folder: str, password: str) -> dict[str, Any]:
    """Converts the file SOURCE of a folder to the file RESULT.

    Returns `{"problems": [[kind, text], …]}`, what was lost, or `{"reason": …}`, why there is no result.
    """
    tempfile.tempdir = folder  # where the libraries put theirs
    try:
        return {"problems": [(kind.value, text) for kind, text in _convert(Path(folder), password)]}
    except Locked:
        return {"reason": Reason.LOCKED.value}
    except WrongPassword:
        return {"reason": Reason.WRONG_PASSWORD.value}
    except MemoryError:
        return {"reason": Reason.TOO_LARGE.value}
    except _OldWord:
        return {"reason": Reason.OLD_WORD.value}
    except Exception:  # noqa: BLE001 - whatever the libraries raise for bytes that are not as they should be
        return {"reason": Reason.DAMAGED.value}


class _OldWord(Exception):
    """The file was written by Word 6 or 95."""


def _convert(folder: Path, password: str) -> list[tuple[ProblemKind, str]]:
    data = (folder / SOURCE).read_bytes()
    if is_encrypted(data):
        if is_obfuscated(data):
            return _obfuscated(folder, data, password)
        data = decrypted(data, password)
        if data.startswith(b"PK"):  # Office Open XML
            (folder / RESULT).write_bytes(data)
            return []
    return _word_binary(folder, data)


def _obfuscated(folder: Path, data: bytes, password: str) -> list[tuple[ProblemKind, str]]:
    """Converts a file with the weak password protection of Word 95, which Word 97-2003 could write, too."""
    from doc2docx.converter import convert
    from doc2docx.errors import EncryptedDocumentError

    (folder / SOURCE).write_bytes(mended_container(data))
    for each in passwords(password):
        with suppress(EncryptedDocumentError):
            return _problems(data, convert(folder / SOURCE, folder / RESULT, password=each).report, ())
    raise refusal(password)


def _word_binary(folder: Path, data: bytes) -> list[tuple[ProblemKind, str]]:
    """Converts a Word 97-2003 file; where the converter refuses it, with parts or at last all but the text
    left out."""
    from doc2docx.cfb import CompoundFile
    from doc2docx.cfb.container import CompoundFileLimits
    from doc2docx.converter import convert
    from doc2docx.errors import Doc2DocxError

    data = mended_container(data)
    if CompoundFile(data).open_stream("WordDocument").startswith(_OLD):
        raise _OldWord
    limits = CompoundFileLimits(_MOST_BYTES, _MOST_BYTES)
    for mend, lost in MENDINGS:
        with suppress(Doc2DocxError, NotMended):
            (folder / SOURCE).write_bytes(mend(data))
            report = convert(folder / SOURCE, folder / RESULT, limits=limits).report
            return _problems(data, report, lost)
    (folder / RESULT).write_bytes(text_as_docx(data))
    return [(kind, "") for kind in (ProblemKind.NUMBERS, ProblemKind.DRAWINGS, ProblemKind.NOTES)]


def _problems(
    data: bytes, report: ConversionReport, lost: tuple[ProblemKind, ...]
) -> list[tuple[ProblemKind, str]]:
    """Returns what was lost: by mending, and as the converter reports it."""
    codes = [each.code for each in report.diagnostics]
    kinds = dict.fromkeys((*lost, *(_LOST[code] for code in codes if code in _LOST)), "")
    if ProblemKind.DRAWINGS in lost or _NO_BOXES in codes:
        kinds[ProblemKind.DRAWINGS] = text_of_boxes(data)
    return list(kinds.items())

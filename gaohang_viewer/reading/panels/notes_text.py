"""The texts for the kinds of problem that a file can have."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gaohang_viewer.report.model import ProblemKind
from gaohang_viewer.report.outline_review import DoubtKind

_TEXTS: dict[ProblemKind, Any] = {
    ProblemKind.DEBRIS: QT_TRANSLATE_NOOP(
        "notes", "Left out: leftovers of a web page or a printout around the text"
    ),
    ProblemKind.CONTENTS: QT_TRANSLATE_NOOP("notes", "Left out: a table of contents (the outline shows it)"),
    ProblemKind.LEFT_OUT: QT_TRANSLATE_NOOP("notes", "Left out manually"),
    ProblemKind.AROUND: QT_TRANSLATE_NOOP(
        "notes", "Left out: the page around the article (to show it: View → Show whole web page)"
    ),
    ProblemKind.HIDDEN: QT_TRANSLATE_NOOP("notes", "Left out: hidden text of the Word file"),
    ProblemKind.COMMENT: QT_TRANSLATE_NOOP("notes", "Left out: comments"),
    ProblemKind.DRAWINGS: QT_TRANSLATE_NOOP(
        "notes", "Left out: text boxes and drawings (to see them, save the file as .docx in WPS or Word)"
    ),
    ProblemKind.NOTES: QT_TRANSLATE_NOOP(
        "notes", "Left out: notes and comments (to see them, save the file as .docx in WPS or Word)"
    ),
    ProblemKind.NUMBERS: QT_TRANSLATE_NOOP(
        "notes", "Styles or lists of the file are damaged: numbers and headlines may be missing"
    ),
    ProblemKind.STRUCK: QT_TRANSLATE_NOOP(
        "notes", "Struck out: shown struck, left out of figures, slides and search"
    ),
    ProblemKind.CHANGES: QT_TRANSLATE_NOOP("notes", "Tracked changes were read as accepted"),
    ProblemKind.NOT_SHOWN: QT_TRANSLATE_NOOP("notes", "Cannot be shown here"),
    ProblemKind.OUTSIDE: QT_TRANSLATE_NOOP("notes", "Outside the file, not loaded"),
    ProblemKind.ELSEWHERE: QT_TRANSLATE_NOOP("notes", "Pictures in other folders, not loaded"),
    ProblemKind.NO_PICTURE: QT_TRANSLATE_NOOP(
        "notes", "Pictures not found at the location given in the file"
    ),
    ProblemKind.FRONT_MATTER: QT_TRANSLATE_NOOP("notes", "Not recognised at the top of the file"),
    ProblemKind.UNCLOSED_FENCE: QT_TRANSLATE_NOOP("notes", "Code block without an end"),
    ProblemKind.BAD_BYTES: QT_TRANSLATE_NOOP(
        "notes", "Damaged characters, shown as �; try another encoding (View → File encoding)"
    ),
    ProblemKind.ENCODING: QT_TRANSLATE_NOOP(
        "notes", "The encoding was guessed from little text (to change it: View → File encoding)"
    ),
    ProblemKind.CONTROL: QT_TRANSLATE_NOOP("notes", "Invisible control characters were removed"),
    ProblemKind.PRIVATE_USE: QT_TRANSLATE_NOOP(
        "notes", "Private-use characters, which may look different here"
    ),
    ProblemKind.SIGNED: QT_TRANSLATE_NOOP(
        "notes", "The file has electronic signatures or seals, which were not verified"
    ),
    ProblemKind.RECOGNISED: QT_TRANSLATE_NOOP(
        "notes", "Pages of a scan whose text was recognised (OCR): check names and numbers"
    ),
    ProblemKind.NO_UNICODE: QT_TRANSLATE_NOOP(
        "notes", "Pages with fonts that do not say which characters they show: those are shown as �"
    ),
    ProblemKind.NOT_READ: QT_TRANSLATE_NOOP(
        "notes", "Not read: the rest of the file, as reading was cancelled (to read it, open the file again)"
    ),
    ProblemKind.DAMAGED: QT_TRANSLATE_NOOP("notes", "A part of the file is damaged and was not read"),
}


def kind_text(kind: ProblemKind) -> str:
    """The text for a kind of problem, in the user's language."""
    return QCoreApplication.translate("notes", _TEXTS[kind])


_DOUBTS: dict[DoubtKind, Any] = {
    DoubtKind.ONLY_CHILD: QT_TRANSLATE_NOOP("notes", "the only section of its chapter"),
    DoubtKind.GAP: QT_TRANSLATE_NOOP("notes", "its number does not follow the one before"),
    DoubtKind.LONG: QT_TRANSLATE_NOOP("notes", "very long: headlines may be missing"),
    DoubtKind.TURNED: QT_TRANSLATE_NOOP("notes", "on another level than others of its kind"),
}


def doubt_text(kind: DoubtKind) -> str:
    """Returns why a section may have been read wrongly, in the user's language."""
    return QCoreApplication.translate("notes", _DOUBTS[kind])

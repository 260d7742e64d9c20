"""The texts for the kinds of problem that a file can have."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gaohang_viewer.report.model import ProblemKind

_TEXTS: dict[ProblemKind, Any] = {
    ProblemKind.DEBRIS: QT_TRANSLATE_NOOP(
        "notes", "Left out: what a web page or a printer left around the text"
    ),
    ProblemKind.CONTENTS: QT_TRANSLATE_NOOP("notes", "Left out: a table of contents, which the tree repeats"),
    ProblemKind.LEFT_OUT: QT_TRANSLATE_NOOP("notes", "Left out by you"),
    ProblemKind.AROUND: QT_TRANSLATE_NOOP(
        "notes", "Left out: the page around the article (View → All of the web page shows it)"
    ),
    ProblemKind.HIDDEN: QT_TRANSLATE_NOOP("notes", "Left out: hidden text of the Word file"),
    ProblemKind.COMMENT: QT_TRANSLATE_NOOP("notes", "Left out: comments in the margin"),
    ProblemKind.CHANGES: QT_TRANSLATE_NOOP("notes", "Tracked changes were read as accepted"),
    ProblemKind.NOT_SHOWN: QT_TRANSLATE_NOOP("notes", "Cannot be shown here"),
    ProblemKind.OUTSIDE: QT_TRANSLATE_NOOP("notes", "Lies outside the file and was not fetched"),
    ProblemKind.ELSEWHERE: QT_TRANSLATE_NOOP("notes", "Pictures in other folders, which were not read"),
    ProblemKind.NO_PICTURE: QT_TRANSLATE_NOOP("notes", "Pictures that are not where the file says"),
    ProblemKind.FRONT_MATTER: QT_TRANSLATE_NOOP("notes", "Not understood at the top of the file"),
    ProblemKind.UNCLOSED_FENCE: QT_TRANSLATE_NOOP("notes", "Code that is never closed"),
    ProblemKind.BAD_BYTES: QT_TRANSLATE_NOOP(
        "notes", "Damaged characters, shown as �; perhaps another encoding fits (View)"
    ),
    ProblemKind.ENCODING: QT_TRANSLATE_NOOP(
        "notes", "The encoding was guessed from little text (View → Encoding changes it)"
    ),
    ProblemKind.CONTROL: QT_TRANSLATE_NOOP("notes", "Invisible control characters were taken out"),
    ProblemKind.PRIVATE_USE: QT_TRANSLATE_NOOP(
        "notes", "Characters of a font of the writer's own, which may look otherwise here"
    ),
    ProblemKind.DAMAGED: QT_TRANSLATE_NOOP("notes", "A part of the file is damaged and was not read"),
}


def kind_text(kind: ProblemKind) -> str:
    """The text for a kind of problem, in the user's language."""
    return QCoreApplication.translate("notes", _TEXTS[kind])

"""The state that the main window shows: the facts that enable actions, the title, the status bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gaohang_viewer.report.model import FRONT, ProblemKind
from gaohang_viewer.report.speaking_time import clock
from gaohang_viewer.ui.translation import counted

if TYPE_CHECKING:
    from gaohang_viewer.app.actions import When
    from gaohang_viewer.reading.search.finder import Finder
    from gaohang_viewer.session.outline_editor import OutlineEditor
    from gaohang_viewer.session.reader import Reader


def facts(
    reader: Reader, finder: Finder, editor: OutlineEditor, *, outside_folder: bool, has_ink: bool
) -> set[When]:
    """What is true now.

    `outside_folder`: pictures from outside the file's folder are shown; `has_ink`: the slides have drawings.
    """
    section, kind = reader.position.section, editor.draft.kind
    holds: dict[When, bool] = {
        "always": True,
        "back": reader.can_go_back,
        "forward": reader.can_go_forward,
        "before": section > FRONT,
        "section": section > FRONT,
        "after": section + 1 < len(reader.report.sections),
        "hits": finder.total > 0,
        "undo": editor.can_undo,
        "redo": editor.can_redo,
        "text": kind in ("text", "markdown", "web"),
        "page": kind == "web",
        "pictures": outside_folder or _names_outside_pictures(reader),
        "ink": has_ink,
    }
    return {fact for fact, is_true in holds.items() if is_true}


def _names_outside_pictures(reader: Reader) -> bool:
    return any(problem.kind is ProblemKind.ELSEWHERE for problem in reader.report.problems)


def position_text(reader: Reader, rate: int) -> str:
    """The number of the reader's section, and the speaking times of this section and of the report, at a
    rate in characters per minute."""
    section, count = reader.position.section, len(reader.report.sections)
    whole = clock(reader.speaking.of(FRONT, rate))
    if section == FRONT:
        one = QCoreApplication.translate("app", "1 section · speaking time {whole}")
        many = QCoreApplication.translate("app", "{count} sections · speaking time {whole}")
        return counted(count, one, many).replace("{whole}", whole)
    text = QCoreApplication.translate("app", "Section {number} of {count} · speaking time {time} of {whole}")
    text = text.replace("{number}", str(section + 1)).replace("{count}", str(count))
    return text.replace("{time}", clock(reader.speaking.of(section, rate))).replace("{whole}", whole)


def window_title(reader: Reader) -> str:
    """The title of the window. Qt replaces "[*]" by the mark of changed documents unless it is doubled."""
    title = reader.report.title.replace("[*]", "[*][*]")
    return f"{title} — {QCoreApplication.translate('app', 'Gaohang Viewer')}"

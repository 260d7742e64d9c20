"""What the main window says of itself: which actions are of use now, and what stands in the status bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gaohang_viewer.app.actions import When
from gaohang_viewer.report.model import FRONT, ProblemKind
from gaohang_viewer.report.speaking_time import clock
from gaohang_viewer.ui.translation import counted

if TYPE_CHECKING:
    from gaohang_viewer.reading.search.finder import Finder
    from gaohang_viewer.session.outline_editor import OutlineEditor
    from gaohang_viewer.session.reader import Reader


def facts(reader: Reader, finder: Finder, mending: OutlineEditor, *, elsewhere: bool) -> When:
    """What is so now, and lets actions be used; `elsewhere` if pictures from other folders are shown."""
    section, found = reader.place.section, When.ALWAYS
    for holds, fact in (
        (reader.can_go_back, When.BACK),
        (reader.can_go_forward, When.FORWARD),
        (section > FRONT, When.BEFORE | When.SECTION),
        (section + 1 < len(reader.report.sections), When.AFTER),
        (finder.total > 0, When.HITS),
        (mending.can_undo, When.UNDO),
        (mending.can_redo, When.REDO),
        (mending.draft.kind in ("text", "markdown", "web"), When.TEXT),
        (mending.draft.kind == "web", When.PAGE),
        (elsewhere or _names_elsewhere(reader), When.PICTURES),
    ):
        found |= fact if holds else When.ALWAYS
    return found


def _names_elsewhere(reader: Reader) -> bool:
    return any(problem.kind is ProblemKind.ELSEWHERE for problem in reader.report.problems)


def where(reader: Reader, rate: int) -> str:
    """Where the reader is among the sections, and how long this one takes to speak, and all of them."""
    section, count = reader.place.section, len(reader.report.sections)
    whole = clock(reader.speaking.of(FRONT, rate))
    if section == FRONT:
        one = QCoreApplication.translate("app", "1 section · {whole} to speak")
        many = QCoreApplication.translate("app", "{count} sections · {whole} to speak")
        return counted(count, one, many).replace("{whole}", whole)
    text = QCoreApplication.translate("app", "Section {number} of {count} · {time} of {whole} to speak")
    text = text.replace("{number}", str(section + 1)).replace("{count}", str(count))
    return text.replace("{time}", clock(reader.speaking.of(section, rate))).replace("{whole}", whole)


def window_title(reader: Reader) -> str:
    """In which Qt takes [*] for the place of a mark, unless it stands twice."""
    title = reader.report.title.replace("[*]", "[*][*]")
    return f"{title} — {QCoreApplication.translate('app', 'Gaohang Viewer')}"

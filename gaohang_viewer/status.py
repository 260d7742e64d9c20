"""What the main window says of itself: which actions are of use now, and what stands in the status bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gaohang_viewer.actions import When
from gaohang_viewer.reading.place import FRONT

if TYPE_CHECKING:
    from gaohang_viewer.mending import Mending
    from gaohang_viewer.reading.finder import Finder
    from gaohang_viewer.reading.reader import Reader


def facts(reader: Reader, finder: Finder, mending: Mending) -> When:
    """What is so now, and lets actions be used."""
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
    ):
        found |= fact if holds else When.ALWAYS
    return found


def where(reader: Reader) -> str:
    """Where the reader is among the sections."""
    section, count = reader.place.section, str(len(reader.report.sections))
    if section == FRONT:
        return QCoreApplication.translate("app", "{count} sections").replace("{count}", count)
    text = QCoreApplication.translate("app", "Section {number} of {count}")
    return text.replace("{number}", str(section + 1)).replace("{count}", count)


def window_title(reader: Reader) -> str:
    return f"{reader.report.title} — {QCoreApplication.translate('app', 'Gaohang Viewer')}"

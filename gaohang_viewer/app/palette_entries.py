"""What the jump box knows: headlines, actions that are of use now, recent files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QKeySequence

from gaohang_viewer.app.actions import ACTIONS, SUBMENUS, text_of
from gaohang_viewer.app.command_palette import PaletteItem
from gaohang_viewer.report.headline_text import headline

if TYPE_CHECKING:
    from gaohang_viewer.app.app import App

ALIASES = {"find-everywhere": QT_TRANSLATE_NOOP("jump", "Search everywhere")}  # other names of actions


def entries(app: App) -> list[PaletteItem]:
    """Headlines first: what is typed is most often a part of one."""
    reader = app.reader
    outline, sections = reader.report.outline, reader.report.sections
    names = [headline(section, app.settings.full_width) for section in sections]
    found = []
    for index, name in enumerate(names):
        parent = outline.parents[index]
        above = "" if parent is None else names[parent]
        found.append(PaletteItem(name, above, partial(reader.go, index)))
    native = QKeySequence.SequenceFormat.NativeText
    for spec in ACTIONS:
        if not spec.id or spec.id in SUBMENUS or not app.window.actions_by_id[spec.id].isEnabled():
            continue
        keys = QKeySequence(spec.keys[0]).toString(native) if spec.keys else ""
        name = text_of(spec)
        if spec.id in ALIASES:
            name += f" · {QCoreApplication.translate('jump', str(ALIASES[spec.id]))}"
        found.append(PaletteItem(name, keys, app.window.actions_by_id[spec.id].trigger))
    what = QCoreApplication.translate("jump", "recent file")
    files = [PaletteItem(Path(path).name, what, partial(app.open, path)) for path in app.memory.recent_files]
    return found + files

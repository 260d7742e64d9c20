"""The entries of the command palette: headlines, actions that can be used now, and recent files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QKeySequence

from gaohang_viewer.app.actions import ACTIONS, text_of
from gaohang_viewer.app.command_palette import PaletteItem
from gaohang_viewer.report.headline_text import headline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtGui import QAction

    from gaohang_viewer.app.actions import ActionId
    from gaohang_viewer.session.reader import Reader

ALIASES: dict[ActionId, Any] = {  # other names by which actions are found
    "find-everywhere": QT_TRANSLATE_NOOP("jump", "Search everywhere")
}


def palette_entries(
    reader: Reader,
    actions: Mapping[ActionId, QAction],
    recent_files: Iterable[str],
    open_file: Callable[[str], object],
    *,
    full_width: bool,
) -> list[PaletteItem]:
    """Headlines first, since what is typed is most often part of one.

    `open_file` opens one of the `recent_files`, given as paths; `full_width` writes the punctuation of
    headlines full-width.
    """
    outline, sections = reader.report.outline, reader.report.sections
    names = [headline(section, full_width) for section in sections]
    found = []
    for index, name in enumerate(names):
        parent = outline.parents[index]
        above = "" if parent is None else names[parent]
        number = outline.number(index)
        aside = f"{number} · {above}" if above else number
        found.append(PaletteItem(name, aside, partial(reader.go, index), number))
    native = QKeySequence.SequenceFormat.NativeText
    for spec in ACTIONS:
        if spec.submenu or not actions[spec.id].isEnabled():
            continue
        keys = QKeySequence(spec.keys[0]).toString(native) if spec.keys else ""
        name = text_of(spec)
        if spec.id in ALIASES:
            name += f" · {QCoreApplication.translate('jump', ALIASES[spec.id])}"
        found.append(PaletteItem(name, keys, actions[spec.id].trigger))
    kind = QCoreApplication.translate("jump", "recent file")
    return found + [PaletteItem(Path(path).name, kind, partial(open_file, path)) for path in recent_files]

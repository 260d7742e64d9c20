"""The texts of the key list and of the about box."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QKeySequence

from gaohang_viewer import __version__
from gaohang_viewer.app.actions import ACTIONS, menu_text, text_of


def keys_text() -> str:
    """Every action that has keys, by its menu, as a table in HTML."""
    rows = []
    menu = ""
    for spec in ACTIONS:
        if spec.keys:
            if spec.menu != menu and spec.menu:
                menu = spec.menu
                title = escape(menu_text(menu))
                rows.append(f'<tr><td colspan="2" style="padding:12px 0 4px 0"><b>{title}</b></td></tr>')
            native = QKeySequence.SequenceFormat.NativeText
            keys = " / ".join(QKeySequence(key).toString(native) for key in spec.keys)
            name = escape(text_of(spec).rstrip("…"))
            shown = f'<td style="padding:3px 0">{escape(keys)}</td>'
            rows.append(f'<tr><td style="padding:3px 32px 3px 0">{name}</td>{shown}</tr>')
    return f"<table>{''.join(rows)}</table>"


def about_text() -> str:
    """What the program is, and its version."""
    name = QCoreApplication.translate("app", "Gaohang Viewer")
    what = QCoreApplication.translate(
        "about",
        "Opens long Chinese reports, shows their sections as a tree, presents their "
        "headlines as slides and prints them.",
    )
    return f"<h3>{name} {__version__}</h3><p>{what}</p><p>Qt {qVersion()} · MIT</p>"

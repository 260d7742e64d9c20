"""The texts of the help menu's dialogs."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QKeySequence

from gaohang_viewer import __version__
from gaohang_viewer.app.actions import MENU_BUTTON, MENUS, text_of, title_of


def keys_text() -> str:
    """All actions that have keys, by menu, as an HTML table."""
    native = QKeySequence.SequenceFormat.NativeText
    rows = []
    for title, specs in (*((title_of(menu), menu.items) for menu in MENUS), ("", (MENU_BUTTON,))):
        if title:
            head = f"<b>{escape(title)}</b>"
            rows.append(f'<tr><td colspan="2" style="padding:12px 0 4px 0">{head}</td></tr>')
        for spec in specs:
            if spec is not None and spec.keys:
                keys = " / ".join(QKeySequence(key).toString(native) for key in spec.keys)
                name = escape(text_of(spec).rstrip("…"))
                shown = f'<td style="padding:3px 0">{escape(keys)}</td>'
                rows.append(f'<tr><td style="padding:3px 32px 3px 0">{name}</td>{shown}</tr>')
    return f"<table>{''.join(rows)}</table>"


def about_text() -> str:
    """What the program is, and its version, as HTML."""
    name = QCoreApplication.translate("app", "Gaohang Viewer")
    what = QCoreApplication.translate(
        "about",
        "Opens long Chinese reports, shows their sections as a tree, presents their "
        "headlines as slides and prints them.",
    )
    return f"<h3>{name} {__version__}</h3><p>{what}</p><p>Qt {qVersion()} · MIT</p>"

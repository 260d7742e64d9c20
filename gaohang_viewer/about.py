"""The texts of the key list and of the about box."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QKeySequence

from gaohang_viewer import __version__
from gaohang_viewer.actions import ACTIONS, text_of


def keys_text() -> str:
    """Every action that has keys, as a table in HTML."""
    rows = []
    for spec in ACTIONS:
        if spec.keys:
            native = QKeySequence.SequenceFormat.NativeText
            keys = " / ".join(QKeySequence(key).toString(native) for key in spec.keys)
            name = escape(text_of(spec).rstrip("…"))
            rows.append(f'<tr><td style="padding:3px 32px 3px 0">{name}</td><td>{escape(keys)}</td></tr>')
    return f"<table>{''.join(rows)}</table>"


def about_text() -> str:
    """What the program is, and its version."""
    name = QCoreApplication.translate("app", "Gaohang Viewer")
    what = QCoreApplication.translate(
        "about",
        "Opens a long Chinese report, shows its sections as a tree, presents its headlines and prints them.",
    )
    return f"<h3>{name} {__version__}</h3><p>{what}</p><p>Qt {qVersion()} · MIT</p>"

"""Text from files where Qt would take it for HTML, which may name files and shares of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel


def tip(text: str) -> str:
    """A text as a tool tip or message that shows it letter by letter."""
    if not _is_like_html(text):
        return text
    from html import escape  # with all the entities there are

    return f"<span>{escape(text)}</span>".replace("\n", "<br>")


def tip_role(role: int, text: Any) -> Any:
    """What a model answers that has one text to be shown and to be a tool tip."""
    return tip(text) if role == Qt.ItemDataRole.ToolTipRole and isinstance(text, str) else text


def plain(label: QLabel) -> QLabel:
    """A label that shows its text letter by letter."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _is_like_html(text: str) -> bool:
    return "<" in text or "&" in text

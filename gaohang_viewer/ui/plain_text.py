"""Shows text from files literally where Qt would detect HTML, which may refer to files and network shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel


def tip(text: str) -> str:
    """A text for a tool tip or message that Qt shows literally."""
    if not _is_like_html(text):
        return text
    from html import escape  # with all the entities there are

    return f"<span>{escape(text)}</span>".replace("\n", "<br>")


def tip_role(role: int, text: Any) -> Any:
    """A model's answer for roles that show this text, escaped for the tool tip."""
    return tip(text) if role == Qt.ItemDataRole.ToolTipRole and isinstance(text, str) else text


def plain(label: QLabel) -> QLabel:
    """Makes a label show its text literally, and returns it."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _is_like_html(text: str) -> bool:
    return "<" in text or "&" in text

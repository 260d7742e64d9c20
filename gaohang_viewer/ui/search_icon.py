"""The magnifying glass at the start of a search field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from gaohang_viewer.ui.theme import Theme


def set_search_icon(field: QLineEdit, theme: Theme) -> None:
    """Puts the icon in the theme's colours before the text of a field that has no other actions."""
    for action in field.actions():
        field.removeAction(action)
    icon = theme.icon("search", theme.muted, 16)
    field.addAction(icon, QLineEdit.ActionPosition.LeadingPosition).setText(field.accessibleName())

"""The left side of the light table: a field that filters the slides, and their list below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from gaohang_viewer.presenting.light_table.slide_list import SlideList

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from gaohang_viewer.presenting.light_table.thumbnails import DeckPictures
    from gaohang_viewer.ui.theme import Fonts, Theme


class SlideListPane(QWidget):
    """The field `field`, a button that adds slides, and the list `list` of the slides that match."""

    add_requested = Signal(str)  # one of `NEW_KINDS`

    def __init__(self, pictures: DeckPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deck-side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit(self)
        self.field.setObjectName("deck-filter")
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(QCoreApplication.translate("presenting", "Search text or pinyin"))
        self.field.setAccessibleName(QCoreApplication.translate("presenting", "Find slide"))
        self._icon: QAction | None = None
        self.list = SlideList(pictures, self)
        self.add = QToolButton(self)
        self.add.setObjectName("deck-add")
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        text = QCoreApplication.translate("presenting", "Add slide")
        self.add.setToolTip(text)
        self.add.setAccessibleName(text)
        self.add.setIconSize(QSize(16, 16))
        self.menu = QMenu(text, self)
        self.add.setMenu(self.menu)
        for kind, (text, key) in _kinds().items():
            action = self.menu.addAction(text)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, kind=kind: self.add_requested.emit(kind))
        self.field.textChanged.connect(self.list.set_filter)
        self.field.returnPressed.connect(self.list.setFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.setContentsMargins(16, 12, 12, 8)
        row.addWidget(self.field, 1)
        row.addWidget(self.add)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        self.list.apply_theme(theme, fonts)
        icon = theme.icon("search", theme.muted, 16)
        if self._icon is None:
            self._icon = self.field.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
            self._icon.setText(self.field.accessibleName())
        self._icon.setIcon(icon)
        self.add.setIcon(theme.icon("add"))


def _kinds() -> dict[str, tuple[str, str]]:
    """The kinds of slides that can be added: text and keys of the menu."""
    return {
        "text": (QCoreApplication.translate("presenting", "Text"), "Ctrl+M"),
        "picture": (QCoreApplication.translate("presenting", "Picture…"), "Ctrl+Shift+M"),
        "table": (QCoreApplication.translate("presenting", "Table"), "Ctrl+Alt+M"),
    }

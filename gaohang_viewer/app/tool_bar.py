"""The tool bar of the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from gaohang_viewer.app.window_actions import set_icons

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from gaohang_viewer.app.actions import ActionId
    from gaohang_viewer.ui.theme import Theme

_ICONS: tuple[ActionId, ...] = ("sidebar", "back", "forward")
_LABELLED: tuple[ActionId, ...] = ("open", "library", "paper", "show")


class ToolBar(QToolBar):
    """Buttons of the actions used most, the search field, and two menus."""

    def __init__(
        self,
        actions: Mapping[ActionId, QAction],
        menus: Mapping[ActionId, QMenu],
        search_field: QWidget,
        parent: QWidget,
    ) -> None:
        """`menus` has those of the two buttons at the right: "theme" and "menu"."""
        super().__init__(parent)
        self._by_id = actions
        self.setObjectName("tool-bar")
        self.setWindowTitle(QCoreApplication.translate("window", "Toolbar"))
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)  # no context menu hides it
        self.setIconSize(QSize(20, 20))
        for name in _ICONS:
            self.addAction(actions[name])
        self.addSeparator()
        labels = (
            QCoreApplication.translate("window", "Open…"),
            QCoreApplication.translate("window", "Library"),
            QCoreApplication.translate("window", "Print and export"),
            QCoreApplication.translate("window", "Present"),
        )
        for name, label in zip(_LABELLED, labels, strict=True):
            actions[name].setIconText(label)
            button = QToolButton(self)
            button.setObjectName("primary" if name == "show" else "labelled")
            button.setDefaultAction(actions[name])
            self.addWidget(button)
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self.addWidget(search_field)
        self._appearance_button = self._add_menu(
            menus["theme"], QCoreApplication.translate("window", "Appearance")
        )
        self.menu_button = self._add_menu(menus["menu"], QCoreApplication.translate("window", "Menu"))

    def apply_theme(self, theme: Theme) -> None:
        """Icons in the theme's colours; the style sheet is the application's."""
        set_icons(self._by_id, (*_ICONS, *_LABELLED), theme)
        self.menu_button.setIcon(theme.icon("menu"))
        self._appearance_button.setIcon(theme.icon("appearance"))

    def _add_menu(self, menu: QMenu, title: str) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(title)
        button.setToolTip(title)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        self.addWidget(button)
        return button

"""The menu of the menu button, with all actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from gaohang_viewer.app.actions import ACTIONS, MENUS, text_of, title_of
from gaohang_viewer.app.window_actions import set_icons

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.app.actions import ActionId
    from gaohang_viewer.ui.theme import Theme


class MainMenu(QMenu):
    """Filled when it is first opened, so that the start of the program does not wait for it."""

    def __init__(
        self, actions: Mapping[ActionId, QAction], submenus: MutableMapping[ActionId, QMenu], parent: QWidget
    ) -> None:
        """Adds to `submenus` those that are not in it yet."""
        super().__init__(parent)
        self._by_id = actions
        self._submenus = submenus
        self._theme: Theme | None = None
        self.aboutToShow.connect(self.fill)

    def apply_theme(self, theme: Theme) -> None:
        """Gives the actions of the filled menu their icons."""
        self._theme = theme
        if self.actions():
            set_icons(self._by_id, (spec.id for spec in ACTIONS), theme)

    def fill(self) -> None:
        """Adds the menus and their actions, once."""
        if self.actions():
            return
        for menu in MENUS:
            below = self.addMenu(title_of(menu))
            for spec in menu.items:
                if spec is None:
                    below.addSeparator()
                elif spec.submenu:
                    submenu = self._submenus.setdefault(spec.id, QMenu(below))
                    submenu.setTitle(text_of(spec))
                    below.addMenu(submenu)
                else:
                    below.addAction(self._by_id[spec.id])
        if self._theme is not None:
            self.apply_theme(self._theme)

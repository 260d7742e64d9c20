"""The tool bar of the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from gaohang_viewer.app.window_actions import set_icons

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction, QResizeEvent
    from PySide6.QtWidgets import QMenu

    from gaohang_viewer.app.actions import ActionId
    from gaohang_viewer.ui.theme import Theme

_ICONS: tuple[ActionId, ...] = ("sidebar", "back", "forward")
_LABELLED: tuple[ActionId, ...] = ("open", "library", "paper", "show")
_HIDDEN_FIRST = (("appearance", "paper", "library"), ("open", "show"), ("back", "forward", "separator"))


class ToolBar(QToolBar):
    """Buttons of the actions used most, the search field, and two menus.

    In a narrow window it folds: buttons lose their words, then all that the menu has, too, is hidden. The
    menu button always stays.
    """

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
        placed: dict[str, QAction] = {}  # what can be hidden, by name
        for name in _ICONS:
            icon = QToolButton(self)
            icon.setAutoRaise(True)
            icon.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            icon.setIconSize(self.iconSize())
            icon.setDefaultAction(actions[name])
            placed[name] = self.addWidget(icon)
        placed["separator"] = self.addSeparator()
        labels = (
            QCoreApplication.translate("window", "Open…"),
            QCoreApplication.translate("window", "Library"),
            QCoreApplication.translate("window", "Print and export"),
            QCoreApplication.translate("window", "Present"),
        )
        self._labelled: list[QToolButton] = []
        for name, label in zip(_LABELLED, labels, strict=True):
            actions[name].setIconText(label)
            button = QToolButton(self)
            button.setObjectName("primary" if name == "show" else "labelled")
            button.setDefaultAction(actions[name])
            placed[name] = self.addWidget(button)
            self._labelled.append(button)
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self.addWidget(search_field)
        self._appearance_button, placed["appearance"] = self._add_menu(
            menus["theme"], QCoreApplication.translate("window", "Appearance")
        )
        self.menu_button, _ = self._add_menu(menus["menu"], QCoreApplication.translate("window", "Menu"))
        self._hidden_first = [[placed[name] for name in names] for names in _HIDDEN_FIRST]

    def apply_theme(self, theme: Theme) -> None:
        """Icons in the theme's colours; the style sheet is the application's."""
        set_icons(self._by_id, (*_ICONS, *_LABELLED), theme)
        self.menu_button.setIcon(theme.icon("menu"))
        self._appearance_button.setIcon(theme.icon("appearance"))

    def fold(self) -> None:
        """Shows as much as there is room for."""
        for folded in range(2 + len(_HIDDEN_FIRST)):
            styles = Qt.ToolButtonStyle
            style = styles.ToolButtonIconOnly if folded else styles.ToolButtonTextBesideIcon
            for button in self._labelled:
                button.setToolButtonStyle(style)
            for place, some in enumerate(self._hidden_first):
                for action in some:
                    action.setVisible(folded < place + 2)
            if (layout := self.layout()) is not None:
                layout.invalidate()  # the search field may have another size
            if self.sizeHint().width() <= self.width():
                break

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()

    def _add_menu(self, menu: QMenu, title: str) -> tuple[QToolButton, QAction]:
        button = QToolButton(self)
        button.setAccessibleName(title)
        button.setToolTip(title)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        return button, self.addWidget(button)

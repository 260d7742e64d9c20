"""The QActions of a window, made from their specs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from gaohang_viewer.app.actions import ACTIONS, SPECS, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.app.actions import ActionId, PageKind, When
    from gaohang_viewer.ui.theme import Theme


def make_actions(window: QWidget) -> dict[ActionId, QAction]:
    """Makes all actions of a window. A tool tip ends with the first key."""
    made: dict[ActionId, QAction] = {}
    for spec in ACTIONS:
        action = QAction(text_of(spec), window)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        if spec.keys:
            shown = QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text_of(spec)}  {shown}")
        window.addAction(action)
        made[spec.id] = action
    return made


def connect_actions(
    actions: Mapping[ActionId, QAction], handlers: Mapping[ActionId, Callable[[], object]]
) -> None:
    """Makes each action call its handler when it is triggered."""
    for name, handler in handlers.items():
        actions[name].triggered.connect(lambda _=False, handler=handler: handler())


def enable_actions(actions: Mapping[ActionId, QAction], facts: Collection[When], page: PageKind) -> None:
    """Enables the actions that can be used on a page of the window while these facts are true."""
    for spec in ACTIONS:
        actions[spec.id].setEnabled(page in spec.on and spec.when in facts)


def set_icons(actions: Mapping[ActionId, QAction], names: Iterable[ActionId], theme: Theme) -> None:
    """Gives actions their icons in the theme's colours."""
    for name in names:
        if icon := SPECS[name].icon:
            color = theme.on_accent if name == "show" else ""
            actions[name].setIcon(theme.icon(icon, color))

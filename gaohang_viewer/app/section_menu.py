"""The context menus of a section: bookmark, copy, print, present, and edit the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu

    from gaohang_viewer.app.actions import ActionId
    from gaohang_viewer.app.main_window import MainWindow
    from gaohang_viewer.session.reader import Reader

EDITS: dict[ActionId, str] = {  # actions on the selected sections, and the values of their EditKind
    "promote": "up",
    "demote": "down",
    "to-text": "text",
    "join": "join",
    "set-title": "title",
    "leave-out": "leave-out",
}
SIMILAR_EDITS: dict[ActionId, str] = {  # the same for all sections like the reader's
    "promote-similar": "up",
    "demote-similar": "down",
    "similar-to-text": "text",
}
_ACTIONS: tuple[ActionId, ...] = ("show-here", "print-section", "copy-section", "bookmark", "edit-headline")


def add_section_actions(menu: QMenu, window: MainWindow, *, front: bool = False) -> None:
    """Adds the actions on the reader's section, or on the front page, to a context menu."""
    menu.addSeparator()
    names: tuple[ActionId, ...] = ("front-fields",) if front else _ACTIONS
    for name in names:
        menu.addAction(window.actions_by_id[name])


def pop_up_menu(window: MainWindow, at: QPoint) -> None:
    """Opens the context menu of the outline's current row, the reader's section, at a point of the screen."""
    from PySide6.QtWidgets import QMenu

    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    add_section_actions(menu, window)
    menu.addSeparator()
    for name in EDITS:
        menu.addAction(window.actions_by_id[name])
    menu.addSeparator()
    for name in SIMILAR_EDITS:
        menu.addAction(window.actions_by_id[name])
    menu.addSeparator()
    menu.addAction(window.actions_by_id["undo"])
    menu.popup(at)


def copy_as_markdown(reader: Reader, window: MainWindow) -> None:
    """Copies the reader's section with its subsections; on the front page the whole report."""
    from PySide6.QtGui import QGuiApplication

    from gaohang_viewer.report.markdown_writer import as_markdown, section_as_markdown

    section = reader.position.section
    text = section_as_markdown(reader.report, section) if section >= 0 else as_markdown(reader.report)
    QGuiApplication.clipboard().setText(text)
    window.show_message(QCoreApplication.translate("app", "Copied as Markdown."))

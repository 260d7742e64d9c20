"""What can be done with the reader's section, besides reading it: bookmark, copy, print, present, mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from gaohang_viewer.session.outline_editor import MENDS

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu

    from gaohang_viewer.app.main_window import MainWindow
    from gaohang_viewer.session.reader import Reader

_ACTIONS = ("show-here", "print-section", "copy-section", "bookmark")


def fill_menu(menu: QMenu, window: MainWindow) -> None:
    """Adds what can be done with a section to a context menu."""
    menu.addSeparator()
    for name in _ACTIONS:
        menu.addAction(window.actions_by_id[name])


def pop_up_menu(window: MainWindow, at: QPoint) -> None:
    """The context menu of a row of the tree, which is the reader's section."""
    from PySide6.QtWidgets import QMenu

    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    fill_menu(menu, window)
    menu.addSeparator()
    for name in (*MENDS, "undo"):
        menu.addAction(window.actions_by_id[name])
    menu.popup(at)


def copy_as_markdown(reader: Reader, window: MainWindow) -> None:
    """Puts the reader's section with all below it on the clipboard; on the front page the whole report."""
    from PySide6.QtGui import QGuiApplication

    from gaohang_viewer.report.markdown_writer import as_markdown, section_as_markdown

    section = reader.place.section
    text = section_as_markdown(reader.report, section) if section >= 0 else as_markdown(reader.report)
    QGuiApplication.clipboard().setText(text)
    window.statusBar().showMessage(QCoreApplication.translate("app", "Copied as Markdown."), 4000)

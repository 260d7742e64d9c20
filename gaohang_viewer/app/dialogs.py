"""The dialogs of the help menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def show_keys(window: QWidget) -> None:
    """Shows the list of keyboard shortcuts."""
    from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout

    from gaohang_viewer.app.help_texts import keys_text

    dialog = QDialog(window)
    dialog.setObjectName("keys-dialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("app", "Keyboard shortcuts"))
    text = QTextBrowser(dialog)
    text.setObjectName("keys")
    text.setAccessibleName(dialog.windowTitle())
    text.setHtml(keys_text())
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.close)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(16, 16, 16, 16)
    layout.addWidget(text)
    layout.addWidget(buttons)
    screen = window.screen().availableSize()  # a small screen has fewer lines than there are keys
    dialog.resize(min(560, screen.width() * 9 // 10), min(720, screen.height() * 8 // 10))
    dialog.open()


def show_about(window: QWidget) -> None:
    """Shows what the program is, and its version."""
    from PySide6.QtWidgets import QMessageBox

    from gaohang_viewer.app.help_texts import about_text

    title = QCoreApplication.translate("app", "About Gaohang Viewer")
    close = QMessageBox.StandardButton.Close
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, about_text(), close, window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()

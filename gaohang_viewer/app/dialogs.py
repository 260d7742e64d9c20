"""The few dialogs of the program: which file, what went wrong, what the keys are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def tell_keys(window: QWidget) -> None:
    from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout

    from gaohang_viewer.app.help_texts import keys_text

    dialog = QDialog(window)
    dialog.setObjectName("keys-dialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("app", "Keys"))
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
    room = window.screen().availableSize()  # there are more keys than lines on a small screen
    dialog.resize(min(560, room.width() * 9 // 10), min(720, room.height() * 8 // 10))
    dialog.open()


def tell_about(window: QWidget) -> None:
    from gaohang_viewer.app.help_texts import about_text

    _tell(window, QCoreApplication.translate("app", "About Gaohang Viewer"), about_text())


def _tell(window: QWidget, title: str, text: str) -> None:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, QMessageBox.StandardButton.Close, window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()

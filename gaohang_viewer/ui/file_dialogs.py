"""Dialogs that ask for a file or report a problem."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gaohang_viewer.loading.file_type import ENDINGS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def ask_for_report(window: QWidget, folder: str) -> str:
    """Asks for a report, starting in `folder`; returns its path, or an empty text if the user cancels."""
    from PySide6.QtWidgets import QFileDialog

    kinds = " ".join(f"*{ending}" for ending in ENDINGS)
    reports = QCoreApplication.translate("app", "Reports ({kinds})").replace("{kinds}", kinds)
    every = QCoreApplication.translate("app", "All files (*)")
    title = QCoreApplication.translate("app", "Open a report")
    path, _ = QFileDialog.getOpenFileName(window, title, folder, f"{reports};;{every}")
    return path


def ask_for_target(
    window: QWidget, title: str, suggested: str, kind: str, endings: tuple[str, ...]
) -> Path | None:
    """Asks where to save a file; returns None if the user cancels.

    `suggested` is a path, `kind` the filter of the dialog. A name without one of the `endings` gets the first
    of them; if there is such a file, which the dialog could not ask about, the user is asked once more.
    """
    from PySide6.QtWidgets import QFileDialog, QMessageBox

    from gaohang_viewer.ui.plain_text import tip

    chosen, _ = QFileDialog.getSaveFileName(window, title, suggested, kind)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() in endings:
        return path
    path = path.with_name(path.name + endings[0])
    if path.exists():
        text = QCoreApplication.translate("app", "“{name}” exists already. Replace it?")
        answer = QMessageBox.question(window, title, tip(text.replace("{name}", path.name)))
        if answer != QMessageBox.StandardButton.Yes:
            return None
    return path


def ask_for_password(window: QWidget, name: str, *, wrong: bool) -> str:
    """Asks for the password of a file, again after a `wrong` one; empty if the user cancels."""
    from PySide6.QtWidgets import QInputDialog, QLineEdit

    from gaohang_viewer.ui.plain_text import tip

    text = QCoreApplication.translate("app", "“{name}” is protected by a password. Password:")
    if wrong:
        text = QCoreApplication.translate("app", "That is not the password of “{name}”. Password:")
    title = QCoreApplication.translate("app", "Open a report")
    password, _ = QInputDialog.getText(
        window, title, tip(text.replace("{name}", name)), QLineEdit.EchoMode.Password
    )
    return password


def complain(window: QWidget, text: str) -> None:
    """Shows a problem, and waits until the user has closed the dialog."""
    from PySide6.QtWidgets import QMessageBox

    from gaohang_viewer.ui.plain_text import tip

    QMessageBox.warning(window, QCoreApplication.translate("app", "Gaohang Viewer"), tip(text))

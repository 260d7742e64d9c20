"""Errors that the command line reports, in the user's language."""

from __future__ import annotations


class CommandError(Exception):
    """A command failed; the message is a sentence for the user."""


def install_translations() -> None:
    """Installs the translations. Only before a message: they need Qt, which commands do not load."""
    from PySide6.QtCore import QCoreApplication

    from gaohang_viewer.ui.translation import install_language

    install_translations.app = QCoreApplication.instance() or QCoreApplication([])  # type: ignore[attr-defined]
    install_language("")

"""Chooses the language of the interface and installs its translations."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from gaohang_viewer.resources import resource

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
_installed: list[QTranslator] = []  # Qt does not keep them alive


def install_language(choice: str) -> str:
    """Switches to a language, "en" or "zh_CN"; anything else follows the system. Returns the one in use."""
    language = choice if choice in LANGUAGES else system_language()
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for folder, name in ((qt, "qtbase"), (str(resource("translations")), "gaohang_viewer")):
        translator = QTranslator()
        if language != "en" and translator.load(f"{name}_{language}", folder):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
    return language


def counted(count: int, one: str, many: str) -> str:
    """A number with what is counted: `one` says it of a single thing, `many` of `{count}` of them."""
    return (one if count == 1 else many).replace("{count}", str(count))


def system_language() -> str:
    """Chinese where the system speaks Chinese in any form, else English."""
    if sys.platform.startswith("linux"):
        # What the user reads; QLocale.system() would ask for the way that dates are written.
        for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
            if value := os.environ.get(variable):
                return "zh_CN" if value.startswith("zh") else "en"
        return "en"
    from PySide6.QtCore import QLocale

    languages = QLocale.system().uiLanguages()
    return "zh_CN" if languages and languages[0].startswith("zh") else "en"

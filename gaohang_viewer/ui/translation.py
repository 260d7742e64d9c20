"""Chooses the language of the interface and installs its translations."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from gaohang_viewer.resources import resource

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
_installed: list[QTranslator] = []  # Qt does not keep them alive


def install_language(choice: str) -> str:
    """Switches to a language, "en" or "zh_CN"; anything else follows the system. Returns the one in use.

    `qtbase_more` adds to Qt's own texts what their Chinese lacks, and keys as people write them (Alt+←).
    Dates in another language than the system's are written as is usual in that language.
    """
    language = choice if choice in LANGUAGES else system_language()
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    own = str(resource("translations"))
    for folder, name in ((qt, "qtbase"), (own, "qtbase_more"), (own, "gaohang_viewer")):  # the last one wins
        translator = QTranslator()
        if translator.load(f"{name}_{language}", folder):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
    system = QLocale.system()
    QLocale.setDefault(system if system.name()[:2] == language[:2] else QLocale(language))
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
    languages = QLocale.system().uiLanguages()
    return "zh_CN" if languages and languages[0].startswith("zh") else "en"

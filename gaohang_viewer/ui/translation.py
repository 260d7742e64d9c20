"""Chooses the language of the interface and installs its translations."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from gaohang_viewer.resources import resource

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
_installed: list[QTranslator] = []  # Qt does not own them


def install_language(choice: str) -> str:
    """Switches to "en" or "zh_CN"; other values follow the system. Returns the language in use.

    `qtbase_more` adds texts that Qt's own translation lacks, and names of keys as people write them (Alt+←).
    Dates follow the language if it is not the system's.
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
    """A number with its noun: `one` for 1, else `many`, in which "{count}" is replaced."""
    return (one if count == 1 else many).replace("{count}", str(count))


def system_language() -> str:
    """ "zh_CN" if the system's language is any Chinese, else "en"."""
    if sys.platform.startswith("linux"):
        # The language of messages; QLocale.system() returns that of formats.
        for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
            if value := os.environ.get(variable):
                return "zh_CN" if value.startswith("zh") else "en"
        return "en"
    languages = QLocale.system().uiLanguages()
    return "zh_CN" if languages and languages[0].startswith("zh") else "en"

"""The menu of presets: apply, save or delete one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from gaohang_viewer.printing.presets import BUILT_IN

if TYPE_CHECKING:
    from collections.abc import Callable

    from gaohang_viewer.printing.presets import PaperPreferences


class PresetMenu(QMenu):
    """Filled from `preferences()` whenever it opens."""

    applied = Signal(object)  # the PaperOptions
    saved = Signal(str)  # the name of a new preset
    deleted = Signal(str)

    def __init__(self, preferences: Callable[[], PaperPreferences], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        self.clear()
        own = self._preferences().presets
        built_in = [(QCoreApplication.translate("printing", name), options) for name, options in BUILT_IN]
        for presets in (built_in, own):
            for name, options in presets:
                self.addAction(name.replace("&", "&&")).triggered.connect(partial(self._apply, options))
            if presets:
                self.addSeparator()
        save = self.addAction(QCoreApplication.translate("printing", "Save as preset…"))
        save.triggered.connect(self._save)
        if own:
            gone = self.addMenu(QCoreApplication.translate("printing", "Delete preset"))
            for name, _ in own:
                gone.addAction(name.replace("&", "&&")).triggered.connect(partial(self._delete, name))

    def _apply(self, options: object) -> None:
        self.applied.emit(options)

    def _delete(self, name: str) -> None:
        self.deleted.emit(name)

    def _save(self) -> None:
        title = QCoreApplication.translate("printing", "Save as preset")
        name, ok = QInputDialog.getText(self, title, QCoreApplication.translate("printing", "Name"))
        if ok and name.strip():
            self.saved.emit(name.strip())

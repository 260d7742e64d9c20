"""Tells in the window what became of the program's own files: damaged by hand, or not to be written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings

    from gaohang_viewer.storage.memory import Memory
    from gaohang_viewer.storage.settings import Settings

_WRITTEN = 500  # ms after which Qt has tried to write a setting


class Upkeep(QObject):
    """Listens to what settings and memory find out about their files; `tell` takes a sentence."""

    def __init__(
        self, store: QSettings, settings: Settings, memory: Memory, tell: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._memory = memory
        self._tell = tell
        self._told = False
        memory.put_aside = self._tell_damage
        if store.property("damaged"):
            self._tell_damage(Path(store.property("damaged")))
        settings.changed.connect(lambda: QTimer.singleShot(_WRITTEN, self.look))

    def look(self) -> None:
        """Whether what is chosen comes to the disk: it may be full, or the user's folder only be read."""
        if self._told or self._memory.can_keep:
            return
        self._told = True
        text = QCoreApplication.translate(
            "app",
            "Settings cannot be saved because “{name}” cannot be written; check the permissions "
            "of its folder.",
        )
        self._tell(text.replace("{name}", str(self._memory.data_folder)))

    def _tell_damage(self, kept: Path) -> None:
        text = QCoreApplication.translate(
            "app", "“{name}” was damaged and has been created anew; the damaged file is kept as “{kept}”."
        )
        text = text.replace("{name}", kept.name.split(".damaged")[0]).replace("{kept}", str(kept))
        QTimer.singleShot(0, lambda: self._tell(text))  # there may be no window yet

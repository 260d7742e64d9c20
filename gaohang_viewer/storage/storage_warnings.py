"""Warns when the program's own files are damaged or cannot be written."""

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


class StorageWarnings(QObject):
    """Listens to settings and memory; calls `show` with a sentence for the user."""

    def __init__(
        self, store: QSettings, settings: Settings, memory: Memory, show: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._memory = memory
        self._show = show
        self._warned = False
        memory.on_damaged = self._show_damage
        if store.property("damaged"):
            self._show_damage(Path(store.property("damaged")))
        settings.changed.connect(lambda: QTimer.singleShot(_WRITTEN, self.check_writable))

    def check_writable(self) -> None:
        """Warns, once, if settings cannot be written: the disk is full or the folder read-only."""
        if self._warned or self._memory.can_write:
            return
        self._warned = True
        text = QCoreApplication.translate(
            "app",
            "Settings cannot be saved because “{name}” cannot be written; check the permissions "
            "of its folder.",
        )
        self._show(text.replace("{name}", str(self._memory.data_folder)))

    def _show_damage(self, kept: Path) -> None:
        text = QCoreApplication.translate(
            "app", "“{name}” was damaged and has been created anew; the damaged file is kept as “{kept}”."
        )
        text = text.replace("{name}", kept.name.split(".damaged")[0]).replace("{kept}", str(kept))
        QTimer.singleShot(0, lambda: self._show(text))  # there may be no window yet

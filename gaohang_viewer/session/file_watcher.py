"""Watches a file on disk, however other programs save it."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from pathlib import Path

_REST = 300  # ms without a further change until a file counts as written
_VANISHED = 2  # checks at which a file is missing until it counts as deleted
_MISSING = 1000  # ms between two checks for a file that is missing: many programs save by replacing it


class FileWatcher(QObject):
    """Watches one file; emits `changed` when its state differs and it was not written to for a moment, and
    `vanished` when it is missing for longer than a program takes to replace it."""

    changed = Signal()
    vanished = Signal()  # the file was not there at two checks
    _checked = Signal(int, object)  # number of the watch; the file's state, None while it is missing

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self._state: tuple[int, int] | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._check)
        self._missed = 0  # checks in succession at which the file was missing
        self._number = 0  # of the present watch; results of older ones are ignored
        self._thread: threading.Thread | None = None
        self._checked.connect(self._on_checked)

    def watch(self, path: Path | None, state: tuple[int, int] | None) -> None:
        """Watches another file, or none; `state` is its modification time in ns and size when it was read."""
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._on_written)
        if self._path is not None:
            self._watcher.removePath(str(self._path))
        self._timer.stop()
        self._path = path
        self._state = state
        self._missed = 0
        self._number += 1
        if path is not None:
            self._watcher.addPath(str(path))
            self._timer.start(_REST)  # it may have changed since it was read

    def check_again(self) -> None:
        """Emits `changed` once more after a moment, for a file that could not be read now."""
        self._state = None
        self._timer.start(_REST)

    def _on_written(self) -> None:
        self._timer.start(_REST)

    def _check(self) -> None:
        """Reads the file's state in a thread, since a network share may not answer."""
        if self._path is None:
            return
        if self._thread is not None and self._thread.is_alive():
            self._timer.start(_REST)
            return
        job = (self._number, self._path)
        self._thread = threading.Thread(target=self._read_state, args=job, name="watching", daemon=True)
        self._thread.start()

    def _read_state(self, number: int, path: Path) -> None:
        state = None
        with suppress(OSError):
            found = path.stat()
            state = found.st_mtime_ns, found.st_size
        with suppress(RuntimeError):  # the program has ended meanwhile
            self._checked.emit(number, state)

    def _on_checked(self, number: int, now: tuple[int, int] | None) -> None:
        if number != self._number or self._path is None or self._watcher is None:
            return
        if now is None:
            self._missed += 1
            if self._missed == _VANISHED:
                self.vanished.emit()
            self._timer.start(_MISSING)
            return
        self._missed = 0
        self._watcher.addPath(str(self._path))  # Qt stops watching a file that is replaced
        if now != self._state:
            self._state = now
            self.changed.emit()

"""Watches the open file on disk, through the ways in which other programs save it."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from pathlib import Path

_REST = 300  # ms without a further change until a file counts as written
_RETURN = 1000  # ms between two looks for a file that is gone: many programs save by putting a new one there


class Watching(QObject):
    """One file; `changed` tells that it holds something else, and was not touched for a moment."""

    changed = Signal()
    _seen = Signal(int, object)  # number of the watch; the file's state, None while there is none

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self._state: tuple[int, int] | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._number = 0  # of files that were watched
        self._looking: threading.Thread | None = None
        self._seen.connect(self._take)

    def watch(self, path: Path | None, state: tuple[int, int] | None) -> None:
        """Watches another file, in this state (time in ns, size) when it was read; None for none."""
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._touched)
        if self._path is not None:
            self._watcher.removePath(str(self._path))
        self._timer.stop()
        self._path = path
        self._state = state
        self._number += 1
        if path is not None:
            self._watcher.addPath(str(path))
            self._timer.start(_REST)  # it may have changed since it was read

    def tell_again(self) -> None:
        """The file cannot be read just now: `changed` follows once more after a moment."""
        self._state = None
        self._timer.start(_REST)

    def _touched(self) -> None:
        self._timer.start(_REST)

    def _look(self) -> None:
        """In a thread: a share that does not answer would hold up the window."""
        if self._path is None:
            return
        if self._looking is not None and self._looking.is_alive():
            self._timer.start(_REST)
            return
        job = (self._number, self._path)
        self._looking = threading.Thread(target=self._ask, args=job, name="watching", daemon=True)
        self._looking.start()

    def _ask(self, number: int, path: Path) -> None:
        state = None
        with suppress(OSError):
            found = path.stat()
            state = found.st_mtime_ns, found.st_size
        with suppress(RuntimeError):  # the program has ended meanwhile
            self._seen.emit(number, state)

    def _take(self, number: int, now: tuple[int, int] | None) -> None:
        """The file may be as it was, still be written, or be gone."""
        if number != self._number or self._path is None or self._watcher is None:
            return
        if now is None:
            self._timer.start(_RETURN)
            return
        self._watcher.addPath(str(self._path))  # a file put in place of another is watched anew
        if now != self._state:
            self._state = now
            self.changed.emit()

"""Watches the open file on disk, through the ways in which other programs save it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from pathlib import Path

_REST = 300  # ms without a further change until a file counts as written
_RETURN = 1000  # ms between two looks for a file that is gone: many programs save by putting a new one there


class Watching(QObject):
    """One file; `changed` tells that it holds something else, and was not touched for a moment."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self._state: tuple[int, int] | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)

    def watch(self, path: Path | None) -> None:
        """Watches another file, as it is now; None for none."""
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._touched)
        if self._path is not None:
            self._watcher.removePath(str(self._path))
        self._timer.stop()
        self._path = path
        self._state = self._now()
        if path is not None:
            self._watcher.addPath(str(path))

    def _touched(self) -> None:
        self._timer.start(_REST)

    def _look(self) -> None:
        """The file may be as it was, still be written, or be gone."""
        if self._path is None or self._watcher is None:
            return
        before, now = self._state, self._now()
        if now is None:
            self._timer.start(_RETURN)
            return
        self._watcher.addPath(str(self._path))  # a file put in place of another is watched anew
        if now != before:
            self._state = now
            self.changed.emit()

    def _now(self) -> tuple[int, int] | None:
        """Time and size of the file; None while there is none."""
        try:
            found = self._path.stat() if self._path is not None else None
        except OSError:
            return None
        return (found.st_mtime_ns, found.st_size) if found is not None else None

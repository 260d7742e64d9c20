"""Reads two reports and compares them in a thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from gaohang_viewer.loading import CannotOpen, open_report
from gaohang_viewer.report.comparison import Comparison, compare
from gaohang_viewer.report.figure_changes import FigureChange, figure_changes

if TYPE_CHECKING:
    from pathlib import Path


class Compared(NamedTuple):
    """Two reports and their differences."""

    paths: tuple[Path, Path]
    comparison: Comparison
    figures: list[FigureChange]


class ComparisonWorker(QObject):
    """One comparison; `finished` brings a Compared, `failed` a CannotOpen. After `cancel` nothing is
    emitted."""

    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, old: Path, new: Path) -> None:
        super().__init__()
        self._paths = old, new
        self._cancelled = False
        self._thread = threading.Thread(target=self._run, name="comparison", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        """Discards the result; the thread runs to its end."""
        self._cancelled = True

    def wait(self) -> None:
        """Waits until the thread has ended."""
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        try:
            comparison = compare(open_report(self._paths[0]), open_report(self._paths[1]))
        except CannotOpen as error:
            if not self._cancelled:
                self.failed.emit(error)
            return
        if not self._cancelled:
            self.finished.emit(Compared(self._paths, comparison, figure_changes(comparison)))

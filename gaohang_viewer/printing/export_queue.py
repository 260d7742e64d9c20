"""Runs exports and prints one after another in a thread, with a progress dialog that can cancel them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QProgressDialog

from gaohang_viewer.printing.background_job import PrintJob

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.typeset.engine.job import Job
    from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool

_PATIENCE = 300  # ms before the progress dialog is shown


class ExportStep(NamedTuple):
    """What makes a job or a finished file, what delivers it, and the path; None for a printer."""

    make: Callable[[], Job | bytes]
    deliver: Callable[[bytes, PrintJob], None]
    path: Path | None


class ExportQueue(QObject):
    """One list of steps at a time; a step that fails or is cancelled discards those behind it."""

    delivered = Signal(object)  # the Path, or None for a printer
    failed = Signal(object, object)  # the same, and the exception

    def __init__(self, progress_parent: Callable[[], QWidget], pool: TypesetterPool, parent: QObject) -> None:
        """`progress_parent` is asked for the window that a progress dialog belongs to."""
        super().__init__(parent)
        self._progress_parent = progress_parent
        self._pool = pool
        self._steps: list[ExportStep] = []
        self._job: PrintJob | None = None
        self._progress: QProgressDialog | None = None

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def start(self, steps: Iterable[ExportStep]) -> None:
        """Starts the first step; the others follow. Must not be called while the queue is busy."""
        self._steps = list(steps)
        self._start_next()

    def cancel(self) -> None:
        """Cancels the step that runs, and discards the others."""
        self._steps.clear()
        if self._job is not None:
            self._job.cancel()

    def close(self) -> None:
        """Cancels, and waits for the thread."""
        self.cancel()
        if self._job is not None:
            self._job.wait()

    def _start_next(self) -> None:
        if not self._steps:
            return
        step = self._steps.pop(0)
        job = PrintJob(step.make, step.deliver, self._pool)
        progress = QProgressDialog(self._progress_parent())
        progress.setWindowTitle(QCoreApplication.translate("printing", "Print and export"))
        progress.setCancelButtonText(QCoreApplication.translate("printing", "Cancel"))
        progress.setMinimumDuration(_PATIENCE)
        progress.setMinimumWidth(360)
        progress.setAutoClose(False)
        progress.setAutoReset(False)
        progress.setRange(0, 0)
        progress.setValue(0)
        progress.canceled.connect(job.cancel)
        progress.destroyed.connect(self._forget_progress)  # with the window that it belongs to
        job.progressed.connect(self._show_progress)
        job.finished.connect(partial(self._on_finished, step.path))
        job.failed.connect(partial(self._on_failed, step.path))
        job.cancelled.connect(self._on_cancelled)
        self._job, self._progress = job, progress
        job.start()

    def _show_progress(self, what: str, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress.setLabelText(what)
            self._progress.setRange(0, total)
            self._progress.setValue(done)

    def _forget_progress(self) -> None:
        self._progress = None

    def _clean_up(self) -> None:
        if self._job is not None:
            self._job.wait()
        if self._progress is not None:
            self._progress.destroyed.disconnect(self._forget_progress)
            self._progress.deleteLater()
        self._job = self._progress = None

    def _on_finished(self, path: Path | None) -> None:
        self._clean_up()
        self.delivered.emit(path)
        self._start_next()

    def _on_failed(self, path: Path | None, error: Exception) -> None:
        self._on_cancelled()
        self.failed.emit(path, error)

    def _on_cancelled(self) -> None:
        self._steps.clear()
        self._clean_up()

"""A job that typesets, then writes or prints, in its own thread, with progress and cancelling."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gaohang_viewer.storage.atomic_write import write_whole
from gaohang_viewer.typeset.engine.job import TypesetError
from gaohang_viewer.typeset.engine.typesetter_pool import Typesetting
from gaohang_viewer.typeset.engine.worker_process import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gaohang_viewer.typeset.engine.job import Job
    from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool


class PrintJob(QObject):
    """One print or export. Exactly one of `finished`, `failed` and `cancelled` is emitted."""

    progressed = Signal(str, int, int)  # what is being done; pages done, and of how many (0: unknown)
    finished = Signal()
    failed = Signal(object)  # the exception; the text of a ValueError is a sentence for the user
    cancelled = Signal()

    def __init__(
        self,
        make_job: Callable[[], Job | bytes],
        deliver: Callable[[bytes, PrintJob], None],
        pool: TypesetterPool,
    ) -> None:
        """`make_job` returns a job to typeset or a finished file; `deliver` gets the bytes and this object.
        Both are called in the thread."""
        super().__init__()
        self._make_job = make_job
        self._deliver = deliver
        self._typesetting = Typesetting(pool)
        self._is_cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, name="to paper", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        """Cancels as soon as possible; unfinished files are removed."""
        self._is_cancelled.set()
        self._typesetting.cancel()

    def wait(self) -> None:
        """Waits until the thread has ended."""
        if self._thread.is_alive():
            self._thread.join()

    def report_progress(self, what: str, done: int = 0, total: int = 0) -> None:
        """Emits `progressed`; raises Cancelled if the job was cancelled."""
        if self._is_cancelled.is_set():
            raise Cancelled
        self.progressed.emit(what, done, total)

    def _run(self) -> None:
        try:
            self.report_progress(QCoreApplication.translate("printing", "Collecting the sections…"))
            job = self._make_job()
            self.report_progress(QCoreApplication.translate("printing", "Laying out the pages…"))
            if isinstance(job, bytes):  # a finished file
                self._deliver(job, self)
            else:
                self._typesetting.start(job)
                self._deliver(self._typesetting.wait().pdf, self)
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:  # any exception ends this job, so that the next one can run
            self.failed.emit(error)
            if not isinstance(error, (OSError, ValueError, TypesetError)):
                raise
        else:
            self.finished.emit()


def to_file(path: Path) -> Callable[[bytes, PrintJob], None]:
    """Delivers to a file, which is written completely or not at all."""

    def deliver(pdf: bytes, print_job: PrintJob) -> None:
        writing = QCoreApplication.translate("printing", "Writing the file…")
        write_whole(path, pdf, go_on=lambda: print_job.report_progress(writing))

    return deliver

"""Work in a thread of its own, with progress, that can be cancelled: typeset, then write or print."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gaohang_viewer.storage.atomic_write import write_whole
from gaohang_viewer.typeset.engine.job import TypesetError
from gaohang_viewer.typeset.engine.worker_process import Cancelled, Typesetting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gaohang_viewer.typeset.engine.job import Job


class PrintJob(QObject):
    """One job on its way to paper. Exactly one of `finished`, `failed` and `cancelled` is emitted."""

    progressed = Signal(str, int, int)  # what is being done; pages done, and of how many (0: not known)
    finished = Signal()
    failed = Signal(object)  # the exception, whose text is a sentence where it is a ValueError
    cancelled = Signal()

    def __init__(
        self, make_job: Callable[[], Job | bytes], deliver: Callable[[bytes, PrintJob], None]
    ) -> None:
        super().__init__()
        self._make_job = make_job
        self._deliver = deliver
        self._typesetting = Typesetting()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="to paper", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        """Stops as soon as may be; what is not finished leaves nothing behind."""
        self._stop.set()
        self._typesetting.cancel()

    def wait(self) -> None:
        """Until the thread has ended."""
        if self._thread.is_alive():
            self._thread.join()

    def tell(self, what: str, done: int = 0, total: int = 0) -> None:
        """Progress; raises Cancelled if the work is no longer wanted."""
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(what, done, total)

    def _run(self) -> None:
        try:
            self.tell(QCoreApplication.translate("printing", "Collecting the sections…"))
            job = self._make_job()
            self.tell(QCoreApplication.translate("printing", "Laying out the pages…"))
            if isinstance(job, bytes):  # a file of another kind, ready to be written
                self._deliver(job, self)
            else:
                self._typesetting.start(job)
                self._deliver(self._typesetting.wait().pdf, self)
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:  # whatever it is, the next job must not wait for this one
            self.failed.emit(error)
            if not isinstance(error, (OSError, ValueError, TypesetError)):
                raise
        else:
            self.finished.emit()


def to_file(path: Path) -> Callable[[bytes, PrintJob], None]:
    """Delivers to a PDF file, whole or not at all."""

    def deliver(pdf: bytes, task: PrintJob) -> None:
        writing = QCoreApplication.translate("printing", "Writing the file…")
        write_whole(path, pdf, go_on=lambda: task.tell(writing))

    return deliver

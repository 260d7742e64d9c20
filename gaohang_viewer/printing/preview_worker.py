"""Typesets the newest request again and again, for a preview that follows the user's changes."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gaohang_viewer.typeset.engine.job import TypesetError
from gaohang_viewer.typeset.engine.worker_process import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from gaohang_viewer.typeset.engine.job import Job
    from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool

_PATIENCE = 0.5  # seconds that an outdated request may still take before its process is ended


class PreviewWorker(QObject):
    """A thread that runs until `close`, with a process of the pool."""

    began = Signal()
    ready = Signal(object)  # the Pages of the newest request
    failed = Signal(str)
    _finished = Signal(int, object)  # the request's number, and its Pages or the exception

    def __init__(self, pool: TypesetterPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._typesetter = pool.take()
        self._condition = threading.Condition()
        self._request: tuple[int, Callable[[], Job]] | None = None
        self._number = 0
        self._started_at = 0.0  # when the running job was started; 0 for none
        self._closed = False
        self._finished.connect(self._on_finished)
        self._thread = threading.Thread(target=self._work, name="preview", daemon=True)
        self._thread.start()

    def request(self, make_job: Callable[[], Job]) -> None:
        """Requests pages, and makes all earlier requests outdated; `make_job` is called in the thread."""
        with self._condition:
            self._number += 1
            self._request = (self._number, make_job)
            busy = self._started_at and time.monotonic() - self._started_at > _PATIENCE
            self._condition.notify()
        if busy:
            self._typesetter.cancel()
        elif self._started_at:
            QTimer.singleShot(int(1000 * _PATIENCE), self._cancel_late)
        self.began.emit()

    def cancel(self) -> None:
        """Cancels all requests."""
        with self._condition:
            self._number += 1
            self._request = None
            busy = bool(self._started_at)
        if busy:
            self._typesetter.cancel()

    def close(self) -> None:
        """Ends the thread, and a job that is under way."""
        with self._condition:
            if self._closed:
                return
            self._closed = True
            self._number += 1
            busy = bool(self._started_at)
            self._condition.notify()
        if busy:
            self._typesetter.close()
        self._thread.join()
        if not busy:
            self._pool.give_back(self._typesetter)

    def _cancel_late(self) -> None:
        """Cancels an outdated job that takes long while a request waits."""
        with self._condition:
            late = (
                self._request is not None
                and self._started_at
                and time.monotonic() - self._started_at > _PATIENCE
            )
        if late and not self._closed:
            self._typesetter.cancel()

    def _on_finished(self, number: int, result: object) -> None:
        if number != self._number or self._closed or result is None:
            return
        if isinstance(result, Exception):
            self.failed.emit(str(result))
        else:
            self.ready.emit(result)

    def _work(self) -> None:
        with suppress(TypesetError, Cancelled):  # the first request will report the problem
            self._typesetter.start()  # while the window is still being built
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._request is not None or self._closed)
                if self._closed or self._request is None:
                    return
                (number, make_job), self._request = self._request, None
                self._started_at = time.monotonic()
            self._finished.emit(number, self._typeset(number, make_job))
            self._started_at = 0.0

    def _typeset(self, number: int, make_job: Callable[[], Job]) -> object:
        """The pages, the exception, or None for a cancelled job."""
        try:
            job = make_job()
            if number != self._number:  # a newer request came meanwhile
                return None
            return self._typesetter.set_pages(job)
        except Cancelled:
            with self._condition:
                # The cancelling was meant for an earlier job: start this newest request again.
                if number == self._number and self._request is None and not self._closed:
                    self._request = (number, make_job)
            return None
        except Exception as error:  # noqa: BLE001 - any exception is reported, and the thread goes on
            return error

"""Sets what is wanted again and again, the newest wish only, for a preview that keeps up with the user."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gaohang_viewer.typeset.engine.job import TypesetError
from gaohang_viewer.typeset.engine.worker_process import Cancelled, Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable

    from gaohang_viewer.typeset.engine.job import Job

_PATIENCE = 0.5  # seconds that pages no longer wanted may still take before their process is ended


class PreviewWorker(QObject):
    """A thread and a child process that stay as long as the preview is open."""

    began = Signal()
    ready = Signal(object)  # the Pages; never those of an older wish
    failed = Signal(str)
    _finished = Signal(int, object)  # which wish, and its Pages or why there are none

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typesetter = Typesetter()
        self._condition = threading.Condition()
        self._request: tuple[int, Callable[[], Job]] | None = None
        self._number = 0
        self._started_at = 0.0  # when the job that is being set was begun; 0 if there is none
        self._closed = False
        self._finished.connect(self._on_finished)
        self._thread = threading.Thread(target=self._work, name="press", daemon=True)
        self._thread.start()

    def request(self, make_job: Callable[[], Job]) -> None:
        """Wants these pages, and no others any more."""
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
        """Wants nothing any more."""
        with self._condition:
            self._number += 1
            self._request = None
            busy = bool(self._started_at)
        if busy:
            self._typesetter.cancel()

    def close(self) -> None:
        """Ends the thread and the process."""
        with self._condition:
            self._closed = True
            self._number += 1
            self._condition.notify()
        self._typesetter.close()
        self._thread.join()

    def _cancel_late(self) -> None:
        """Another wish waits, and what is being set takes long."""
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
        with suppress(TypesetError, Cancelled):  # the first wish will tell
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
        """The pages, why there are none, or None if nobody wants them any more."""
        try:
            return self._typesetter.set_pages(make_job())
        except Cancelled:
            with self._condition:
                # It was another's process that was to end: this wish is the newest, and is set anew.
                if number == self._number and self._request is None and not self._closed:
                    self._request = (number, make_job)
            return None
        except Exception as error:  # noqa: BLE001 - whatever it is, the preview has to go on
            return error

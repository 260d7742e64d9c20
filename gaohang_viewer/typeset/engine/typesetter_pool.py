"""Processes that typeset, used for one job after the other."""

from __future__ import annotations

from threading import Lock, Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gaohang_viewer.typeset.engine.job import Job, Pages
    from gaohang_viewer.typeset.engine.worker_process import Typesetter

_EXPECTING = 60.0  # seconds that an unused process waits while more jobs are expected


class TypesetterPool:
    """Keeps the process of a finished job for the next one, which then need not start Python and load fonts.

    An unused process ends after `seconds`, because it cannot release its memory otherwise, and with the
    program. All methods may be called in any thread.
    """

    def __init__(self, seconds: float = 0.3) -> None:
        self.expecting = False
        """Whether more jobs are likely to come: an unused process then waits for up to a minute."""
        self._seconds = seconds
        self._lock = Lock()
        self._unused: Typesetter | None = None
        self._timer: Timer | None = None
        self._closed = False

    def take(self) -> Typesetter:
        """Returns the unused typesetter, or a new one."""
        from gaohang_viewer.typeset.engine.worker_process import Typesetter

        return self._remove() or Typesetter()

    def give_back(self, typesetter: Typesetter) -> None:
        """Takes back a typesetter that has no job."""
        with self._lock:
            if self._unused is None and not self._closed:
                self._unused = typesetter
                self._timer = Timer(max(self._seconds, _EXPECTING * self.expecting), self._end_unused)
                self._timer.daemon = True
                self._timer.start()
                return
        typesetter.close()

    def close(self) -> None:
        """Ends the unused process; those given back later end at once."""
        self._closed = True
        self._end_unused()

    def _remove(self) -> Typesetter | None:
        with self._lock:
            unused, self._unused = self._unused, None
            if self._timer is not None:
                self._timer.cancel()
            return unused

    def _end_unused(self) -> None:
        unused = self._remove()
        if unused is not None:
            unused.close()


class Typesetting:
    """Typesets one job with a typesetter of the pool. `wait` may run in one thread while another calls
    `cancel`."""

    def __init__(self, pool: TypesetterPool) -> None:
        self._pool = pool
        self._typesetter: Typesetter | None = None
        self._lock = Lock()
        self._cancelled = False
        self._job: Job | None = None

    def start(self, job: Job) -> None:
        """Starts the process, to which `wait` sends the job. Raises TypesetError."""
        with self._lock:
            if self._job is not None:
                raise RuntimeError("a Typesetting sets one job")
            self._job = job
            if not self._cancelled:
                self._typesetter = self._pool.take()
                self._typesetter.start()

    def wait(self) -> Pages:
        """Sends the job and waits for its pages. Raises TypesetError or Cancelled."""
        from gaohang_viewer.typeset.engine.worker_process import Cancelled

        typesetter = self._typesetter
        if self._cancelled or self._job is None or typesetter is None:
            raise Cancelled
        try:
            pages = typesetter.set_pages(self._job)
        finally:
            with self._lock:
                self._typesetter = None
                if self._cancelled:
                    typesetter.close()
                else:
                    self._pool.give_back(typesetter)
        if self._cancelled:
            raise Cancelled
        return pages

    def cancel(self) -> None:
        """Ends the process at once; `wait` then raises Cancelled."""
        with self._lock:
            self._cancelled = True
            if self._typesetter is not None:
                self._typesetter.cancel()

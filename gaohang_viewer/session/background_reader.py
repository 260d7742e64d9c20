"""Reads files in a thread. The window waits for small ones; of large ones it gets the beginning first.

It waits only a moment for a disk or network share that does not answer; then it shows progress.
"""

from __future__ import annotations

import gc
import stat
import threading
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from gaohang_viewer.loading import CannotOpen, Options, Reason, open_beginning, open_draft
from gaohang_viewer.ui.switch_interval import short_switch_interval

if TYPE_CHECKING:
    from pathlib import Path

    from gaohang_viewer.report.draft import Draft
    from gaohang_viewer.report.model import Report

SMALL = 256_000  # bytes of a text that the window waits for, some 30 ms
_SMALL_PACKED = 64_000  # bytes of a compressed file
_PATIENCE = 300  # ms before progress is shown
_DISK = 0.15  # seconds that the window waits for the disk
_READ = 2.0  # seconds that it then waits at most for the file to be parsed
_STACK = 8 << 20  # bytes, as on Linux; elsewhere threads have less, which a nested file would overflow


class Opened(NamedTuple):
    """A file that was read, or if not `whole` its beginning."""

    path: Path
    draft: Draft
    report: Report
    whole: bool = True
    state: tuple[int, int] | None = None  # modification time in ns and size before it was read


class _Cancelled(Exception):
    """The reading was cancelled."""


class _Reading:
    """The reading of one file; passes its first result to the window if that waits for it."""

    def __init__(self, number: int, path: Path, options: Options) -> None:
        self.number = number
        self.path = path
        self.options = options
        self.stop = threading.Event()
        self._disk_answered = threading.Event()
        self._no_wait = threading.Event()  # there is a result, or none will come soon
        self._lock = threading.Lock()
        self._window_waits = True
        self._result: Opened | CannotOpen | None = None

    def disk_answered(self) -> None:
        """Called when the disk has delivered the file: the window waits for the parsing, too."""
        self._disk_answered.set()

    def release_window(self) -> None:
        """Ends the window's waiting."""
        self._disk_answered.set()
        self._no_wait.set()

    def hand_over(self, result: Opened | CannotOpen) -> bool:
        """Passes a result to the window; returns False if the window does not wait for it."""
        with self._lock:
            if not self._window_waits or self._result is not None:
                return False
            self._result = result
        self.release_window()
        return True

    def wait(self) -> Opened | CannotOpen | None:
        """Waits for the first result; None if it does not come soon."""
        if self._disk_answered.wait(_DISK):
            self._no_wait.wait(_READ)
        with self._lock:
            self._window_waits = False
            return self._result


class BackgroundReader(QObject):
    """Reads one file at a time; opening another one cancels the reading."""

    opened = Signal(object)  # Opened
    failed = Signal(object)  # CannotOpen
    progressed = Signal(float)  # share of a large file that was read; 1 when the reading ended, in any way

    _read = Signal(int, object)  # number of the reading; Opened, CannotOpen or a share

    def __init__(self) -> None:
        super().__init__()
        self._number = 0  # of the present reading; results of older ones are ignored
        self._reading: _Reading | None = None
        self._thread: threading.Thread | None = None
        self._share = 0.0
        self.path: Path | None = None  # of the file that is being read
        self._read.connect(self._on_read)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(lambda: self.progressed.emit(self._share))

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._thread is not None

    def open(self, path: Path, options: Options) -> CannotOpen | None:
        """Starts to read a file; `opened` or `failed` is emitted during the call or later.

        Returns the error if it is known at once; `failed` is not emitted then.
        """
        self.cancel()
        self._reading = reading = _Reading(self._number, path, options)
        self._thread = threading.Thread(target=self._run, args=(reading,), name="reading", daemon=True)
        usual = threading.stack_size(_STACK)
        self._thread.start()
        threading.stack_size(usual)
        result = reading.wait()
        if isinstance(result, CannotOpen) or (result is not None and result.whole):
            self._reading = self._thread = None
        else:
            self._continue(path)
        if isinstance(result, CannotOpen):
            return result
        if result is not None:
            self.opened.emit(result)
        return None

    def cancel(self) -> None:
        """Cancels the reading; no signal but `progressed` follows."""
        self._number += 1
        if self._reading is not None:
            self._reading.stop.set()
            self._end()

    def wait(self) -> None:
        """Waits until the thread has ended."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _continue(self, path: Path) -> None:
        """Goes on without the window waiting."""
        self.path, self._share = path, 0.0
        gc.disable()  # a collection among a million new pieces, which all stay, takes seconds
        self._patience.start()

    def _run(self, reading: _Reading) -> None:
        with short_switch_interval():
            self._read_file(reading)

    def _read_file(self, reading: _Reading) -> None:
        path, options = reading.path, reading.options

        def on_progress(share: float) -> None:
            if reading.stop.is_set():
                raise _Cancelled
            self._read.emit(reading.number, share)

        def deliver(result: Opened | CannotOpen) -> None:
            if not reading.hand_over(result):
                self._read.emit(reading.number, result)

        try:
            large, state = _examine(path)
            reading.disk_answered()
            if large:
                beginning = open_beginning(path, options)
                if beginning is not None:
                    deliver(Opened(path, beginning, beginning.report(), whole=False, state=state))
                reading.release_window()
            draft = open_draft(path, options, on_progress)
            report = draft.report()
            on_progress(1.0)
            if large:
                _ = report.outline  # built in this thread, not when the window first uses it
            deliver(Opened(path, draft, report, state=state))
        except _Cancelled:
            return
        except CannotOpen as error:
            deliver(error)
        except BaseException:
            deliver(CannotOpen(path, Reason.DAMAGED))
            raise

    def _on_read(self, number: int, result: object) -> None:
        if number != self._number or self._reading is None:
            return
        if isinstance(result, float):
            self._share = result
            if not self._patience.isActive():
                self.progressed.emit(min(result, 0.99))
            return
        if isinstance(result, Opened) and not result.whole:  # the disk was slow
            self.opened.emit(result)
            return
        self._end()
        if isinstance(result, CannotOpen):
            self.failed.emit(result)
        else:
            self.opened.emit(result)

    def _end(self) -> None:
        self._reading = self._thread = self.path = None
        gc.enable()
        self._patience.stop()
        self.progressed.emit(1.0)


def _examine(path: Path) -> tuple[bool, tuple[int, int] | None]:
    """Whether a file takes longer to read than the window waits, and its state (see `Opened`).

    A small file is read, so that the wait for a slow disk happens here.
    """
    try:
        about = path.stat()
        state = about.st_mtime_ns, about.st_size
        if not stat.S_ISREG(about.st_mode):  # a pipe may never end
            return False, state
        with path.open("rb") as file:
            head = file.read(1) if about.st_size > SMALL else file.read()
    except OSError:
        return False, None  # opening it will raise the error
    large = about.st_size > SMALL or (
        about.st_size > _SMALL_PACKED and head[:1] in (b"P", b"<", b"%", b"\xd0")
    )
    return large or _names_pictures(head), state


def _names_pictures(data: bytes) -> bool:
    """Whether a text or page names pictures, which may be large or on a disk that does not answer."""
    data = data.replace(b"\0", b"")  # which turns UTF-16 into ASCII where it can
    return (b"](" in data and b"![" in data) or b"<img" in data.lower()

"""Opens files: small ones at once, large ones in a thread, their beginning shown while the rest is read."""

from __future__ import annotations

import gc
import sys
import threading
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from gaohang_viewer.loading import CannotOpen, Options, open_draft

if TYPE_CHECKING:
    from pathlib import Path

    from gaohang_viewer.report.draft import Draft
    from gaohang_viewer.report.model import Report

SMALL = 256_000  # bytes of a text that is read at once, in some 30 ms; a packed file holds more than it shows
_SMALL_PACKED = 64_000
_PATIENCE = 300  # ms before progress is shown
_SWITCH = 0.001  # seconds that the reading thread may keep the window waiting


class Opened(NamedTuple):
    """A file that was read, or its beginning: `whole` tells which."""

    path: Path
    draft: Draft
    report: Report
    whole: bool = True


class _Cancelled(Exception):
    """The file is no longer wanted."""


class Opening(QObject):
    """Reads one file at a time; another one asked for meanwhile takes its place."""

    opened = Signal(object)  # Opened
    failed = Signal(object)  # CannotOpen
    progressed = Signal(float)  # share of a large file that was read; 1 when it ended, one way or another

    _read = Signal(int, object)  # number of the reading; Opened, CannotOpen or a share

    def __init__(self) -> None:
        super().__init__()
        self._number = 0  # of the present reading; what older ones say is not heard
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._share = 0.0
        self.path: Path | None = None  # of the file that is being read
        self._read.connect(self._hear)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(lambda: self.progressed.emit(self._share))

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._thread is not None

    def open(self, path: Path, options: Options) -> CannotOpen | None:
        """Reads a file; `opened` follows at once or later. Returns why not, if that is known at once."""
        self.cancel()
        if not _is_large(path) and not _names_pictures(path):
            try:
                draft = open_draft(path, options)
                self.opened.emit(Opened(path, draft, draft.report()))
            except CannotOpen as error:
                return error
            return None
        from gaohang_viewer.loading import open_beginning

        beginning = open_beginning(path, options)
        self._start(path, options)
        if beginning is not None:
            self.opened.emit(Opened(path, beginning, beginning.report(), whole=False))
        return None

    def cancel(self) -> None:
        """Stops reading; what is open stays."""
        self._number += 1
        self._stop.set()
        if self._thread is not None:
            self._end()

    def wait(self) -> None:
        """Until the thread has ended: the program ends, or a test goes on."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _start(self, path: Path, options: Options) -> None:
        self.path, self._share, self._stop = path, 0.0, threading.Event()
        job = (self._number, path, options, self._stop)
        self._thread = threading.Thread(target=self._run, args=job, name="reading", daemon=True)
        self._usual = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH)
        gc.disable()  # what reading makes stays; looking through a million pieces for waste takes seconds
        self._thread.start()
        self._patience.start()

    def _run(self, number: int, path: Path, options: Options, stop: threading.Event) -> None:
        def tell(share: float) -> None:
            if stop.is_set():
                raise _Cancelled
            self._read.emit(number, share)

        try:
            draft = open_draft(path, options, tell)
            report = draft.report()
            tell(1.0)
            _ = report.outline  # made here, not when the window first asks for it
            self._read.emit(number, Opened(path, draft, report))
        except _Cancelled:
            return
        except CannotOpen as error:
            self._read.emit(number, error)

    def _hear(self, number: int, what: object) -> None:
        if number != self._number:
            return
        if isinstance(what, float):
            self._share = what
            if not self._patience.isActive():
                self.progressed.emit(min(what, 0.99))
            return
        self._end()
        if isinstance(what, CannotOpen):
            self.failed.emit(what)
        else:
            self.opened.emit(what)

    def _end(self) -> None:
        self._thread, self.path = None, None
        sys.setswitchinterval(self._usual)
        gc.enable()
        self._patience.stop()
        self.progressed.emit(1.0)


def _is_large(path: Path) -> bool:
    """Whether reading a file takes so long that the window would stand still."""
    try:
        size = path.stat().st_size
        if size <= _SMALL_PACKED:
            return False
        with path.open("rb") as file:
            head = file.read(1)
    except OSError:
        return False  # opening it will say why
    return size > SMALL or head in (b"P", b"<")


def _names_pictures(path: Path) -> bool:
    """Whether a text or page names pictures, which may be large, or lie on a disk that does not answer."""
    try:
        if not path.is_file() or path.stat().st_size > SMALL:
            return False
        data = path.read_bytes().replace(b"\0", b"")  # UTF-16 is the same but for the zeros
    except OSError:
        return False
    return (b"](" in data and b"![" in data) or b"<img" in data.lower()

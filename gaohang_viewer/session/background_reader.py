"""Opens files in a thread: the window waits for small ones, of large ones it shows the beginning meanwhile.

It waits no longer than a moment for a disk or a share that does not answer; then it shows progress.
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

SMALL = 256_000  # bytes of a text that is read at once, in some 30 ms; a packed file holds more than it shows
_SMALL_PACKED = 64_000
_PATIENCE = 300  # ms before progress is shown
_ANSWER = 0.15  # seconds that the window waits for a disk to give a file
_READ = 2.0  # seconds that it then waits at most for the file to be understood
_STACK = 8 << 20  # bytes, as on Linux; other systems give a thread so little that a nested file may end it


class Opened(NamedTuple):
    """A file that was read, or its beginning: `whole` tells which."""

    path: Path
    draft: Draft
    report: Report
    whole: bool = True
    state: tuple[int, int] | None = None  # time in ns and size that it had before it was read


class _Cancelled(Exception):
    """The file is no longer wanted."""


class _Reading:
    """One file on its way. Its first answer is handed over directly if the window waits for it."""

    def __init__(self, number: int, path: Path, options: Options) -> None:
        self.number = number
        self.path = path
        self.options = options
        self.stop = threading.Event()
        self._given = threading.Event()
        self._answered = threading.Event()  # there is an answer, or none will come soon
        self._turn = threading.Lock()
        self._waits = True
        self._answer: Opened | CannotOpen | None = None

    def given(self) -> None:
        """The disk has given the file."""
        self._given.set()

    def takes_long(self) -> None:
        """The window need not wait."""
        self._given.set()
        self._answered.set()

    def hand_over(self, answer: Opened | CannotOpen) -> bool:
        """Whether the window waits for this answer, and has it now."""
        with self._turn:
            if not self._waits or self._answer is not None:
                return False
            self._answer = answer
        self.takes_long()
        return True

    def wait(self) -> Opened | CannotOpen | None:
        """The first answer, if it comes soon."""
        if self._given.wait(_ANSWER):
            self._answered.wait(_READ)
        with self._turn:
            self._waits = False
            return self._answer


class Opening(QObject):
    """Reads one file at a time; another one asked for meanwhile takes its place."""

    opened = Signal(object)  # Opened
    failed = Signal(object)  # CannotOpen
    progressed = Signal(float)  # share of a large file that was read; 1 when it ended, one way or another

    _read = Signal(int, object)  # number of the reading; Opened, CannotOpen or a share

    def __init__(self) -> None:
        super().__init__()
        self._number = 0  # of the present reading; what older ones say is not heard
        self._reading: _Reading | None = None
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
        self._reading = reading = _Reading(self._number, path, options)
        self._thread = threading.Thread(target=self._run, args=(reading,), name="reading", daemon=True)
        usual = threading.stack_size(_STACK)
        self._thread.start()
        threading.stack_size(usual)
        answer = reading.wait()
        if isinstance(answer, CannotOpen) or (answer is not None and answer.whole):
            self._reading = self._thread = None
        else:
            self._go_on(path)
        if isinstance(answer, CannotOpen):
            return answer
        if answer is not None:
            self.opened.emit(answer)
        return None

    def cancel(self) -> None:
        """Stops reading; what is open stays."""
        self._number += 1
        if self._reading is not None:
            self._reading.stop.set()
            self._end()

    def wait(self) -> None:
        """Until the thread has ended: the program ends, or a test goes on."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _go_on(self, path: Path) -> None:
        """The window no longer waits for the thread."""
        self.path, self._share = path, 0.0
        gc.disable()  # what reading makes stays; looking through a million pieces for waste takes seconds
        self._patience.start()

    def _run(self, reading: _Reading) -> None:
        with short_switch_interval():
            self._read_file(reading)

    def _read_file(self, reading: _Reading) -> None:
        path, options = reading.path, reading.options

        def tell(share: float) -> None:
            if reading.stop.is_set():
                raise _Cancelled
            self._read.emit(reading.number, share)

        def answer(what: Opened | CannotOpen) -> None:
            if not reading.hand_over(what):
                self._read.emit(reading.number, what)

        try:
            large, state = _look(path)
            reading.given()
            if large:
                beginning = open_beginning(path, options)
                if beginning is not None:
                    answer(Opened(path, beginning, beginning.report(), whole=False, state=state))
                reading.takes_long()
            draft = open_draft(path, options, tell)
            report = draft.report()
            tell(1.0)
            if large:
                _ = report.outline  # made here, not when the window first asks for it
            answer(Opened(path, draft, report, state=state))
        except _Cancelled:
            return
        except CannotOpen as error:
            answer(error)
        except BaseException:
            answer(CannotOpen(path, Reason.DAMAGED))
            raise

    def _hear(self, number: int, what: object) -> None:
        if number != self._number or self._reading is None:
            return
        if isinstance(what, float):
            self._share = what
            if not self._patience.isActive():
                self.progressed.emit(min(what, 0.99))
            return
        if isinstance(what, Opened) and not what.whole:  # of a file that came late
            self.opened.emit(what)
            return
        self._end()
        if isinstance(what, CannotOpen):
            self.failed.emit(what)
        else:
            self.opened.emit(what)

    def _end(self) -> None:
        self._reading = self._thread = self.path = None
        gc.enable()
        self._patience.stop()
        self.progressed.emit(1.0)


def _look(path: Path) -> tuple[bool, tuple[int, int] | None]:
    """Whether reading a file takes so long that the window would stand still, and its state.

    A small one is read, so that a disk that is slow is slow here.
    """
    try:
        about = path.stat()
        state = about.st_mtime_ns, about.st_size
        if not stat.S_ISREG(about.st_mode):  # a pipe may never end
            return False, state
        with path.open("rb") as file:
            head = file.read(1) if about.st_size > SMALL else file.read()
    except OSError:
        return False, None  # opening it will say why
    large = about.st_size > SMALL or (about.st_size > _SMALL_PACKED and head[:1] in (b"P", b"<"))
    return large or _names_pictures(head), state


def _names_pictures(data: bytes) -> bool:
    """Whether a text or page names pictures, which may be large, or lie on a disk that does not answer."""
    data = data.replace(b"\0", b"")  # UTF-16 is the same but for the zeros
    return (b"](" in data and b"![" in data) or b"<img" in data.lower()

"""Hears of everything that goes wrong unforeseen, writes it to a log, and passes it on; the program goes on.

Lies in the user's state folder: `log.txt` with two older ones, and `crash.txt`, into which a dying process
writes where it was. Neither holds text of documents: of an exception only its type and its places in the
code are kept, and a message only where the system made it.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable, Iterator
    from types import TracebackType
    from typing import IO, Any

    from PySide6.QtCore import QMessageLogContext

_LOG_SIZE = 256_000  # bytes of one log
_OLD_LOGS = 2
_MOST_CRASH = 32_000  # bytes of what a dying process wrote
_MOST_FRAMES = 20  # at either end of a long traceback
_MOST_KNOWN = 500  # different things that are counted
_LEVELS = {
    QtMsgType.QtDebugMsg: "DEBUG",
    QtMsgType.QtInfoMsg: "INFO",
    QtMsgType.QtWarningMsg: "WARNING",
    QtMsgType.QtCriticalMsg: "ERROR",
    QtMsgType.QtFatalMsg: "CRITICAL",
}


class ErrorRecord(NamedTuple):
    """Something that went wrong: what and where, without text of documents, and how often up to now."""

    trace: str
    times: int = 1
    ended: bool = False  # it ended the program, the last time that it ran


class ErrorLog(QObject):
    """Stands at every place where Python and Qt tell what nobody caught.

    `tell` is called in the window's thread, once there is something to be told and somebody who tells it.
    """

    _happened = Signal(object)  # ErrorRecord; from whichever thread

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self.folder = folder or state_folder()
        self.tell: Callable[[ErrorRecord], None] | None = None
        self.last_end: ErrorRecord | None = None
        self._counts: dict[str, int] = {}
        self._logger: logging.Logger | None = None
        self._crash: IO[bytes] | None = None
        self._before: tuple[Any, Any, Any] | None = None
        self._busy = threading.local()
        self._happened.connect(self._pass_on)

    def install(self) -> None:
        """From now on everything is heard; looks how the program ended the last time."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._hear_exception
        threading.excepthook = lambda args: self._hear_thread(args.exc_type, args.exc_value)
        sys.unraisablehook = lambda args: self.note(args.exc_value)
        qInstallMessageHandler(self._hear_qt)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._crash = (self.folder / "crash.txt").open("ab", buffering=0)
            if self._crash.tell():
                self.last_end = self._read_crash()
            faulthandler.enable(self._crash)
        except OSError:  # a home that cannot be written costs the report, not the program
            faulthandler.disable()

    def tell_of_last_end(self) -> None:
        """Tells once that the program ended in the middle of something, if it did."""
        fault, self.last_end = self.last_end, None
        if fault is not None and self.tell is not None:
            self.tell(fault)

    def close(self) -> None:
        """The program ends as it should."""
        faulthandler.disable()
        qInstallMessageHandler(None)
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
            self._before = None
        if self._crash is not None:
            if sys.platform == "win32":  # there some of what is written ends no process
                self._crash.truncate(0)
            self._crash.close()
            self._crash = None
        for handler in self._logger.handlers if self._logger else ():
            handler.close()
        self._logger = None

    # --- what is heard -----------------------------------------------------------------------------------

    def _hear_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            self._happened.emit(self.note(error))
        # What stands in the frames lives as long as they do, and a painter that does keeps its window from
        # ever being painted again.
        for name in ("last_exc", "last_type", "last_value", "last_traceback"):
            if hasattr(sys, name):
                delattr(sys, name)
        import traceback

        traceback.clear_frames(trace)

    def _hear_thread(self, kind: type[BaseException], error: BaseException | None) -> None:
        if error is not None and not isinstance(error, SystemExit):
            self._hear_exception(kind, error, error.__traceback__)

    def note(self, error: BaseException | None) -> ErrorRecord:
        """Writes an exception to the log."""
        trace = "\n".join(_told(error)) if error is not None else "unknown"
        count = self._count(trace)
        if count in (1, 10, 100, 1000):
            self._write("ERROR", trace if count == 1 else f"{count} times: {trace.splitlines()[0]}")
        return ErrorRecord(trace, count)

    def _hear_qt(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if sys.stderr is not None:
            with suppress(OSError, ValueError):  # the terminal may be gone; whoever called Qt would get it
                sys.stderr.write(f"{text}\n")
        if getattr(self._busy, "writing", False) or kind is QtMsgType.QtDebugMsg:
            return
        count = self._count(text)
        if count in (1, 10, 100, 1000):
            self._write(_LEVELS[kind], f"{context.category}: {text}" + (f" ({count})" if count > 1 else ""))

    def _count(self, text: str) -> int:
        if len(self._counts) > _MOST_KNOWN:
            self._counts.clear()
        self._counts[text] = count = self._counts.get(text, 0) + 1
        return count

    def _pass_on(self, fault: ErrorRecord) -> None:
        if self.tell is not None:
            self.tell(fault)

    # --- what is written ---------------------------------------------------------------------------------

    def _write(self, level: str, text: str) -> None:
        self._busy.writing = True
        try:
            if self._logger is None:
                self._logger = _logger(self.folder)
            import logging

            self._logger.log(getattr(logging, level), text)
        finally:
            self._busy.writing = False

    def _read_crash(self) -> ErrorRecord | None:
        """What the last run wrote when it died; read once."""
        import re

        file = self.folder / "crash.txt"
        with file.open("r+b") as crash:
            text = crash.read(_MOST_CRASH).decode("utf-8", "replace")
            crash.truncate(0)
        text = re.sub(r'File "([^"\n]*)"', lambda found: f"File {_short(found[1])}", text)
        self._write("CRITICAL", text)
        return ErrorRecord(text.strip(), ended=True) if text.strip("\0 \n") else None


def state_folder() -> Path:
    """Where logs lie: on Linux in $XDG_STATE_HOME or ~/.local/state, on Windows in %LOCALAPPDATA%, on macOS
    in ~/Library/Logs. Where there is no home they lie where no file is written, and nothing is."""
    said = Path(os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_STATE_HOME", ""))
    if sys.platform == "darwin" or not said.is_absolute():  # which the XDG specification wants ignored
        within = {"win32": "AppData/Local", "darwin": "Library/Logs"}.get(sys.platform, ".local/state")
        try:
            said = Path.home() / within
        except RuntimeError:
            said = Path(os.devnull)
    return said / "gaohang-viewer"


def _logger(folder: Path) -> logging.Logger:
    """Writes to the log from the first line on. Loaded late: `logging.handlers` takes 20 ms."""
    import logging
    from logging.handlers import RotatingFileHandler

    class Handler(RotatingFileHandler):
        def handleError(self, record: logging.LogRecord) -> None:
            """A full disk, or another program that holds the log, costs a line."""

    logger = logging.Logger("gaohang-viewer")  # noqa: LOG001 - nobody else shall write to it
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = Handler(
            folder / "log.txt", "a", _LOG_SIZE, _OLD_LOGS, "utf-8", delay=True, errors="replace"
        )
    except OSError:
        logger.addHandler(logging.NullHandler())
        return logger
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s"))
    logger.addHandler(handler)
    return logger


# --- what may be told ------------------------------------------------------------------------------------


def _told(error: BaseException) -> Iterator[str]:
    """Lines on an exception and on those that led to it: types and places, no values."""
    chain: list[BaseException] = []
    now: BaseException | None = error
    while now is not None and now not in chain and len(chain) < 5:
        chain.append(now)
        now = now.__cause__ or (None if now.__suppress_context__ else now.__context__)
    for at, each in enumerate(chain):
        yield ("because of " if at else "") + type(each).__name__ + _harmless(each)
        yield from _places(each.__traceback__)


def _harmless(error: BaseException) -> str:
    """What an exception says, as far as neither a document nor a file can have put words into it."""
    if isinstance(error, OSError) and error.errno:
        return f" {error.errno}: {os.strerror(error.errno)}"
    if isinstance(error, (AttributeError, NameError, ImportError)) and str(error.name).isascii():
        return f": {error.name}"  # of something in the code
    return ""


def _places(trace: TracebackType | None) -> Iterator[str]:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"  {_short(code.co_filename)}:{trace.tb_lineno} in {code.co_name}")
        trace = trace.tb_next
    if len(places) > 2 * _MOST_FRAMES:
        places[_MOST_FRAMES:-_MOST_FRAMES] = [f"  … {len(places) - 2 * _MOST_FRAMES} more"]
    yield from places


def _short(file: str) -> str:
    """The path of a source file as of its package: where that lies may hold the user's name."""
    parts = PurePath(file.replace("\\", "/")).parts
    for folder, keep in (("site-packages", 1), ("gaohang_viewer", 0)):
        if folder in parts:
            at = len(parts) - 1 - parts[::-1].index(folder)
            return "/".join(parts[at + keep :])
    return parts[-1] if parts else file

"""Logs uncaught exceptions, Qt's messages and crashes, and reports them; the program goes on.

The user's state folder holds `log.txt` with two older ones, and `crash.txt`, to which a crashing process
writes its tracebacks. Neither holds text of documents: of an exception they have the type and the positions
in the code, and the message only if the operating system made it.
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
_MOST_CRASH = 32_000  # bytes read of what a crashing process wrote
_MOST_FRAMES = 20  # at either end of a long traceback
_MOST_KNOWN = 500  # different messages that are counted
_LEVELS = {
    QtMsgType.QtDebugMsg: "DEBUG",
    QtMsgType.QtInfoMsg: "INFO",
    QtMsgType.QtWarningMsg: "WARNING",
    QtMsgType.QtCriticalMsg: "ERROR",
    QtMsgType.QtFatalMsg: "CRITICAL",
}


class ErrorRecord(NamedTuple):
    """An error: its types and positions in the code, and how often it has occurred in this run."""

    trace: str
    times: int = 1
    crashed: bool = False  # it ended the program in its last run


class ErrorLog(QObject):
    """Handles what Python and Qt report as not caught; `on_error` is called in the thread of the window."""

    _occurred = Signal(object)  # ErrorRecord; from any thread

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` is that of the log files, by default the user's state folder."""
        super().__init__()
        self.folder = folder or state_folder()
        self.on_error: Callable[[ErrorRecord], None] | None = None
        self.last_crash: ErrorRecord | None = None  # of the run before this one
        self._counts: dict[str, int] = {}
        self._logger: logging.Logger | None = None
        self._crash: IO[bytes] | None = None
        self._before: tuple[Any, Any, Any] | None = None
        self._busy = threading.local()
        self._occurred.connect(self._report)

    def install(self) -> None:
        """Installs the handlers, and reads whether the last run crashed."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._handle_exception
        threading.excepthook = lambda args: self._handle_thread_exception(args.exc_type, args.exc_value)
        sys.unraisablehook = lambda args: self.log(args.exc_value)
        qInstallMessageHandler(self._handle_qt_message)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._crash = (self.folder / "crash.txt").open("ab", buffering=0)
            if self._crash.tell():
                self.last_crash = self._read_crash()
            faulthandler.enable(self._crash)
        except OSError:  # without a writable home there are no crash reports
            faulthandler.disable()

    def report_last_crash(self) -> None:
        """Reports the crash of the last run, once."""
        error, self.last_crash = self.last_crash, None
        if error is not None:
            self._report(error)

    def close(self) -> None:
        """Removes the handlers: the program ends normally."""
        faulthandler.disable()
        qInstallMessageHandler(None)
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
            self._before = None
        if self._crash is not None:
            if sys.platform == "win32":  # where some of what is written is no crash
                self._crash.truncate(0)
            self._crash.close()
            self._crash = None
        for handler in self._logger.handlers if self._logger else ():
            handler.close()
        self._logger = None

    # --- handlers ----------------------------------------------------------------------------------------

    def _handle_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            self._occurred.emit(self.log(error))
        # Frames keep their objects alive; a QPainter that is kept alive prevents its window from being
        # painted again.
        for name in ("last_exc", "last_type", "last_value", "last_traceback"):
            if hasattr(sys, name):
                delattr(sys, name)
        import traceback

        traceback.clear_frames(trace)

    def _handle_thread_exception(self, kind: type[BaseException], error: BaseException | None) -> None:
        if error is not None and not isinstance(error, SystemExit):
            self._handle_exception(kind, error, error.__traceback__)

    def log(self, error: BaseException | None) -> ErrorRecord:
        """Counts an exception, and writes it to the log at the counts 1, 10, 100 and 1000."""
        trace = "\n".join(_trace(error)) if error is not None else "unknown"
        count = self._count(trace)
        if count in (1, 10, 100, 1000):
            self._write("ERROR", trace if count == 1 else f"{count} times: {trace.splitlines()[0]}")
        return ErrorRecord(trace, count)

    def _handle_qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if sys.stderr is not None:
            with suppress(
                OSError, ValueError
            ):  # the terminal may be closed; the caller of Qt would get the exception
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

    def _report(self, error: ErrorRecord) -> None:
        if self.on_error is not None:
            self.on_error(error)

    # --- log files ---------------------------------------------------------------------------------------

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
        """Reads, logs and clears what the last run wrote when it crashed."""
        import re

        file = self.folder / "crash.txt"
        with file.open("r+b") as crash:
            text = crash.read(_MOST_CRASH).decode("utf-8", "replace")
            crash.truncate(0)
        text = re.sub(r'File "([^"\n]*)"', lambda found: f"File {_short(found[1])}", text)
        self._write("CRITICAL", text)
        return ErrorRecord(text.strip(), crashed=True) if text.strip("\0 \n") else None


def state_folder() -> Path:
    """The folder of the log files: in $XDG_STATE_HOME or ~/.local/state, on Windows in %LOCALAPPDATA%, on
    macOS in ~/Library/Logs. Without a home it is a path that cannot exist."""
    base = Path(os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_STATE_HOME", ""))
    if sys.platform == "darwin" or not base.is_absolute():  # to be ignored by the XDG specification
        within = {"win32": "AppData/Local", "darwin": "Library/Logs"}.get(sys.platform, ".local/state")
        try:
            base = Path.home() / within
        except RuntimeError:
            base = Path(os.devnull)
    return base / "gaohang-viewer"


def _logger(folder: Path) -> logging.Logger:
    """Makes the logger when there is a first line: importing `logging.handlers` takes 20 ms."""
    import logging
    from logging.handlers import RotatingFileHandler

    class Handler(RotatingFileHandler):
        def handleError(self, record: logging.LogRecord) -> None:
            """Ignores a full disk, or a log that another program holds open."""

    logger = logging.Logger("gaohang-viewer")  # noqa: LOG001 - not in the registry: nothing else writes to it
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


# --- traces without text of documents --------------------------------------------------------------------


def _trace(error: BaseException) -> Iterator[str]:
    """The lines on an exception and its causes: types and positions, no values."""
    chain: list[BaseException] = []
    now: BaseException | None = error
    while now is not None and now not in chain and len(chain) < 5:
        chain.append(now)
        now = now.__cause__ or (None if now.__suppress_context__ else now.__context__)
    for at, each in enumerate(chain):
        yield ("because of " if at else "") + type(each).__name__ + _message(each)
        yield from _positions(each.__traceback__)


def _message(error: BaseException) -> str:
    """The message of an exception, if it cannot hold text of a document or the name of a file."""
    if isinstance(error, OSError) and error.errno:
        return f" {error.errno}: {os.strerror(error.errno)}"
    if isinstance(error, (AttributeError, NameError, ImportError)) and str(error.name).isascii():
        return f": {error.name}"  # a name in the code
    return ""


def _positions(trace: TracebackType | None) -> Iterator[str]:
    lines = []
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"  {_short(code.co_filename)}:{trace.tb_lineno} in {code.co_name}")
        trace = trace.tb_next
    if len(lines) > 2 * _MOST_FRAMES:
        lines[_MOST_FRAMES:-_MOST_FRAMES] = [f"  … {len(lines) - 2 * _MOST_FRAMES} more"]
    yield from lines


def _short(file: str) -> str:
    """The path of a source file from its package on; the folders above may hold the user's name."""
    parts = PurePath(file.replace("\\", "/")).parts
    for folder, keep in (("site-packages", 1), ("gaohang_viewer", 0)):
        if folder in parts:
            at = len(parts) - 1 - parts[::-1].index(folder)
            return "/".join(parts[at + keep :])
    return parts[-1] if parts else file

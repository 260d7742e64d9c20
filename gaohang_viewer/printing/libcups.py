"""The few functions of libcups that send a document and report its state.

Qt loads the same library to find printers. Calls go to the service named by CUPS_SERVER or the system's
settings, and may be made in any thread.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_FOUND, NOT_ACCEPTING = 0x0406, 0x0506  # IPP status codes that `error` returns
HELD, STOPPED, CANCELLED, ABORTED, COMPLETED = 4, 6, 7, 8, 9  # states of a job
QUEUE_STOPPED = 5  # a state of a printer

_GET_JOB, _GET_PRINTER = 0x0009, 0x000B  # operations
_OPERATION, _URI, _ANY = 0x01, 0x45, 0x00  # tags
_CONTINUE = 100  # HTTP 100: the service waits for data


class State(NamedTuple):
    """The state of a job or printer: pages printed, the service's message and reason keywords.

    `device` is the URI that a queue sends to; it is empty for a job.
    """

    state: int
    printed: int
    message: str
    reasons: frozenset[str]
    device: str


class _Option(ctypes.Structure):
    _fields_ = (("name", ctypes.c_char_p), ("value", ctypes.c_char_p))


_ASK_NOBODY = ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.c_char_p, *[ctypes.c_void_p] * 4)(lambda *_: None)


@cache
def load() -> ctypes.CDLL | None:
    """The library with its types declared; None on systems without CUPS."""
    if sys.platform in ("win32", "darwin"):
        return None
    try:
        cups = ctypes.CDLL("libcups.so.2")
    except OSError:
        return None
    text, number, pointer = ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p
    for name, result, arguments in (
        ("cupsCreateJob", number, (pointer, text, text, number, pointer)),
        ("cupsStartDocument", number, (pointer, text, number, text, text, number)),
        ("cupsWriteRequestData", number, (pointer, text, ctypes.c_size_t)),
        ("cupsFinishDocument", number, (pointer, text)),
        ("cupsCancelJob2", number, (pointer, text, number, number)),
        ("cupsLastError", number, ()),
        ("cupsLastErrorString", text, ()),
        ("cupsSetPasswordCB2", None, (pointer, pointer)),
        ("cupsDoRequest", pointer, (pointer, pointer, text)),
        ("ippNewRequest", pointer, (number,)),
        ("ippAddString", pointer, (pointer, number, number, text, text, text)),
        ("ippFindAttribute", pointer, (pointer, text, number)),
        ("ippGetInteger", number, (pointer, number)),
        ("ippGetCount", number, (pointer,)),
        ("ippGetString", text, (pointer, number, pointer)),
        ("ippDelete", None, (pointer,)),
    ):
        call = getattr(cups, name)
        call.restype, call.argtypes = result, arguments
    return cups


class Queue:
    """One queue of the print service, for use in one thread."""

    def __init__(self, cups: ctypes.CDLL, name: str) -> None:
        self._cups = cups
        self.name = name
        # Otherwise the library asks for a password in the terminal.
        cups.cupsSetPasswordCB2(ctypes.cast(_ASK_NOBODY, ctypes.c_void_p), None)

    def create(self, title: str, options: Mapping[str, str]) -> int:
        """Creates a job without a document and returns its number; 0 if the queue refuses."""
        pairs = [(name.encode(), value.encode()) for name, value in options.items()]
        array = (_Option * len(pairs))(*(_Option(*pair) for pair in pairs))
        return int(self._cups.cupsCreateJob(None, self.name.encode(), title.encode(), len(pairs), array))

    def start_pdf(self, job: int, title: str) -> bool:
        """Starts the only document of a job; returns whether the service accepts data."""
        return bool(
            self._cups.cupsStartDocument(None, self.name.encode(), job, title.encode(), b"application/pdf", 1)
            == _CONTINUE
        )

    def write(self, data: bytes) -> bool:
        """Sends data; returns whether the service accepts more."""
        return bool(self._cups.cupsWriteRequestData(None, data, len(data)) == _CONTINUE)

    def finish(self) -> bool:
        """Ends the document, so that the job can be printed; returns whether that succeeded."""
        return int(self._cups.cupsFinishDocument(None, self.name.encode())) < 0x0100

    def cancel(self, job: int) -> None:
        """Cancels a job, also on the printer."""
        self._cups.cupsCancelJob2(None, self.name.encode(), job, 0)

    def job(self, job: int) -> State | None:
        """The state of a job; None if the service does not report it."""
        return self._ask(_GET_JOB, b"job-uri", f"ipp://localhost/jobs/{job}", "job")

    def printer(self) -> State | None:
        """The state of the queue; None if the service does not report it."""
        name = quote(self.name)
        return self._ask(_GET_PRINTER, b"printer-uri", f"ipp://localhost/printers/{name}", "printer")

    def error(self) -> tuple[int, str]:
        """The IPP status and message of the last call that failed."""
        words = self._cups.cupsLastErrorString() or b""
        return int(self._cups.cupsLastError()), words.decode("utf-8", "replace")

    def _ask(self, operation: int, what: bytes, uri: str, of: str) -> State | None:
        request = self._cups.ippNewRequest(operation)
        self._cups.ippAddString(request, _OPERATION, _URI, what, None, uri.encode())
        answer = self._cups.cupsDoRequest(None, request, b"/")
        if not answer:
            return None
        try:
            states = self._integers(answer, f"{of}-state")
            if not states:
                return None
            printed = self._integers(answer, "job-impressions-completed") if of == "job" else []
            whose = "job-printer" if of == "job" else "printer"
            words = self._strings(answer, f"{whose}-state-message")
            reasons = self._strings(answer, f"{whose}-state-reasons") + self._strings(
                answer, f"{of}-state-reasons"
            )
            device = "".join(self._strings(answer, "device-uri")) if of == "printer" else ""
            return State(states[0], sum(printed), " ".join(words), frozenset(reasons), device)
        finally:
            self._cups.ippDelete(answer)

    def _integers(self, answer: int, name: str) -> list[int]:
        attribute = self._cups.ippFindAttribute(answer, name.encode(), _ANY)
        return [int(self._cups.ippGetInteger(attribute, 0))] if attribute else []

    def _strings(self, answer: int, name: str) -> list[str]:
        attribute = self._cups.ippFindAttribute(answer, name.encode(), _ANY)
        if not attribute:
            return []
        count = self._cups.ippGetCount(attribute)
        found = (self._cups.ippGetString(attribute, at, None) or b"" for at in range(count))
        return [text.decode("utf-8", "replace") for text in found]

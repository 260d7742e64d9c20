"""The few calls of the print service's own library that hand it a document and ask what became of it.

Qt loads the same library to find the printers. Every call goes to the service that CUPS_SERVER or the
system's settings name, and may be made in any thread.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_FOUND, NOT_ACCEPTING = 0x0406, 0x0506  # what `error` says of a queue
HELD, STOPPED, CANCELLED, ABORTED, COMPLETED = 4, 6, 7, 8, 9  # states of a job
QUEUE_STOPPED = 5  # a state of a printer

_GET_JOB, _GET_PRINTER = 0x0009, 0x000B  # operations
_OPERATION, _URI, _ANY = 0x01, 0x45, 0x00  # tags
_CONTINUE = 100  # HTTP: the service waits for the data


class State(NamedTuple):
    """A job or a printer: its state, pages printed, the service's words and key words for its trouble.

    `device` is where a queue sends what it prints, as a URI; that of a job is empty.
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
    """The library; None where the system prints in another way."""
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
    """One queue of the print service, for one thread."""

    def __init__(self, cups: ctypes.CDLL, name: str) -> None:
        self._cups = cups
        self.name = name
        # Otherwise the library asks for a password in the terminal that the program was started from.
        cups.cupsSetPasswordCB2(ctypes.cast(_ASK_NOBODY, ctypes.c_void_p), None)

    def create(self, title: str, options: Mapping[str, str]) -> int:
        """A new job without a document, and its number; 0 if the queue takes none."""
        pairs = [(name.encode(), value.encode()) for name, value in options.items()]
        array = (_Option * len(pairs))(*(_Option(*pair) for pair in pairs))
        return int(self._cups.cupsCreateJob(None, self.name.encode(), title.encode(), len(pairs), array))

    def start_pdf(self, job: int, title: str) -> bool:
        """The document of a job begins: it has only this one."""
        return bool(
            self._cups.cupsStartDocument(None, self.name.encode(), job, title.encode(), b"application/pdf", 1)
            == _CONTINUE
        )

    def write(self, data: bytes) -> bool:
        return bool(self._cups.cupsWriteRequestData(None, data, len(data)) == _CONTINUE)

    def finish(self) -> bool:
        """The document is whole: the job may be printed."""
        return int(self._cups.cupsFinishDocument(None, self.name.encode())) < 0x0100

    def cancel(self, job: int) -> None:
        """Nothing goes on being printed; the service tells the printer."""
        self._cups.cupsCancelJob2(None, self.name.encode(), job, 0)

    def job(self, job: int) -> State | None:
        """What has become of a job; None if the service does not say."""
        return self._ask(_GET_JOB, b"job-uri", f"ipp://localhost/jobs/{job}", "job")

    def printer(self) -> State | None:
        """How the queue itself is."""
        name = quote(self.name)
        return self._ask(_GET_PRINTER, b"printer-uri", f"ipp://localhost/printers/{name}", "printer")

    def error(self) -> tuple[int, str]:
        """Why the last call failed: an IPP status, and the service's words."""
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

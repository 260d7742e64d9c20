"""Reads a file in a child process, as it may be made to exhaust or crash its reader.

The child gets one line of JSON, `{"kind": …, "size": …, "name": …, "password": …}`, and the file's bytes. It
writes lines of JSON: `{"share": …}` as progress, at the end `{"why": …}` (see `Refused`) or the draft (see
`message`).
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from gaohang_viewer.loading.reader_process.bounds import EXHAUSTED
from gaohang_viewer.loading.reader_process.message import received
from gaohang_viewer.loading.reader_process.refused import Refused
from gaohang_viewer.system.child_process import start_child

if TYPE_CHECKING:
    from collections.abc import Callable

    from gaohang_viewer.report.draft import Draft


def read_in_child(
    kind: str, data: bytes, name: str, on_progress: Callable[[float], None], password: str = ""
) -> Draft:
    """Reads a file of a `kind`, "pdf" or "ofd", as a draft; `name` is its title if it has none. Lines
    count the paragraphs.

    `on_progress` is called several times a second with the share that is done, 0 to 1, and may raise to
    cancel, which ends the child. Raises `Refused`, and OSError if the child does not start.
    """
    process = start_child("gaohang_viewer.loading.reader_process")
    with process:
        if process.stdin is None or process.stdout is None:
            raise OSError("no pipes")
        try:
            job = {"kind": kind, "size": len(data), "name": name, "password": password}
            _send(process.stdin, json.dumps(job).encode() + b"\n", data)
            draft = _answer(process.stdout, on_progress)
        finally:
            process.kill()
    if draft is None:
        raise Refused("too-large" if process.returncode == EXHAUSTED else "damaged")
    return draft


def _send(sink: IO[bytes], head: bytes, data: bytes) -> None:
    with suppress(BrokenPipeError):  # the child has ended, and gives no answer
        sink.write(head)
        sink.write(data)
        sink.close()


def _answer(source: IO[bytes], on_progress: Callable[[float], None]) -> Draft | None:
    """Returns what the child read; None if it ended without an answer."""
    for line in source:
        answer = json.loads(line)
        if "share" in answer:
            on_progress(answer["share"])
        elif "why" in answer:
            raise Refused(answer["why"])
        else:
            return received(answer, source)
    return None

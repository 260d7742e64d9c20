"""Typesets in a child process, because Typst can neither be interrupted nor release its memory.

The child reads jobs, a line of JSON each. For each it writes one line of JSON, `{"size": …, "starts": […],
…}`, followed by `size` bytes of PDF, or `{"error": "…"}` alone.
"""

from __future__ import annotations

import json
import tempfile
from contextlib import suppress
from threading import Lock
from typing import BinaryIO, NamedTuple

from gaohang_viewer.system.child_process import ChildProcess, start_child
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.engine.job import Job, Pages, TypesetError


class Cancelled(Exception):
    """The job was cancelled."""


class Typesetter:
    """Runs a child process that typesets jobs one after the other; it caches fonts and layout.

    `set_pages` may run in one thread while another calls `cancel`.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._cancelled = False
        self._closed = False
        self._busy = False  # a thread waits for an answer
        self._child: _Child | None = None

    def start(self) -> None:
        """Starts the process, so that it is ready for a job. Raises TypesetError or Cancelled."""
        with self._lock:
            if self._closed:
                raise Cancelled
            self._cancelled = False
            if self._child is not None and self._child.process.poll() is not None:
                self._child.close()
                self._child = None
            if self._child is None:
                self._child = _start()

    def set_pages(self, job: Job) -> Pages:
        """Sends the job and waits for its pages. Raises TypesetError or Cancelled."""
        self.start()
        with self._lock:
            child = self._child
            if child is None:  # cancelled meanwhile
                raise Cancelled
            self._busy = True
        try:
            return _ask(child, job.to_json())
        except (OSError, TypesetError):
            if child.process.poll() is not None:
                child.close()
            if self._cancelled:
                raise Cancelled from None
            raise
        finally:
            self._busy = False

    def cancel(self) -> None:
        """Ends the process at once; a waiting `set_pages` raises Cancelled. The next job starts a new one."""
        with self._lock:
            self._cancelled = True
            child, self._child = self._child, None
            if child is not None:
                child.process.kill()
                child.process.wait()
                if not self._busy:  # else the waiting thread closes them
                    child.close()

    def close(self) -> None:
        """Ends the process; no further jobs are accepted."""
        with self._lock:
            self._closed = True
        self.cancel()


class _Child(NamedTuple):
    """The process, and a file for its error messages, as a pipe would fill up unless it is read."""

    process: ChildProcess
    errors: BinaryIO | None  # None on a full disk

    def last_error(self) -> str:
        """Returns the last line of the error messages, which in a traceback has the message."""
        if self.errors is None:
            return ""
        self.errors.seek(0)
        return self.errors.read().decode("utf-8", "replace").strip().split("\n")[-1]

    def close(self) -> None:
        """Closes the pipes and the file of a process that has ended."""
        for file in (self.process.stdin, self.process.stdout, self.errors):
            if file is not None:
                with suppress(OSError):  # unwritten data is no longer needed
                    file.close()


def _start() -> _Child:
    errors = None
    with suppress(OSError):  # a full disk costs the messages, not the slides
        errors = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - `_Child` closes it
    try:
        return _Child(start_child("gaohang_viewer.typeset", stderr=errors), errors)
    except OSError as error:
        if errors is not None:
            errors.close()
        raise TypesetError(f"the typesetting process did not start: {error}") from error


def _ask(child: _Child, job: str) -> Pages:
    process = child.process
    sink, source = process.stdin, process.stdout
    if sink is None or source is None:
        raise TypesetError("the typesetting process has no pipes")
    try:
        sink.write(job.encode("utf-8", "surrogatepass") + b"\n")
        sink.flush()
        head = source.readline()
        answer = json.loads(head) if head else {}
        pdf = source.read(answer.get("size", 0))
    except ValueError as error:  # closed by another thread
        raise TypesetError(str(error)) from error
    except BrokenPipeError:
        head, answer, pdf = b"", {}, b""
    if "error" in answer:
        raise TypesetError(answer["error"])
    if not head or len(pdf) < answer["size"]:
        code = process.wait()
        raise TypesetError(child.last_error() or f"the typesetting process ended with code {code}")
    return Pages.from_layout(pdf, answer)


def serve(source: BinaryIO, sink: BinaryIO) -> int:
    """Runs the child's side: typesets jobs until there are no more; returns the exit code."""
    while line := source.readline():
        try:
            pages = compile_job(Job.from_json(line.decode("utf-8", "surrogatepass")))
        except TypesetError as error:
            sink.write(json.dumps({"error": str(error)}).encode() + b"\n")
        else:
            answer = {
                "size": len(pages.pdf),
                "starts": pages.starts,
                "count": pages.count,
                "reveals": pages.reveals,
                "content_bottom": pages.content_bottom,
                "missing": pages.missing,
                "faces": pages.faces,
            }
            sink.write(json.dumps(answer).encode() + b"\n" + pages.pdf)
        sink.flush()
    return 0

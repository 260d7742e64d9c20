"""Sets pages in a child process: Typst cannot be interrupted and keeps its memory, a child gives both back.

The child reads jobs, one JSON text a line. It answers each with one line of JSON, `{"size": …, "starts": […],
…}` and then so many bytes of PDF, or with `{"error": "…"}` alone.
"""

from __future__ import annotations

import json
import subprocess
from contextlib import suppress
from threading import Lock
from typing import BinaryIO

from gaohang_viewer.system.child_process import start_child
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.engine.job import Job, Pages, TypesetError


class Cancelled(Exception):
    """The pages are no longer wanted."""


class Typesetter:
    """A child that stays and sets one job after the other, quicker each time: it remembers fonts and layout.

    `set_pages` may run in one thread while another calls `cancel`.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._cancelled = False
        self._closed = False
        self._busy = False  # an answer is waited for
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process, so that it is ready for the first job. Raises TypesetError or Cancelled."""
        with self._lock:
            if self._closed:
                raise Cancelled
            self._cancelled = False
            if self._process is not None and self._process.poll() is not None:
                _close_pipes(self._process)
                self._process = None
            if self._process is None:
                self._process = _start()

    def set_pages(self, job: Job) -> Pages:
        """Hand over the job and wait for the pages. Raises TypesetError or Cancelled."""
        self.start()
        with self._lock:
            process, self._busy = self._process, True
        if process is None:  # cancelled between
            raise Cancelled
        try:
            return _ask(process, job.to_json())
        except (OSError, TypesetError):
            if process.poll() is not None:
                _close_pipes(process)
            if self._cancelled:
                raise Cancelled from None
            raise
        finally:
            self._busy = False

    def cancel(self) -> None:
        """Stop the process now, if it runs; who waits gets Cancelled. The next job gets another process."""
        with self._lock:
            self._cancelled = True
            process, self._process = self._process, None
            if process is not None:
                process.kill()
                process.wait()
                if not self._busy:  # else whoever waits for the answer closes them
                    _close_pipes(process)

    def close(self) -> None:
        """End the process for good: no further job is set."""
        with self._lock:
            self._closed = True
        self.cancel()


class Typesetting:
    """One job in a process of its own. `wait` may run in one thread while another calls `cancel`."""

    def __init__(self) -> None:
        self._typesetter = Typesetter()
        self._lock = Lock()
        self._cancelled = False
        self._job: Job | None = None

    def start(self, job: Job) -> None:
        """Start the process; it begins to work when `wait` hands it the job. Raises TypesetError."""
        with self._lock:
            if self._job is not None:
                raise RuntimeError("a Typesetting sets one job")
            self._job = job
            if not self._cancelled:
                self._typesetter.start()

    def wait(self) -> Pages:
        """Hand over the job and wait for the pages. Raises TypesetError or Cancelled."""
        if self._cancelled or self._job is None:
            raise Cancelled
        try:
            pages = self._typesetter.set_pages(self._job)
        finally:
            self._typesetter.close()
        if self._cancelled:
            raise Cancelled
        return pages

    def cancel(self) -> None:
        """Stop the process now, if it runs; `wait` then raises Cancelled."""
        with self._lock:
            self._cancelled = True
            self._typesetter.cancel()


def _start() -> subprocess.Popen[bytes]:
    try:
        return start_child("gaohang_viewer.typeset", stderr=subprocess.PIPE)
    except OSError as error:
        raise TypesetError(f"the typesetting process did not start: {error}") from error


def _ask(process: subprocess.Popen[bytes], job: str) -> Pages:
    sink, source, complaint = process.stdin, process.stdout, process.stderr
    if sink is None or source is None or complaint is None:
        raise TypesetError("the typesetting process has no pipes")
    try:
        sink.write(job.encode("utf-8", "surrogatepass") + b"\n")
        sink.flush()
        head = source.readline()
        said = json.loads(head) if head else {}
        pdf = source.read(said.get("size", 0))
    except ValueError as error:  # it was closed meanwhile
        raise TypesetError(str(error)) from error
    except BrokenPipeError:
        head, said, pdf = b"", {}, b""
    if "error" in said:
        raise TypesetError(said["error"])
    if not head or len(pdf) < said["size"]:
        code = process.wait()
        last = complaint.read().decode("utf-8", "replace").strip().split("\n")[-1]
        raise TypesetError(last or f"the typesetting process ended with code {code}")
    return Pages.from_said(pdf, said)


def _close_pipes(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            with suppress(OSError):  # what was still to be written is not wanted
                pipe.close()


def serve(source: BinaryIO, sink: BinaryIO) -> int:
    """The child's side: read jobs, set each, answer. Returns the exit code when there are no more."""
    while line := source.readline():
        try:
            pages = compile_job(Job.from_json(line.decode("utf-8", "surrogatepass")))
        except TypesetError as error:
            sink.write(json.dumps({"error": str(error)}).encode() + b"\n")
        else:
            said = {
                "size": len(pages.pdf),
                "starts": pages.starts,
                "count": pages.count,
                "reveals": pages.reveals,
                "content_bottom": pages.content_bottom,
                "missing": pages.missing,
                "faces": pages.faces,
            }
            sink.write(json.dumps(said).encode() + b"\n" + pages.pdf)
        sink.flush()
    return 0

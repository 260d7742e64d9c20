"""Sets pages in a child process: Typst cannot be interrupted and keeps its memory, a child gives both back.

The child reads the job as JSON. It answers with one line of JSON, `{"starts": […], "count": …, …}` and then
the bytes of the PDF, or `{"error": "…"}`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from gaohang_viewer.typeset.compiler import Job, Pages, TypesetError, compile_job

_ROOT = Path(__file__).resolve().parents[2]  # the folder that holds the package, in a checkout or installed


class Cancelled(Exception):
    """The pages are no longer wanted."""


class Typesetting:
    """One job in a process of its own. `wait` may run in one thread while another calls `cancel`."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._cancelled = False
        self._process: subprocess.Popen[bytes] | None = None
        self._job = ""

    def start(self, job: Job) -> None:
        """Start the process; it begins to work when `wait` hands it the job. Raises TypesetError."""
        with self._lock:
            if self._process is not None:
                raise RuntimeError("a Typesetting sets one job")
            self._job = job.to_json()
            if not self._cancelled:
                self._process = _launch()

    def wait(self) -> Pages:
        """Hand over the job and wait for the pages. Raises TypesetError or Cancelled."""
        process = self._process
        if process is None:
            raise Cancelled
        with process:
            try:
                answer, complaint = process.communicate(self._job.encode("utf-8", "surrogatepass"))
            except BaseException:
                process.kill()
                raise
        if self._cancelled:
            raise Cancelled
        return _pages(answer, complaint, process.returncode)

    def cancel(self) -> None:
        """Stop the process now, if it runs; `wait` then raises Cancelled."""
        with self._lock:
            self._cancelled = True
            if self._process is not None and self._process.poll() is None:
                self._process.kill()


def _launch() -> subprocess.Popen[bytes]:
    environment = dict(os.environ)
    known = environment.get("PYTHONPATH")
    environment["PYTHONPATH"] = str(_ROOT) + (os.pathsep + known if known else "")
    environment["PYTHONIOENCODING"] = "utf-8"
    try:
        return subprocess.Popen(
            [sys.executable, "-m", "gaohang_viewer.typeset"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            # Without this a console window pops up on Windows.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise TypesetError(f"the typesetting process did not start: {error}") from error


def _pages(answer: bytes, complaint: bytes, code: int) -> Pages:
    head, _, pdf = answer.partition(b"\n")
    if code != 0 or not head:
        last = complaint.decode("utf-8", "replace").strip().split("\n")[-1]
        raise TypesetError(last or f"the typesetting process ended with code {code}")
    said = json.loads(head)
    if "error" in said:
        raise TypesetError(said["error"])
    return Pages.from_said(pdf, said)


def serve(source: BinaryIO, sink: BinaryIO) -> int:
    """The child's side: read a job, set it, answer. Returns the exit code."""
    job = Job.from_json(source.read().decode("utf-8", "surrogatepass"))
    try:
        pages = compile_job(job)
    except TypesetError as error:
        sink.write(json.dumps({"error": str(error)}).encode() + b"\n")
    else:
        said = {
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

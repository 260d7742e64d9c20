"""Reads a file in a child process: the file on standard input, its draft on standard output."""

from __future__ import annotations

import json
import os

from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.loading.reader_process.bounds import EXHAUSTED, MEMORY, Watch
from gaohang_viewer.loading.reader_process.message import send
from gaohang_viewer.loading.reader_process.readers import reader_of
from gaohang_viewer.loading.reader_process.refused import Refused
from gaohang_viewer.system.parent_watch import end_with_parent
from gaohang_viewer.system.resource_limits import limit_memory


def run() -> int:
    """Reads one file; returns the exit code."""
    # By number, as under pythonw sys.stdin and sys.stdout can be None although the pipes exist
    with open(0, "rb", closefd=False) as source, os.fdopen(os.dup(1), "wb") as sink:
        os.dup2(2, 1)  # what a library prints is no part of the answer

        def write(answer: dict[str, object]) -> None:
            sink.write(json.dumps(answer).encode() + b"\n")
            sink.flush()

        job = json.loads(source.readline())
        data = source.read(job["size"])
        watch = Watch(lambda share: write({"share": share}))
        try:
            draft = reader_of(job["kind"])(data, job["name"], job["password"], watch.on_page, watch.on_scan)
        except Refused as refused:
            watch.end()
            write({"why": refused.why})
        except TooLarge:
            watch.end()
            write({"why": "too-large"})
        else:
            watch.end()
            send(draft, sink)
    return 0


if __name__ == "__main__":
    end_with_parent()
    limit_memory(MEMORY)
    try:
        code = run()
    except MemoryError:
        code = EXHAUSTED
    os._exit(code)  # PDFium need not be taken down

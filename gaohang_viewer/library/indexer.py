"""Indexes the reports of a folder in a child process, so that the window stays responsive.

The child reads one line of JSON, `{"folder": …, "index": …, "more": […]}`, and writes lines of JSON:
`{"done": …, "of": …, "name": …}` as progress, and `{"changed": …}` at the end.
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from gaohang_viewer.library.index import Index
from gaohang_viewer.library.metadata import Metadata, metadata_of
from gaohang_viewer.library.scan import File, file_now, reports_in
from gaohang_viewer.loading import CannotOpen, Options, open_report
from gaohang_viewer.report.search import joined_report
from gaohang_viewer.system.child_process import ChildProcess, start_child

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

_COMMIT = 0.5  # seconds between commits: the work that a sudden end may lose
_PROGRESS = 0.1  # seconds between progress reports


class Indexing:
    """Updates the index of a folder once. `wait` may run in one thread while another calls `cancel`.

    `more` are further reports in other folders.
    """

    def __init__(self, folder: Path, index: Path, more: tuple[Path, ...] = ()) -> None:
        self._job = json.dumps({"folder": str(folder), "index": str(index), "more": [*map(str, more)]})
        self._lock = Lock()
        self._process: ChildProcess | None = None
        self._cancelled = False

    def wait(self, on_progress: Callable[[int, int, str], None]) -> bool:
        """Runs until the index is up to date; returns whether anything had changed.

        `on_progress` is called with the number of files done, their total, and the name of the last one.
        Raises OSError if the process does not start or fails.
        """
        with self._lock:
            if self._cancelled:
                return False
            self._process = process = start_child("gaohang_viewer.library")
        with process:
            if process.stdin is None or process.stdout is None:
                raise OSError("no pipes")
            try:
                process.stdin.write(self._job.encode() + b"\n")
                process.stdin.close()
            except BrokenPipeError:
                pass
            changed: bool | None = None
            for line in process.stdout:
                answer: dict[str, Any] = json.loads(line)
                if "changed" in answer:
                    changed = bool(answer["changed"])
                else:
                    on_progress(answer["done"], answer["of"], answer["name"])
        if changed is None and not self._cancelled:
            raise OSError(f"the reading of the library ended with code {process.returncode}")
        return bool(changed)

    def cancel(self) -> None:
        """Ends the process at once; what it has committed remains."""
        with self._lock:
            self._cancelled = True
            if self._process is not None and self._process.poll() is None:
                self._process.kill()


def serve(source: TextIO, sink: TextIO) -> int:
    """Runs the child's side: reads a job from `source`, writes answers to `sink`; returns the exit code."""

    def answer(**values: object) -> None:
        sink.write(json.dumps(values) + "\n")
        sink.flush()

    job = json.loads(source.readline())
    index = Index(Path(job["index"]))
    last = 0.0
    changed = False
    for done, of, file in update(index, Path(job["folder"]), tuple(map(Path, job["more"]))):
        changed = True
        if time.monotonic() - last > _PROGRESS or done == of:
            last = time.monotonic()
            answer(done=done, of=of, name=Path(file.path).name)
    index.close()
    answer(changed=changed)
    return 0


def update(index: Index, folder: Path, more: tuple[Path, ...] = ()) -> Iterator[tuple[int, int, File]]:
    """Updates an index from a folder and further files; yields files done, their total, and the file."""
    files = [*filter(None, map(file_now, more)), *reports_in(folder)]
    known = index.states()
    gone = known.keys() - {file.path for file in files}
    stale = [file for file in files if known.get(file.path) != (file.mtime, file.size)]
    stale.sort(key=lambda file: file.mtime, reverse=True)  # new reports are searched most
    index.drop(gone)
    index.commit()
    committed = time.monotonic()
    for done, file in enumerate(stale, 1):
        _read(index, file)
        if time.monotonic() - committed > _COMMIT or done == len(stale):
            index.commit()
            committed = time.monotonic()
        yield done, len(stale), file
    if gone and not stale:
        yield 0, 0, File("", 0, 0)


def _read(index: Index, file: File) -> None:
    path = Path(file.path)
    try:
        report = open_report(path, Options(pictures=False))
    except CannotOpen as error:
        index.put(file, Metadata(path.stem), "", error.reason.value)
    else:
        index.put(file, metadata_of(report, path), joined_report(report))

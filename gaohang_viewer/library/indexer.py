"""Reads the reports of a folder into its index, in a process of its own: the window stays alive.

The child reads one line of JSON, `{"folder": …, "index": …, "more": […]}`, and answers with lines of JSON:
`{"done": …, "of": …, "name": …}` as it goes on, and `{"changed": …}` when it has finished.
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from gaohang_viewer.library.index import Index
from gaohang_viewer.library.metadata import Facts, facts_of
from gaohang_viewer.library.scan import File, file_now, reports_in
from gaohang_viewer.loading import CannotOpen, Options, open_report
from gaohang_viewer.report.search import joined_report
from gaohang_viewer.system.child_process import start_child

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from typing import TextIO

_COMMIT = 0.5  # seconds of work that a sudden end may cost
_TELL = 0.1  # seconds between two words


class Indexing:
    """One run over a folder. `wait` may run in one thread while another calls `cancel`."""

    def __init__(self, folder: Path, index: Path, more: tuple[Path, ...] = ()) -> None:
        self._job = json.dumps({"folder": str(folder), "index": str(index), "more": [*map(str, more)]})
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._cancelled = False

    def wait(self, tell: Callable[[int, int, str], None]) -> bool:
        """Runs to the end and tells how many files of how many are done, and which; whether any had changed.

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
                said: dict[str, Any] = json.loads(line)
                if "changed" in said:
                    changed = bool(said["changed"])
                else:
                    tell(said["done"], said["of"], said["name"])
        if changed is None and not self._cancelled:
            raise OSError(f"the reading of the library ended with code {process.returncode}")
        return bool(changed)

    def cancel(self) -> None:
        """Stops now; what was read stays."""
        with self._lock:
            self._cancelled = True
            if self._process is not None and self._process.poll() is None:
                self._process.kill()


def serve(source: TextIO, sink: TextIO) -> int:
    """The child's side. Returns the exit code."""

    def tell(**said: object) -> None:
        sink.write(json.dumps(said) + "\n")
        sink.flush()

    job = json.loads(source.readline())
    index = Index(Path(job["index"]))
    last = 0.0
    changed = False
    for done, of, file in update(index, Path(job["folder"]), tuple(map(Path, job["more"]))):
        changed = True
        if time.monotonic() - last > _TELL or done == of:
            last = time.monotonic()
            tell(done=done, of=of, name=Path(file.path).name)
    index.close()
    tell(changed=changed)
    return 0


def update(index: Index, folder: Path, more: tuple[Path, ...] = ()) -> Iterator[tuple[int, int, File]]:
    """Brings an index up to date with a folder, and some files elsewhere; yields as files are done."""
    files = [*filter(None, map(file_now, more)), *reports_in(folder)]
    known = index.states()
    gone = known.keys() - {file.path for file in files}
    stale = [file for file in files if known.get(file.path) != (file.mtime, file.size)]
    stale.sort(key=lambda file: file.mtime, reverse=True)  # what is new is looked for most
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
        index.put(file, Facts(path.stem), "", error.reason.value)
    else:
        index.put(file, facts_of(report, path), joined_report(report))

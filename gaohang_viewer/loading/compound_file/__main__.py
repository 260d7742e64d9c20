"""The child process: the job on standard input, one line of JSON; the answer, another, on standard output."""

from __future__ import annotations

import json
from contextlib import suppress

from gaohang_viewer.loading.compound_file.conversion import convert_in
from gaohang_viewer.system.parent_watch import end_with_parent

_MOST_MEMORY = 1 << 30  # bytes
_MOST_WRITTEN = 1 << 29  # bytes of a file


def _limit() -> None:
    """Limits what this process takes of memory and disk where the system can do that."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_FSIZE, (_MOST_WRITTEN, _MOST_WRITTEN))


if __name__ == "__main__":
    end_with_parent()
    _limit()
    # By number, as under pythonw sys.stdin and sys.stdout can be None although the pipes exist
    with (
        open(0, encoding="utf-8", closefd=False) as source,
        open(1, "w", encoding="utf-8", closefd=False) as sink,
    ):
        sink.write(json.dumps(convert_in(**json.load(source))))

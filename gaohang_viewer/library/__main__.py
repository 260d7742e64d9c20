"""The child process that reads a library: a job on standard input, progress on standard output."""

from __future__ import annotations

import sys

from gaohang_viewer.library.indexer import serve
from gaohang_viewer.system.parent_watch import end_with_parent

if __name__ == "__main__":
    end_with_parent()
    # By number: under pythonw sys.stdin and sys.stdout can be None although the pipes are there.
    with (
        open(0, encoding="utf-8", closefd=False) as source,
        open(1, "w", encoding="utf-8", closefd=False) as sink,
    ):
        sys.exit(serve(source, sink))

"""Indexes a library in a child process: job on standard input, progress on standard output."""

from __future__ import annotations

import sys

from gaohang_viewer.library.indexer import serve
from gaohang_viewer.system.parent_watch import end_with_parent

if __name__ == "__main__":
    end_with_parent()
    # By number, as under pythonw sys.stdin and sys.stdout can be None although the pipes exist
    with (
        open(0, encoding="utf-8", closefd=False) as source,
        open(1, "w", encoding="utf-8", closefd=False) as sink,
    ):
        sys.exit(serve(source, sink))

"""Typesets in a child process: jobs on standard input, pages on standard output."""

from __future__ import annotations

import sys

from gaohang_viewer.system.parent_watch import end_with_parent
from gaohang_viewer.typeset.engine.font_catalog import read_ahead
from gaohang_viewer.typeset.engine.worker_process import serve

if __name__ == "__main__":
    end_with_parent()
    read_ahead()  # before the first job arrives
    # By number, as under pythonw sys.stdin and sys.stdout can be None although the pipes exist
    with open(0, "rb", closefd=False) as source, open(1, "wb", closefd=False) as sink:
        sys.exit(serve(source, sink))

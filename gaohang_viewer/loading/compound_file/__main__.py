"""The child process: the job on standard input, one line of JSON; the answer, another, on standard output."""

from __future__ import annotations

import json

from gaohang_viewer.loading.compound_file.conversion import convert_in
from gaohang_viewer.system.parent_watch import end_with_parent
from gaohang_viewer.system.resource_limits import limit_file_size, limit_memory

_MOST_MEMORY = 1 << 30  # bytes
_MOST_WRITTEN = 1 << 29  # bytes of a file


if __name__ == "__main__":
    end_with_parent()
    limit_memory(_MOST_MEMORY)
    limit_file_size(_MOST_WRITTEN)
    # By number, as under pythonw sys.stdin and sys.stdout can be None although the pipes exist
    with (
        open(0, encoding="utf-8", closefd=False) as source,
        open(1, "w", encoding="utf-8", closefd=False) as sink,
    ):
        sink.write(json.dumps(convert_in(**json.load(source))))

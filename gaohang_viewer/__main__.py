"""`python -m gaohang_viewer` is `gaohang-viewer`."""

import gc
import os
import sys

from gaohang_viewer.cli import main


def run() -> None:
    """Runs one command and ends the process."""
    writes_pages = sys.argv[1:2] == ["pdf"]
    if writes_pages:
        gc.disable()  # the run is short, and leaves little waste
    code = main()
    if writes_pages:
        # Typst holds large faces in memory. The system takes them back at once, Python bit by bit.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    run()

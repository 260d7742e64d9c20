"""`python -m gaohang_viewer` is `gaohang-viewer`."""

import os
import sys

from gaohang_viewer.cli import main


def run() -> None:
    """Runs one command and ends the process."""
    code = main()
    if sys.argv[1:2] == ["pdf"]:
        # Typst holds large faces in memory. The system takes them back at once, Python bit by bit.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    run()

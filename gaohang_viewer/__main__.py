"""`python -m gaohang_viewer` is `gaohang-viewer`."""

import gc
import os
import sys


def run() -> None:
    """Runs one command and ends the process."""
    gc.disable()  # a command is short, and what a start makes stays; the window has waste collected again
    from gaohang_viewer.cli.main import main

    code = main()
    if sys.argv[1:2] == ["pdf"]:
        # Typst holds large faces in memory. The system takes them back at once, Python bit by bit.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    run()

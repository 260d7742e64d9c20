"""Runs the command line: `python -m gaohang_viewer` or the script `gaohang-viewer`."""

import gc
import os
import sys


def run() -> None:
    """Runs one command and ends the process."""
    gc.disable()  # commands are short, and what the start makes stays; `app.startup` enables it again
    from gaohang_viewer.cli.main import main

    code = main()
    if sys.argv[1:2] == ["pdf"]:
        # Frees the memory of large fonts at once; Python would free it object by object.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    run()

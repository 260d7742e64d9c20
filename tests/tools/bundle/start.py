"""What runs first in the stand-alone folder: the program, or a module of it as Python's own -m would."""

from __future__ import annotations

import os
import sys


def start() -> None:
    """`-m gaohang_viewer.typeset` and its like are how the program starts its children."""
    # What else is started, a browser for one, is to find the system's libraries and not ours.
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        before = os.environ.pop(name + "_ORIG", None)
        if before is not None:
            os.environ[name] = before
        elif getattr(sys, "frozen", False):
            os.environ.pop(name, None)
    module = sys.argv[2] if sys.argv[1:2] == ["-m"] and len(sys.argv) > 2 else ""
    if module.split(".")[0] == "gaohang_viewer":
        import runpy

        del sys.argv[1:3]
        runpy.run_module(module, run_name="__main__")
    else:
        from gaohang_viewer.__main__ import run

        run()


if __name__ == "__main__":
    start()

"""What runs first in the stand-alone folder: the program, or a module of ours as Python's own -m would."""

from __future__ import annotations

import sys


def start() -> None:
    """`-m gaohang_viewer.typeset` and its like are how the program starts its children."""
    if sys.argv[1:2] == ["-m"] and sys.argv[2:3] and sys.argv[2].split(".")[0] == "gaohang_viewer":
        import runpy

        module = sys.argv[2]
        del sys.argv[1:3]
        runpy.run_module(module, run_name="__main__")
    else:
        from gaohang_viewer.__main__ import run

        run()


start()

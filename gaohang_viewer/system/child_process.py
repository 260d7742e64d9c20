"""Starts a module of this package in a child process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

from gaohang_viewer.system.parent_watch import PARENT

ChildProcess = subprocess.Popen[bytes]

_PACKAGE_PARENT = Path(__file__).resolve().parents[2]  # the folder that holds the package


def start_child(module: str, *, stderr: BinaryIO | None = None) -> ChildProcess:
    """Runs `python -m module` with binary pipes for its standard input and output.

    The child finds the package in a checkout and in an installation alike, writes UTF-8, and knows the id of
    this process (see `parent_watch`). `stderr` is a file for its error messages, which are
    discarded by default. Raises OSError if the process does not start.
    """
    environment = dict(os.environ)
    inherited = environment.get("PYTHONPATH")
    environment["PYTHONPATH"] = str(_PACKAGE_PARENT) + (os.pathsep + inherited if inherited else "")
    environment["PYTHONIOENCODING"] = "utf-8"
    environment[PARENT] = str(os.getpid())
    return subprocess.Popen(
        [sys.executable, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if stderr is None else stderr,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows would open a console window
    )

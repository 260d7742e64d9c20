"""Starts a module of this package in a child process."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from gaohang_viewer.system.parent_watch import PARENT

if TYPE_CHECKING:
    from collections.abc import Callable

ChildProcess = subprocess.Popen[bytes]

_PACKAGE_PARENT = Path(__file__).resolve().parents[2]  # the folder that holds the package

_INTERVAL = 0.05  # seconds between two calls of `on_wait`


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


def ask_child(module: str, job: bytes, seconds: float, on_wait: Callable[[], None]) -> bytes:
    """Runs a module as `start_child` does, with `job` as its input, until it ends; returns its output.

    `on_wait` is called many times a second; an exception that it raises ends the child and is passed on.
    Raises TimeoutError if the child takes longer than `seconds`, OSError if it does not start.
    """
    deadline = time.monotonic() + seconds
    given: bytes | None = job
    with start_child(module) as process:
        try:
            while True:
                try:
                    return process.communicate(given, timeout=_INTERVAL)[0]
                except subprocess.TimeoutExpired:
                    given = None
                if time.monotonic() > deadline:
                    raise TimeoutError
                on_wait()
        finally:
            if process.poll() is None:
                process.kill()

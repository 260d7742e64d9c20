"""A process and all that came of it: their memory as Linux counts it, their rest, and their end."""

from __future__ import annotations

import os
import re
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

    from tests.tools.screen import Screen


def memory(pid: int, *, children: bool = True) -> float:
    """What a process and, usually, its children take, in MiB; what n processes share counts one n-th (PSS)."""
    maps = [_read(process, "smaps_rollup") for process in (tree(pid) if children else [pid])]
    return sum(int(kib) for text in maps for kib in re.findall(r"^Pss: +(\d+)", text, re.MULTILINE)) / 1024


def wait_for_rest(pid: int) -> None:
    """Wait, though not for ever, until work in the background is over: no processor time used for a while."""
    used = -1
    for _ in range(20):
        before = used
        fields = [_read(process, "stat").rpartition(")")[2].split() for process in tree(pid)]
        used = sum(int(ticks) for field in fields for ticks in field[11:13])
        if used == before:
            return
        time.sleep(0.5)


def tree(pid: int) -> list[int]:
    """A process and all that came of it."""
    tasks = Path(f"/proc/{pid}/task").glob("*")
    children = [int(child) for task in tasks for child in _read(pid, f"task/{task.name}/children").split()]
    return [pid, *(found for child in children for found in tree(child))]


def end(screen: Screen, process: subprocess.Popen[bytes]) -> None:
    """End a program and all that came of it, which a script that started it would leave behind."""
    others = tree(process.pid)[1:]
    try:
        screen.end(process)
    finally:
        for pid in others:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGTERM)


def _read(pid: int, name: str) -> str:
    """What the kernel tells of a process; nothing if it has ended."""
    try:
        return Path(f"/proc/{pid}/{name}").read_text()
    except OSError:
        return ""

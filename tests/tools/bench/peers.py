"""The program beside others that are installed, taking turns: start, memory, show, PDF and searching a library."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from gaohang_viewer.resources import BUILT_IN_REPORT
from tests.tools.bench import library, pdf, start, step
from tests.tools.bench.peer_programs import NAMES, installed, shows, windows, write_files, writers
from tests.tools.bench.rounds import HERE, PROGRAM, SPREAD, Rounds, Sample
from tests.tools.screen import available

_LONGEST = 8.0  # seconds that a picture may go on changing: some come up with a picture of themselves
_STEPS = 15
_SILENT = ("sh", "-c", 'exec "$@" >/dev/null 2>&1', "sh")  # what others say is not of what they take
_SYSTEM = {"PATH": os.defpath}  # Python programs of the system want the system's Python

Runs = Mapping[str, Callable[[], Sample]]


class Row(NamedTuple):
    """One line of the table; the ratio is to the reference of the same round, which has 1."""

    figure: str
    name: str
    median: float
    spread: float
    ratio: float


def run(rounds: int) -> int:
    """Measure what is installed, and print a table."""
    there = installed()
    if absent := [name for name in NAMES if name not in there]:
        print(f"Not installed: {', '.join(absent)}.", flush=True)
    print(f"{'figure':18} {'program':14} {'median':>9} {'spread':>9} {'ratio':>7}", flush=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        write_files(BUILT_IN_REPORT, folder)
        for row in _rows(folder, rounds):
            print(
                f"{row.figure:18} {row.name:14} {row.median:9.1f} {row.spread:9.1f} {row.ratio:7.2f}",
                flush=True,
            )
    return 0


def _rows(folder: Path, rounds: int) -> Iterator[Row]:
    if reason := available():
        print(f"There is no screen to measure on: {reason}.", flush=True)
    else:
        result, names = take_turns(_starts(folder), rounds)
        yield from table("start ms", result, names, "ms")
        yield from table("PSS MB", result, names, "pss")
        result, names = take_turns(_shows(folder), max(2, rounds // 2))
        yield from table("show step ms", result, names, "ms")
    result, names = take_turns(_pdfs(folder), rounds)
    yield from table("PDF ms", result, names, "ms")
    if "ripgrep" in installed():
        yield from _library(rounds)


def take_turns(runs: Runs, rounds: int) -> tuple[Rounds, list[str]]:
    """Rounds of those that work, the first of which is the reference; what fails is told, and left out."""
    working = {name: once for name, once in runs.items() if _works(name, once)}
    return Rounds(working, rounds, warm=False), list(working)


def _works(name: str, once: Callable[[], Sample]) -> bool:
    try:
        once()  # warms caches, and makes what a first start makes
    except (RuntimeError, TimeoutError, OSError, subprocess.SubprocessError) as error:
        print(f"{name} is left out: {error}", file=sys.stderr, flush=True)
        return False
    return True


def table(title: str, result: Rounds, names: list[str], key: str) -> list[Row]:
    """A row for each, the quickest or smallest first."""
    rows = [
        Row(
            title,
            name,
            result.median(name, key),
            result.spread(name, key),
            result.ratio(name, names[0], key),
        )
        for name in names
    ]
    return sorted(rows, key=lambda row: row.ratio)


def _starts(folder: Path) -> Runs:
    bare = (sys.executable, str(HERE / "bare_window.py"))
    ours = {"bare window": bare, "program": PROGRAM}
    once = partial(start.start_once, longest=_LONGEST, rest=False)
    return {name: partial(once, command, folder / "homes" / name) for name, command in ours.items()} | {
        name: partial(once, (*_SILENT, *command), folder / "homes" / name, environment=_SYSTEM)
        for name, command in windows(folder).items()
    }


def _shows(folder: Path) -> Runs:
    pictures = step.draw_pages(folder, step.HD[0], _STEPS + 3)
    bare = (sys.executable, str(HERE / "bare_slides.py"), *map(str, pictures))
    ours = {"bare pictures": bare, "program": (*PROGRAM, "present")}
    once = partial(step.steps, step.HD, count=_STEPS)
    return {name: partial(once, command, []) for name, command in ours.items()} | {
        name: partial(once, (*_SILENT, *show.command), [], first=show.first, environment=_SYSTEM)
        for name, show in shows(folder).items()
    }


def _pdfs(folder: Path) -> Runs:
    ours, out = pdf.against_bare(folder), folder / "report.pdf"
    return {"bare Typst": ours["bare"], "program": ours["program"]} | {
        name: partial(pdf.write, command, out) for name, command in writers(folder, out).items()
    }


def _library(rounds: int) -> Iterator[Row]:
    """Its reference is ripgrep over the same files; all words of all rounds count."""
    found = library.measure(max(1, rounds // 3))
    for name, key, ratio in (
        ("ripgrep", "library_ripgrep_ms", 1.0),
        ("program", "library_all_ms", found["library_ratio_ripgrep"]),
    ):
        yield Row("library search ms", name, found[key], found[key + SPREAD], ratio)

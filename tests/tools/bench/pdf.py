"""The whole process that writes the report as a PDF, against a bare Typst; and a large report."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from gaohang_viewer.resources import BUILT_IN_REPORT
from tests.tools.bench.rounds import HERE, PROGRAM, Rounds, Sample, figure

TIMES = 100  # how often the large report holds the built-in one


def measure(rounds: int) -> dict[str, float]:
    """Compare `gaohang-viewer pdf` with Typst on a plain document of the same words."""
    with tempfile.TemporaryDirectory() as folder:
        result = Rounds(against_bare(Path(folder)), 3 * rounds)  # it is quick, and more rounds make it steady
        large = long_report(Path(folder), min(rounds, 3))
    return {
        **figure("pdf_ratio", result.ratios("program", "bare", "ms")),
        **figure("pdf_ms", result.values("program", "ms")),
        **figure("pdf_bare_ms", result.values("bare", "ms")),
        **figure("pdf_100_s", large.seconds),
        **figure("pdf_100_mb", large.megabytes),
        "pdf_100_pages": large.pages,
    }


def quick(rounds: int) -> dict[str, float]:
    """The ratio to the bare Typst alone, at the least of a few rounds."""
    with tempfile.TemporaryDirectory() as folder:
        result = Rounds(against_bare(Path(folder)), rounds)
    return {"pdf_ratio": min(result.ratios("program", "bare", "ms"))}


def against_bare(folder: Path) -> dict[str, Callable[[], Sample]]:
    """The program and a bare Typst, each writing the built-in report as a PDF."""
    out, bare_out = folder / "program.pdf", folder / "bare.pdf"
    bare = (sys.executable, str(HERE / "bare_typst.py"), str(BUILT_IN_REPORT), str(bare_out))
    return {
        "program": partial(write, (*PROGRAM, "pdf", "-o", str(out)), out),
        "bare": partial(write, bare, bare_out),
    }


def write(command: tuple[str, ...], out: Path) -> Sample:
    """`ms` that a whole process takes to write a PDF."""
    out.unlink(missing_ok=True)
    # An installed program has its bytecode; a machine that forbids Python to write any would measure compiling.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = time.monotonic()
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    taken = time.monotonic() - start
    if not out.read_bytes().startswith(b"%PDF"):
        raise RuntimeError(f"{' '.join(command)} wrote no PDF")
    return {"ms": 1000 * taken}


class Long(NamedTuple):
    """Seconds and, at the most, megabytes of each round for a report of so many pages."""

    seconds: list[float]
    megabytes: list[float]
    pages: int


def long_report(folder: Path, rounds: int) -> Long:
    """A report a hundred times as long as the built-in one, in official layout: 11 pages each."""
    source, out = folder / "large.md", folder / "large.pdf"
    text = BUILT_IN_REPORT.read_text("utf-8")
    _, matter, body = text.split("---\n", 2)
    source.write_text(f"---\n{matter}---\n" + body * TIMES, "utf-8")
    command = [*PROGRAM, "pdf", "--as", "official", "-o", str(out), str(source)]
    seconds, megabytes = [], []
    for _ in range(rounds):
        start = time.monotonic()
        process = subprocess.Popen(command)
        _, code, usage = os.wait4(process.pid, 0)
        seconds.append(time.monotonic() - start)
        process.returncode = os.waitstatus_to_exitcode(code)
        if process.returncode:
            raise RuntimeError(f"{' '.join(command)} failed")
        megabytes.append(usage.ru_maxrss / 1024)
    with pypdfium2.PdfDocument(out) as document:
        return Long(seconds, megabytes, len(document))

"""The whole process that writes the report as a PDF: against a bare Typst, against other programs, and a large one."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from statistics import median

import pypdfium2

from gaohang_viewer.resources import BUILT_IN_REPORT
from tests.tools.bench.pdf_peers import peers
from tests.tools.bench.rounds import HERE, PROGRAM, Rounds, Sample

TIMES = 100  # how often the large report holds the built-in one
_MOST_PEER_ROUNDS = 5  # they take seconds


def measure(rounds: int) -> dict[str, float]:
    """Compare `gaohang-viewer pdf` with Typst on a plain document of the same words, and with the peers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        out, bare_out = folder / "program.pdf", folder / "bare.pdf"
        program = partial(_write, (*PROGRAM, "pdf", "-o", str(out)), out)
        bare = (sys.executable, str(HERE / "bare_typst.py"), str(BUILT_IN_REPORT), str(bare_out))
        # It is quick, and more rounds make it steady.
        result = Rounds({"program": program, "bare": partial(_write, bare, bare_out)}, 3 * rounds)
        others = {
            peer.name: partial(_write, peer.command, peer.out) for peer in peers(BUILT_IN_REPORT, folder)
        }
        beside = Rounds({"program": program, **others}, min(rounds, _MOST_PEER_ROUNDS)) if others else None
        return {
            "pdf_ratio": result.ratio("program", "bare", "ms"),
            "pdf_ms": result.median("program", "ms"),
            "pdf_bare_ms": result.median("bare", "ms"),
            **{f"pdf_{peer}_ratio": beside.ratio(peer, "program", "ms") for peer in others if beside},
            **_large(folder, min(rounds, 3)),
        }


def _write(command: tuple[str, ...], out: Path) -> Sample:
    out.unlink(missing_ok=True)
    # An installed program has its bytecode; a machine that forbids Python to write any would measure compiling.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = time.monotonic()
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    taken = time.monotonic() - start
    if not out.read_bytes().startswith(b"%PDF"):
        raise RuntimeError(f"{' '.join(command)} wrote no PDF")
    return {"ms": 1000 * taken}


def _large(folder: Path, rounds: int) -> dict[str, float]:
    """Seconds, and megabytes at the most, for a report a hundred times as long, in official layout: 1,100 pages."""
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
        pages = len(document)
    return {"pdf_100_s": median(seconds), "pdf_100_mb": median(megabytes), "pdf_100_pages": pages}

"""The whole process that writes the report as a PDF, against one that does nothing but call Typst."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from gaohang_viewer.resources import BUILT_IN_REPORT
from tests.tools.bench.rounds import HERE, PROGRAM, Rounds, Sample


def measure(rounds: int) -> dict[str, float]:
    """Compare `gaohang-viewer pdf` with Typst on a plain document of the same words."""
    with tempfile.TemporaryDirectory() as folder:
        out, bare_out = Path(folder) / "program.pdf", Path(folder) / "bare.pdf"
        bare = (sys.executable, str(HERE / "bare_typst.py"), str(BUILT_IN_REPORT), str(bare_out))
        runs = {
            "program": partial(_write, (*PROGRAM, "pdf", "-o", str(out)), out),
            "bare": partial(_write, bare, bare_out),
        }
        result = Rounds(runs, 3 * rounds)  # it is quick, and more rounds make it steady
    return {
        "pdf_ratio": result.ratio("program", "bare", "ms"),
        "pdf_ms": result.median("program", "ms"),
        "pdf_bare_ms": result.median("bare", "ms"),
    }


def _write(command: tuple[str, ...], out: Path) -> Sample:
    out.unlink(missing_ok=True)
    start = time.monotonic()
    subprocess.run(command, check=True)
    taken = time.monotonic() - start
    if not out.read_bytes().startswith(b"%PDF"):
        raise RuntimeError(f"{' '.join(command)} wrote no PDF")
    return {"ms": 1000 * taken}

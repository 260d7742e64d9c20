"""From reading a file to its first section painted, for texts of 13 KB to 13 MB; needs no screen."""

from __future__ import annotations

import json
import subprocess
import sys
from statistics import median

from tests.tools.bench.rounds import HERE

SIZES = {"13kb": 1, "130kb": 10, "1300kb": 100, "13mb": 1000}  # copies of the built-in report's source


def measure(rounds: int) -> dict[str, float]:
    """Open each size in a program of its own, taking turns.

    `outline` is when the tree of the largest is complete, `stall` the longest its window stood still.
    """
    times: dict[str, list[list[float]]] = {name: [] for name in SIZES}
    for _ in range(rounds):
        for name, copies in SIZES.items():
            command = [sys.executable, str(HERE / "open_once.py"), str(copies)]
            said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            times[name].append(json.loads(said))
    found = {f"open_{name}_ms": median(run[0] for run in runs) for name, runs in times.items()}
    found["open_13mb_outline_ms"] = median(run[1] for run in times["13mb"])
    found["open_13mb_stall_ms"] = median(run[2] for run in times["13mb"])
    return found

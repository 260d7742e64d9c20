"""From reading a file to its first section painted, for texts of 13 KB to 13 MB; needs no screen."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

from tests.tools.bench.rounds import HERE, figure

SIZES = {"13kb": 1, "130kb": 10, "1300kb": 100, "13mb": 1000}  # copies of the built-in report's source


class Opened(NamedTuple):
    """ms to the first section painted and to the whole outline, ms of the longest stall, MB that it took."""

    painted: float
    whole: float
    stall: float
    taken: float


def measure(rounds: int) -> dict[str, float]:
    """Open each size in a program of its own, taking turns.

    `outline` is when the tree of the largest is complete, `stall` the longest its window stood still.
    """
    times = opened(SIZES, rounds)
    found: dict[str, float] = {}
    for name, runs in times.items():
        found |= figure(f"open_{name}_ms", (run.painted for run in runs))
    found |= figure("open_13mb_outline_ms", (run.whole for run in times["13mb"]))
    return found | figure("open_13mb_stall_ms", (run.stall for run in times["13mb"]))


def quick(rounds: int) -> dict[str, float]:
    """By how much the time and the memory of one byte grow from 1.3 MB to 13 MB; 1 is linear."""
    times = opened(("1300kb", "13mb"), rounds)
    more = SIZES["13mb"] / SIZES["1300kb"]
    pairs = list(zip(times["13mb"], times["1300kb"], strict=True))
    return {
        "open_growth": min(large.whole / small.whole for large, small in pairs) / more,
        "open_mb_growth": median(large.taken / max(small.taken, 1) for large, small in pairs) / more,
    }


def opened(sizes: Iterable[str], rounds: int) -> dict[str, list[Opened]]:
    """Runs of these sizes, taking turns."""
    times: dict[str, list[Opened]] = {name: [] for name in sizes}
    for _ in range(rounds):
        for name, runs in times.items():
            command = [sys.executable, str(HERE / "open_once.py"), str(SIZES[name])]
            said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            runs.append(Opened(*json.loads(said)))
    return times

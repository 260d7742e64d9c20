"""Taking turns: what is compared runs again and again side by side, so that a busy machine slows both alike."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

PROGRAM = (sys.executable, "-m", "gaohang_viewer")
HERE = Path(__file__).parent

Sample = Mapping[str, float]


class Rounds:
    """The samples of several programs, round by round."""

    def __init__(self, runs: Mapping[str, Callable[[], Sample]], rounds: int) -> None:
        for run in runs.values():
            run()  # warms caches, and makes what a first start makes
        self._samples: list[dict[str, Sample]] = []
        for number in range(rounds):
            order = list(runs) if number % 2 == 0 else list(runs)[::-1]
            self._samples.append({name: runs[name]() for name in order})

    def median(self, name: str, key: str) -> float:
        """The middle value of one program."""
        return median(samples[name][key] for samples in self._samples)

    def ratio(self, name: str, reference: str, key: str) -> float:
        """The middle of one program's values, each divided by the reference's of the same round."""
        return median(samples[name][key] / samples[reference][key] for samples in self._samples)

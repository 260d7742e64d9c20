"""Taking turns: what is compared runs again and again side by side, so that a busy machine slows both alike."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from statistics import median, quantiles

PROGRAM = (str(Path(sys.executable).with_name("gaohang-viewer")),)  # the command that was installed
HERE = Path(__file__).parent
SPREAD = "_spread"  # ends the name of what says how far a figure varies

Sample = Mapping[str, float]


class Rounds:
    """The samples of several programs, round by round."""

    def __init__(self, runs: Mapping[str, Callable[[], Sample]], rounds: int, *, warm: bool = True) -> None:
        for run in runs.values() if warm else ():
            run()  # warms caches, and makes what a first start makes
        self._samples: list[dict[str, Sample]] = []
        for number in range(rounds):
            order = list(runs) if number % 2 == 0 else list(runs)[::-1]
            self._samples.append({name: runs[name]() for name in order})

    def values(self, name: str, key: str) -> list[float]:
        """What one program took, round by round."""
        return [samples[name][key] for samples in self._samples]

    def ratios(self, name: str, reference: str, key: str) -> list[float]:
        """One program's values, each divided by the reference's of the same round."""
        return [samples[name][key] / samples[reference][key] for samples in self._samples]


def spread(values: Iterable[float]) -> float:
    """The interquartile range: how far the middle half of the values lies apart."""
    found = list(values)
    if len(found) < 2:
        return 0.0
    low, _, high = quantiles(found, n=4, method="inclusive")
    return high - low


def figure(name: str, values: Iterable[float]) -> dict[str, float]:
    """The median of the values under this name, and their spread beside it."""
    found = list(values)
    return {name: median(found), name + SPREAD: spread(found)}

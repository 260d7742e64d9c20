"""Memory that grows with use: reports opened, shows, exports and searches, in one running program."""

from __future__ import annotations

import subprocess
import sys

from tests.tools.bench.rounds import HERE

_TIMES = {"reopen": 180, "show": 75, "export": 300, "search": 1500}  # a third of them to warm caches


def measure(_rounds: int) -> dict[str, float]:
    """MB that the program, without the processes that come and go, takes more after many uses of each kind than after the first."""
    return {f"{name}_mb": _growth(name, times) for name, times in _TIMES.items()}


def _growth(name: str, times: int) -> float:
    call = [sys.executable, str(HERE / "use_long.py"), name, str(times)]
    return float(subprocess.run(call, check=True, capture_output=True, text=True).stdout)

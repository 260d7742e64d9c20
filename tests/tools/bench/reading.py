"""Jumping, scrolling and searching in a report of 13 MB; needs no screen."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from statistics import quantiles
from typing import Any

from tests.tools.bench.opening import SIZES
from tests.tools.bench.rounds import HERE, figure


def jump(rounds: int) -> dict[str, float]:
    """From the wish for a section to its headline painted in the text and in the tree."""
    times = [time for run in _runs(rounds) for time in run["jumps"]]
    return {
        **figure("jump_13mb_ms", times),
        "jump_13mb_p95_ms": quantiles(times, n=20)[-1],
        **figure("pss_13mb_mb", (run["mb"] for run in _runs(rounds))),
    }


def scroll(rounds: int) -> dict[str, float]:
    """From the key for a page to the page painted."""
    times = [time for run in _runs(rounds) for time in run["pages"]]
    return {**figure("scroll_page_ms", times), "scroll_page_p95_ms": quantiles(times, n=20)[-1]}


def search(rounds: int) -> dict[str, float]:
    """All hits of a word; the first search folds the report."""
    runs = _runs(rounds)
    return {
        **figure("search_13mb_first_ms", (run["searches"][0] for run in runs)),
        **figure("search_13mb_ms", (time for run in runs for time in run["searches"][1:])),
    }


@cache
def _runs(rounds: int) -> list[dict[str, Any]]:
    return [read_once(SIZES["13mb"]) for _ in range(max(rounds // 2, 1))]


def read_once(copies: int) -> dict[str, Any]:
    """What `read_once.py` tells of a report of so many copies."""
    command = [sys.executable, str(HERE / "read_once.py"), str(copies)]
    said: dict[str, Any] = json.loads(
        subprocess.run(command, capture_output=True, text=True, check=True).stdout
    )
    return said

"""The form for every change: a few ratios in less than a minute, each held against its bar."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from tests.tools.bench import opening, pdf, start, step
from tests.tools.bench.bars import missed
from tests.tools.screen import available


class Check(NamedTuple):
    """The ratios that one measurement gives, and whether it needs a screen."""

    figures: tuple[str, ...]
    measure: Callable[[], Mapping[str, float]]
    screen: bool


CHECKS = (
    Check(("start_ratio", "pss_rest_ratio"), partial(start.quick, 2), screen=True),
    Check(("step_ratio",), partial(step.quick, 7), screen=True),
    Check(("pdf_ratio",), partial(pdf.quick, 3), screen=False),
    Check(("open_growth", "open_mb_growth"), partial(opening.quick, 1), screen=False),
)


def run() -> int:
    """Measure, print each figure and each missed bar; 1 when there is one."""
    checks: tuple[Check, ...] = CHECKS
    if reason := available():
        print(f"There is no screen to measure on ({reason}): only what needs none is measured.", flush=True)
        checks = tuple(check for check in CHECKS if not check.screen)
    lines = [line for check in checks for line in judge(check)]
    for line in lines:
        print(line, file=sys.stderr)
    return 1 if lines else 0


def judge(check: Check) -> list[str]:
    """The lines of the bars that are missed twice; the machine may have been busy the first time."""
    numbers = {name: value for name, value in check.measure().items() if name in check.figures}
    if absent := set(check.figures) - set(numbers):
        return [f"{name} was not measured" for name in sorted(absent)]
    lines = missed(numbers)
    if lines:
        again = check.measure()
        lines = missed({name: again[name] for name in lines})
        numbers |= {name: min(numbers[name], again[name]) for name in numbers}
    for name, value in numbers.items():
        print(f"{name:20} {value:9.2f}", flush=True)
    return list(lines.values())

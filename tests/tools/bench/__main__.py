"""The command line of the measurements."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.tools.bench import f5, library, opening, paper, pdf, quick, reopen, start, step
from tests.tools.bench.rounds import SPREAD
from tests.tools.screen import available

MEASUREMENTS = {
    "start": start.measure,
    "pdf": pdf.measure,
    "paper": paper.measure,
    "step": step.measure,
    "f5": f5.measure,
    "open": opening.measure,
    "library": library.measure,
    "reopen": reopen.measure,
}
SCREENLESS = {"pdf", "paper", "open", "library", "reopen"}


def main() -> int:
    """Measure what was asked for, print it, and write it as one JSON object of numbers."""
    parser = argparse.ArgumentParser(
        prog="bench",
        description="Times and memory, and their ratios to a bare program; ± is the interquartile range.",
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(MEASUREMENTS)}; default: all")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers there, too")
    parser.add_argument("--rounds", type=int, default=7, help="how often the programs take turns (7)")
    parser.add_argument("--quick", action="store_true", help="a few ratios only; 1 when one is over its bar")
    options = parser.parse_args()
    if options.quick:
        return quick.run()
    if unknown := set(options.names) - set(MEASUREMENTS):
        parser.error(f"nothing is called {', '.join(sorted(unknown))}; there are {', '.join(MEASUREMENTS)}")
    names = options.names or list(MEASUREMENTS)
    if not set(names) <= SCREENLESS and (reason := available()):
        print(f"There is no screen to measure on: {reason}.", file=sys.stderr)
        return 2
    numbers: dict[str, float] = {}
    for name in names:
        found = MEASUREMENTS[name](options.rounds)
        show(found)
        numbers |= {key: round(value, 4) for key, value in found.items()}
        if options.json:
            options.json.write_text(json.dumps(numbers, indent=2) + "\n")
    return 0


def show(found: Mapping[str, float]) -> None:
    """Print a line for each figure, with the range of the middle half of its values where it is known."""
    for key, value in found.items():
        if not key.endswith(SPREAD):
            around = f" ±{found[key + SPREAD]:.2f}" if key + SPREAD in found else ""
            print(f"{key:24} {value:9.2f}{around}", flush=True)


if __name__ == "__main__":
    sys.exit(main())

"""The command line of the measurements."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tests.tools.bench import f5, library, opening, paper, pdf, reading, start, step
from tests.tools.screen import available

MEASUREMENTS = {
    "start": start.measure,
    "pdf": pdf.measure,
    "paper": paper.measure,
    "step": step.measure,
    "f5": f5.measure,
    "open": opening.measure,
    "jump": reading.jump,
    "scroll": reading.scroll,
    "search": reading.search,
    "library": library.measure,
}
SCREENLESS = {"pdf", "paper", "open", "jump", "scroll", "search", "library"}


def main() -> int:
    """Measure what was asked for, print it, and write it as one JSON object of numbers."""
    parser = argparse.ArgumentParser(
        prog="bench", description="Times and memory, and their ratios to a bare program."
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(MEASUREMENTS)}; default: all")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers there, too")
    parser.add_argument("--rounds", type=int, default=7, help="how often the programs take turns (7)")
    options = parser.parse_args()
    if unknown := set(options.names) - set(MEASUREMENTS):
        parser.error(f"nothing is called {', '.join(sorted(unknown))}; there are {', '.join(MEASUREMENTS)}")
    names = options.names or list(MEASUREMENTS)
    if not set(names) <= SCREENLESS and (reason := available()):
        print(f"There is no screen to measure on: {reason}.", file=sys.stderr)
        return 2
    numbers: dict[str, float] = {}
    for name in names:
        found = MEASUREMENTS[name](options.rounds)
        for key, value in found.items():
            print(f"{key:20} {value:9.2f}", flush=True)
        numbers |= {key: round(value, 4) for key, value in found.items()}
        if options.json:
            options.json.write_text(json.dumps(numbers, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

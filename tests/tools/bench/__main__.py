"""The command line of the measurements."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.tools.bench import (
    chart,
    f5,
    growth,
    library,
    opening,
    paper,
    pdf,
    peers,
    quick,
    reading,
    start,
    step,
)
from tests.tools.bench.rounds import SPREAD
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
    "growth": growth.measure,
}
SCREENLESS = {"pdf", "paper", "open", "jump", "scroll", "search", "library", "growth"}


def main() -> int:
    """Measure what was asked for, print it, and write it as one JSON object of numbers."""
    parser = argparse.ArgumentParser(
        prog="bench",
        description="Times and memory, and their ratios to a bare program; ± is the interquartile range.",
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"{', '.join(MEASUREMENTS)}; default: all but growth"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers there, too")
    parser.add_argument("--rounds", type=int, default=7, help="how often the programs take turns (7)")
    parser.add_argument("--quick", action="store_true", help="a few ratios only; 1 when one is over its bar")
    parser.add_argument("--peers", action="store_true", help="a table of the program beside others installed")
    parser.add_argument(
        "--chart", type=Path, metavar="OUT", help="draw cost against size as OUT.svg or OUT.png"
    )
    parser.add_argument("--from", type=Path, metavar="FILE", dest="source", help="numbers to draw, of --json")
    options = parser.parse_args()
    if options.source and not options.chart:
        parser.error("--from gives the numbers for --chart")
    if options.chart:
        if options.chart.suffix not in {".svg", ".png"}:
            parser.error("a chart is an .svg or a .png")
        numbers = json.loads(options.source.read_text()) if options.source else growth.measure(options.rounds)
        chart.draw(numbers, options.chart)
        return 0
    if options.peers:
        return peers.run(options.rounds)
    if options.quick:
        return quick.run()
    if unknown := set(options.names) - set(MEASUREMENTS):
        parser.error(f"nothing is called {', '.join(sorted(unknown))}; there are {', '.join(MEASUREMENTS)}")
    names = options.names or [name for name in MEASUREMENTS if name != "growth"]
    if not set(names) <= SCREENLESS and (reason := available()):
        print(f"There is no screen to measure on: {reason}.", file=sys.stderr)
        return 2
    numbers = {}
    for name in names:
        found = MEASUREMENTS[name](options.rounds)
        tell(found)
        numbers |= {key: round(value, 4) for key, value in found.items()}
        if options.json:
            options.json.write_text(json.dumps(numbers, indent=2) + "\n")
    return 0


def tell(found: Mapping[str, float]) -> None:
    """A line for each figure, with the range of the middle half of its values where it is known."""
    for key, value in found.items():
        if not key.endswith(SPREAD):
            around = f" ±{found[key + SPREAD]:.2f}" if key + SPREAD in found else ""
            print(f"{key:24} {value:9.2f}{around}", flush=True)


if __name__ == "__main__":
    sys.exit(main())

"""How the cost of what is done often grows with the size of what it is done to; needs no screen."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from tests.tools.bench import library, opening, pdf, reading
from tests.tools.bench.rounds import figure

COPIES = (1, 10, 100)  # of the built-in report, set as a PDF
REPORTS = (300, 1000, 3000)  # in a library
_MOST_ROUNDS = 3  # they take minutes


def measure(rounds: int) -> dict[str, float]:
    """Opening, PDF, search in a report and in a library, each at three or four sizes."""
    few = min(rounds, _MOST_ROUNDS)
    opening.opened(["13kb"], 1)  # warms caches
    found: dict[str, float] = {}
    for name, runs in opening.opened(opening.SIZES, few).items():
        found |= figure(f"growth_open_{name}_ms", (run.painted for run in runs))
        found |= figure(f"growth_open_{name}_outline_ms", (max(run.whole, run.painted) for run in runs))
        found |= figure(f"growth_open_{name}_mb", (run.taken for run in runs))
    with tempfile.TemporaryDirectory() as folder:
        for copies in COPIES:
            long = pdf.long_report(Path(folder), copies, few)
            found[f"growth_pdf_{copies}_pages"] = long.pages
            found |= figure(f"growth_pdf_{copies}_s", long.seconds)
            found |= figure(f"growth_pdf_{copies}_mb", long.megabytes)
    for name, copies in opening.SIZES.items():
        searches = [reading.read_once(copies)["searches"] for _ in range(few)]
        found |= figure(f"growth_search_{name}_first_ms", (times[0] for times in searches))
        found |= figure(f"growth_search_{name}_ms", (median(times[1:]) for times in searches))
    for reports in REPORTS:
        searched = library.searched(reports, few, beside_ripgrep=False)
        found[f"growth_library_{reports}_index_s"] = searched.indexed
        found |= figure(f"growth_library_{reports}_first_ms", searched.first)
        found |= figure(f"growth_library_{reports}_ms", searched.whole)
    return found

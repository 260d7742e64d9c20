"""Searching a library of 3,000 reports, 150 MB, against ripgrep over the same files; needs no screen."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from gaohang_viewer.library.index import Index
from gaohang_viewer.library.indexer import Indexing
from gaohang_viewer.library.text_search import TextSearch
from tests.tools.bench.make_library import make_library
from tests.tools.bench.rounds import figure

WORDS = (
    "一网统管", "数字政府", "的", "人", "没有这个词语", "高质量发展奠定基础", "东石镇", "增长", "2019年", "持续推进", "亿元",
    "党的建设，取得新的成效",
)  # fmt: skip
_MEGABYTES = 0.05  # of each report
FIRST = 20  # reports that are shown at once


def measure(rounds: int) -> dict[str, float]:
    """First results, all results, and the ratio to ripgrep, medians over words of every kind; all warm."""
    found = searched(3000, rounds, beside_ripgrep=shutil.which("rg") is not None)
    numbers = {
        "library_index_s": found.indexed,
        "library_load_ms": 1000 * found.loaded,
        **figure("library_first_ms", found.first),
        "library_first_worst_ms": max(found.first),
        **figure("library_all_ms", found.whole),
        "library_all_worst_ms": max(found.whole),
    }
    if found.ripgrep:
        ratios = [ours / theirs for ours, theirs in zip(found.whole, found.ripgrep, strict=True)]
        numbers |= figure("library_ripgrep_ms", found.ripgrep) | figure("library_ratio_ripgrep", ratios)
    return numbers


class Searched(NamedTuple):
    """Seconds to index and to load; ms of each search to the first results, to all, and of ripgrep."""

    indexed: float
    loaded: float
    first: list[float]
    whole: list[float]
    ripgrep: list[float]


def searched(reports: int, rounds: int, *, beside_ripgrep: bool) -> Searched:
    """Index a library of so many reports, 50 KB each, and search it for every word in each round."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "reports")
        make_library(folder, reports, reports * _MEGABYTES)
        start = time.perf_counter()
        Indexing(folder, Path(place, "index.sqlite")).wait(lambda *_: None)
        indexed = time.perf_counter() - start
        index = Index(Path(place, "index.sqlite"))
        shelf = TextSearch(index)
        start = time.perf_counter()
        shelf.refresh()
        found = Searched(indexed, time.perf_counter() - start, [], [], [])
        for word in WORDS:  # once to warm what is kept
            _search(shelf, word)
        for _ in range(rounds):
            for word in WORDS:
                first, whole = _search(shelf, word)
                found.first.append(first)
                found.whole.append(whole)
                if beside_ripgrep:
                    found.ripgrep.append(_ripgrep(folder, word))
        index.close()
    return found


def _search(shelf: TextSearch, word: str) -> tuple[float, float]:
    """ms until the first reports are there with their words, and until all are counted."""
    start = time.perf_counter()
    first = 0.0
    for number, hit in enumerate(shelf.search(word)):
        if number < FIRST:
            shelf.snippets(hit.entry, word)
            first = time.perf_counter() - start
    whole = time.perf_counter() - start
    return 1000 * (first or whole), 1000 * whole


def _ripgrep(folder: Path, word: str) -> float:
    start = time.perf_counter()
    subprocess.run(["rg", "-c", "--no-ignore", word, str(folder)], stdout=subprocess.DEVNULL, check=False)
    return 1000 * (time.perf_counter() - start)

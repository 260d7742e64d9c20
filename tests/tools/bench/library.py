"""Searching a library of 3,000 reports, 150 MB, against ripgrep over the same files; needs no screen."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from gaohang_viewer.library.index import Index
from gaohang_viewer.library.indexing import Indexing
from gaohang_viewer.library.shelf import Shelf
from tests.tools.bench.make_library import make_library
from tests.tools.bench.rounds import figure

WORDS = (
    "一网统管", "数字政府", "的", "人", "没有这个词语", "高质量发展奠定基础", "东石镇", "增长", "2019年", "持续推进", "亿元",
    "党的建设，取得新的成效",
)  # fmt: skip
FIRST = 20  # reports that are shown at once


def measure(rounds: int) -> dict[str, float]:
    """First results, all results, and the ratio to ripgrep, medians over words of every kind; all warm."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "reports")
        make_library(folder)
        start = time.perf_counter()
        Indexing(folder, Path(place, "index.sqlite")).wait(lambda *_: None)
        indexed = time.perf_counter() - start
        index = Index(Path(place, "index.sqlite"))
        shelf = Shelf(index)
        start = time.perf_counter()
        shelf.refresh()
        loaded = time.perf_counter() - start
        first, whole, ripgrep = [], [], []
        for _ in range(rounds):
            for word in WORDS:
                times = _search(shelf, word)
                first.append(times[0])
                whole.append(times[1])
                if shutil.which("rg"):
                    ripgrep.append(_ripgrep(folder, word))
        index.close()
    numbers = {
        "library_index_s": indexed,
        "library_load_ms": 1000 * loaded,
        **figure("library_first_ms", first),
        "library_first_worst_ms": max(first),
        **figure("library_all_ms", whole),
        "library_all_worst_ms": max(whole),
    }
    if ripgrep:
        ratios = [ours / theirs for ours, theirs in zip(whole, ripgrep, strict=True)]
        numbers |= figure("library_ripgrep_ms", ripgrep) | figure("library_ratio_ripgrep", ratios)
    return numbers


def _search(shelf: Shelf, word: str) -> tuple[float, float]:
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

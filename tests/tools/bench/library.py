"""Searching a library of 3,000 reports, 150 MB; needs no screen."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from gaohang_viewer.library.index import Index
from gaohang_viewer.library.indexer import Indexing
from gaohang_viewer.library.text_search import TextSearch
from tests.tools.bench.make_library import make_library
from tests.tools.bench.rounds import figure

WORDS = (
    "一网统管", "数字政府", "的", "人", "没有这个词语", "高质量发展奠定基础", "东石镇", "增长", "2019年", "持续推进", "亿元",
    "党的建设，取得新的成效",
)  # fmt: skip
FIRST = 20  # reports that are shown at once


def measure(rounds: int) -> dict[str, float]:
    """Reading all files once; first and all results of words of every kind, all warm."""
    with tempfile.TemporaryDirectory() as place:
        folder, file = Path(place, "reports"), Path(place, "index.sqlite")
        make_library(folder)
        start = time.perf_counter()
        Indexing(folder, file).wait(lambda *_: None)
        numbers = {"library_index_s": time.perf_counter() - start}
        index = Index(file)
        shelf = TextSearch(index)
        start = time.perf_counter()
        shelf.refresh()
        numbers["library_load_ms"] = 1000 * (time.perf_counter() - start)
        for word in WORDS:  # once to warm what is kept
            _search(shelf, word)
        times = [_search(shelf, word) for _ in range(rounds) for word in WORDS]
        index.close()
    return {
        **numbers,
        **figure("library_first_ms", (first for first, _ in times)),
        "library_first_worst_ms": max(first for first, _ in times),
        **figure("library_all_ms", (whole for _, whole in times)),
        "library_all_worst_ms": max(whole for _, whole in times),
    }


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

"""Searches all reports of a library; their folded texts are cached in memory."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from stringzilla import Str

from gaohang_viewer.report.folding import fold
from gaohang_viewer.report.search import Snippet, snippets_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gaohang_viewer.library.index import Index, IndexedReport


class Hit(NamedTuple):
    """A report that matches, and its number of hits."""

    entry: IndexedReport
    hits: int


class TextSearch:
    """Searches the reports of an index; must be used in one thread, like the index.

    `entries` are all reports, the newest first.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._texts: dict[int, Str] = {}
        self.entries: list[IndexedReport] = []

    def refresh(self) -> None:
        """Reads what has changed in the index."""
        entries = self._index.entries()
        ids = {entry.id for entry in entries}
        for gone in self._texts.keys() - ids:
            del self._texts[gone]
        new = ids - self._texts.keys()
        self._texts.update((number, Str(text)) for number, text in self._index.folded(new))
        self.entries = [entry for entry in entries if entry.id in self._texts]

    def search(self, query: str) -> Iterator[Hit]:
        """Yields the reports that contain a phrase, ignoring white space, else those with all its words.

        A generator, so that the search can be cancelled after each report.
        """
        found = False
        for hit in self._holding([fold(query)]):
            found = True
            yield hit
        words = list(filter(None, map(fold, query.split())))
        if not found and len(words) > 1:
            yield from self._holding(words)

    def snippets(self, entry: IndexedReport, query: str, most: int = 3) -> list[Snippet]:
        """Returns the first `most` hits in a report with their context."""
        text, folded = self._index.text(entry.id), str(self._texts[entry.id])
        found = list(islice(snippets_in(text, folded, query), most))
        if not found and len(words := query.split()) > 1:
            found = [hit for word in words for hit in islice(snippets_in(text, folded, word), 1)]
        return found

    def _holding(self, words: list[str]) -> Iterator[Hit]:
        wanted = [word.encode("utf-8", "surrogatepass") for word in words if word]
        if not wanted:
            return
        for entry in self.entries:
            text = self._texts[entry.id]
            counts = [text.count(word) for word in wanted]
            if all(counts):
                yield Hit(entry, sum(counts))

"""Keeps a library's index up to date and searches it, each in its own thread."""

from __future__ import annotations

import sqlite3
import threading
import time
from itertools import islice
from queue import SimpleQueue
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from gaohang_viewer.library.index import Index, delete_index, is_locked
from gaohang_viewer.library.indexer import Indexing
from gaohang_viewer.library.scan import folders_in
from gaohang_viewer.library.text_search import TextSearch
from gaohang_viewer.ui.switch_interval import short_switch_interval

if TYPE_CHECKING:
    from pathlib import Path

    from gaohang_viewer.library.index import IndexedReport
    from gaohang_viewer.report.search import Snippet

_FIRST = 20  # reports that are emitted before the search is complete
_SNIPPETS = 300  # reports whose hits are listed with their words
_MOST_WATCHED = 500  # folders
_FAREWELL = 1.0  # seconds to wait for a network share; the reading process is ended anyway
_ATTEMPTS = 5  # attempts with a new index before the library counts as unusable


class ReportMatch(NamedTuple):
    """A report that matches: its number of hits, and the first of them."""

    entry: IndexedReport
    hits: int
    snippets: list[Snippet]


class LibraryService(QObject):
    """One library. `listed` brings its reports (a list of IndexedReport), newest first.

    `found` brings the query, a list of ReportMatch, and whether that is all. `progressed` brings the files
    read so far, their number, and the last name; `ready` the folders that hold the reports. `damaged` says
    that the index was unusable and is made again, `failed` why reading stopped.
    """

    listed = Signal(object)
    found = Signal(str, object, bool)
    progressed = Signal(int, int, str)
    ready = Signal(list)
    damaged = Signal()
    failed = Signal(str)

    def __init__(self, folder: Path, index: Path, more: tuple[Path, ...]) -> None:
        super().__init__()
        self.folder = folder
        self._index = index
        self._extra_files = more
        self._jobs: SimpleQueue[str | None] = (
            SimpleQueue()
        )  # queries; "" refreshes the list, None ends the thread
        self._query = ""  # the present query
        self._indexing: Indexing | None = None
        self._lock = threading.Lock()  # guards the two below
        self._reading = False
        self._is_outdated = False  # the folder changed while it was being read
        self._ended = False
        # Reading starts after the search has opened the index: if both found it damaged at the same time,
        # each would delete the other's new index.
        self._index_usable = threading.Event()
        self._searcher = threading.Thread(target=self._run_searcher, name="library search", daemon=True)
        self._searcher.start()
        self._reader: threading.Thread | None = None
        self.update()

    @property
    def busy(self) -> bool:
        """Whether the folder is being read."""
        return self._reading

    def update(self) -> None:
        """Reads what has changed in the folder, after the reading under way if there is one."""
        with self._lock:
            if self._reading:
                self._is_outdated = True
                return
            self._reading = True
        self._reader = threading.Thread(target=self._read, name="library index", daemon=True)
        self._reader.start()

    def search(self, query: str) -> None:
        """Searches for another query; `found` follows. An empty query ends the search."""
        self._query = query
        if query:
            self._jobs.put(query)

    def close(self) -> None:
        """Ends both threads and waits for them."""
        self._ended = True
        self._query = ""
        self._jobs.put(None)
        self._index_usable.set()
        if self._indexing is not None:
            self._indexing.cancel()
        self._searcher.join()
        if self._reader is not None:
            self._reader.join(_FAREWELL)

    # --- in a thread: reading ----------------------------------------------------------------------------

    def _read(self) -> None:
        try:
            self._index_usable.wait()
            while not self._ended:
                self._read_once()
                with self._lock:
                    if not self._is_outdated:
                        self._reading = False  # from here on `update` starts another thread
                        break
                    self._is_outdated = False
        except BaseException:
            with self._lock:
                self._reading = False
            raise
        if not self._ended:
            self.ready.emit(list(islice(folders_in(self.folder), _MOST_WATCHED)))

    def _read_once(self) -> None:
        self._indexing = Indexing(self.folder, self._index, self._extra_files)
        refreshed = time.monotonic()

        def report_progress(done: int, of: int, name: str) -> None:
            nonlocal refreshed
            self.progressed.emit(done, of, name)
            if time.monotonic() - refreshed > 1:
                refreshed = time.monotonic()
                self._jobs.put("")

        try:
            self._indexing.wait(report_progress)
        except OSError as error:
            self.failed.emit(str(error))
        self._jobs.put("")

    # --- in a thread: searching --------------------------------------------------------------------------

    def _run_searcher(self) -> None:
        for _ in range(_ATTEMPTS):
            if self._searched_to_the_end():
                return
        self._index_usable.set()
        self.failed.emit("")

    def _searched_to_the_end(self) -> bool:
        """Runs the search until `close`; returns False if the index was damaged, which is then deleted."""
        try:
            self._search_until_closed()
        except sqlite3.DatabaseError as error:
            if is_locked(error) and not self._ended:
                self._index_usable.set()
                self.failed.emit(str(error))
            elif not self._ended:
                self._index_usable.clear()
                delete_index(self._index)
                self.damaged.emit()
                self.update()
            return self._ended
        return True

    def _search_until_closed(self) -> None:
        """Processes jobs until the library is closed."""
        index = Index(self._index)
        self._index_usable.set()
        try:
            if index.rebuilt:
                self.damaged.emit()
            texts = TextSearch(index)
            with short_switch_interval():
                texts.refresh()
                self.listed.emit(texts.entries)
                if self._query:  # searched for before the index was open
                    self._search_for(texts, self._query)
            while (query := self._jobs.get()) is not None:
                with short_switch_interval():
                    if query:
                        self._search_for(texts, query)
                    elif self._jobs.empty():
                        self._refresh(texts)
        finally:
            index.close()

    def _refresh(self, texts: TextSearch) -> None:
        before = texts.entries
        texts.refresh()
        if texts.entries != before:
            self.listed.emit(texts.entries)
            if self._query:
                self._search_for(texts, self._query)

    def _search_for(self, texts: TextSearch, query: str) -> None:
        """Emits the first reports at once, then all, then all with the words around their hits."""
        found: list[ReportMatch] = []
        for hit in texts.search(query):
            if query != self._query:
                return
            some = texts.snippets(hit.entry, query) if len(found) < _FIRST else []
            found.append(ReportMatch(hit.entry, hit.hits, some))
            if len(found) == _FIRST:
                self.found.emit(query, list(found), False)
        self.found.emit(query, list(found), True)
        for number, each in enumerate(found[_FIRST:_SNIPPETS], _FIRST):
            if query != self._query or not self._jobs.empty():
                return
            found[number] = each._replace(snippets=texts.snippets(each.entry, query))
        if len(found) > _FIRST:
            self.found.emit(query, found, True)

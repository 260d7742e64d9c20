"""Keeps a library's index up to date and searches it, each in a thread, and tells the window."""

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

_FIRST = 20  # reports that are told as soon as something was found in them
_SNIPPETS = 300  # reports whose hits are shown with their words
_MOST_WATCHED = 500  # folders
_FAREWELL = 1.0  # seconds to wait for a share that does not answer; the reading process is ended anyway
_ATTEMPTS = 5  # to begin with a new index, before the disk is to blame


class ReportMatch(NamedTuple):
    """A report in which something was found: how often, and the first hits."""

    entry: IndexedReport
    hits: int
    snippets: list[Snippet]


class LibraryService(QObject):
    """One library. `listed` tells its reports (a list of IndexedReport), newest first.

    `found` tells what was found for a query: the query, a list of ReportMatch, and whether that is all.
    `progressed` tells how many files of how many were read, and which; `ready` that all were, and in which
    folders they lie. `damaged`
    tells that the index could not be used and is made anew, `failed` why reading could not go on.
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
        self._more = more
        self._jobs: SimpleQueue[str | None] = SimpleQueue()  # queries; "" refreshes, None ends
        self._query = ""  # the one that is wanted now
        self._indexing: Indexing | None = None
        self._lock = threading.Lock()  # guards the two below
        self._reading = False
        self._again = False  # the folder has changed while it was read
        self._ended = False
        # The reading process begins after the search has the index open: two that found it damaged at once
        # would each throw away what the other made.
        self._usable = threading.Event()
        self._searcher = threading.Thread(target=self._serve, name="library search", daemon=True)
        self._searcher.start()
        self._reader: threading.Thread | None = None
        self.update()

    @property
    def busy(self) -> bool:
        """Whether the folder is being read."""
        return self._reading

    def update(self) -> None:
        """Reads what has changed in the folder."""
        with self._lock:
            if self._reading:
                self._again = True
                return
            self._reading = True
        self._reader = threading.Thread(target=self._read, name="library index", daemon=True)
        self._reader.start()

    def search(self, query: str) -> None:
        """Looks for something else; `found` follows."""
        self._query = query
        if query:
            self._jobs.put(query)

    def close(self) -> None:
        """Ends both threads and waits for them."""
        self._ended = True
        self._query = ""
        self._jobs.put(None)
        self._usable.set()
        if self._indexing is not None:
            self._indexing.cancel()
        self._searcher.join()
        if self._reader is not None:
            self._reader.join(_FAREWELL)

    # --- in a thread: reading ----------------------------------------------------------------------------

    def _read(self) -> None:
        try:
            self._usable.wait()
            while not self._ended:
                self._read_once()
                with self._lock:
                    if not self._again:
                        self._reading = False
                        break
                    self._again = False
        finally:
            with self._lock:
                self._reading = False
        if not self._ended:
            self.ready.emit(list(islice(folders_in(self.folder), _MOST_WATCHED)))

    def _read_once(self) -> None:
        self._indexing = Indexing(self.folder, self._index, self._more)
        refreshed = time.monotonic()

        def tell(done: int, of: int, name: str) -> None:
            nonlocal refreshed
            self.progressed.emit(done, of, name)
            if time.monotonic() - refreshed > 1:
                refreshed = time.monotonic()
                self._jobs.put("")

        try:
            self._indexing.wait(tell)
        except OSError as error:
            self.failed.emit(str(error))
        self._jobs.put("")

    # --- in a thread: searching --------------------------------------------------------------------------

    def _serve(self) -> None:
        for _ in range(_ATTEMPTS):
            if self._has_worked():
                return
        self._usable.set()
        self.failed.emit("")

    def _has_worked(self) -> bool:
        """Works until the end; False if the index was damaged, which is then thrown away."""
        try:
            self._work()
        except sqlite3.DatabaseError as error:
            if is_locked(error) and not self._ended:
                self._usable.set()
                self.failed.emit(str(error))
            elif not self._ended:
                self._usable.clear()
                delete_index(self._index)
                self.damaged.emit()
                self.update()
            return self._ended
        return True

    def _work(self) -> None:
        """Does job after job, until it is told to end."""
        index = Index(self._index)
        self._usable.set()
        try:
            if index.rebuilt:
                self.damaged.emit()
            shelf = TextSearch(index)
            with short_switch_interval():
                shelf.refresh()
                self.listed.emit(shelf.entries)
                if self._query:  # asked before the index was locked
                    self._look_for(shelf, self._query)
            while (query := self._jobs.get()) is not None:
                with short_switch_interval():
                    if query:
                        self._look_for(shelf, query)
                    elif self._jobs.empty():
                        self._refresh(shelf)
        finally:
            index.close()

    def _refresh(self, shelf: TextSearch) -> None:
        before = shelf.entries
        shelf.refresh()
        if shelf.entries != before:
            self.listed.emit(shelf.entries)
            if self._query:
                self._look_for(shelf, self._query)

    def _look_for(self, shelf: TextSearch, query: str) -> None:
        """Tells the first reports at once, then all, then all with the words around their hits."""
        found: list[ReportMatch] = []
        for hit in shelf.search(query):
            if query != self._query:
                return
            some = shelf.snippets(hit.entry, query) if len(found) < _FIRST else []
            found.append(ReportMatch(hit.entry, hit.hits, some))
            if len(found) == _FIRST:
                self.found.emit(query, list(found), False)
        self.found.emit(query, list(found), True)
        for number, each in enumerate(found[_FIRST:_SNIPPETS], _FIRST):
            if query != self._query or not self._jobs.empty():
                return
            found[number] = each._replace(snippets=shelf.snippets(each.entry, query))
        if len(found) > _FIRST:
            self.found.emit(query, found, True)

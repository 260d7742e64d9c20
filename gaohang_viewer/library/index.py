"""The index of a library: an SQLite file with the metadata and texts of its reports."""

from __future__ import annotations

import sqlite3
import zlib
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.library.metadata import Metadata
from gaohang_viewer.report.folding import fold
from gaohang_viewer.storage.state_files import put_aside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from gaohang_viewer.library.scan import File

_VERSION = 1  # of the table and its content
_TABLE = """
CREATE TABLE reports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT UNIQUE NOT NULL, mtime INTEGER NOT NULL, size INTEGER NOT NULL,
    problem TEXT NOT NULL,
    title TEXT NOT NULL, place TEXT NOT NULL, year INTEGER NOT NULL,
    edition TEXT NOT NULL, date TEXT NOT NULL,
    sections INTEGER NOT NULL, characters INTEGER NOT NULL,
    folded BLOB NOT NULL, text BLOB NOT NULL
)
"""
_TIMEOUT = 10  # seconds to wait for another process that writes


class IndexedReport(NamedTuple):
    """A report of the library. A new version of a file gets a new `id`.

    `problem` is the value of the `Reason` why it could not be opened, empty if it could; `mtime` is in
    nanoseconds.
    """

    id: int
    path: str
    mtime: int
    problem: str
    metadata: Metadata

    @property
    def age(self) -> tuple[str, int]:
        """A sort key that is greater for newer reports: by their own date, then by that of the file."""
        return self.metadata.date, self.mtime


class Index:
    """A connection to an index file, to be used by one thread; any number of connections may exist.

    All methods may raise sqlite3.DatabaseError.
    """

    def __init__(self, file: Path) -> None:
        """Opens the file or creates it; one that is damaged or of another version is replaced."""
        self.file = file
        self.rebuilt = False  # an unusable file was replaced
        try:
            self._connection = self._open()
        except sqlite3.DatabaseError as error:
            if is_locked(error):
                raise
            self.rebuilt = True
            delete_index(file)
            self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise sqlite3.OperationalError(str(error.strerror)) from error
        connection = sqlite3.connect(self.file, timeout=_TIMEOUT, check_same_thread=False)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if not tables:
                with connection:
                    connection.execute(_TABLE)
                    connection.execute(f"PRAGMA user_version={_VERSION}")
            elif version != _VERSION:
                raise sqlite3.DatabaseError("another version")
            connection.execute("SELECT id, folded, text FROM reports LIMIT 1").fetchone()
        except BaseException:
            connection.close()
            raise
        return connection

    def close(self) -> None:
        """Closes the connection."""
        self._connection.close()

    # --- reading -----------------------------------------------------------------------------------------

    def states(self) -> dict[str, tuple[int, int]]:
        """Returns by path the modification time (ns) and size (bytes) of each file when it was read."""
        rows = self._connection.execute("SELECT path, mtime, size FROM reports")
        return {path: (mtime, size) for path, mtime, size in rows}

    def entries(self) -> list[IndexedReport]:
        """Returns all reports, the newest first."""
        rows = self._connection.execute(
            "SELECT id, path, mtime, problem, title, place, year, edition, date, sections, characters"
            " FROM reports"
        )
        found = [IndexedReport(row[0], row[1], row[2], row[3], Metadata(*row[4:])) for row in rows]
        return sorted(found, key=lambda entry: entry.age, reverse=True)

    def folded(self, ids: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """Yields id and folded text (UTF-8) of some reports, in the order of their ids."""
        wanted = set(ids)
        low, high = min(wanted, default=0), max(wanted, default=-1)
        rows = self._connection.execute(
            "SELECT id, folded FROM reports WHERE id BETWEEN ? AND ? ORDER BY id", (low, high)
        )
        return ((number, data) for number, data in rows if number in wanted)

    def text(self, number: int) -> str:
        """Returns the text of a report as given by `joined_report`, empty if it is no longer indexed."""
        row = self._connection.execute("SELECT text FROM reports WHERE id=?", (number,)).fetchone()
        return zlib.decompress(row[0]).decode("utf-8", "surrogatepass") if row else ""

    # --- writing -----------------------------------------------------------------------------------------

    def put(self, file: File, metadata: Metadata, text: str, problem: str = "") -> None:
        """Inserts or replaces the entry of a file; `text` is that of `joined_report`."""
        data = text.encode("utf-8", "surrogatepass")
        values = (
            *file,
            problem,
            *metadata._replace(title=metadata.title.encode("utf-8", "replace").decode()),
            fold(text).encode("utf-8", "surrogatepass"),
            zlib.compress(data, 1),
        )
        self._connection.execute("DELETE FROM reports WHERE path=?", (file.path,))
        self._connection.execute(
            "INSERT INTO reports (path, mtime, size, problem, title, place, year, edition, date, sections,"
            " characters, folded, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )

    def drop(self, paths: Iterable[str]) -> None:
        """Removes the entries of some paths."""
        self._connection.executemany("DELETE FROM reports WHERE path=?", ((path,) for path in paths))

    def commit(self) -> None:
        """Commits all changes."""
        self._connection.commit()


def delete_index(file: Path) -> None:
    """Deletes an index with the other files of SQLite; renames what cannot be deleted."""
    for ending in ("", "-wal", "-shm", "-journal"):
        part = file.with_name(file.name + ending)
        try:
            part.unlink(missing_ok=True)
        except OSError:
            put_aside(part)


def is_locked(error: sqlite3.DatabaseError) -> bool:
    """Returns whether an error means that another process keeps the index locked."""
    return "locked" in str(error)

"""What is known of a library's reports, kept in a file: made once, and anew only where a report changed."""

from __future__ import annotations

import sqlite3
import zlib
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.library.metadata import Facts
from gaohang_viewer.report.folding import fold
from gaohang_viewer.storage.state_files import put_aside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from gaohang_viewer.library.scan import File

_VERSION = 1  # of the tables and of what is in them
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
_PATIENCE = 10  # seconds for another process to end its writing


class IndexedReport(NamedTuple):
    """A report of the library. Another version of a file gets another `id`.

    `problem` is why it could not be opened (a `Reason`'s value), empty if it could; `mtime` is in ns.
    """

    id: int
    path: str
    mtime: int
    problem: str
    facts: Facts

    @property
    def age(self) -> tuple[str, int]:
        """Greater for newer reports: by the date they bear, then by that of the file."""
        return self.facts.date, self.mtime


class Index:
    """Of one thread; any number of them may use one file. All methods may raise sqlite3.DatabaseError."""

    def __init__(self, file: Path) -> None:
        """Opens the file or makes it; one that is damaged or of another version is thrown away."""
        self.file = file
        self.rebuilt = False  # there was one that could not be used
        try:
            self._connection = self._open()
        except sqlite3.DatabaseError as error:
            if is_locked(error):
                raise
            self.rebuilt = True
            throw_away(file)
            self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise sqlite3.OperationalError(str(error.strerror)) from error
        connection = sqlite3.connect(self.file, timeout=_PATIENCE, check_same_thread=False)
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
        self._connection.close()

    # --- reading -----------------------------------------------------------------------------------------

    def states(self) -> dict[str, tuple[int, int]]:
        """Of every file its time and size when it was read."""
        rows = self._connection.execute("SELECT path, mtime, size FROM reports")
        return {path: (mtime, size) for path, mtime, size in rows}

    def entries(self) -> list[IndexedReport]:
        """All reports, the newest first."""
        rows = self._connection.execute(
            "SELECT id, path, mtime, problem, title, place, year, edition, date, sections, characters"
            " FROM reports"
        )
        found = [IndexedReport(row[0], row[1], row[2], row[3], Facts(*row[4:])) for row in rows]
        return sorted(found, key=lambda entry: entry.age, reverse=True)

    def folded(self, ids: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """The folded texts of some reports, UTF-8, in the order of the file."""
        wanted = set(ids)
        low, high = min(wanted, default=0), max(wanted, default=-1)
        rows = self._connection.execute(
            "SELECT id, folded FROM reports WHERE id BETWEEN ? AND ? ORDER BY id", (low, high)
        )
        return ((number, data) for number, data in rows if number in wanted)

    def text(self, number: int) -> str:
        """The text of a report as `joined_report` gave it; empty if it is no more."""
        row = self._connection.execute("SELECT text FROM reports WHERE id=?", (number,)).fetchone()
        return zlib.decompress(row[0]).decode("utf-8", "surrogatepass") if row else ""

    # --- writing -----------------------------------------------------------------------------------------

    def put(self, file: File, facts: Facts, text: str, problem: str = "") -> None:
        """Keeps what was read of a file, in place of what was known of it."""
        data = text.encode("utf-8", "surrogatepass")
        values = (
            *file,
            problem,
            *facts._replace(title=facts.title.encode("utf-8", "replace").decode()),
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
        """Forgets files that are gone."""
        self._connection.executemany("DELETE FROM reports WHERE path=?", ((path,) for path in paths))

    def commit(self) -> None:
        self._connection.commit()


def throw_away(file: Path) -> None:
    """Removes an index, and what SQLite keeps beside it; what is no file is put aside."""
    for ending in ("", "-wal", "-shm", "-journal"):
        part = file.with_name(file.name + ending)
        try:
            part.unlink(missing_ok=True)
        except OSError:
            put_aside(part)


def is_locked(error: sqlite3.DatabaseError) -> bool:
    """Whether an index is sound, but another process does not let go of it."""
    return "locked" in str(error)

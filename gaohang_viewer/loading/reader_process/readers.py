"""The readers that run in the child process, by the kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from gaohang_viewer.report.draft import Draft

Read: TypeAlias = "Callable[[bytes, str, str, Callable[[int, int], None], Callable[[], None]], Draft]"
"""Gets the file, its name, a password, what is called with the pages read and their total, and what is called
before the text of a scan is recognised, which takes longer."""


def reader_of(kind: str) -> Read:
    """Returns the reader of "pdf" or "ofd" files; it raises `Refused` and `TooLarge`."""
    if kind == "pdf":
        from gaohang_viewer.loading.pdf.reader import read
    else:
        from gaohang_viewer.loading.ofd.reader import read
    return read

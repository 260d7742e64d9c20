"""Opens what was copied from a web page, a mail or a chat: it is kept as a file of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

_KEPT = 30  # files; older ones go


def keep_copied(copied: QMimeData | None) -> Path | None:
    """Writes the copied text into a file and returns its path; None if no text was copied.

    What was copied from a web page keeps its headings and tables: it is written as a page.
    """
    from gaohang_viewer.storage.atomic_write import write_whole
    from gaohang_viewer.storage.file_names import file_name

    text = copied.text().strip() if copied is not None else ""  # an empty clipboard gives none
    if copied is None or not text:
        return None
    page = copied.html() if copied.hasHtml() else ""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation), "copied")
    folder.mkdir(parents=True, exist_ok=True)
    first = file_name(text.split("\n", 1)[0].strip())
    path = folder / f"{first}{'.html' if page else '.txt'}"
    write_whole(path, (page or text).encode("utf-8", "replace"))
    known = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
    for old in known[_KEPT:]:
        old.unlink(missing_ok=True)
    return path

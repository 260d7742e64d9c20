"""Saves what is on the clipboard as a file, to open it as a report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

_MOST = 30  # files; older ones are deleted


def save_clipboard(content: QMimeData | None) -> Path | None:
    """Writes the text of the clipboard to a file in the data folder; returns its path, or None without text.

    HTML is saved as such, since it has the headings and tables. Raises OSError.
    """
    from gaohang_viewer.storage.atomic_write import write_whole
    from gaohang_viewer.storage.file_names import file_name

    text = content.text().strip() if content is not None else ""  # an empty clipboard has no content
    if content is None or not text:
        return None
    page = content.html() if content.hasHtml() else ""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation), "copied")
    folder.mkdir(parents=True, exist_ok=True)
    first = file_name(text.split("\n", 1)[0].strip())
    path = folder / f"{first}{'.html' if page else '.txt'}"
    write_whole(path, (page or text).encode("utf-8", "replace"))
    known = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
    for old in known[_MOST:]:
        old.unlink(missing_ok=True)
    return path

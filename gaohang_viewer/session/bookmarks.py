"""Bookmarks in the open report, stored by headlines, so that they stay valid in its later versions, and found
by its path or, after a move, by its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.section_matching import headline_path, section_of_path

if TYPE_CHECKING:
    from gaohang_viewer.session.outline_editor import OutlineEditor
    from gaohang_viewer.session.reader import Reader
    from gaohang_viewer.storage.memory import Memory


class Bookmarks(QObject):
    """The bookmarks of the open report."""

    changed = Signal()  # another bookmark, or another report

    def __init__(self, reader: Reader, memory: Memory, outline_editor: OutlineEditor) -> None:
        super().__init__()
        self._reader = reader
        self._memory = memory
        self._outline_editor = outline_editor
        self._paths: list[tuple[str, ...]] = []
        reader.opened.connect(self.on_report_opened)

    @property
    def sections(self) -> list[int]:
        """The sections with a bookmark, in document order, as far as this version has them."""
        found = (section_of_path(self._reader.report, path) for path in self._paths)
        return sorted(section for section in found if section is not None)

    @property
    def named(self) -> list[tuple[int, str]]:
        """The sections with a bookmark, and their headlines."""
        return [(at, headline(self._reader.report.sections[at], True)) for at in self.sections]

    def toggle(self) -> None:
        """Adds a bookmark at the reader's section, or removes it."""
        section = self._reader.position.section
        if section < 0 or self._reader.path is None:
            return
        path = headline_path(self._reader.report, section)
        if path in self._paths:
            self._paths.remove(path)
        else:
            self._paths.append(path)
        self._memory.remember_bookmarks(self._reader.path, self._digest, self._paths)
        self.changed.emit()

    def on_report_opened(self) -> None:
        """Loads the bookmarks of the report, or of the version of it, that is open now."""
        path = self._reader.path
        self._paths = self._memory.bookmarks(path, self._digest) if path is not None else []
        self.changed.emit()

    @property
    def _digest(self) -> str:
        """Identifies the content of the file, wherever it is moved."""
        return self._outline_editor.unedited.digest

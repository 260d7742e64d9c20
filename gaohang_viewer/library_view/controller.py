"""The library while the program runs: which folder it is, who searches it, and what its page wants."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QTimer, Signal

from gaohang_viewer.library_view.comparison_page import ComparisonPage
from gaohang_viewer.library_view.comparison_worker import ComparisonWorker
from gaohang_viewer.library_view.library_page import LibraryPage
from gaohang_viewer.library_view.library_service import LibraryService
from gaohang_viewer.resources import BUILT_IN_REPORT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.storage.memory import Memory
    from gaohang_viewer.storage.settings import Settings
    from gaohang_viewer.ui.theme import Fonts, Theme

_REST = 1000  # ms without a change in the folder until it is read again


class LibraryController(QObject):
    """Built when the library is first opened; `told` says something in passing."""

    told = Signal(str)
    failed = Signal(object)  # CannotOpen, of a report that was to be compared
    shown = Signal(object)  # the page to be shown

    def __init__(self, settings: Settings, memory: Memory, parent: QWidget) -> None:
        super().__init__(parent)
        self._memory = memory
        self.page = LibraryPage(settings.rate, parent)
        self.comparison = ComparisonPage(parent)
        self.librarian: LibraryService | None = None
        self._comparing: ComparisonWorker | None = None
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._watcher.directoryChanged.connect(self._timer.start)
        self._timer.timeout.connect(self.update)
        self.page.searched.connect(self._search)
        self.page.folder_wanted.connect(self._ask_for_folder)
        self.page.compared.connect(self.compare)
        self.comparison.left.connect(self.stop_comparing)
        if memory.library:
            self.open(Path(memory.library))

    def open(self, folder: Path) -> None:
        """Makes a folder the library."""
        self.close()
        self._memory.library = str(folder)
        self.page.show_folder(str(folder))
        self.page.show_reports([])
        name = hashlib.blake2b(str(folder).encode("utf-8", "replace"), digest_size=8).hexdigest()
        index = self._memory.data_folder / "libraries" / f"{name}.sqlite"
        self.librarian = librarian = LibraryService(folder, index, (BUILT_IN_REPORT,))
        librarian.listed.connect(self.page.show_reports)
        librarian.found.connect(lambda query, found, whole: self.page.show_found(query, found, whole=whole))
        librarian.progressed.connect(self.page.show_progress)
        librarian.ready.connect(self._read)
        librarian.damaged.connect(
            lambda: self.told.emit(
                QCoreApplication.translate("library", "The library's index was damaged and is being rebuilt.")
            )
        )
        librarian.failed.connect(self._fail)

    def update(self) -> None:
        """Looks whether the folder has changed."""
        if self.librarian is not None:
            self.librarian.update()

    def compare(self, old: str, new: str) -> None:
        """Shows what differs in two reports."""
        self.stop_comparing()
        self.comparison.wait()
        self.shown.emit(self.comparison)
        self._comparing = comparing = ComparisonWorker(Path(old), Path(new))
        comparing.finished.connect(self.comparison.show_compared)
        comparing.failed.connect(self.failed)
        comparing.start()

    def stop_comparing(self) -> None:
        """What is being compared is no longer wanted."""
        if self._comparing is not None:
            self._comparing.cancel()

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        self.page.apply_theme(theme, fonts)
        self.comparison.apply_theme(theme, fonts)

    def close(self) -> None:
        """Ends what runs; the index stays."""
        if self._comparing is not None:
            self._comparing.cancel()
            self._comparing.wait()
        if self.librarian is not None:
            self.librarian.blockSignals(True)
            self.librarian.close()
            self.librarian = None
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)

    def _search(self, query: str) -> None:
        if self.librarian is not None:
            self.librarian.search(query)

    def _read(self, folders: list[str]) -> None:
        """Watches the folders that were read, and reads those that were not watched meanwhile once more."""
        self.page.show_progress(1, 1, "")
        unwatched = [*{*folders} - {*self._watcher.directories()}]
        if self.librarian is not None and unwatched:
            failed = self._watcher.addPaths(unwatched)
            if len(failed) < len(unwatched):
                self.librarian.update()

    def _fail(self, why: str) -> None:
        text = QCoreApplication.translate("library", "The library cannot be read: {why}")
        self.told.emit(text.replace("{why}", why).strip())

    def _ask_for_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        title = QCoreApplication.translate("library", "Choose the folder that contains your reports")
        if chosen := QFileDialog.getExistingDirectory(
            self.page, title, self._memory.library or str(Path.home())
        ):
            self.open(Path(chosen))

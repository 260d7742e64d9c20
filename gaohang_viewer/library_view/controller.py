"""The library while the program runs: its folder, its search, and the pages that show them."""

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

_REST = 1000  # ms after the last change in the folder before it is read again


class LibraryController(QObject):
    """Built when the library is first opened; `message` brings texts for the status bar."""

    message = Signal(str)
    failed = Signal(object)  # the CannotOpen of a report that was to be compared
    page_requested = Signal(object)  # the page to show

    def __init__(self, settings: Settings, memory: Memory, parent: QWidget) -> None:
        super().__init__(parent)
        self._memory = memory
        self.page = LibraryPage(settings.rate, parent)
        self.comparison = ComparisonPage(parent)
        self.service: LibraryService | None = None
        self._comparison_worker: ComparisonWorker | None = None
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._watcher.directoryChanged.connect(self._timer.start)
        self._timer.timeout.connect(self.update)
        self.page.search_requested.connect(self._search)
        self.page.folder_requested.connect(self._ask_for_folder)
        self.page.compare_requested.connect(self.compare)
        self.comparison.closed.connect(self.stop_comparing)
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
        self.service = service = LibraryService(folder, index, (BUILT_IN_REPORT,))
        service.listed.connect(self.page.show_reports)
        service.found.connect(lambda query, found, whole: self.page.show_found(query, found, whole=whole))
        service.progressed.connect(self.page.show_progress)
        service.ready.connect(self._on_read)
        service.damaged.connect(
            lambda: self.message.emit(
                QCoreApplication.translate("library", "The library's index was damaged and is being rebuilt.")
            )
        )
        service.failed.connect(self._on_failed)

    def update(self) -> None:
        """Reads the folder again, if there is one."""
        if self.service is not None:
            self.service.update()

    def compare(self, old: str, new: str) -> None:
        """Shows the differences of two reports, given by their paths."""
        self.stop_comparing()
        self.comparison.show_waiting()
        self.page_requested.emit(self.comparison)
        self._comparison_worker = worker = ComparisonWorker(Path(old), Path(new))
        worker.finished.connect(self.comparison.show_compared)
        worker.failed.connect(self.failed)
        worker.start()

    def stop_comparing(self) -> None:
        """Cancels the comparison."""
        if self._comparison_worker is not None:
            self._comparison_worker.cancel()

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        self.page.apply_theme(theme, fonts)
        self.comparison.apply_theme(theme, fonts)

    def close(self) -> None:
        """Ends all threads; the index stays."""
        if self._comparison_worker is not None:
            self._comparison_worker.cancel()
            self._comparison_worker.wait()
        if self.service is not None:
            self.service.blockSignals(True)
            self.service.close()
            self.service = None
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)

    def _search(self, query: str) -> None:
        if self.service is not None:
            self.service.search(query)

    def _on_read(self, folders: list[str]) -> None:
        """Watches the folders that were read, and reads again if some of them were not watched before."""
        self.page.show_progress(1, 1, "")
        unwatched = [*{*folders} - {*self._watcher.directories()}]
        if self.service is not None and unwatched:
            failed = self._watcher.addPaths(unwatched)
            if len(failed) < len(unwatched):
                self.service.update()

    def _on_failed(self, why: str) -> None:
        text = QCoreApplication.translate("library", "The library cannot be read: {why}")
        self.message.emit(text.replace("{why}", why).strip())

    def _ask_for_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        title = QCoreApplication.translate("library", "Choose the folder that contains your reports")
        if chosen := QFileDialog.getExistingDirectory(
            self.page, title, self._memory.library or str(Path.home())
        ):
            self.open(Path(chosen))

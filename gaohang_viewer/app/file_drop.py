"""Files dropped on the window: what will be done with them, shown while they hover, and doing it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel

from gaohang_viewer.ui.plain_text import plain

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDropEvent
    from PySide6.QtWidgets import QWidget

_BOTTOM = 64  # px below the hint


class DroppedFiles(NamedTuple):
    """The first of them is opened in this window, each other in a window of its own; or else a folder becomes
    the library."""

    reports: tuple[str, ...] = ()
    folder: str = ""

    @classmethod
    def of(cls, data: QMimeData) -> DroppedFiles:
        """The local files among dragged data, or if there are none the first folder."""
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        folders = [path for path in paths if Path(path).is_dir()]
        reports = tuple(path for path in paths if path not in folders)
        return cls(reports, "" if reports or not folders else folders[0])

    def __bool__(self) -> bool:
        return bool(self.reports or self.folder)

    def what_happens(self) -> str:
        """What will be done with them, in the user's language."""
        if self.folder:
            text = QCoreApplication.translate("window", "Use the folder “{name}” as the library")
            return text.replace("{name}", Path(self.folder).name or self.folder)
        first = Path(self.reports[0]).name
        if len(self.reports) == 1:
            return QCoreApplication.translate("window", "Open “{name}”").replace("{name}", first)
        text = QCoreApplication.translate("window", "Open {count} reports, each in a window of its own")
        return text.replace("{count}", str(len(self.reports)))


class FileDrop(QObject):
    """Makes a window a target for files. While they hover, a line at its foot says what will happen."""

    reports_dropped = Signal(object)  # their paths, a tuple
    folder_dropped = Signal(str)  # its path

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._hint: QLabel | None = None
        window.setAcceptDrops(True)

    def drag_enter(self, event: QDropEvent) -> None:
        """Accepts files, and shows the hint."""
        if files := DroppedFiles.of(event.mimeData()):
            event.acceptProposedAction()
            self._show(files.what_happens())

    def drag_leave(self) -> None:
        """Hides the hint."""
        if self._hint is not None:
            self._hint.hide()

    def drop(self, event: QDropEvent) -> None:
        """Emits what was dropped."""
        self.drag_leave()
        if files := DroppedFiles.of(event.mimeData()):
            event.acceptProposedAction()
            if files.folder:
                self.folder_dropped.emit(files.folder)
            else:
                self.reports_dropped.emit(files.reports)

    def _show(self, text: str) -> None:
        if self._hint is None:
            self._hint = plain(QLabel(self._window))
            self._hint.setObjectName("drop-hint")
            self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        hint, window = self._hint, self._window
        hint.setText(
            hint.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, window.width() * 3 // 4)
        )
        hint.adjustSize()
        hint.move((window.width() - hint.width()) // 2, window.height() - hint.height() - _BOTTOM)
        hint.show()
        hint.raise_()

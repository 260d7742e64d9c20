"""The open file: reads it, watches it, and remembers how and where it was read."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gaohang_viewer.report.model import Problem, ProblemKind
from gaohang_viewer.resources import SHIPPED_REPORTS
from gaohang_viewer.session.background_reader import BackgroundReader
from gaohang_viewer.session.file_watcher import FileWatcher
from gaohang_viewer.session.outline_editor import OutlineEditor
from gaohang_viewer.session.position import Position

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.loading import CannotOpen, Options
    from gaohang_viewer.report.model import Report
    from gaohang_viewer.session.background_reader import Opened
    from gaohang_viewer.session.reader import Reader
    from gaohang_viewer.storage.memory import Memory


def open_in_new_window(path: str) -> None:
    """Opens a report in another window, which is another process."""
    import sys

    from PySide6.QtCore import QProcess

    QProcess.startDetached(sys.executable, ["-m", "gaohang_viewer", path])


def ask_for_older(window: QWidget, folder: str) -> tuple[str, Callable[[], Report]] | None:
    """Asks for a report to compare with; `folder` is where the dialog starts.

    Returns the file's name and a function that reads the report, in any thread, and raises ValueError with a
    sentence for the user; None if the user cancels.
    """
    from gaohang_viewer.ui.file_dialogs import ask_for_report

    path = ask_for_report(window, folder)
    return (Path(path).name, partial(_read_other, Path(path))) if path else None


def _read_other(path: Path) -> Report:
    from gaohang_viewer.loading import CannotOpen, open_report

    try:
        return open_report(path)
    except CannotOpen as error:
        from gaohang_viewer.ui.messages import why_not_opened

        raise ValueError(why_not_opened(error)) from error


class Files(QObject):
    """Opens files in the reader, with the user's options for each, and at the position where each was left.

    Of a large file the beginning is shown while the rest is read.
    """

    failed = Signal(object)  # CannotOpen; the open report stays
    message = Signal(str)  # for the status bar
    progressed = Signal(str, float)  # what is read, and the share of it that was, from 0 to 1

    def __init__(self, reader: Reader, memory: Memory) -> None:
        super().__init__()
        self._reader = reader
        self._memory = memory
        self.outline_editor = OutlineEditor(reader, memory)
        self.background_reader = BackgroundReader()
        self._watcher = FileWatcher()
        self._then: Callable[[], None] | None = None  # called when the report is read
        self._reloading = False  # the open file was changed on disk and is read again
        self._beginning: Position | None = None  # while a beginning is shown: where to open the whole
        self._rest_follows = False  # the rest of that beginning is being read
        self._passwords: dict[Path, str] = {}  # which end with the program; none is stored
        reader.report_requested.connect(self.open)
        self._watcher.changed.connect(self._reload)
        self._watcher.vanished.connect(self._on_vanished)
        self.background_reader.opened.connect(self._on_opened)
        self.background_reader.failed.connect(self._on_failed)
        self.background_reader.progressed.connect(self._on_progress)

    def open(self, path: Path, password: str = "") -> bool:
        """Opens a report where it was left; returns False if that fails at once.

        On return a large report, or one on a slow disk, may still be being read. A `password` is used again
        when the file is read again.
        """
        path = path.absolute()
        if password:
            self._passwords[path] = password
        if self._reloading:
            self._watcher.check_again()  # the open file stays if this one cannot be opened
        self._rest_follows = self._reloading = False
        self._then = None
        return self._read(path)

    def close(self) -> None:
        """Ends reading and watching, and remembers where the reader is."""
        self.background_reader.cancel()
        self._watcher.watch(None, None)
        self.remember_position()

    def cancel_reading(self) -> None:
        """Cancels the reading of a file; a beginning that is shown gets a problem that says so."""
        self.background_reader.cancel()
        if not self._rest_follows:
            return
        self._rest_follows = False
        self._then = None
        draft = self.outline_editor.unedited
        last = max((piece.line_no for piece in draft.pieces), default=1)
        problems = (*draft.problems, Problem(ProblemKind.NOT_READ, last, ""))
        report = self.outline_editor.complete_draft(draft._replace(problems=problems))
        self._reader.revise(report or self.outline_editor.draft.report(), self._reader.position)
        self.message.emit(
            QCoreApplication.translate("app", "Cancelled: only the beginning of the file is shown.")
        )

    def when_read(self, do: Callable[[], None]) -> None:
        """Calls a function when the report that is being opened is read completely, or now.

        It is dropped if the reading fails or another report is opened.
        """
        self._then = None
        if self.background_reader.busy:
            self._then = do
        else:
            do()

    def open_clipboard(self) -> None:
        """Opens the text or page on the clipboard; it is saved as a file."""
        from PySide6.QtGui import QGuiApplication

        from gaohang_viewer.session.paste import save_clipboard
        from gaohang_viewer.ui.messages import why_not_written

        try:
            path = save_clipboard(QGuiApplication.clipboard().mimeData())
        except OSError as error:
            self.message.emit(why_not_written(error, Path(error.filename or "")))
            return
        if path is None:
            self.message.emit(
                QCoreApplication.translate(
                    "app", "The clipboard holds no text; copy some text, then try again."
                )
            )
        else:
            self.open(path)

    def read_again(
        self,
        *,
        encoding: str | None = None,
        whole_page: bool | None = None,
        outside_folder: bool | None = None,
    ) -> None:
        """Reads the open file again with other options, which are remembered; None leaves one as it is.

        `encoding` is one of `loading.ENCODINGS`, empty to detect it; `whole_page` shows all of a web page,
        `outside_folder` pictures from outside the file's folder.
        """
        path = self._reader.path
        if path is not None:
            chosen = (encoding, whole_page, outside_folder)
            name, whole, outside = (
                known if new is None else new
                for known, new in zip(self._memory.options(path), chosen, strict=True)
            )
            self._memory.remember_options(path, str(name), bool(whole), bool(outside))
            self.open(path)

    def encodings(self) -> tuple[str, str]:
        """The encoding chosen for the open file (empty: none), and the one that it was read in."""
        path = self._reader.path
        return self._memory.options(path)[0] if path is not None else "", self.outline_editor.draft.encoding

    @property
    def whole_page(self) -> bool:
        """Whether all of the open web page is shown."""
        path = self._reader.path
        return path is not None and self._memory.options(path)[1]

    @property
    def outside_folder(self) -> bool:
        """Whether pictures from outside the open file's folder are shown."""
        path = self._reader.path
        return path is not None and self._memory.options(path)[2]

    def remember_position(self) -> None:
        """Remembers where the reader is, to open the file there again.

        While the beginning of a file is shown and the reader has not moved, the position remembered before
        stays: it may be in what is not read yet.
        """
        if self._reader.path is not None and (self._beginning is None or self._has_moved):
            self._memory.remember_position(self._reader.path, *self._reader.position)

    @property
    def _has_moved(self) -> bool:
        """Whether the reader has left the position at which a beginning was opened."""
        return self._reader.position not in (Position(), self._beginning)

    def _read(self, path: Path) -> bool:
        error = self.background_reader.open(path, self._options(path))
        if error is not None:
            self._on_failed(error)
        return error is None

    def _options(self, path: Path) -> Options:
        from gaohang_viewer.loading import Options

        return Options(*self._memory.options(path), password=self._passwords.get(path, ""))

    def _reload(self) -> None:
        """Reads the open file again after another program has written it."""
        path = self._reader.path
        if self.background_reader.busy:
            self._watcher.check_again()
        elif path is not None:
            self._reloading = True
            self._read(path)

    def _on_vanished(self) -> None:
        text = QCoreApplication.translate(
            "app", "“{name}” was deleted or moved; what is open stays, and can be saved as Markdown."
        )
        path = self._reader.path
        self.message.emit(text.replace("{name}", path.name if path is not None else ""))

    def _on_reloaded(self, file: Opened) -> None:
        if file.whole:
            self._reloading = False
            if file.draft.digest != self.outline_editor.draft.digest:
                position = self._beginning if not self._has_moved else None
                self._reader.revise(self.outline_editor.update_draft(file.draft), position)
                self.message.emit(
                    QCoreApplication.translate("app", "The file was changed and has been reloaded.")
                )
            self._beginning = None

    def _on_opened(self, file: Opened) -> None:
        """Shows a file that was read; of a large one first its beginning, then the whole."""
        if self._reloading and file.path == self._reader.path:
            self._on_reloaded(file)
            return
        if file.whole and self._rest_follows:
            report = self.outline_editor.complete_draft(file.draft) or file.report
            self._reader.revise(report, self._reader.position if self._has_moved else self._beginning)
            self._beginning, self._rest_follows = None, False
            self._call_then()
            return
        report = self.outline_editor.set_draft(file.draft) or file.report
        self.remember_position()
        known = self._memory.position(file.path)
        position = Position(*known) if known else Position()
        self._beginning, self._rest_follows = (None if file.whole else position), not file.whole
        self._reader.open(report, file.path, position)
        self._watcher.watch(file.path, file.state)
        if file.path not in SHIPPED_REPORTS:
            self._memory.remember_file(file.path)
        if file.whole:
            self._call_then()

    def _call_then(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _on_failed(self, error: CannotOpen) -> None:
        if self._reloading:  # the report stays; the other program may still be writing
            self._reloading = False
            self.message.emit(
                QCoreApplication.translate(
                    "app", "The file was changed but cannot be read now; its earlier content is shown."
                )
            )
            return
        if error.asks_for_password:
            self._passwords.pop(error.path, None)
        else:
            self._memory.forget_file(str(error.path))
        self.failed.emit(error)

    def _on_progress(self, share: float) -> None:
        path = self.background_reader.path
        name = path.name if path is not None else ""
        text = QCoreApplication.translate("app", "Opening “{name}”").replace("{name}", name)
        self.progressed.emit(text, share)

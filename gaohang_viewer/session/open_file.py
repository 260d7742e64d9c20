"""Which file is open: reads it, puts its report before the reader where it was left, and remembers."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gaohang_viewer.resources import SHIPPED_REPORTS
from gaohang_viewer.session.background_reader import Opening
from gaohang_viewer.session.file_watcher import Watching
from gaohang_viewer.session.outline_editor import OutlineEditor
from gaohang_viewer.session.position import Position

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.loading import CannotOpen
    from gaohang_viewer.report.model import Report
    from gaohang_viewer.session.background_reader import Opened
    from gaohang_viewer.session.reader import Reader
    from gaohang_viewer.storage.memory import Memory


def open_apart(path: str) -> None:
    """Opens a report in a window of its own, which is a program of its own."""
    import sys

    from PySide6.QtCore import QProcess

    QProcess.startDetached(sys.executable, ["-m", "gaohang_viewer", path])


def ask_for_older(window: QWidget, folder: str) -> tuple[str, Callable[[], Report]] | None:
    """The name of a report that the user chose to compare with, and what reads it, for a thread."""
    from gaohang_viewer.ui.file_dialogs import ask_for_report

    path = ask_for_report(window, folder)
    return (Path(path).name, partial(_read, Path(path))) if path else None


def _read(path: Path) -> Report:
    """Another report. Raises ValueError, whose text is a sentence for the user."""
    from gaohang_viewer.loading import CannotOpen, open_report

    try:
        return open_report(path)
    except CannotOpen as error:
        from gaohang_viewer.ui.messages import why_not_opened

        raise ValueError(why_not_opened(error)) from error


class Files(QObject):
    """Files on their way to the reader, and how the user wants each of them read."""

    failed = Signal(object)  # CannotOpen; what was open stays
    told = Signal(str)  # something to be said in passing
    progressed = Signal(str, float)  # what is being read, and what share of it was

    def __init__(self, reader: Reader, memory: Memory) -> None:
        super().__init__()
        self._reader = reader
        self._memory = memory
        self.mending = OutlineEditor(reader, memory)
        self.opening = Opening()
        self._then: Callable[[], None] | None = None  # waits for the report that is being read
        self._watching = Watching()
        self._reading_again = False  # the file that is open was changed on disk
        reader.elsewhere.connect(self.open)
        self._watching.changed.connect(self._changed_on_disk)
        self._beginning: Position | None = None  # what is shown is a beginning: where the whole shall open
        self._rest_follows = False  # the rest of that beginning is being read
        self.opening.opened.connect(self._opened)
        self.opening.failed.connect(self._fail)
        self.opening.progressed.connect(self._tell)

    def open(self, path: Path) -> bool:
        """Opens a report at the place where it was left; a large one is still being read on return."""
        from gaohang_viewer.loading import Options

        path = path.absolute()
        if self._reading_again:
            self._watching.tell_again()  # the open file stays, should this one not come
        self._rest_follows = self._reading_again = False
        self._then = None  # waited for another report
        error = self.opening.open(path, Options(*self._memory.options(path)))
        if error is not None:
            self._fail(error)
        return error is None

    def when_read(self, do: Callable[[], None]) -> None:
        """Does something with the report that is being opened, once all of it is there."""
        self._then = None
        if self.opening.busy:
            self._then = do
        else:
            do()

    def paste(self) -> None:
        """Opens what was copied in another program."""
        from PySide6.QtGui import QGuiApplication

        from gaohang_viewer.session.paste import keep_copied
        from gaohang_viewer.ui.messages import why_not_written

        try:
            path = keep_copied(QGuiApplication.clipboard().mimeData())
        except OSError as error:
            self.told.emit(why_not_written(error, Path(error.filename or "")))
            return
        if path is None:
            self.told.emit(
                QCoreApplication.translate("app", "No text was copied; copy it first, then try again.")
            )
        else:
            self.open(path)

    def read_again(
        self,
        *,
        encoding: str | None = None,
        whole_page: bool | None = None,
        pictures_elsewhere: bool | None = None,
    ) -> None:
        """Reads the open file anew, from bytes in another encoding, with all of a web page, or with pictures
        from other folders."""
        path = self._reader.path
        if path is not None:
            asked = (encoding, whole_page, pictures_elsewhere)
            chosen, whole, elsewhere = (
                known if new is None else new
                for known, new in zip(self._memory.options(path), asked, strict=True)
            )
            self._memory.remember_options(path, str(chosen), bool(whole), bool(elsewhere))
            self.open(path)

    def encodings(self) -> tuple[str, str]:
        """The encoding that was chosen for the open file, and the one that it was read in."""
        path = self._reader.path
        return self._memory.options(path)[0] if path is not None else "", self.mending.draft.encoding

    @property
    def whole_page(self) -> bool:
        """Whether all of the open web page is shown."""
        path = self._reader.path
        return path is not None and self._memory.options(path)[1]

    @property
    def pictures_elsewhere(self) -> bool:
        """Whether the open file shows pictures from other folders."""
        path = self._reader.path
        return path is not None and self._memory.options(path)[2]

    def remember_place(self) -> None:
        """Keeps where the reader is, to open the file there again.

        Of a beginning that he has not moved in, the place that is kept may lie in what is not shown.
        """
        if self._reader.path is not None and (self._beginning is None or self._moved):
            self._memory.remember_place(self._reader.path, *self._reader.place)

    @property
    def _moved(self) -> bool:
        """Whether the reader has gone on from where a beginning was opened."""
        return self._reader.place not in (Position(), self._beginning)

    def _changed_on_disk(self) -> None:
        """Another program has saved the open file: it is read again, and the reader stays where he is."""
        path = self._reader.path
        if self.opening.busy:
            self._watching.tell_again()
        elif path is not None:
            from gaohang_viewer.loading import Options

            self._reading_again = True
            if (error := self.opening.open(path, Options(*self._memory.options(path)))) is not None:
                self._fail(error)

    def _read_again(self, file: Opened) -> None:
        if file.whole:
            self._reading_again = False
            if file.draft.digest != self.mending.draft.digest:
                place = self._beginning if not self._moved else None
                self._reader.revise(self.mending.take_again(file.draft), place)
                self.told.emit(QCoreApplication.translate("app", "The file was changed; it was read again."))
            self._beginning = None

    def _opened(self, file: Opened) -> None:
        """Shows a file that was read; its beginning first, if it is a large one."""
        if self._reading_again and file.path == self._reader.path:
            self._read_again(file)
            return
        report = self.mending.take(file.draft) or file.report
        if file.whole and self._rest_follows:
            self._reader.revise(report, self._reader.place if self._moved else self._beginning)
            self._beginning, self._rest_follows = None, False
            self._do_what_waits()
            return
        self.remember_place()
        known = self._memory.place(file.path)
        place = Position(*known) if known else Position()
        self._beginning, self._rest_follows = (None if file.whole else place), not file.whole
        self._reader.open(report, file.path, place)
        self._watching.watch(file.path, file.state)
        if file.path not in SHIPPED_REPORTS:
            self._memory.remember_file(file.path)
        if file.whole:
            self._do_what_waits()

    def _do_what_waits(self) -> None:
        do, self._then = self._then, None
        if do is not None:
            do()

    def _fail(self, error: CannotOpen) -> None:
        if self._reading_again:  # what is shown stays; the other program may not be done
            self._reading_again = False
            self.told.emit(
                QCoreApplication.translate(
                    "app", "The file was changed, but cannot be read now; what you see is as it was."
                )
            )
            return
        self._memory.forget_file(str(error.path))
        self.failed.emit(error)

    def _tell(self, share: float) -> None:
        name = self.opening.path.name if self.opening.path is not None else ""
        text = QCoreApplication.translate("app", "Reading “{name}”").replace("{name}", name)
        self.progressed.emit(text, share)

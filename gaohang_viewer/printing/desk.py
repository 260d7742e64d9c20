"""Runs choosing, exporting and printing: the bar below the tree, the dialogs, the progress."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox, QProgressDialog

from gaohang_viewer.messages import why_not_written
from gaohang_viewer.printing.choose_bar import ChooseBar
from gaohang_viewer.printing.task import Task, to_file
from gaohang_viewer.report.model import Report
from gaohang_viewer.typeset.files import file_name

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from gaohang_viewer.report.choice import Choice
    from gaohang_viewer.report.comparison import Comparison, FigureChange
    from gaohang_viewer.settings import Memory, Settings
    from gaohang_viewer.typeset.compiler import Job

_PATIENCE = 300  # ms before progress is shown


class PrintingDesk(QObject):
    """Everything that leads to paper; `choosing` says whether sections are being ticked."""

    choosing = Signal(bool)
    delivered = Signal(str)  # the path of a file that was written; empty for a printer

    def __init__(
        self, window: QMainWindow, settings: Settings, memory: Memory, pdfium: threading.Lock
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._memory = memory
        self._pdfium = pdfium
        self._report = Report("")
        self._path: Path | None = None
        self._choice: Choice | None = None
        self._task: Task | None = None
        self._progress: QProgressDialog | None = None
        self.bar = ChooseBar(window)
        self.bar.hide()
        self.bar.export.connect(self.export_reading)
        self.bar.print.connect(self.print)
        self.bar.done.connect(lambda: self.choose(on=False))

    def report_is(self, report: Report, path: Path | None, choice: Choice) -> None:
        """Another report is open."""
        self._report, self._path, self._choice = report, path, choice
        self.choice_changed()

    def choose(self, *, on: bool) -> None:
        """Shows or hides the tick boxes and the bar."""
        self.bar.setVisible(on)
        self.choosing.emit(on)
        self.choice_changed()

    def choice_changed(self) -> None:
        if self._choice is not None:
            self.bar.show_count(len(self._choice.sections), len(self._report.sections))

    def export_reading(self) -> None:
        """The chosen sections as an A4 document."""
        if self._is_any_chosen() and (path := self._ask_for_name("")):
            self._run(self._reading_job, to_file(path), path)

    def export_slides(self, make_job: Callable[[], Job]) -> None:
        """The deck, one slide a page, as a job that is made in the background."""
        path = self._ask_for_name(QCoreApplication.translate("printing", " slides"))
        if path:
            self._run(make_job, to_file(path), path)

    def export_comparison(self, comparison: Comparison, figures: list[FigureChange]) -> None:
        """What differs in two reports."""
        path = self._ask_for_name(QCoreApplication.translate("printing", " comparison"))
        if path:
            self._run(partial(self._comparison_job, comparison, figures), to_file(path), path)

    def print(self) -> None:
        """The chosen sections to one of the system's printers."""
        from gaohang_viewer.printing.printer import ask_for_printer, to_printer

        if not self._is_any_chosen():
            return
        printer = ask_for_printer(self._report.title, self._window)
        if printer is not None:
            self._run(self._reading_job, to_printer(printer, self._pdfium), None)

    def close(self) -> None:
        """Stops what is under way: the program ends."""
        if self._task is not None:
            self._task.cancel()
            self._task.wait()

    def _is_any_chosen(self) -> bool:
        """Where nothing is chosen, choosing is what has to be done first."""
        if self._choice is None or self._choice.sections or not self._report.sections:
            return True
        self.choose(on=True)
        return False

    # --- jobs --------------------------------------------------------------------------------------------

    def _reading_job(self) -> Job:
        from gaohang_viewer.typeset.paper import paper_job
        from gaohang_viewer.typeset.paper_options import PaperOptions

        chosen = frozenset(self._choice.sections) if self._choice else frozenset()
        everything = len(chosen) == len(self._report.sections)
        return paper_job(
            self._report, None if everything else chosen, PaperOptions(full_width=self._settings.full_width)
        )

    def _comparison_job(self, comparison: Comparison, figures: list[FigureChange]) -> Job:
        from gaohang_viewer.typeset.comparison import comparison_job

        return comparison_job(comparison, figures, full_width=self._settings.full_width)

    # --- dialogs -----------------------------------------------------------------------------------------

    def _ask_for_name(self, ending: str) -> Path | None:
        folder = Path(self._memory.folder or Path.home())
        title = QCoreApplication.translate("printing", "Export as PDF")
        suggested = str(folder / f"{file_name(self._report.title)}{ending}.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, suggested, "PDF (*.pdf)")
        if not chosen:
            return None
        path = Path(chosen)
        path = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        self._memory.folder = str(path.parent)
        return path

    def _run(
        self, make_job: Callable[[], Job], deliver: Callable[[bytes, Task], None], path: Path | None
    ) -> None:
        if self._task is not None:
            return
        task = Task(make_job, deliver)
        progress = QProgressDialog(self._window)
        progress.setWindowTitle(QCoreApplication.translate("printing", "To paper"))
        progress.setCancelButtonText(QCoreApplication.translate("printing", "Cancel"))
        progress.setMinimumDuration(_PATIENCE)
        progress.setMinimumWidth(360)
        progress.setAutoClose(False)
        progress.setAutoReset(False)
        progress.setRange(0, 0)
        progress.setValue(0)
        progress.canceled.connect(task.cancel)
        task.progressed.connect(partial(_show_progress, progress))
        task.finished.connect(partial(self._finished, path))
        task.failed.connect(partial(self._failed, path))
        task.cancelled.connect(self._end)
        self._task, self._progress = task, progress
        task.start()

    def _end(self) -> None:
        if self._task is not None:
            self._task.wait()
        if self._progress is not None:
            self._progress.deleteLater()
        self._task = self._progress = None

    def _finished(self, path: Path | None) -> None:
        self._end()
        if path is not None:
            text = QCoreApplication.translate("printing", "Saved as “{name}”").replace("{name}", str(path))
        else:
            text = QCoreApplication.translate("printing", "Sent to the printer")
        self._window.statusBar().showMessage(text, 8000)
        self.delivered.emit(str(path or ""))

    def _failed(self, path: Path | None, error: Exception) -> None:
        self._end()
        if isinstance(error, OSError) and path is not None:
            text = why_not_written(error, path)
        else:
            text = QCoreApplication.translate("printing", "The pages could not be made: {why}")
            text = text.replace("{why}", str(error))
        QMessageBox.warning(self._window, QCoreApplication.translate("app", "Gaohang Viewer"), text)


def _show_progress(progress: QProgressDialog, what: str, done: int, total: int) -> None:
    progress.setLabelText(what)
    progress.setRange(0, total)
    progress.setValue(done)

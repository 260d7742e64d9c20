"""Runs what leads to paper and to files: the dialog, asking for names, the work and its progress."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox, QProgressDialog, QWidget

from gaohang_viewer.printing.background_job import PrintJob, to_file
from gaohang_viewer.printing.printer_errors import CannotPrint
from gaohang_viewer.report.model import Report
from gaohang_viewer.report.section_selection import Choice
from gaohang_viewer.storage.file_names import file_name
from gaohang_viewer.ui.messages import why_not_written
from gaohang_viewer.ui.plain_text import tip

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterable

    from gaohang_viewer.printing.paper_dialog import PaperDialog
    from gaohang_viewer.report.comparison import Comparison
    from gaohang_viewer.report.figure_changes import FigureChange
    from gaohang_viewer.storage.memory import Memory
    from gaohang_viewer.storage.settings import Settings
    from gaohang_viewer.typeset.engine.job import Job
    from gaohang_viewer.typeset.paper_options import PaperOptions
    from gaohang_viewer.typeset.slides.deck_options import DeckOptions
    from gaohang_viewer.ui.theme import Theme

_PATIENCE = 300  # ms before progress is shown
_KINDS = {"pdf": "PDF (*.pdf)", "docx": "Word (*.docx)", "pptx": "PowerPoint (*.pptx)"}


_Maker: TypeAlias = "Callable[[Report, frozenset[int] | None, PaperOptions], Job | bytes]"


class ExportStep(NamedTuple):
    """Something to be made and delivered; to `path`, or to a printer if there is none."""

    make: Callable[[], Job | bytes]
    deliver: Callable[[bytes, PrintJob], None]
    path: Path | None


class PrintingController(QObject):
    """Everything that leads to paper."""

    delivered = Signal(str)  # the path of a file that was written; empty for a printer

    def __init__(
        self,
        window: QMainWindow,
        settings: Settings,
        memory: Memory,
        pdfium: threading.Lock,
        *,
        deck: Callable[[], DeckOptions],
        theme: Callable[[], Theme],
        older: Callable[[QWidget], tuple[str, Callable[[], Report]] | None] = lambda _: None,
    ) -> None:
        """`deck` and `theme` are asked when the dialog opens; `older` asks for a report to compare with."""
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._memory = memory
        self._pdfium = pdfium
        self._deck, self._theme, self._older = deck, theme, older
        self._report = Report("")
        self._choice = Choice(self._report.outline)
        self._errands: list[ExportStep] = []
        self._task: PrintJob | None = None
        self._progress: QProgressDialog | None = None
        self.dialog: PaperDialog | None = None

    def report_is(self, report: Report) -> None:
        """Another report is open: all of it is chosen."""
        self._report, self._choice = report, Choice(report.outline)

    def open(self, section: int = -1, *, printing: bool = False) -> None:
        """Shows the dialog, with one section alone chosen if one is named, and export or print at hand."""
        from gaohang_viewer.printing.preview_worker import PreviewWorker

        if self.dialog is None:
            press = PreviewWorker()  # its process starts while the window is still being built
            from gaohang_viewer.printing.paper_dialog import PaperDialog
            from gaohang_viewer.printing.presets import PaperPreferences

            kept = PaperPreferences.from_text(self._memory.paper)
            deck = self._deck()._replace(full_width=self._settings.full_width)
            self.dialog = dialog = PaperDialog(
                self._report,
                self._choice,
                kept,
                deck=deck,
                theme=self._theme(),
                pdfium=self._pdfium,
                press=press,
                parent=self._window,
            )
            for name, restore in (
                ("paper-window", dialog.restoreGeometry),
                ("paper-splitter", dialog.splitter.restoreState),
            ):
                if state := self._memory.bytes(name):
                    restore(state)
            dialog.exported.connect(self._export)
            dialog.printed.connect(self._print)
            dialog.kept_changed.connect(self._keep)
            dialog.panel.older_wanted.connect(lambda: dialog.panel.set_older(self._older(dialog)))
            dialog.finished.connect(self._closed)
        if section >= 0:
            self.dialog.sections.choose("only", section)
        elif not self._choice.sections:
            self.dialog.sections.choose("all")
        self.dialog.show()
        first = self.dialog.print if printing else self.dialog.export
        first.setDefault(True)
        first.setFocus()

    def export_slides(self, make_job: Callable[[], Job]) -> None:
        """The deck, one slide a page, as a job that is made in the background."""
        path = self._ask_for_name(QCoreApplication.translate("printing", " slides"), "pdf")
        if path:
            self._run([ExportStep(make_job, to_file(path), path)])

    def export_comparison(self, comparison: Comparison, figures: list[FigureChange]) -> None:
        """What differs in two reports."""
        path = self._ask_for_name(QCoreApplication.translate("printing", " comparison"), "pdf")
        if path:
            make = partial(_comparison_job, comparison, figures, self._settings.full_width)
            self._run([ExportStep(make, to_file(path), path)])

    def close(self) -> None:
        """Stops what is under way: the program ends."""
        if self.dialog is not None:
            self.dialog.close()
        if self._task is not None:
            self._errands.clear()
            self._task.cancel()
            self._task.wait()

    # --- the dialog --------------------------------------------------------------------------------------

    def _keep(self, kept: object) -> None:
        self._memory.paper = kept.to_text()  # type: ignore[attr-defined]

    def _closed(self) -> None:
        if self.dialog is not None:
            window, splitter = self.dialog.state()
            self._memory.set_bytes("paper-window", window)
            self._memory.set_bytes("paper-splitter", splitter)
            self.dialog = None

    def _export(self, what: str) -> None:
        from gaohang_viewer.printing.forms import FORMS

        dialog = self.dialog
        if dialog is None:
            return
        options, sections = dialog.options, dialog.wanted_sections
        if what in ("chapters", "forms"):
            self._run(self._several(what, dialog))
            return
        name = "" if what != "pdf" else QCoreApplication.translate("printing", FORMS[options.form].name)
        if path := self._ask_for_name(f" {name}" if name else "", what):
            file = partial(_file, f".{what}", self._report, sections, options)
            self._run([ExportStep(self._made(dialog) if what == "pdf" else file, to_file(path), path)])

    def _several(self, what: str, dialog: PaperDialog) -> Iterable[ExportStep]:
        """A file for each chapter, or for each of several forms."""
        from gaohang_viewer.printing.forms import FORMS
        from gaohang_viewer.printing.presets import PaperPreferences
        from gaohang_viewer.printing.several_forms_dialog import SeveralForms
        from gaohang_viewer.typeset.paper_job import chapters

        options, sections = dialog.options, dialog.wanted_sections
        title = file_name(self._report.title)
        parts: list[tuple[str, frozenset[int] | None, PaperOptions]] = []
        if what == "chapters":
            heads = chapters(self._report, sections)
            parts += [(f"{title} {file_name(head)}", some, options) for head, some in heads]
        else:
            asked = SeveralForms({options.form}, dialog)
            if asked.exec() != SeveralForms.DialogCode.Accepted:
                return
            kept = PaperPreferences.from_text(self._memory.paper)
            for form in asked.chosen:
                named = QCoreApplication.translate("printing", FORMS[form].name)
                full = kept.of(form)._replace(deck=options.deck, full_width=options.full_width)
                parts.append((f"{title} {named}", sections, full))
        text = QCoreApplication.translate("printing", "Choose a folder for the files")
        folder = QFileDialog.getExistingDirectory(self._parent(), text, self._folder())
        if folder:
            self._memory.folder = folder
            for name, some, full in parts:
                path = Path(folder, f"{name}.pdf")
                yield ExportStep(dialog.job_of(some, full), to_file(path), path)

    def _print(self) -> None:
        from gaohang_viewer.printing.printer import ask_for_printer, duplex_for, to_printer

        if (dialog := self.dialog) is None:
            return
        printer = ask_for_printer(self._report.title, dialog, duplex_for(dialog.options))
        if printer is not None:
            self._run([ExportStep(self._made(dialog), to_printer(printer, self._pdfium), None)])

    def _made(self, dialog: PaperDialog) -> Callable[[], Job | bytes]:
        """What makes the pages that the dialog shows: they are there already, if nothing changed since."""
        if dialog.pages is not None:
            pdf = dialog.pages.pdf
            return lambda: pdf
        return dialog.job()

    def _parent(self) -> QWidget:
        return self.dialog or self._window

    def _folder(self) -> str:
        return self._memory.folder or str(Path.home())

    def _ask_for_name(self, ending: str, kind: str) -> Path | None:
        titles = {"pdf": QCoreApplication.translate("printing", "Export as PDF")}
        title = titles.get(kind, QCoreApplication.translate("printing", "Export"))
        suggested = str(Path(self._folder(), f"{file_name(self._report.title)}{ending}.{kind}"))
        chosen, _ = QFileDialog.getSaveFileName(self._parent(), title, suggested, _KINDS[kind])
        if not chosen:
            return None
        path = Path(chosen)
        path = path if path.suffix.lower() == f".{kind}" else path.with_name(f"{path.name}.{kind}")
        self._memory.folder = str(path.parent)
        return path

    # --- work --------------------------------------------------------------------------------------------

    def _run(self, errands: Iterable[ExportStep]) -> None:
        """Begins with the first; the others follow one another."""
        if self._task is not None:
            text = QCoreApplication.translate(
                "printing", "Printing or exporting is still in progress; wait until it has finished."
            )
            self._tell(text)
            return
        self._errands = list(errands)
        self._next()

    def _tell(self, text: str) -> None:
        self._window.statusBar().showMessage(text, 8000)
        if self.dialog is not None:
            self.dialog.tell(text)

    def _next(self) -> None:
        if not self._errands:
            return
        errand = self._errands.pop(0)
        task = PrintJob(errand.make, errand.deliver)
        progress = QProgressDialog(self._parent())
        progress.setWindowTitle(QCoreApplication.translate("printing", "Print and export"))
        progress.setCancelButtonText(QCoreApplication.translate("printing", "Cancel"))
        progress.setMinimumDuration(_PATIENCE)
        progress.setMinimumWidth(360)
        progress.setAutoClose(False)
        progress.setAutoReset(False)
        progress.setRange(0, 0)
        progress.setValue(0)
        progress.canceled.connect(task.cancel)
        task.progressed.connect(partial(_show_progress, progress))
        task.finished.connect(partial(self._finished, errand.path))
        task.failed.connect(partial(self._failed, errand.path))
        task.cancelled.connect(self._stop)
        self._task, self._progress = task, progress
        task.start()

    def _end(self) -> None:
        if self._task is not None:
            self._task.wait()
        if self._progress is not None:
            self._progress.deleteLater()
        self._task = self._progress = None

    def _stop(self) -> None:
        self._errands.clear()
        self._end()

    def _finished(self, path: Path | None) -> None:
        self._end()
        if path is not None:
            text = QCoreApplication.translate("printing", "Saved as “{name}”").replace("{name}", str(path))
        else:
            text = QCoreApplication.translate("printing", "Sent to the printer")
        self._tell(text)
        self.delivered.emit(str(path or ""))
        self._next()

    def _failed(self, path: Path | None, error: Exception) -> None:
        self._stop()
        if isinstance(error, CannotPrint):
            text = str(error)
        elif isinstance(error, OSError) and path is not None:
            text = why_not_written(error, path)
        else:
            text = QCoreApplication.translate("printing", "The pages could not be created: {why}")
            text = text.replace("{why}", str(error))
        QMessageBox.warning(self._parent(), QCoreApplication.translate("app", "Gaohang Viewer"), tip(text))


def _file(ending: str, report: Report, sections: frozenset[int] | None, options: PaperOptions) -> bytes:
    from gaohang_viewer.office.export import exported

    return exported(report, ending, sections, options)


def _comparison_job(comparison: Comparison, figures: list[FigureChange], full_width: bool) -> Job:
    from gaohang_viewer.typeset.paper.comparison import comparison_job

    return comparison_job(comparison, figures, full_width=full_width)


def _show_progress(progress: QProgressDialog, what: str, done: int, total: int) -> None:
    progress.setLabelText(what)
    progress.setRange(0, total)
    progress.setValue(done)

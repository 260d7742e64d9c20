"""Leads from the open report to paper and files: shows the dialog, asks for names, and starts the exports."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox, QWidget

from gaohang_viewer.printing.background_job import to_file
from gaohang_viewer.printing.export_queue import ExportQueue, ExportStep
from gaohang_viewer.printing.printer_errors import CannotPrint
from gaohang_viewer.report.model import Report
from gaohang_viewer.report.section_selection import Choice
from gaohang_viewer.storage.file_names import file_name
from gaohang_viewer.ui.file_dialogs import ask_for_target
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
    from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
    from gaohang_viewer.typeset.paper_options import PaperOptions
    from gaohang_viewer.typeset.slides.deck_options import DeckOptions
    from gaohang_viewer.ui.theme import Theme

_STATUS_MS = 8000
_KINDS = {"pdf": "PDF (*.pdf)", "docx": "Word (*.docx)", "pptx": "PowerPoint (*.pptx)"}


class PrintingController(QObject):
    """Prints and exports the open report; the dialog is built when it is first opened."""

    delivered = Signal(str)  # the path of a file that was written; empty for a printer

    def __init__(
        self,
        window: QMainWindow,
        settings: Settings,
        memory: Memory,
        pdfium: threading.Lock,
        pool: TypesetterPool,
        *,
        deck: Callable[[], DeckOptions],
        theme: Callable[[], Theme],
        older: Callable[[QWidget], tuple[str, Callable[[], Report]] | None] = lambda _: None,
    ) -> None:
        """`pdfium` is the lock that all users of PDFium share, `pool` has the processes that typeset. `deck`
        and `theme` are called when the dialog opens. `older` asks the user for a report to compare with: its
        name and what reads it, or None.
        """
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._memory = memory
        self._pdfium = pdfium
        self._pool = pool
        self._deck, self._theme, self._older = deck, theme, older
        self._report = Report("")
        self._choice = Choice(self._report.outline)
        self.exports = ExportQueue(self._parent, pool, self)
        self.exports.delivered.connect(self._on_delivered)
        self.exports.failed.connect(self._on_failed)
        self.dialog: PaperDialog | None = None

    def set_report(self, report: Report) -> None:
        """Another report is open: all of its sections are chosen. A dialog with the former one is closed."""
        if self.dialog is not None:
            self.dialog.close()
            self._show_status(
                QCoreApplication.translate("printing", "The report has changed; choose again what to print.")
            )
        self._report, self._choice = report, Choice(report.outline)

    def open(self, section: int = -1, *, printing: bool = False) -> None:
        """Shows the dialog; a `section` of 0 or more is chosen alone, with those below it.

        With `printing` the button for printing is the default one, else that for exporting.
        """
        from gaohang_viewer.printing.preview_worker import PreviewWorker

        if self.dialog is None:
            worker = PreviewWorker(self._pool)  # its process starts while the window is still being built
            from gaohang_viewer.printing.paper_dialog import PaperDialog
            from gaohang_viewer.printing.presets import PaperPreferences

            preferences = PaperPreferences.from_text(self._memory.paper)
            deck = self._deck()._replace(full_width=self._settings.full_width)
            self.dialog = dialog = PaperDialog(
                self._report,
                self._choice,
                preferences,
                deck=deck,
                theme=self._theme(),
                pdfium=self._pdfium,
                worker=worker,
                parent=self._window,
            )
            for name, restore in (
                ("paper-window", dialog.restoreGeometry),
                ("paper-splitter", dialog.splitter.restoreState),
            ):
                if state := self._memory.bytes(name):
                    restore(state)
            dialog.export_requested.connect(self._export)
            dialog.print_requested.connect(self._print)
            dialog.preferences_changed.connect(self._store_preferences)
            dialog.panel.older_requested.connect(lambda: dialog.panel.set_older(self._older(dialog)))
            dialog.finished.connect(self._on_closed)
        if section >= 0:
            self.dialog.sections.choose("only", section)
        elif not self._choice.sections:
            self.dialog.sections.choose("all")
        self.dialog.show()
        first = self.dialog.print if printing else self.dialog.export
        first.setDefault(True)
        first.setFocus()

    def export_slides(self, make_job: Callable[[], Job]) -> None:
        """Asks for a name and exports the deck as PDF, one slide a page; `make_job` is called in a thread."""
        path = self._ask_for_name(QCoreApplication.translate("printing", " slides"), "pdf")
        if path:
            self._run([ExportStep(make_job, to_file(path), path)])

    def export_comparison(self, comparison: Comparison, figures: list[FigureChange]) -> None:
        """Asks for a name and exports the differences of two reports as PDF."""
        path = self._ask_for_name(QCoreApplication.translate("printing", " comparison"), "pdf")
        if path:
            make = partial(_comparison_job, comparison, figures, self._settings.full_width)
            self._run([ExportStep(make, to_file(path), path)])

    def close(self) -> None:
        """Closes the dialog, cancels what runs and waits for its thread."""
        if self.dialog is not None:
            self.dialog.close()
        self.exports.close()

    # --- the dialog --------------------------------------------------------------------------------------

    def _store_preferences(self, preferences: object) -> None:
        self._memory.paper = preferences.to_text()  # type: ignore[attr-defined]

    def _on_closed(self) -> None:
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
        options, sections = dialog.options, dialog.chosen_sections
        if what in ("chapters", "forms"):
            self._run(self._several(what, dialog))
            return
        name = "" if what != "pdf" else QCoreApplication.translate("printing", FORMS[options.form].name)
        if path := self._ask_for_name(f" {name}" if name else "", what):
            file = partial(_file, f".{what}", self._report, sections, options)
            self._run([ExportStep(self._pages(dialog) if what == "pdf" else file, to_file(path), path)])

    def _several(self, what: str, dialog: PaperDialog) -> Iterable[ExportStep]:
        """A file for each chapter, or for each of several forms."""
        from gaohang_viewer.printing.forms import FORMS
        from gaohang_viewer.printing.presets import PaperPreferences
        from gaohang_viewer.printing.several_forms_dialog import SeveralForms
        from gaohang_viewer.typeset.paper_job import chapters

        options, sections = dialog.options, dialog.chosen_sections
        title = file_name(self._report.title)
        parts: list[tuple[str, frozenset[int] | None, PaperOptions]] = []
        if what == "chapters":
            heads = chapters(self._report, sections)
            parts += [(f"{title} {file_name(head)}", some, options) for head, some in heads]
        else:
            forms_dialog = SeveralForms({options.form}, dialog)
            if forms_dialog.exec() != SeveralForms.DialogCode.Accepted:
                return
            preferences = PaperPreferences.from_text(self._memory.paper)
            for form in forms_dialog.chosen:
                named = QCoreApplication.translate("printing", FORMS[form].name)
                full = preferences.of(form)._replace(deck=options.deck, full_width=options.full_width)
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
            self._run([ExportStep(self._pages(dialog), to_printer(printer, self._pdfium), None)])

    def _pages(self, dialog: PaperDialog) -> Callable[[], Job | bytes]:
        """What makes the pages of the dialog: the PDF of the preview if nothing has changed since."""
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
        path = ask_for_target(self._parent(), title, suggested, _KINDS[kind], (f".{kind}",))
        if path is not None:
            self._memory.folder = str(path.parent)
        return path

    # --- work --------------------------------------------------------------------------------------------

    def _run(self, steps: Iterable[ExportStep]) -> None:
        if self.exports.is_busy:
            text = QCoreApplication.translate(
                "printing", "Printing or exporting is still in progress; wait until it has finished."
            )
            self._show_status(text)
            return
        self.exports.start(steps)

    def _show_status(self, text: str) -> None:
        self._window.statusBar().showMessage(text, _STATUS_MS)
        if self.dialog is not None:
            self.dialog.show_status(text)

    def _on_delivered(self, path: Path | None) -> None:
        if path is not None:
            text = QCoreApplication.translate("printing", "Saved as “{name}”").replace("{name}", str(path))
        else:
            text = QCoreApplication.translate("printing", "Sent to the printer")
        self._show_status(text)
        self.delivered.emit(str(path or ""))

    def _on_failed(self, path: Path | None, error: Exception) -> None:
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

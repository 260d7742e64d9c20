"""The window in which a report is made ready for paper: sections, pages, form and options side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from gaohang_viewer.printing.dialog_buttons import DialogButtons
from gaohang_viewer.printing.forms_list import FormsList
from gaohang_viewer.printing.options_panel import OptionsPanel
from gaohang_viewer.printing.preview_pane import PreviewPane
from gaohang_viewer.printing.sections_model import SectionsModel
from gaohang_viewer.printing.sections_pane import SectionsPane
from gaohang_viewer.typeset.paper_job import paper_job
from gaohang_viewer.typeset.paper_options import OF_TEXT, Form
from gaohang_viewer.ui.scroll_frame import ScrollFrame

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from PySide6.QtCore import QByteArray

    from gaohang_viewer.printing.presets import PaperPreferences
    from gaohang_viewer.printing.preview_worker import PreviewWorker
    from gaohang_viewer.report.model import Report
    from gaohang_viewer.report.section_selection import Choice
    from gaohang_viewer.typeset.engine.job import Job, Pages
    from gaohang_viewer.typeset.paper_options import PaperOptions
    from gaohang_viewer.typeset.slides.deck_options import DeckOptions
    from gaohang_viewer.ui.theme import Theme

_SIZE = (1240, 760)  # px, where the screen is large enough
_LONGEST = 1_000_000  # characters, some 1,800 pages; a longer choice has no preview
_TYPESET_AFTER = 40  # ms after the last change
_PATIENCE = 300  # ms before the status says that pages are being typeset


class PaperDialog(QDialog):
    """Shows the very pages that will be exported or printed, and requests either from its owner."""

    export_requested = Signal(str)  # "pdf", "docx", "pptx", "chapters", "forms"
    print_requested = Signal()
    preferences_changed = Signal(object)  # the PaperPreferences

    def __init__(
        self,
        report: Report,
        choice: Choice,
        preferences: PaperPreferences,
        *,
        deck: DeckOptions,
        theme: Theme,
        pdfium: threading.Lock,
        worker: PreviewWorker,
        parent: QWidget | None = None,
    ) -> None:
        """`deck` are the options of forms that show slides; `worker` is closed with the dialog."""
        super().__init__(parent)
        self.setObjectName("paper")
        self.setWindowTitle(QCoreApplication.translate("printing", "Print and export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._report, self._preferences, self._deck = report, preferences, deck
        self.options = self._with_deck(preferences.of(preferences.form))
        self.pages: Pages | None = None  # those on show; None while others are being typeset
        self.sections = SectionsModel(report, choice, full_width=deck.full_width, parent=self)
        self.worker = worker
        self.panel = OptionsPanel(self)
        if not self._is_too_long():
            self.worker.request(self.job())  # the first page is typeset while the window is being built
        self.sections_pane = SectionsPane(self.sections, self)
        self.pane = PreviewPane(pdfium, theme, self)
        self.preview = self.pane.preview
        self.forms = FormsList(theme, self)
        self.buttons = DialogButtons(lambda: self._preferences, self)
        self.export, self.print = self.buttons.export, self.buttons.print
        self._change_timer = QTimer(self, interval=_TYPESET_AFTER, singleShot=True)
        self._status_timer = QTimer(self, interval=_PATIENCE, singleShot=True)
        self._lay_out()
        self._connect()
        self._show_form(self.options.form)
        if self._is_too_long():
            self._typeset()
        else:
            self._show_count()
            self._status_timer.start()

    # --- building ------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        for part, stretch in ((self.sections_pane, 0), (self.pane, 1), (self._options_area(), 0)):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setSizes([320, 600, 320])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(ScrollFrame(self.splitter, self), 1)
        layout.addWidget(self.buttons)
        screen = self.screen().availableSize()
        self.resize(min(_SIZE[0], screen.width() * 95 // 100), min(_SIZE[1], screen.height() * 9 // 10))

    def _options_area(self) -> QWidget:
        inner = QWidget(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(0)
        layout.addWidget(self.forms)
        layout.addWidget(self.panel, 1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        # Nothing is cut off in any language: there is no scrolling sideways.
        area.setMinimumWidth(inner.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
        area.verticalScrollBar().setAccessibleName(
            QCoreApplication.translate("printing", "Scroll the options")
        )
        return area

    def _connect(self) -> None:
        self.sections.changed.connect(self._discard_pages)
        self.forms.chosen.connect(self._on_form_chosen)
        self.panel.changed.connect(self._on_options_changed)
        self.panel.older_changed.connect(self._discard_pages)
        self.worker.ready.connect(self._show_pages)
        self.worker.failed.connect(self._show_failure)
        self._change_timer.timeout.connect(self._typeset)
        self._status_timer.timeout.connect(self._show_waiting)
        self.buttons.presets.applied.connect(self.apply)
        self.buttons.presets.saved.connect(self._save_preset)
        self.buttons.presets.deleted.connect(self._delete_preset)
        self.buttons.close_requested.connect(self.close)
        self.buttons.export_requested.connect(self.export_requested)
        self.buttons.print_requested.connect(self.print_requested)

    # --- what the user chooses -----------------------------------------------------------------------------

    @property
    def chosen_sections(self) -> frozenset[int] | None:
        """The sections that are ticked, by their index in document order; None if all are."""
        chosen = frozenset(self.sections.choice.sections)
        return None if len(chosen) == len(self._report.sections) else chosen

    def apply(self, options: PaperOptions) -> None:
        """Takes these options, shows them, and keeps them in the preferences."""
        self.options = self._with_deck(options)
        self._show_form(self.options.form)
        self._store_options()

    def _with_deck(self, options: PaperOptions) -> PaperOptions:
        return options._replace(deck=self._deck, full_width=self._deck.full_width)

    def _show_form(self, form: Form) -> None:
        self.forms.choose(form)
        self.panel.show_options(self.options)

    def _on_form_chosen(self, form: Form) -> None:
        if form is not self.options.form:
            self.apply(self._preferences.of(form))

    def _on_options_changed(self, options: PaperOptions) -> None:
        self.options = options
        self._store_options()

    def _store_options(self) -> None:
        self._set_preferences(self._preferences.with_options(self.options))
        self._discard_pages()

    def _save_preset(self, name: str) -> None:
        self._set_preferences(self._preferences.with_preset(name, self.options))

    def _delete_preset(self, name: str) -> None:
        self._set_preferences(self._preferences.without(name))

    def _set_preferences(self, preferences: PaperPreferences) -> None:
        self._preferences = preferences
        self.preferences_changed.emit(preferences)

    # --- the pages -----------------------------------------------------------------------------------------

    def job(self) -> Callable[[], Job]:
        """A function that makes the job for the chosen pages; it reads files, so a thread should call it."""
        return self.job_of(self.chosen_sections, self.options)

    def job_of(self, sections: frozenset[int] | None, options: PaperOptions) -> Callable[[], Job]:
        """The same for other sections (None: all), or with other options."""
        report, older = self._report, self.panel.older if options.form in OF_TEXT else None

        def make() -> Job:
            before = older[1]() if older is not None else None
            return paper_job(report, sections, options._replace(before=before))

        return make

    def show_status(self, text: str) -> None:
        """Shows a line of status below the pages."""
        self.pane.show_status(text)

    def _discard_pages(self) -> None:
        """Typesets the pages again, a moment after the last change."""
        self.pages = None
        self._change_timer.start()

    def _is_too_long(self) -> bool:
        """Whether typesetting would take many seconds and much memory, so that there is no preview."""
        bodies = (len(self._report.sections[at].body) for at in self.sections.choice.sections)
        return sum(bodies) > _LONGEST

    def _typeset(self) -> None:
        self._show_count()
        if self.export.isEnabled() and not self._is_too_long():
            self._status_timer.start()
            self.worker.request(self.job())
            return
        self._status_timer.stop()
        self.worker.cancel()
        self.preview.clear()
        if self.export.isEnabled():
            text = QCoreApplication.translate("printing", "Too long to preview; select fewer sections.")
        else:
            text = QCoreApplication.translate("printing", "No section is selected.")
        self.show_status(text)

    def _show_count(self) -> None:
        chosen, total = len(self.sections.choice.sections), len(self._report.sections)
        self.sections_pane.show_count(chosen, total)
        self.buttons.set_deliverable(chosen > 0 or total == 0)

    def _show_waiting(self) -> None:
        self.show_status(QCoreApplication.translate("printing", "Laying out the pages…"))

    def _show_pages(self, pages: Pages) -> None:
        if self._change_timer.isActive():  # others were chosen meanwhile
            return
        self._status_timer.stop()
        self.pages = pages
        self.preview.show_pdf(pages.pdf)
        self.panel.show_typefaces(pages, self.options.form)
        count = self.preview.count
        both = self.options.two_sided or self.options.form not in OF_TEXT or self.options.form is Form.BOOKLET
        if both:
            text = QCoreApplication.translate("printing", "{sheets} sheets, double-sided")
        else:
            text = QCoreApplication.translate("printing", "{sheets} sheets, single-sided")
        self.show_status(text.replace("{sheets}", str(-(-count // 2) if both else count)))

    def _show_failure(self, why: str) -> None:
        self._status_timer.stop()
        text = QCoreApplication.translate("printing", "The pages could not be created: {why}")
        self.show_status(text.replace("{why}", why))

    # --- closing -------------------------------------------------------------------------------------------

    def state(self) -> tuple[QByteArray, QByteArray]:
        """The geometry of the window, and the state of its splitter, for the next dialog."""
        return self.saveGeometry(), self.splitter.saveState()

    def done(self, result: int) -> None:
        self.worker.close()
        self.preview.close_pages()
        super().done(result)

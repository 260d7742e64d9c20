"""The window in which a report is made ready for paper: sections, pages, form and options side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gaohang_viewer.printing.forms_list import FormsList
from gaohang_viewer.printing.options_panel import OptionsPanel
from gaohang_viewer.printing.preset_menu import PresetMenu
from gaohang_viewer.printing.preview import Preview
from gaohang_viewer.printing.sections_model import SectionsModel
from gaohang_viewer.printing.sections_pane import SectionsPane
from gaohang_viewer.typeset.paper_job import paper_job
from gaohang_viewer.typeset.paper_options import OF_TEXT, Form

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

_LONGEST = 1_000_000  # characters that are set unasked, some 1,800 pages
_SETTLED = 40  # ms after the last change before pages are set anew
_PATIENCE = 300  # ms before it is told that they are being set


class PaperDialog(QDialog):
    """Shows the very pages that will be written or printed; what is to be done with them it only tells."""

    exported = Signal(str)  # "pdf", "docx", "pptx", "chapters", "forms"
    printed = Signal()
    kept_changed = Signal(object)  # the PaperPreferences

    def __init__(
        self,
        report: Report,
        choice: Choice,
        kept: PaperPreferences,
        *,
        deck: DeckOptions,
        theme: Theme,
        pdfium: threading.Lock,
        press: PreviewWorker,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setWindowTitle(QCoreApplication.translate("printing", "Print and export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._report, self._kept, self._deck = report, kept, deck
        self._theme = theme
        self.options = self._complete(kept.of(kept.form))
        self.pages: Pages | None = None  # those that are shown; None while others are being set
        self.sections = SectionsModel(report, choice, full_width=deck.full_width, parent=self)
        self.press = press
        self.panel = OptionsPanel(self)
        if not self._is_too_long():
            self._want()  # the first page is set while the window is being built
        self.chooser = SectionsPane(self.sections, self)
        self.preview = Preview(pdfium, self)
        self.forms = FormsList(theme, self)
        self.export = QPushButton(QCoreApplication.translate("printing", "Export as PDF…"), self)
        self.print = QPushButton(QCoreApplication.translate("printing", "Print…"), self)
        self._told, self._page = (QLabel(self, textFormat=Qt.TextFormat.PlainText) for _ in "ab")
        self._settle = QTimer(self, interval=_SETTLED, singleShot=True)
        self._late = QTimer(self, interval=_PATIENCE, singleShot=True)
        self._build()
        self._connect()
        self._choose_form(self.options.form)
        if self._is_too_long():
            self._set_pages()
        else:
            self._show_count()
            self._late.start()

    # --- building ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        for part, stretch in ((self.chooser, 0), (self._middle(), 1), (self._right(), 0)):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setSizes([320, 600, 320])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.splitter, 1)
        layout.addLayout(self._foot())
        self.preview.apply_theme(self._theme)
        self.resize(1240, 760)

    def _middle(self) -> QWidget:
        middle = QWidget(self)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 4, 16, 4)
        bar.setSpacing(8)
        bar.addWidget(self._page)
        bar.addStretch(1)
        bar.addWidget(self._told)
        bar.addStretch(1)
        for step, icon, text in (
            (-1, "smaller", QCoreApplication.translate("printing", "Zoom out (−)")),
            (0, "overview", QCoreApplication.translate("printing", "Whole page (0)")),
            (1, "larger", QCoreApplication.translate("printing", "Zoom in (+)")),
        ):
            button = QPushButton(self._theme.icon(icon), "", middle)
            button.setFlat(True)
            button.setAutoDefault(False)
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.clicked.connect(partial(self.preview.zoom, step))
            bar.addWidget(button)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.preview, 1)
        layout.addLayout(bar)
        return middle

    def _right(self) -> QWidget:
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

    def _foot(self) -> QHBoxLayout:
        presets = self._button(QCoreApplication.translate("printing", "Presets"))
        menu = PresetMenu(lambda: self._kept, presets)
        menu.applied.connect(self.apply)
        menu.saved.connect(self._save_preset)
        menu.deleted.connect(self._delete_preset)
        presets.setMenu(menu)
        more = self._button(QCoreApplication.translate("printing", "More"))
        more.setMenu(self._more(more))
        self.export.setObjectName("primary")
        self.export.setDefault(True)
        close = self._button(QCoreApplication.translate("printing", "Close"))
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(presets)
        foot.addStretch(1)
        for button in (close, more, self.print, self.export):
            foot.addWidget(button)
        return foot

    def _more(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for what, text in (
            ("docx", QCoreApplication.translate("printing", "Word document (.docx)…")),
            ("pptx", QCoreApplication.translate("printing", "PowerPoint presentation (.pptx)…")),
            ("chapters", QCoreApplication.translate("printing", "One PDF per chapter…")),
            ("forms", QCoreApplication.translate("printing", "Several layouts at once…")),
        ):
            menu.addAction(text).triggered.connect(partial(self._tell_export, what))
        return menu

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        return button

    def _connect(self) -> None:
        self.sections.changed.connect(self._changed)
        self.forms.chosen.connect(self._form_chosen)
        self.panel.changed.connect(self._options_changed)
        self.panel.older_changed.connect(self._changed)
        self.press.ready.connect(self._show_pages)
        self.press.failed.connect(self._show_failure)
        self.preview.turned.connect(self._show_place)
        self._settle.timeout.connect(self._set_pages)
        self._late.timeout.connect(self._show_waiting)
        self.export.clicked.connect(partial(self._tell_export, "pdf"))
        self.print.clicked.connect(self.printed.emit)

    # --- what the user wants -------------------------------------------------------------------------------

    @property
    def wanted_sections(self) -> frozenset[int] | None:
        """Those that are ticked; None if all are."""
        chosen = frozenset(self.sections.choice.sections)
        return None if len(chosen) == len(self._report.sections) else chosen

    def _complete(self, options: PaperOptions) -> PaperOptions:
        return options._replace(deck=self._deck, full_width=self._deck.full_width)

    def _tell_export(self, what: str) -> None:
        self.exported.emit(what)

    def _choose_form(self, form: Form) -> None:
        self.forms.choose(form)
        self.panel.show_options(self.options)

    def _form_chosen(self, form: Form) -> None:
        if form is not self.options.form:
            self.apply(self._kept.of(form))

    def apply(self, options: PaperOptions) -> None:
        """Wants these options from now on."""
        self.options = self._complete(options)
        self._choose_form(self.options.form)
        self._remember()

    def _options_changed(self, options: PaperOptions) -> None:
        self.options = options
        self._remember()

    def _remember(self) -> None:
        self._kept = self._kept.with_options(self.options)
        self.kept_changed.emit(self._kept)
        self._changed()

    def _save_preset(self, name: str) -> None:
        self._kept = self._kept.with_preset(name, self.options)
        self.kept_changed.emit(self._kept)

    def _delete_preset(self, name: str) -> None:
        self._kept = self._kept.without(name)
        self.kept_changed.emit(self._kept)

    # --- the pages -----------------------------------------------------------------------------------------

    def _changed(self) -> None:
        self.pages = None
        self._settle.start()

    def job(self) -> Callable[[], Job]:
        """What makes the job for the pages that are wanted now; for a thread."""
        return self.job_of(self.wanted_sections, self.options)

    def job_of(self, sections: frozenset[int] | None, options: PaperOptions) -> Callable[[], Job]:
        """The same for other sections, or in another form."""
        report, older = self._report, self.panel.older if options.form in OF_TEXT else None

        def make() -> Job:
            before = older[1]() if older is not None else None
            return paper_job(report, sections, options._replace(before=before))

        return make

    def _want(self) -> None:
        self.press.want(self.job())

    def _is_too_long(self) -> bool:
        """Whether setting the pages takes many seconds and much memory: not to be done unasked."""
        bodies = (len(self._report.sections[at].body) for at in self.sections.choice.sections)
        return sum(bodies) > _LONGEST

    def _set_pages(self) -> None:
        self._show_count()
        if self.export.isEnabled() and not self._is_too_long():
            self._late.start()
            self._want()
            return
        self._late.stop()
        self.press.drop()
        self.preview.clear()
        if self.export.isEnabled():
            text = QCoreApplication.translate("printing", "Too long to preview; select fewer sections.")
        else:
            text = QCoreApplication.translate("printing", "No section is selected.")
        self._told.setText(text)

    def _show_count(self) -> None:
        chosen, total = len(self.sections.choice.sections), len(self._report.sections)
        self.chooser.show_count(chosen, total)
        something = chosen > 0 or total == 0
        for button in (self.export, self.print):
            button.setEnabled(something)

    def tell(self, text: str) -> None:
        """Says below the pages what has been done."""
        self._told.setText(text)

    def _show_waiting(self) -> None:
        self._told.setText(QCoreApplication.translate("printing", "Laying out the pages…"))

    def _show_pages(self, pages: Pages) -> None:
        self._late.stop()
        self.pages = pages
        self.preview.show_pdf(pages.pdf)
        self.panel.show_faces(pages, self.options.form)
        count = self.preview.count
        both = self.options.two_sided or self.options.form not in OF_TEXT or self.options.form is Form.BOOKLET
        if both:
            text = QCoreApplication.translate("printing", "{sheets} sheets, double-sided")
        else:
            text = QCoreApplication.translate("printing", "{sheets} sheets, single-sided")
        self._told.setText(text.replace("{sheets}", str(-(-count // 2) if both else count)))

    def _show_failure(self, why: str) -> None:
        self._late.stop()
        text = QCoreApplication.translate("printing", "The pages could not be created: {why}")
        self._told.setText(text.replace("{why}", why))

    def _show_place(self, page: int, count: int) -> None:
        text = QCoreApplication.translate("printing", "Page {page} of {count}")
        self._page.setText(text.replace("{page}", str(page)).replace("{count}", str(count)) if count else "")

    # --- closing -------------------------------------------------------------------------------------------

    def state(self) -> tuple[QByteArray, QByteArray]:
        """Size and place of the window, and of its parts."""
        return self.saveGeometry(), self.splitter.saveState()

    def done(self, result: int) -> None:
        self.press.close()
        self.preview.close_pages()
        super().done(result)

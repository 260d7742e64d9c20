"""Prepares the show of the open report in the background, and runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from gaohang_viewer.presenting.report_store import ReportStore
from gaohang_viewer.report.model import Report

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtGui import QScreen

    from gaohang_viewer.presenting.deck_builder import DeckWorker
    from gaohang_viewer.presenting.show.pages import Deck
    from gaohang_viewer.presenting.show.rehearsal import Record
    from gaohang_viewer.presenting.show_windows import ShowWindows
    from gaohang_viewer.storage.memory import Memory
    from gaohang_viewer.storage.settings import Settings
    from gaohang_viewer.typeset.engine.job import Job
    from gaohang_viewer.typeset.slides.deck_edits import DeckEdits
    from gaohang_viewer.typeset.slides.deck_options import DeckOptions

MOST_SECTIONS = 5000  # in a show: Typst takes half a minute and 2 GB for so many slides
_MOST_UNASKED = 1000  # sections of a report whose slides are made before anybody asked for them
_A_LOOK = 20  # seconds; a shorter show says nothing of how long the talk will take
_DECK_AFTER = 400  # ms after a report was opened: reading it comes first
_EDITED_AFTER = 150  # ms after a change of the deck: one seldom comes alone
_ANOTHER_DECK = ("full_width", "slides_")  # settings that begin so are of the slides


class PresentingController(QObject):
    """Everything that leads to a show; its parts are built when they are first wanted."""

    rehearsed = Signal()
    left = Signal(object)  # the section last shown, None on a page that belongs to none
    failed = Signal(str)  # why there are no slides
    deck_changed = Signal()  # the slides are others, or the report has none yet
    working = Signal()  # slides are being made, or no longer

    def __init__(self, settings: Settings, memory: Memory, pdfium: threading.Lock) -> None:
        super().__init__()
        self.settings = settings
        self._memory = memory
        self._pdfium = pdfium
        self._report = Report("")
        self.kept = ReportStore(None, None)
        self._watched = False  # somebody looks at the slides
        self._wanted = False  # slides that are not made yet
        self._failure = ""  # told when a show is wanted, not before
        self._builder: DeckWorker | None = None
        self._stage: ShowWindows | None = None
        self._rehearsing = False
        self._edits: DeckEdits | None = None  # read when they are first wanted
        self._has_ink: bool | None = None  # likewise
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.prepare)
        settings.changed.connect(self._setting_changed)

    def report_is(
        self, report: Report, path: Path | None, *, revised: bool = False, unasked: bool = True
    ) -> None:
        """Another report is open: a show of the old one ends, and its slides go; but a show of one that was
        only `revised` goes on, with other slides as soon as they are made.

        `unasked`: the slides of the new one are made before anybody asks for them.
        """
        if not revised:
            self.close()
            self.kept = ReportStore(self._memory, path)
            self._edits = self._has_ink = None
        self._report = report
        self._failure = ""
        self._wanted = True
        if unasked or self.is_on or self._watched:
            self.prepare_again()
        if not revised:
            self.deck_changed.emit()

    def prepare_again(self) -> None:
        """The same report will look different on its slides."""
        self._wanted = True
        if self.is_on or len(self._report.sections) <= (MOST_SECTIONS if self._watched else _MOST_UNASKED):
            self._timer.start(_DECK_AFTER)
            self.working.emit()

    def watch(self, *, on: bool) -> None:
        """Somebody looks at the slides: they are made at once, and again whenever they will be others."""
        self._watched = on
        if on and self._wanted and not self.why_none:
            self.prepare()

    def prepare(self) -> None:
        """Typesets the deck now."""
        from gaohang_viewer.presenting.deck_builder import DeckWorker

        self._timer.stop()
        self._wanted = False
        self._failure = ""
        if self._builder is None:
            self._builder = DeckWorker(self)
            self._builder.ready.connect(self._take)
            self._builder.failed.connect(self._fail)
        self._builder.build(self._report, self.options)
        self.working.emit()

    @property
    def report(self) -> Report:
        return self._report

    @property
    def busy(self) -> bool:
        """Whether slides are being made, or are about to be."""
        return self._timer.isActive() or (self._builder is not None and self._builder.building)

    @property
    def why_none(self) -> str:
        """Why there are no slides now; empty while they are being made, and once they are."""
        return self._too_many or self._failure

    @property
    def _too_many(self) -> str:
        """Why this report cannot be shown, if it is too large."""
        if len(self._report.sections) <= MOST_SECTIONS:
            return ""
        text = QCoreApplication.translate("presenting", "a show can hold at most {most} sections")
        return text.replace("{most}", str(MOST_SECTIONS))

    @property
    def options(self) -> DeckOptions:
        """What the user wants of the deck."""
        from gaohang_viewer.typeset.slides.deck_options import DeckOptions, Detail

        chosen, known = self.settings, {detail.value: detail for detail in Detail}
        return DeckOptions(
            detail=known.get(chosen.slides_detail, Detail.POINTS),
            theme=chosen.slides_theme,
            aspect=chosen.slides_aspect,
            ribbon=chosen.slides_ribbon,
            footer=chosen.slides_footer,
            logo=chosen.slides_logo,
            full_width=chosen.full_width,
            edits=self.edits,
            themes=(self._memory.themes,),
        )

    @property
    def edits(self) -> DeckEdits:
        """What the user changed in the deck of this report."""
        if self._edits is None:
            from gaohang_viewer.typeset.slides.deck_edits import DeckEdits

            self._edits = DeckEdits.from_json(self.kept.read_json("decks"))
        return self._edits

    def edit(self, edits: DeckEdits) -> None:
        """The deck is changed, and that is remembered with the report."""
        if edits != self.edits:
            self._edits = edits
            self.kept.keep_json("decks", edits.to_json() if edits != type(edits)() else None)
            self._wanted = True
            self._timer.start(_EDITED_AFTER)
            self.working.emit()

    def job(self, *, with_ink: bool = False) -> Callable[[], Job]:
        """What makes the job that sets the slides as a document; for a thread."""
        report, options = self._report, self.options
        drawn: dict[int, list[Mapping[str, Any]]] = {}
        if with_ink:
            from gaohang_viewer.presenting.show.ink import for_pdf

            ink = self.stage.marking.ink
            drawn = {page.number: [*for_pdf(ink.strokes(page.key))] for page in self.deck.pages}

        def make() -> Job:
            from gaohang_viewer.resources import resource
            from gaohang_viewer.typeset.engine.job import ARCHIVAL
            from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
            from gaohang_viewer.typeset.slides.deck import deck, whole_deck
            from gaohang_viewer.typeset.slides.deck_job import slides_job

            breaker = HeadlineBreaker.load(resource("headlines"))
            slides = deck(report, breaker, options) or whole_deck(report, breaker, options)[:1]
            return slides_job(report, slides, options, standards=ARCHIVAL, ink=drawn)

        return make

    @property
    def has_ink(self) -> bool:
        """Whether something was drawn on the slides of this report; asked often, so looked for once."""
        if self._stage is not None:
            return bool(self._stage.marking.ink.pages)
        if self._has_ink is None:
            self._has_ink = bool(self.kept.read("ink"))
        return self._has_ink

    @property
    def deck(self) -> Deck:
        """The slides as they are now; without pages while they are being made."""
        return self.stage.running.deck

    def present(self, section: int | None, home: QScreen, page: int = 1, *, rehearse: bool = False) -> None:
        """Begins the show at a page, or at a section; as a rehearsal it tells its times afterwards."""
        self._rehearsing = rehearse
        if self._too_many:
            self.failed.emit(self._too_many)
            return
        if self._wanted:
            self.prepare()
        self.stage.start(page, section=section, home=home)

    def close(self) -> None:
        """Ends what is under way, and lets go of the slides."""
        self._timer.stop()
        if self._builder is not None:
            self._builder.cancel()
        if self._stage is not None:
            self._stage.close()
            self._stage.deleteLater()
            self._stage = None

    @property
    def stage(self) -> ShowWindows:
        """The show's windows."""
        if self._stage is None:
            from gaohang_viewer.presenting.show_windows import ShowWindows

            self._stage = ShowWindows(
                self._report, self.settings, self.kept, self._pdfium, memory=self._memory
            )
            self._stage.left.connect(self.left)
            self._stage.recorded.connect(self._record)
        return self._stage

    def language_changed(self) -> None:
        """Windows that are made once say everything in the language that they were made in."""
        if self._stage is not None:
            self._stage.forget_console()

    @property
    def records(self) -> tuple[Record, ...]:
        """How long the sections took in past shows and rehearsals, the last one first."""
        from gaohang_viewer.presenting.show.rehearsal import from_json

        return from_json(self.kept.read("rehearsals"))

    def _record(self, record: Record) -> None:
        """Keeps the times of a show, unless it was no more than a look."""
        from gaohang_viewer.presenting.show.rehearsal import to_json, with_record

        if record.spoken >= _A_LOOK:
            self.kept.keep("rehearsals", to_json(with_record(self.records, record)))
        if self._rehearsing and self.records:
            self.rehearsed.emit()

    @property
    def is_on(self) -> bool:
        """Whether a show runs."""
        return self._stage is not None and not self._stage.running.state.finished

    def _setting_changed(self, key: str) -> None:
        if key.startswith(_ANOTHER_DECK):
            self.prepare_again()

    def _take(self, deck: Deck) -> None:
        self.stage.running.set_deck(deck)
        self.deck_changed.emit()
        self.working.emit()

    def _fail(self, message: str) -> None:
        self._failure = message
        self._wanted = True  # the next show tries again
        self.working.emit()
        if self.is_on:
            self.stage.running.end()
            self.failed.emit(message)

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
_MOST_IN_ADVANCE = 1000  # sections of a report whose slides are made before anybody asked for them
_A_LOOK = 20  # seconds; a shorter show says nothing of how long the talk will take
_DECK_AFTER = 400  # ms after a report was opened: reading it comes first
_EDITED_AFTER = 150  # ms after a change of the deck: one seldom comes alone
_ANOTHER_DECK = ("full_width", "slides_")  # settings that begin so are of the slides


class PresentingController(QObject):
    """Everything that leads to a show; its parts are built when they are first wanted."""

    rehearsal_finished = Signal()
    ended = Signal(object)  # the section last shown, None on a page that belongs to none
    failed = Signal(str)  # why there are no slides
    deck_changed = Signal()  # the slides are others, or the report has none yet
    busy_changed = Signal()  # slides are being made, or no longer

    def __init__(self, settings: Settings, memory: Memory, pdfium: threading.Lock) -> None:
        super().__init__()
        self.settings = settings
        self._memory = memory
        self._pdfium = pdfium
        self._report = Report("")
        self.store = ReportStore(None, None)
        self._watched = False  # somebody looks at the slides
        self._is_outdated = False  # slides that are not made yet
        self._failure = ""  # told when a show is wanted, not before
        self._worker: DeckWorker | None = None
        self._windows: ShowWindows | None = None
        self._rehearsing = False
        self._edits: DeckEdits | None = None  # read when they are first wanted
        self._has_ink: bool | None = None  # likewise
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.prepare)
        settings.changed.connect(self._setting_changed)

    def set_report(
        self, report: Report, path: Path | None, *, revised: bool = False, in_advance: bool = True
    ) -> None:
        """Another report is open: a show of the old one ends, and its slides go; but a show of one that was
        only `revised` goes on, with other slides as soon as they are made.

        `in_advance`: the slides of the new one are made before anybody asks for them.
        """
        if not revised:
            self.close()
            self.store = ReportStore(self._memory, path)
            self._edits = self._has_ink = None
        self._report = report
        self._failure = ""
        self._is_outdated = True
        if in_advance or self.is_running or self._watched:
            self.prepare_later()
        if not revised:
            self.deck_changed.emit()

    def prepare_later(self) -> None:
        """The same report will look different on its slides."""
        self._is_outdated = True
        if self.is_running or len(self._report.sections) <= (
            MOST_SECTIONS if self._watched else _MOST_IN_ADVANCE
        ):
            self._timer.start(_DECK_AFTER)
            self.busy_changed.emit()

    def set_watched(self, *, on: bool) -> None:
        """Somebody looks at the slides: they are made at once, and again whenever they will be others."""
        self._watched = on
        if on and self._is_outdated and not self.unavailable_reason:
            self.prepare()

    def prepare(self) -> None:
        """Typesets the deck now."""
        from gaohang_viewer.presenting.deck_builder import DeckWorker

        self._timer.stop()
        self._is_outdated = False
        self._failure = ""
        if self._worker is None:
            self._worker = DeckWorker(self)
            self._worker.ready.connect(self._on_deck_ready)
            self._worker.failed.connect(self._on_deck_failed)
        self._worker.build(self._report, self.options)
        self.busy_changed.emit()

    @property
    def report(self) -> Report:
        return self._report

    @property
    def busy(self) -> bool:
        """Whether slides are being made, or are about to be."""
        return self._timer.isActive() or (self._worker is not None and self._worker.is_busy)

    @property
    def unavailable_reason(self) -> str:
        """Why there are no slides, and will be none."""
        if len(self._report.sections) <= MOST_SECTIONS:
            return self._failure
        text = QCoreApplication.translate("presenting", "a show holds {most} sections at most")
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

            self._edits = DeckEdits.from_json(self.store.read_json("decks"))
        return self._edits

    def edit(self, edits: DeckEdits) -> None:
        """The deck is changed, and that is remembered with the report."""
        if edits != self.edits:
            self._edits = edits
            self.store.write_json("decks", edits.to_json() if edits != type(edits)() else None)
            self._is_outdated = True
            self._timer.start(_EDITED_AFTER)
            self.busy_changed.emit()

    def job(self, *, with_ink: bool = False) -> Callable[[], Job]:
        """What makes the job that sets the slides as a document; for a thread."""
        report, options = self._report, self.options
        drawn: dict[int, list[Mapping[str, Any]]] = {}
        if with_ink:
            from gaohang_viewer.presenting.show.ink import for_pdf

            ink = self.windows.marking.ink
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
        if self._windows is not None:
            return bool(self._windows.marking.ink.pages)
        if self._has_ink is None:
            self._has_ink = bool(self.store.read("ink"))
        return self._has_ink

    @property
    def deck(self) -> Deck:
        """The slides as they are now; without pages while they are being made."""
        return self.windows.running.deck

    def present(self, section: int | None, home: QScreen, page: int = 1, *, rehearse: bool = False) -> None:
        """Begins the show at a page, or at a section; as a rehearsal it tells its times afterwards."""
        self._rehearsing = rehearse
        if self.unavailable_reason:
            self.failed.emit(self.unavailable_reason)
            return
        if self._is_outdated:
            self.prepare()
        self.windows.start(page, section=section, home=home)

    def close(self) -> None:
        """Ends what is under way, and lets go of the slides."""
        self._timer.stop()
        if self._worker is not None:
            self._worker.cancel()
        if self._windows is not None:
            self._windows.close()
            self._windows.deleteLater()
            self._windows = None

    @property
    def windows(self) -> ShowWindows:
        """The show's windows."""
        if self._windows is None:
            from gaohang_viewer.presenting.show_windows import ShowWindows

            self._windows = ShowWindows(
                self._report, self.settings, self.store, self._pdfium, memory=self._memory
            )
            self._windows.ended.connect(self.ended)
            self._windows.record_made.connect(self._store_record)
        return self._windows

    def retranslate(self) -> None:
        """Windows that are made once say everything in the language that they were made in."""
        if self._windows is not None:
            self._windows.discard_console()

    @property
    def records(self) -> tuple[Record, ...]:
        """How long the sections took in past shows and rehearsals, the last one first."""
        from gaohang_viewer.presenting.show.rehearsal import from_json

        return from_json(self.store.read("rehearsals"))

    def _store_record(self, record: Record) -> None:
        """Keeps the times of a show, unless it was no more than a look."""
        from gaohang_viewer.presenting.show.rehearsal import to_json, with_record

        if record.spoken >= _A_LOOK:
            self.store.write("rehearsals", to_json(with_record(self.records, record)))
        if self._rehearsing and self.records:
            self.rehearsal_finished.emit()

    @property
    def is_running(self) -> bool:
        """Whether a show runs."""
        return self._windows is not None and not self._windows.running.state.finished

    def _setting_changed(self, key: str) -> None:
        if key.startswith(_ANOTHER_DECK):
            self.prepare_later()

    def _on_deck_ready(self, deck: Deck) -> None:
        self.windows.running.set_deck(deck)
        self.deck_changed.emit()
        self.busy_changed.emit()

    def _on_deck_failed(self, message: str) -> None:
        self._failure = message
        self.busy_changed.emit()
        if self.is_running:
            self.windows.running.end()
            self.failed.emit(message)

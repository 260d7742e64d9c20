"""Prepares the slides of the open report in the background, and starts and ends shows."""

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
    from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
    from gaohang_viewer.typeset.slides.deck_edits import DeckEdits
    from gaohang_viewer.typeset.slides.deck_options import DeckOptions

MOST_SECTIONS = 5000  # the limit of a show: Typst needs half a minute and 2 GB for it
_MOST_IN_ADVANCE = 1000  # sections of a report whose slides are made before they are needed
_A_LOOK = 20  # seconds; times of a shorter show are not stored
_DECK_AFTER = 400  # ms after a report was opened: showing its text comes first
_EDITED_AFTER = 150  # ms after a change of the deck: several often follow each other
_ANOTHER_DECK = ("full_width", "slides_")  # settings whose names begin so change the slides


class PresentingController(QObject):
    """The shows of the open report. Its parts are built on first use."""

    rehearsal_finished = Signal()
    ended = Signal(object)  # the section shown last; None on a page outside all sections
    failed = Signal(str)  # why there are no slides
    deck_changed = Signal()  # other slides are ready, or another report has none yet
    busy_changed = Signal()  # slides have begun or ceased to be made

    def __init__(
        self, settings: Settings, memory: Memory, pdfium: threading.Lock, pool: TypesetterPool
    ) -> None:
        """`pdfium` is the lock that all users of PDFium share, `pool` the processes that typeset."""
        super().__init__()
        self.settings = settings
        self._memory = memory
        self._pdfium = pdfium
        self._pool = pool
        self._report = Report("")
        self.store = ReportStore(None, None)
        self._watched = False  # the slides page is open
        self._is_outdated = False  # the deck must be made again
        self._failure = ""  # why the deck could not be made; shown when a show is started
        self._worker: DeckWorker | None = None
        self._windows: ShowWindows | None = None
        self._rehearsing = False
        self._edits: DeckEdits | None = None  # read on first use
        self._has_ink: bool | None = None  # likewise
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.prepare)
        settings.changed.connect(self._setting_changed)

    def set_report(
        self, report: Report, path: Path | None, *, revised: bool = False, in_advance: bool = True
    ) -> None:
        """Sets another report: a show of the old one ends. With `revised` it is a new version of the same
        report: a show goes on, and gets the new slides when they are made.

        With `in_advance` the slides are made before a show is started. `path` identifies the report's stored
        ink, changes and rehearsals; None stores nothing.
        """
        if not revised:
            self.close()
            self.store = ReportStore(self._memory, path)
            self._edits = self._has_ink = None
        elif self.edits != type(self.edits)():
            self.edit(self.edits.with_headlines(self._report, report))
        self._report = report
        self._failure = ""
        self._is_outdated = True
        if in_advance or self.is_running or self._watched:
            self.prepare_later()
        if not revised:
            self.deck_changed.emit()

    def prepare_later(self) -> None:
        """Makes the slides again after a short delay, if they are in use or few enough."""
        self._is_outdated = True
        if self.is_running or len(self._report.sections) <= (
            MOST_SECTIONS if self._watched else _MOST_IN_ADVANCE
        ):
            self._timer.start(_DECK_AFTER)
            self.busy_changed.emit()

    def set_watched(self, *, on: bool) -> None:
        """Says whether the slides page is open: then slides are made at once, and again after every
        change."""
        self._watched = self._pool.expecting = on
        if on and self._is_outdated and not self.unavailable_reason:
            self.prepare()

    def prepare(self) -> None:
        """Starts typesetting the deck now."""
        from gaohang_viewer.presenting.deck_builder import DeckWorker

        self._timer.stop()
        self._is_outdated = False
        self._failure = ""
        if self._worker is None:
            self._worker = DeckWorker(self._pool, self)
            self._worker.ready.connect(self._on_deck_ready)
            self._worker.failed.connect(self._on_deck_failed)
        self._worker.build(self._report, self.options)
        self.busy_changed.emit()

    @property
    def report(self) -> Report:
        return self._report

    @property
    def busy(self) -> bool:
        """Whether slides are being made, or will be in a moment."""
        return self._timer.isActive() or (self._worker is not None and self._worker.is_busy)

    @property
    def unavailable_reason(self) -> str:
        """Why there are no slides now; empty while they are being made, and when there are some."""
        return self._too_many or self._failure

    @property
    def _too_many(self) -> str:
        """Why this report cannot be shown, if it has too many sections; else empty."""
        if len(self._report.sections) <= MOST_SECTIONS:
            return ""
        text = QCoreApplication.translate("presenting", "a show can hold at most {most} sections")
        return text.replace("{most}", str(MOST_SECTIONS))

    @property
    def options(self) -> DeckOptions:
        """The deck's options, from the settings and this report's changes."""
        from gaohang_viewer.typeset.slides.deck_options import DeckOptions, Detail

        chosen, known = self.settings, {detail.value: detail for detail in Detail}
        return DeckOptions(
            detail=known.get(chosen.slides_detail, Detail.POINTS),
            theme=chosen.slides_theme,
            aspect=chosen.slides_aspect,
            ribbon=self.own("slides_ribbon"),
            footer=self.own("slides_footer"),
            logo=chosen.slides_logo,
            full_width=chosen.full_width,
            edits=self.edits,
            themes=(self._memory.themes,),
            minutes=chosen.minutes if chosen.slides_fit else 0,
        )

    @property
    def edits(self) -> DeckEdits:
        """The user's changes in the deck of this report."""
        if self._edits is None:
            from gaohang_viewer.typeset.slides.deck_edits import DeckEdits

            self._edits = DeckEdits.from_json(self.store.read_json("decks"), self.store.read_picture)
        return self._edits

    def own(self, key: str) -> Any:
        """The report's own value of a setting, one of `OWN_SETTINGS`; without one the user's setting."""
        return self.edits.own.get(key, self.settings.get(key))

    def edit(self, edits: DeckEdits) -> None:
        """Changes the deck, and stores the changes with the report."""
        if edits != self.edits:
            known = self.edits.pictures
            for name, picture in edits.pictures.items():
                if name not in known:
                    self.store.write_picture(name, picture)
            self._edits = edits
            if self._windows is not None:
                self._windows.running.set_reveal(reveal=self.own("reveal"))
            self.store.write_json("decks", edits.to_json() if edits != type(edits)() else None)
            self._is_outdated = True
            self._timer.start(_EDITED_AFTER)
            self.busy_changed.emit()

    def job(self, *, with_ink: bool = False) -> Callable[[], Job]:
        """A function that makes the job for exporting the slides; call it in a thread."""
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
        """Whether there is ink on the slides of this report; cached, because it is asked often."""
        if self._windows is not None:
            return bool(self._windows.marking.ink.pages)
        if self._has_ink is None:
            self._has_ink = bool(self.store.read("ink"))
        return self._has_ink

    @property
    def deck(self) -> Deck:
        """The present slides; without pages while they are being made."""
        return self.windows.running.deck

    def present(self, section: int | None, home: QScreen, page: int = 1, *, rehearse: bool = False) -> None:
        """Starts a show at a page, or at a section. `home` is the main window's screen; after a rehearsal
        `rehearsal_finished` is emitted."""
        self._rehearsing = rehearse
        if self._too_many:
            self.failed.emit(self._too_many)
            return
        if self._is_outdated:
            self.prepare()
        self.windows.start(page, section=section, home=home)

    def close(self) -> None:
        """Ends the show and frees the slides."""
        self._timer.stop()
        if self._worker is not None:
            self._worker.cancel()
        if self._windows is not None:
            self._windows.close()
            self._windows.deleteLater()
            self._windows = None

    @property
    def windows(self) -> ShowWindows:
        """The windows of the show, built on first use."""
        if self._windows is None:
            from gaohang_viewer.presenting.show_windows import ShowWindows

            self._windows = ShowWindows(
                self._report, self.settings, self.store, self._pdfium, memory=self._memory
            )
            self._windows.ended.connect(self.ended)
            self._windows.record_made.connect(self._store_record)
            self._windows.running.set_reveal(reveal=self.own("reveal"))
        return self._windows

    def retranslate(self) -> None:
        """Discards windows whose texts are in the old language."""
        if self._windows is not None:
            self._windows.discard_console()

    @property
    def records(self) -> tuple[Record, ...]:
        """The stored times of past shows and rehearsals, the latest first."""
        from gaohang_viewer.presenting.show.rehearsal import from_json

        return from_json(self.store.read("rehearsals"))

    def _store_record(self, record: Record) -> None:
        """Stores the times of a show, unless it was very short."""
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
        if key == "reveal" and self._windows is not None:
            self._windows.running.set_reveal(reveal=self.own(key))
        if key.startswith(_ANOTHER_DECK) or (key == "minutes" and self.settings.slides_fit):
            self.prepare_later()

    def _on_deck_ready(self, deck: Deck) -> None:
        self.windows.running.set_deck(deck)
        self.deck_changed.emit()
        self.busy_changed.emit()

    def _on_deck_failed(self, message: str) -> None:
        self._failure = message
        self._is_outdated = True  # the next show tries again
        self.busy_changed.emit()
        if self.is_running:
            self.windows.running.end()
            self.failed.emit(message)

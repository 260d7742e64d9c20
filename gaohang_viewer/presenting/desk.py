"""Prepares the show of the open report in the background, and runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from gaohang_viewer.report.model import Report

if TYPE_CHECKING:
    import threading

    from PySide6.QtGui import QScreen

    from gaohang_viewer.presenting.preparing import DeckBuilder
    from gaohang_viewer.presenting.stage import Stage
    from gaohang_viewer.settings import Settings

MOST_SECTIONS = 5000  # in a show: Typst takes half a minute and 2 GB for so many slides
_MOST_UNASKED = 1000  # sections of a report whose slides are made before anybody asked for them
_DECK_AFTER = 400  # ms after a report was opened: reading it comes first


class PresentingDesk(QObject):
    """Everything that leads to a show; its parts are built when they are first wanted."""

    left = Signal(object)  # the section last shown, None on a page that belongs to none
    failed = Signal(str)  # why there are no slides

    def __init__(self, settings: Settings, pdfium: threading.Lock) -> None:
        super().__init__()
        self._settings = settings
        self._pdfium = pdfium
        self._report = Report("")
        self._wanted = False  # slides that are not made yet
        self._failure = ""  # told when a show is wanted, not before
        self._builder: DeckBuilder | None = None
        self._stage: Stage | None = None
        self._timer = QTimer(self, singleShot=True, interval=_DECK_AFTER)
        self._timer.timeout.connect(self.prepare)

    def report_is(self, report: Report, *, unasked: bool = True) -> None:
        """Another report is open: a show of the old one ends, and its slides go.

        `unasked`: the slides of the new one are made before anybody asks for them.
        """
        self.close()
        self._report = report
        self._failure = ""
        self._wanted = True
        if unasked:
            self.prepare_again()

    def prepare_again(self) -> None:
        """The same report will look different on its slides."""
        self._wanted = True
        if len(self._report.sections) <= _MOST_UNASKED:
            self._timer.start()

    def prepare(self) -> None:
        """Typesets the deck now."""
        from gaohang_viewer.presenting.preparing import DeckBuilder

        self._timer.stop()
        self._wanted = False
        self._failure = ""
        if self._builder is None:
            self._builder = DeckBuilder(self)
            self._builder.ready.connect(lambda deck: self.stage.running.set_deck(deck))
            self._builder.failed.connect(self._fail)
        self._builder.build(self._report, full_width=self._settings.full_width)

    def present(self, section: int | None, home: QScreen) -> None:
        """Begins the show at its cover, or at a section, on another screen than `home` if there is one."""
        if len(self._report.sections) > MOST_SECTIONS:
            text = QCoreApplication.translate("presenting", "a show holds {most} sections at most")
            self.failed.emit(text.replace("{most}", str(MOST_SECTIONS)))
            return
        if self._failure:
            self.failed.emit(self._failure)
            return
        if self._wanted:
            self.prepare()
        self.stage.start(section=section, home=home)

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
    def stage(self) -> Stage:
        """The show's windows."""
        if self._stage is None:
            from gaohang_viewer.presenting.stage import Stage

            self._stage = Stage(self._report, self._pdfium)
            self._stage.left.connect(self.left)
        return self._stage

    def _fail(self, message: str) -> None:
        self._failure = message
        if self._stage is not None and not self._stage.running.state.finished:
            self._stage.running.end()
            self.failed.emit(message)

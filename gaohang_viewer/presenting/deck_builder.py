"""Typesets the deck in the background, so that a show can start at once."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gaohang_viewer.typeset.engine.job import TypesetError
from gaohang_viewer.typeset.engine.typesetter_pool import Typesetting
from gaohang_viewer.typeset.engine.worker_process import Cancelled

if TYPE_CHECKING:
    from gaohang_viewer.presenting.show.pages import Deck
    from gaohang_viewer.report.model import Report
    from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
    from gaohang_viewer.typeset.slides.deck_options import DeckOptions


PAGE_HEIGHT = 540  # pt, of every aspect


class DeckWorker(QObject):
    """Makes one deck at a time in a thread; a new request replaces the previous one."""

    ready = Signal(object)  # a Deck
    failed = Signal(str)
    _built = Signal(object, object)
    _broken = Signal(object, str)

    def __init__(self, pool: TypesetterPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._typesetting: Typesetting | None = None
        self._built.connect(self._on_built)
        self._broken.connect(self._on_broken)

    @property
    def is_busy(self) -> bool:
        return self._typesetting is not None

    def build(self, report: Report, options: DeckOptions) -> None:
        """Starts to make the deck of a report."""
        self.cancel()
        self._typesetting = Typesetting(self._pool)
        work = (self._typesetting, report, options)
        threading.Thread(target=self._run, args=work, name="deck", daemon=True).start()

    def cancel(self) -> None:
        """Cancels the deck that is being made, if any."""
        if self._typesetting is not None:
            self._typesetting.cancel()
            self._typesetting = None

    def _run(self, typesetting: Typesetting, report: Report, options: DeckOptions) -> None:
        try:
            from gaohang_viewer.presenting.show.pages import Deck, show_pages
            from gaohang_viewer.resources import resource
            from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
            from gaohang_viewer.typeset.slides.deck import natural_deck, whole_deck
            from gaohang_viewer.typeset.slides.deck_job import slides_job
            from gaohang_viewer.typeset.slides.deck_options import ASPECTS
            from gaohang_viewer.typeset.slides.themes import slide_themes

            breaker = HeadlineBreaker.load(resource("headlines"))
            whole = whole_deck(report, breaker, options)
            slides = tuple(slide for slide in whole if slide.key not in options.edits.hidden) or whole[:1]
            typesetting.start(slides_job(report, slides, options))
            pages = typesetting.wait()
            natural = natural_deck(report, breaker, options) if options.edits.order else whole
            deck = Deck(
                report,
                pages.pdf,
                show_pages(slides, pages),
                pages.content_bottom,
                ASPECTS.get(options.aspect, ASPECTS["16:9"]) / PAGE_HEIGHT,
                whole,
                tuple(slide.key for slide in natural),
                tuple(slide_themes(options.themes).named(options.theme).values["background"]),
            )
            self._built.emit(typesetting, deck)
        except Cancelled:
            pass
        except (TypesetError, OSError) as error:
            self._broken.emit(typesetting, str(error))
        except BaseException as error:
            self._broken.emit(typesetting, str(error) or type(error).__name__)
            raise  # for the error log

    def _on_built(self, typesetting: Typesetting, deck: Deck) -> None:
        if typesetting is self._typesetting:
            self._typesetting = None
            self.ready.emit(deck)

    def _on_broken(self, typesetting: Typesetting, message: str) -> None:
        if typesetting is self._typesetting:
            self._typesetting = None
            self.failed.emit(message)

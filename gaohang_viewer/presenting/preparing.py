"""Typesets the deck in the background, so that a show can begin at once."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gaohang_viewer.typeset.child import Cancelled, Typesetting
from gaohang_viewer.typeset.compiler import TypesetError

if TYPE_CHECKING:
    from gaohang_viewer.report.model import Report


class DeckBuilder(QObject):
    """Builds one deck at a time; a newer wish replaces an older one."""

    ready = Signal(bytes, tuple)  # the PDF, its ShowPages
    failed = Signal(str)
    _built = Signal(object, bytes, tuple)
    _broke = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typesetting: Typesetting | None = None
        self._built.connect(self._take)
        self._broke.connect(self._give_up)

    @property
    def building(self) -> bool:
        return self._typesetting is not None

    def build(self, report: Report, *, full_width: bool) -> None:
        """Starts to build the deck of a report."""
        self.cancel()
        self._typesetting = Typesetting()
        work = (self._typesetting, report, full_width)
        threading.Thread(target=self._run, args=work, name="deck", daemon=True).start()

    def cancel(self) -> None:
        if self._typesetting is not None:
            self._typesetting.cancel()
            self._typesetting = None

    def _run(self, typesetting: Typesetting, report: Report, full_width: bool) -> None:
        from gaohang_viewer.presenting.pages import show_pages
        from gaohang_viewer.resources import resource
        from gaohang_viewer.typeset.deck import deck
        from gaohang_viewer.typeset.deck_job import slides_job
        from gaohang_viewer.typeset.deck_options import DeckOptions
        from gaohang_viewer.typeset.headlines import HeadlineBreaker

        try:
            options = DeckOptions(full_width=full_width)
            slides = deck(report, HeadlineBreaker.load(resource("headlines")), options)
            typesetting.start(slides_job(report, slides, options))
            pages = typesetting.wait()
            shown = show_pages(slides, pages.starts, pages.count, report, full_width=full_width)
            self._built.emit(typesetting, pages.pdf, shown)
        except Cancelled:
            pass
        except (TypesetError, OSError) as error:
            self._broke.emit(typesetting, str(error))

    def _take(self, typesetting: Typesetting, pdf: bytes, pages: tuple[object, ...]) -> None:
        if typesetting is self._typesetting:
            self._typesetting = None
            self.ready.emit(pdf, pages)

    def _give_up(self, typesetting: Typesetting, message: str) -> None:
        if typesetting is self._typesetting:
            self._typesetting = None
            self.failed.emit(message)

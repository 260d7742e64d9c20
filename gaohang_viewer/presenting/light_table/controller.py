"""The light table while the program runs: between what is done in it and the deck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from gaohang_viewer.presenting.light_table.deck_changes import DeckChanges
from gaohang_viewer.presenting.light_table.looks import look_named, slide_looks
from gaohang_viewer.presenting.light_table.page import PICTURES, DeckPage
from gaohang_viewer.presenting.light_table.slides_model import rows_of
from gaohang_viewer.presenting.light_table.thumbnails import DeckPictures
from gaohang_viewer.report.speaking_time import Speaking
from gaohang_viewer.typeset.slides.deck_edits import DeckEdits, SlideText
from gaohang_viewer.ui.translation import counted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.presenting.controller import PresentingController
    from gaohang_viewer.presenting.light_table.slides_model import SlideRow
    from gaohang_viewer.report.model import Report
    from gaohang_viewer.storage.memory import Memory
    from gaohang_viewer.ui.theme import Fonts, Theme


class DeckController(QObject):
    """Built when the light table is first wanted."""

    told = Signal(str)  # something in passing

    def __init__(self, presenting: PresentingController, memory: Memory, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenting = presenting
        self._memory = memory
        self._kept: object = None  # the states of the report whose changes these are
        self._damaged: tuple[str, ...] = ()  # files of the user's looks that are none, as far as told
        self._timed: Report | None = None  # the report whose speaking time is shown
        self.changes = DeckChanges(DeckEdits())
        self._section: int | None = None  # where to begin, while there are no slides
        self.pictures = DeckPictures(self)
        self.page = page = DeckPage(presenting.settings, self.pictures, parent)
        for key, splitter in (("deck", page.splitter), ("deck-words", page.middle)):
            if state := memory.bytes(key):
                splitter.restoreState(state)
        presenting.deck_changed.connect(self.refresh)
        presenting.working.connect(self._tell_state)
        presenting.left.connect(self._show_left)
        presenting.settings.changed.connect(self._setting_changed)
        page.list.hiding.connect(self._show_or_hide)
        page.list.moving.connect(self._move)
        page.list.restoring.connect(lambda keys: self._done(self.changes.restore(keys)))
        page.list.chosen.connect(self._show_words)
        page.words.restoring.connect(lambda keys: self._done(self.changes.restore(keys)))
        page.words.reworded.connect(self._reword)
        page.restore_all.clicked.connect(lambda: self._done(self.changes.restore_all()))
        page.undo.triggered.connect(lambda: self._turn(back=True))
        page.redo.triggered.connect(lambda: self._turn(back=False))
        page.options.logo_wanted.connect(self._ask_for_logo)
        page.options.folder_wanted.connect(self._open_folder)
        page.logo_dropped.connect(lambda path: presenting.settings.set("slides_logo", path))

    def start(self, section: int | None) -> None:
        """The page is about to be seen, at the first slide of a section, as soon as there are slides."""
        self._section = section
        self._show_looks()
        self._presenting.watch(on=True)
        self.refresh()
        self.page.start()

    def stop(self) -> None:
        """The page is left."""
        self.settle()
        self._presenting.watch(on=False)

    def settle(self) -> None:
        """What was typed counts."""
        self.page.words.flush()

    def first_page(self) -> int:
        """The page of the show at which the chosen slide begins, 0 if it has none."""
        row = self.page.list.row
        pages = self.pictures.pages.get(row.key) if row is not None and not row.hidden else None
        return pages[0].number if pages else 0

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        self.page.apply_theme(theme, fonts)
        self._show_looks()

    def close(self) -> None:
        """Keeps how wide the parts are; the desk is of no more use."""
        self.settle()
        self._memory.set_bytes("deck", self.page.splitter.saveState())
        self._memory.set_bytes("deck-words", self.page.middle.saveState())
        self._presenting.watch(on=False)
        self._presenting.deck_changed.disconnect(self.refresh)
        self._presenting.working.disconnect(self._tell_state)
        self._presenting.left.disconnect(self._show_left)
        self._presenting.settings.changed.disconnect(self._setting_changed)

    def refresh(self) -> None:
        """Shows the deck as it is, with what was changed since it was made."""
        presenting = self._presenting
        if self._kept is not presenting.kept:
            self._kept = presenting.kept
            self.changes = DeckChanges(presenting.edits)
            self.pictures.forget()
        if self._timed is not presenting.report:
            self._timed = presenting.report
            self._tell_time()
        if not presenting.busy:
            self.changes.settle()
        self.pictures.show(presenting.stage.running, presenting.deck, presenting.settings.slides_theme)
        self._show()
        if self._section is not None and presenting.deck.slides:
            slides, section, self._section = presenting.deck.slides, self._section, None
            self.page.list.choose(next((it.key for it in slides if it.section == section), slides[0].key))

    def _show(self) -> None:
        """The rows, the chosen slide and its words, after a change."""
        deck, page = self._presenting.deck, self.page
        page.list.show_rows(rows_of(deck.slides, deck.natural, self.pictures.pages, self.changes))
        if page.list.row is None and page.list.slides.rows:
            page.list.choose(page.list.slides.rows[0].key)
        page.view.show_row(page.list.row)
        self._show_words()
        page.undo.setEnabled(self.changes.can_undo)
        page.redo.setEnabled(self.changes.can_redo)
        page.restore_all.setEnabled(self.changes.now != DeckEdits())
        self._tell_state()

    def _show_words(self) -> None:
        row = self.page.list.row
        self.page.words.show_row(row, row.words if row is not None else SlideText())

    def _tell_state(self) -> None:
        presenting, page = self._presenting, self.page
        rows, busy = page.list.slides.all, presenting.busy
        title = QCoreApplication.translate("presenting", "Slides")
        if rows:
            one = QCoreApplication.translate("presenting", "1 slide")
            many = QCoreApplication.translate("presenting", "{count} slides")
            title += f" · {counted(sum(row.pages for row in rows if not row.hidden), one, many)}"
        page.title.setText(title)
        hidden = sum(row.hidden for row in rows)
        states = []
        if hidden:
            text = QCoreApplication.translate("presenting", "{count} hidden")
            states.append(text.replace("{count}", str(hidden)))
        if busy and rows:
            states.append(QCoreApplication.translate("presenting", "Preparing the slides…"))
        page.state.setText(" · ".join(states))
        page.tell("" if rows else self._why_none())

    def _show_left(self) -> None:
        """A show has ended: its last slide is the one to look at."""
        page = self._presenting.stage.running.page
        key = next((key for key, pages in self.pictures.pages.items() if page in pages), "")
        if self.page.isVisible() and self.page.list.slides.row_of(key) >= 0:
            self.page.list.choose(key)

    def _why_none(self) -> str:
        if why := self._presenting.why_none:
            text = QCoreApplication.translate("presenting", "There are no slides: {why}")
            return text.replace("{why}", why)
        if self._presenting.busy:
            return QCoreApplication.translate("presenting", "Preparing the slides…")
        return QCoreApplication.translate("presenting", "This report has no slides yet.")

    # --- what the user does --------------------------------------------------------------------------------

    def _done(self, changed: bool) -> None:
        """After a step: the deck follows, if something is different."""
        if changed:
            self._presenting.edit(self.changes.now)
            self._show()

    def _show_or_hide(self, keys: list[str], shown: bool) -> None:
        rest = {row.key for row in self.page.list.slides.all if not row.hidden} - set(keys)
        if not shown and not rest:
            self.told.emit(
                QCoreApplication.translate("presenting", "At least one slide must stay in the show.")
            )
            return
        self._done(self.changes.show(keys, shown=shown))

    def _move(self, keys: list[str], before: str | None) -> None:
        self._done(self.changes.move(self._presenting.deck.natural, keys, before))

    def _reword(self, row: SlideRow, text: SlideText) -> None:
        self._done(self.changes.reword(row.slide, text))

    def _turn(self, *, back: bool) -> None:
        self.settle()
        self._done(self.changes.undo() if back else self.changes.redo())

    def _ask_for_logo(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        kinds = " ".join(f"*{each}" for each in PICTURES)
        title = QCoreApplication.translate("presenting", "Choose logo")
        pictures = QCoreApplication.translate("presenting", "Pictures ({kinds})").replace("{kinds}", kinds)
        path, _ = QFileDialog.getOpenFileName(self.page, title, self._memory.folder, pictures)
        if path:
            self._presenting.settings.set("slides_logo", path)

    def _open_folder(self) -> None:
        """Shows the folder of the user's own looks, which is made if there is none."""
        folder = self._memory.themes
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.told.emit(str(error))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _show_looks(self) -> None:
        looks, damaged = slide_looks(self._memory.themes)
        if damaged != self._damaged and damaged:
            self.told.emit(damaged[0])
        self._damaged = damaged
        self.page.options.show_looks(looks)
        look = look_named(looks, self._presenting.settings.slides_theme)
        self.page.view.look = look
        self.page.list.show_look(look)

    def _setting_changed(self, key: str) -> None:
        if key == "slides_theme":
            self._show_looks()
        elif key == "rate":
            self._tell_time()

    def _tell_time(self) -> None:
        presenting = self._presenting
        self.page.options.show_time(Speaking(presenting.report).of(-1, presenting.settings.rate))

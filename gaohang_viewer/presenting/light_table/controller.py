"""The slides page while the program runs: connects its widgets to the deck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from gaohang_viewer.presenting.light_table.deck_changes import DeckChanges
from gaohang_viewer.presenting.light_table.looks import look_named, slide_looks
from gaohang_viewer.presenting.light_table.page import LOGOS, DeckPage
from gaohang_viewer.presenting.light_table.slide_adding import SlideAdding
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
    """Built when the slides page is first opened."""

    message = Signal(str)  # a text for the status bar

    def __init__(self, presenting: PresentingController, memory: Memory, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenting = presenting
        self._memory = memory
        self._store: object = None  # the ReportStore that `changes` were read from
        self._damaged: tuple[str, ...] = ()  # problems with the user's looks that were reported
        self._timed: Report | None = None  # the report of the speaking time on show
        self.changes = DeckChanges(DeckEdits())
        self._section: int | None = None  # the section to choose at once there are slides
        self.pictures = DeckPictures(self)
        self.page = page = DeckPage(presenting.settings, self.pictures, parent)
        for key, splitter in (("deck", page.splitter), ("deck-words", page.middle)):
            if state := memory.bytes(key):
                splitter.restoreState(state)
        presenting.deck_changed.connect(self.refresh)
        presenting.busy_changed.connect(self._show_state)
        presenting.ended.connect(self._on_show_ended)
        presenting.settings.changed.connect(self._setting_changed)
        page.list.hide_requested.connect(self._show_or_hide)
        page.list.move_requested.connect(self._move)
        page.list.restore_requested.connect(lambda keys: self._apply(self.changes.restore(keys)))
        page.list.remove_requested.connect(lambda keys: self._apply(self.changes.remove(keys)))
        page.list.detail_requested.connect(self._set_detail)
        page.list.slide_chosen.connect(self._show_text)
        page.text_editor.detail_requested.connect(self._set_detail)
        adding = self.adding = SlideAdding(memory.folder, page)
        adding.message.connect(self.message)
        adding.added.connect(self._add)
        adding.replaced.connect(self._replace_picture)
        page.side.add_requested.connect(adding.add)
        page.list.paste_requested.connect(adding.paste)
        page.pictures_dropped.connect(adding.read)
        page.text_editor.picture_requested.connect(adding.ask_for_pictures)
        page.options.own_changed.connect(lambda key, value: self._apply(self.changes.set_own(key, value)))
        page.options.defaults_requested.connect(self._set_defaults)
        page.text_editor.restore_requested.connect(lambda keys: self._apply(self.changes.restore(keys)))
        page.text_editor.text_changed.connect(self._reword)
        page.restore_all.clicked.connect(lambda: self._apply(self.changes.restore_all()))
        page.undo.triggered.connect(lambda: self._undo_or_redo(back=True))
        page.redo.triggered.connect(lambda: self._undo_or_redo(back=False))
        page.options.logo_requested.connect(self._ask_for_logo)
        page.options.folder_requested.connect(self._open_folder)
        page.logo_dropped.connect(lambda path: presenting.settings.set("slides_logo", path))

    def start(self, section: int | None) -> None:
        """Prepares the page for being shown, with the first slide of `section` chosen; None keeps the
        choice."""
        self._section = section
        self._show_looks()
        self._presenting.set_watched(on=True)
        self.refresh()
        self.page.focus_slides()

    def stop(self) -> None:
        """Flushes the text fields; the page is closed."""
        self.flush()
        self._presenting.set_watched(on=False)

    def flush(self) -> None:
        """Applies what was typed a moment ago."""
        self.page.text_editor.flush()

    def first_page(self) -> int:
        """The number of the show's page at which the chosen slide begins; 0 if it has none."""
        row = self.page.list.row
        pages = self.pictures.pages.get(row.key) if row is not None and not row.hidden else None
        return pages[0].number if pages else 0

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        self.page.apply_theme(theme, fonts)
        self._show_looks()

    def close(self) -> None:
        """Stores the layout and disconnects; the controller is of no further use."""
        self.flush()
        self._memory.set_bytes("deck", self.page.splitter.saveState())
        self._memory.set_bytes("deck-words", self.page.middle.saveState())
        self._presenting.set_watched(on=False)
        self._presenting.deck_changed.disconnect(self.refresh)
        self._presenting.busy_changed.disconnect(self._show_state)
        self._presenting.ended.disconnect(self._on_show_ended)
        self._presenting.settings.changed.disconnect(self._setting_changed)

    def refresh(self) -> None:
        """Shows the present deck with the changes made since it was typeset."""
        presenting = self._presenting
        if self._store is not presenting.store or self.changes.now != presenting.edits:
            self._store = presenting.store
            self.changes = DeckChanges(presenting.edits)
            self.pictures.clear()
            self.adding.cancel()
        if self._timed is not presenting.report:
            self._timed = presenting.report
            self._show_time()
        if not presenting.busy:
            self.changes.forget_restored()
        self.pictures.set_deck(presenting.windows.running, presenting.deck, presenting.settings.slides_theme)
        self._show()
        if self._section is not None and presenting.deck.slides:
            slides, section, self._section = presenting.deck.slides, self._section, None
            self.page.list.choose(next((it.key for it in slides if it.section == section), slides[0].key))

    def _show(self) -> None:
        """Shows the rows, the chosen slide and its text."""
        deck, page = self._presenting.deck, self.page
        page.list.show_rows(rows_of(deck.slides, deck.natural, self.pictures.pages, self.changes))
        if page.list.row is None and page.list.slides.rows:
            page.list.choose(page.list.slides.rows[0].key)
        page.view.show_row(page.list.row)
        self._show_text()
        page.undo.setEnabled(self.changes.can_undo)
        page.redo.setEnabled(self.changes.can_redo)
        page.restore_all.setEnabled(self.changes.has_slides_changed)
        page.options.show_own(self.changes.now.own)
        self._show_state()

    def _show_text(self) -> None:
        row = self.page.list.row
        self.page.text_editor.show_row(row, row.words if row is not None else SlideText())

    def _show_state(self) -> None:
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
        page.show_message("" if rows else self._why_empty())

    def _on_show_ended(self) -> None:
        """Chooses the slide at which the show ended."""
        page = self._presenting.windows.running.page
        key = next((key for key, pages in self.pictures.pages.items() if page in pages), "")
        if self.page.isVisible() and self.page.list.slides.row_of(key) >= 0:
            self.page.list.choose(key)

    def _why_empty(self) -> str:
        if why := self._presenting.unavailable_reason:
            text = QCoreApplication.translate("presenting", "There are no slides: {why}")
            return text.replace("{why}", why)
        if self._presenting.busy:
            return QCoreApplication.translate("presenting", "Preparing the slides…")
        return QCoreApplication.translate("presenting", "This report has no slides yet.")

    # --- what the user does --------------------------------------------------------------------------------

    def _apply(self, changed: bool) -> None:
        """Applies changes to the deck, if there are any."""
        if changed:
            self._presenting.edit(self.changes.now)
            self._show()

    def _show_or_hide(self, keys: list[str], shown: bool) -> None:
        rest = {row.key for row in self.page.list.slides.all if not row.hidden} - set(keys)
        if not shown and not rest:
            self.message.emit(
                QCoreApplication.translate("presenting", "At least one slide must stay in the show.")
            )
            return
        self._apply(self.changes.show(keys, shown=shown))

    def _move(self, keys: list[str], before: str | None) -> None:
        self._apply(self.changes.move(self._presenting.deck.natural, keys, before))

    def _add(self, kind: str, after: str, text: SlideText, picture: bytes) -> None:
        """Adds a slide, chooses it, and lets the user type its headline."""
        self.flush()
        page = self.page
        if not page.list.slides.all:
            return  # they are being made
        page.side.field.clear()
        key = self.changes.add(kind, after or page.list.key, text, picture)
        self._apply(changed=True)
        page.list.choose(key)
        if kind != "picture" and text == SlideText():
            page.text_editor.headline.setFocus(Qt.FocusReason.OtherFocusReason)

    def _replace_picture(self, key: str, picture: bytes) -> None:
        self._apply(self.changes.replace_picture(key, picture))

    def _set_detail(self, keys: list[str], detail: str) -> None:
        self.flush()
        self._apply(self.changes.set_detail(keys, detail))

    def _set_defaults(self) -> None:
        """Makes the report's own values the settings, which hold for reports without any."""
        for key, value in self.changes.now.own.items():
            self._presenting.settings.set(key, value)

    def _reword(self, row: SlideRow, text: SlideText) -> None:
        self._apply(self.changes.reword(row.slide, text))

    def _undo_or_redo(self, *, back: bool) -> None:
        self.flush()
        self._apply(self.changes.undo() if back else self.changes.redo())

    def _ask_for_logo(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        kinds = " ".join(f"*{each}" for each in LOGOS)
        title = QCoreApplication.translate("presenting", "Choose logo")
        pictures = QCoreApplication.translate("presenting", "Pictures ({kinds})").replace("{kinds}", kinds)
        path, _ = QFileDialog.getOpenFileName(self.page, title, self._memory.folder, pictures)
        if path:
            self._presenting.settings.set("slides_logo", path)

    def _open_folder(self) -> None:
        """Opens the folder of the user's own looks, and creates it if necessary."""
        folder = self._memory.themes
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.message.emit(str(error))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _show_looks(self) -> None:
        looks, damaged = slide_looks(self._memory.themes)
        if damaged != self._damaged and damaged:
            self.message.emit(damaged[0])
        self._damaged = damaged
        self.page.options.show_looks(looks)
        look = look_named(looks, self._presenting.settings.slides_theme)
        self.page.view.look = look
        self.page.list.show_look(look)

    def _setting_changed(self, key: str) -> None:
        if key == "slides_theme":
            self._show_looks()
        elif key == "rate":
            self._show_time()

    def _show_time(self) -> None:
        presenting = self._presenting
        self.page.options.show_time(Speaking(presenting.report).of(-1, presenting.settings.rate))

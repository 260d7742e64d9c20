"""The one place that builds the program's objects and connects them."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gaohang_viewer.app import section_menu
from gaohang_viewer.app.action_handlers import FLAGS, handlers
from gaohang_viewer.app.actions import When
from gaohang_viewer.app.dock_panels import Panels
from gaohang_viewer.app.dynamic_menus import Choices
from gaohang_viewer.app.library_navigation import LibraryNavigation
from gaohang_viewer.app.main_window import MainWindow, Views
from gaohang_viewer.app.slides_navigation import SlidesNavigation
from gaohang_viewer.app.window_state import facts, where, window_title
from gaohang_viewer.presenting.controller import PresentingController
from gaohang_viewer.reading.breadcrumb import Breadcrumb
from gaohang_viewer.reading.outline.outline_pane import Navigator
from gaohang_viewer.reading.search.find_bar import FindBar
from gaohang_viewer.reading.search.finder import Finder
from gaohang_viewer.reading.text.document_writer import TextStyle
from gaohang_viewer.reading.text.text_pane import TextPane
from gaohang_viewer.report.model import FRONT
from gaohang_viewer.resources import BUILT_IN_REPORT, SHIPPED_REPORTS
from gaohang_viewer.session.bookmarks import Bookmarks
from gaohang_viewer.session.open_file import Files, ask_for_older
from gaohang_viewer.session.reader import Reader
from gaohang_viewer.storage.memory import Memory
from gaohang_viewer.storage.settings import Settings
from gaohang_viewer.storage.storage_warnings import Upkeep
from gaohang_viewer.ui import file_dialogs
from gaohang_viewer.ui.screen_change import Rescaling
from gaohang_viewer.ui.theme import load_fonts, load_theme, system_is_dark
from gaohang_viewer.ui.translation import LANGUAGES, install_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QSettings

    from gaohang_viewer.loading import CannotOpen
    from gaohang_viewer.printing.controller import PrintingController
    from gaohang_viewer.ui.theme import Theme

_OF_THE_TEXT = {"full_width", "zoom", "spacing", "rate", "times", "mark_figures", "face"}  # settings


class App:
    """The program while it runs."""

    window: MainWindow
    views: Views
    panels: Panels

    def __init__(self, store: QSettings, overrides: Mapping[str, object] = MappingProxyType({})) -> None:
        """`overrides` are settings of this run alone."""
        self.settings = Settings(store, overrides)
        self.memory = Memory(store)
        self.upkeep = Upkeep(
            store, self.settings, self.memory, lambda text: self.window.statusBar().showMessage(text, 15_000)
        )
        self.language = install_language(self.settings.language)
        self.fonts = load_fonts()
        self._dark = system_is_dark()
        self.theme = self._take_theme()  # before there are widgets: each is then polished once
        QApplication.setFont(self.fonts.own(14))
        self.reader = Reader()
        self.finder = Finder(self.reader)
        self.files = Files(self.reader, self.memory)
        self.mending = self.files.mending
        self.bookmarks = Bookmarks(self.reader, self.memory)
        self.pdfium = threading.Lock()
        self.window = self._build_window()
        self.presenting = PresentingController(self.settings, self.memory, self.pdfium)
        self.presenting.left.connect(self._show_left)
        self.presenting.failed.connect(self._show_failed)
        self._printing: PrintingController | None = None
        self.shelving = LibraryNavigation(self)
        self.sliding = SlidesNavigation(self)
        self.reader.opened.connect(self._report_is)
        self.reader.changed.connect(self._follow)
        self.finder.changed.connect(self._follow)
        self.mending.changed.connect(self._follow)
        for told in (self.mending.told, self.files.told):
            told.connect(self.tell)
        self.files.failed.connect(self.tell_why)
        self.files.progressed.connect(lambda text, share: self.window.show_progress(text, share))
        self.settings.changed.connect(self._setting_changed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._dress()

    # --- building ----------------------------------------------------------------------------------------

    def _build_window(self) -> MainWindow:
        navigator = Navigator(self.reader, self.finder)
        pane = TextPane(self.reader, self.finder)
        find_bar = FindBar(self.finder)
        views = Views(navigator, Breadcrumb(self.reader), pane, find_bar)
        window = MainWindow(views, handlers(self))
        pane.aligned.connect(views.breadcrumb.align)
        pane.zoomed.connect(self.settings.zoom_by)
        self.finder.arrived.connect(pane.show_hit)
        pane.menu_wanted.connect(lambda menu, *_: section_menu.fill_menu(menu, window))
        pane.menu_wanted.connect(self.mending.fill)
        navigator.view.menu_wanted.connect(lambda at: section_menu.pop_up_menu(window, at))
        self.bookmarks.changed.connect(lambda: navigator.model.set_bookmarks(self.bookmarks.sections))
        navigator.view.left_out.connect(lambda: self.mending.section("leave-out"))
        window.cancelled.connect(self.files.opening.cancel)
        window.dropped.connect(self.open)
        window.closing.connect(self._leave)
        window.turned.connect(self._follow)
        Rescaling(window).happened.connect(self._draw_icons)
        self.panels = Panels(window, self.reader, self.finder, self.mending)
        self.panels.figure_wanted.connect(pane.show_figure)
        self.choices = Choices(window, self.settings, self.memory, self.files.encodings)
        self.choices.go.connect(self.reader.go)
        self.choices.bookmarks = lambda: self.bookmarks.named
        self.choices.open.connect(self.open)
        self.choices.encoding.connect(lambda name: self.files.read_again(encoding=name))
        window.actions_by_id["sidebar"].setChecked(True)
        for name, key in FLAGS.items():
            window.actions_by_id[name].setChecked(bool(getattr(self.settings, key)))
        if geometry := self.memory.bytes("window"):
            window.restoreGeometry(geometry)
        else:
            room = window.screen().availableSize()
            window.resize(min(1280, room.width() * 9 // 10), min(800, room.height() * 9 // 10))
        if splitter := self.memory.bytes("splitter"):
            window.splitter.restoreState(splitter)
        self.views = views
        return window

    def find(self) -> None:
        """The keyboard goes to the search field, which has to be seen."""
        self.window.read_only_text(on=False)
        self.views.find_bar.start()

    def jump(self) -> None:
        """Opens the box that finds headlines, actions and files."""
        from gaohang_viewer.app.command_palette import JumpBox
        from gaohang_viewer.app.palette_entries import entries

        JumpBox(self.window, entries(self), self.theme, self.fonts)

    @property
    def printing(self) -> PrintingController:
        """Printing is built when it is first wanted."""
        if self._printing is None:
            from gaohang_viewer.printing.controller import PrintingController

            desk = PrintingController(
                self.window,
                self.settings,
                self.memory,
                self.pdfium,
                deck=lambda: self.presenting.options,
                theme=lambda: self.theme,
                older=lambda window: ask_for_older(window, self.folder()),
            )
            desk.report_is(self.reader.report)
            self.reader.opened.connect(lambda: desk.report_is(self.reader.report))
            self._printing = desk
        return self._printing

    # --- reports -----------------------------------------------------------------------------------------

    def start(self, path: Path | None) -> None:
        """Shows the window with a report in it, so that it is laid out and painted once."""
        if path is not None:
            self.files.open(path)
        if self.reader.path is None and not self.files.opening.busy:
            self.files.open(BUILT_IN_REPORT)
        self.window.show()

    def open(self, path: str | Path) -> bool:
        """Opens a report; if it cannot be opened, what was open stays, and why is told."""
        return self.files.open(Path(path))

    def ask_for_file(self) -> None:
        if path := file_dialogs.ask_for_report(self.window, self.folder()):
            self.open(path)

    def folder(self) -> str:
        """Where the next file is looked for."""
        path = self.reader.path
        return str(Path.home() if path is None or path in SHIPPED_REPORTS else path.parent)

    def tell(self, text: str) -> None:
        self.window.statusBar().showMessage(text, 4000)

    def tell_why(self, error: CannotOpen) -> None:
        from gaohang_viewer.ui.messages import why_not_opened

        complain = partial(file_dialogs.complain, self.window, why_not_opened(error))
        if self.window.isVisible():
            complain()
        else:  # a message stands in front of a window
            QTimer.singleShot(0, complain)

    def _report_is(self) -> None:
        if not self.reader.revised:
            self.window.show_page(None)  # what was opened is what is wanted
        whole = not self.files.opening.busy  # the slides of a mere beginning would be in vain
        self.presenting.report_is(
            self.reader.report, self.reader.path, revised=self.reader.revised, unasked=whole
        )

    # --- the show ----------------------------------------------------------------------------------------

    def present(self, section: int | None, *, rehearse: bool = False) -> None:
        """Begins the show at its cover, or at a section; at the chosen slide, where slides are shown."""
        if section is not None and self.sliding.present():
            return
        self.sliding.settle()
        section = None if section == FRONT else section
        self.presenting.present(section, self.window.screen(), rehearse=rehearse)

    def _show_left(self, section: int | None) -> None:
        if section is not None:
            self.reader.go(section)
        self._follow()
        self.window.activateWindow()

    def _show_failed(self, message: str) -> None:
        text = QCoreApplication.translate("app", "The slides could not be made: {message}")
        file_dialogs.complain(self.window, text.replace("{message}", message))

    # --- what follows from what --------------------------------------------------------------------------

    def _follow(self) -> None:
        ink = When.INK if self.presenting.has_ink else When.ALWAYS
        self.window.show_when(
            facts(self.reader, self.finder, self.mending, elsewhere=self.files.pictures_elsewhere) | ink
        )
        self.window.actions_by_id["whole-page"].setChecked(self.files.whole_page)
        self.window.actions_by_id["pictures-elsewhere"].setChecked(self.files.pictures_elsewhere)
        self.window.setWindowTitle(window_title(self.reader))
        self.window.show_status(
            where(self.reader, self.settings.rate), f"{self.settings.zoom} %", LANGUAGES[self.language]
        )

    def _setting_changed(self, key: str) -> None:
        if key == "language":
            self._rebuild()
        elif key == "interface":
            self.tell(
                QCoreApplication.translate("app", "All will have this size when you start the program again.")
            )
        elif key == "theme":
            self.theme = self._take_theme()
            self._dress()
        elif key in _OF_THE_TEXT:
            self._dress_views()
        self._follow()

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        self._dark = scheme is Qt.ColorScheme.Dark
        self.theme = self._take_theme()
        self._dress()

    def _take_theme(self) -> Theme:
        """Gives the application the palette and the style sheet of the theme that is chosen."""
        theme = load_theme(self.settings.theme, dark=self._dark)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(theme.palette())
            app.setStyleSheet(theme.style_sheet())
        return theme

    def _dress(self) -> None:
        """Puts the theme on everything that draws with it itself."""
        self.window.apply_theme(self.theme)
        self.views.find_bar.apply_theme(self.theme)
        self.panels.apply_theme(self.theme, self.fonts)
        self.shelving.apply_theme()
        self.sliding.apply_theme()
        self._dress_views()

    def _draw_icons(self) -> None:
        """Draws them anew, for the pixels of another screen."""
        self.window.apply_theme(self.theme)
        self.views.find_bar.apply_theme(self.theme)
        self.shelving.draw_icons()

    def _dress_views(self) -> None:
        chosen = self.settings
        wide, views = chosen.full_width, self.views
        rate = chosen.rate if chosen.times else 0
        views.navigator.apply_theme(self.theme, self.fonts, wide=wide, rate=rate)
        words = self.fonts.with_face(chosen.face)
        views.pane.apply_theme(TextStyle(self.theme, words, chosen.zoom, chosen.spacing, wide))
        views.pane.marks.show_figures(wanted=chosen.mark_figures)
        views.breadcrumb.apply_theme(self.theme, wide=wide)

    def _rebuild(self) -> None:
        """Another language: every widget is made anew, the report and the place in it stay."""
        old, report, path, place = self.window, self.reader.report, self.reader.path, self.reader.place
        self._save_window()
        self.language = install_language(self.settings.language)
        self.presenting.language_changed()
        panels = self.panels.open
        for listener in (
            self.reader.changed,
            self.finder.changed,
            self.reader.opened,
            self.bookmarks.changed,
        ):
            listener.disconnect()
        self.reader.opened.connect(self.bookmarks.report_is)
        self.finder = Finder(self.reader)
        self._printing = None
        self.shelving.close()
        self.sliding.close()
        self.window = self._build_window()
        self.reader.opened.connect(self._report_is)
        self.reader.changed.connect(self._follow)
        self.finder.changed.connect(self._follow)
        self._dress()
        if path is not None:
            self.reader.open(report, path, place)
        for name in panels:
            self.panels.show(name)
        self.window.show()
        old.closing.disconnect()
        old.close()
        old.deleteLater()

    def _save_window(self) -> None:
        self.files.remember_place()
        self.memory.set_bytes("window", self.window.saveGeometry())
        self.memory.set_bytes("splitter", self.window.splitter.saveState())

    def _leave(self) -> None:
        self.files.opening.cancel()
        self.sliding.close()
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._system_changed)
        self._save_window()
        self.memory.save()
        self.presenting.close()
        self.shelving.close()
        if self._printing is not None:
            self._printing.close()

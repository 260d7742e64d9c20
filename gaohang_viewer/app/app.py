"""The composition root: builds the program's objects and connects them."""

from __future__ import annotations

import threading
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gaohang_viewer.app import action_handlers, section_menu
from gaohang_viewer.app.appearance import Appearance
from gaohang_viewer.app.dock_panels import DockPanels
from gaohang_viewer.app.dynamic_menus import DynamicMenus
from gaohang_viewer.app.library_navigation import LibraryNavigation
from gaohang_viewer.app.main_window import MainWindow
from gaohang_viewer.app.report_opener import ReportOpener
from gaohang_viewer.app.slides_navigation import SlidesNavigation
from gaohang_viewer.app.views import TEXT_SETTINGS, Views
from gaohang_viewer.app.window_actions import connect_actions
from gaohang_viewer.app.window_geometry import restore_geometry, save_geometry
from gaohang_viewer.app.window_state import facts, position_text, window_title
from gaohang_viewer.presenting.controller import PresentingController
from gaohang_viewer.reading.breadcrumb import Breadcrumb
from gaohang_viewer.reading.outline.outline_pane import OutlinePane
from gaohang_viewer.reading.search.find_bar import FindBar
from gaohang_viewer.reading.search.finder import Finder
from gaohang_viewer.reading.text.text_pane import TextPane
from gaohang_viewer.report.model import FRONT
from gaohang_viewer.session.bookmarks import Bookmarks
from gaohang_viewer.session.open_file import Files, ask_for_older
from gaohang_viewer.session.reader import Reader
from gaohang_viewer.storage.memory import Memory
from gaohang_viewer.storage.settings import Settings
from gaohang_viewer.storage.storage_warnings import StorageWarnings
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
from gaohang_viewer.ui.screen_change import ScaleWatcher
from gaohang_viewer.ui.translation import LANGUAGES, install_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QSettings

    from gaohang_viewer.app.action_handlers import Handlers
    from gaohang_viewer.printing.controller import PrintingController

_WARNING = 15_000  # ms that a warning about the program's own files is shown


class App:
    """The running program: objects that live as long as it does, and those of one window.

    The window and its objects are built again when the language of the interface changes.
    """

    window: MainWindow
    views: Views
    finder: Finder
    opener: ReportOpener
    panels: DockPanels
    menus: DynamicMenus
    library: LibraryNavigation
    slides: SlidesNavigation

    def __init__(
        self,
        store: QSettings,
        overrides: Mapping[str, object] = MappingProxyType({}),
        pool: TypesetterPool | None = None,
    ) -> None:
        """`overrides` are settings of this run only; the `pool`, by default its own, typesets."""
        self._pool = pool or TypesetterPool()
        self.settings = Settings(store, overrides)
        self.memory = Memory(store)
        self.storage_warnings = StorageWarnings(
            store, self.settings, self.memory, lambda text: self.window.show_message(text, _WARNING)
        )
        self.language = install_language(self.settings.language)
        self.appearance = Appearance(self.settings)
        self.reader = Reader()
        self.files = Files(self.reader, self.memory)
        self.outline_editor = self.files.outline_editor
        self.bookmarks = Bookmarks(self.reader, self.memory, self.outline_editor)
        self.pdfium = threading.Lock()
        self.presenting = PresentingController(self.settings, self.memory, self.pdfium, self._pool)
        self._printing: PrintingController | None = None
        self._build_window()
        self._connect_session()
        self._apply_theme()

    # --- building ----------------------------------------------------------------------------------------

    def _build_window(self) -> None:
        """Builds the window and everything that lives as long as it does."""
        reader, settings, memory = self.reader, self.settings, self.memory
        self.finder = Finder(reader)
        self.views = Views(
            OutlinePane(reader, self.finder),
            Breadcrumb(reader),
            TextPane(reader, self.finder),
            FindBar(self.finder),
        )
        window = self.window = MainWindow(self.views)
        self.opener = ReportOpener(window, self.files, reader, self.finder, self.views.find_bar)
        self.panels = DockPanels(window, reader, self.finder, self.outline_editor)
        self.menus = DynamicMenus(
            window,
            settings,
            memory,
            encodings=self.files.encodings,
            bookmarks=lambda: self.bookmarks.named,
        )
        self.library = LibraryNavigation(
            window,
            self.opener,
            settings=settings,
            memory=memory,
            appearance=self.appearance,
            printing=lambda: self.printing,
        )
        self.slides = SlidesNavigation(
            window, self.presenting, reader, settings=settings, memory=memory, appearance=self.appearance
        )
        connect_actions(window.actions_by_id, self._handlers())
        window.actions_by_id["sidebar"].setChecked(True)
        for name, key in action_handlers.SETTING_OF.items():
            window.actions_by_id[name].setChecked(bool(settings.get(key)))
        self._connect_window()
        restore_geometry(window, memory)

    def _handlers(self) -> Handlers:
        window, reader, files = self.window, self.reader, self.files
        return {
            **action_handlers.file_handlers(
                window=window,
                reader=reader,
                files=files,
                memory=self.memory,
                opener=self.opener,
                library=self.library,
                presenting=self.presenting,
                printing=lambda: self.printing,
            ),
            **action_handlers.go_handlers(reader, self.bookmarks, self.show_palette),
            **action_handlers.find_handlers(window, self.finder, self.library),
            **action_handlers.outline_handlers(
                self.outline_editor, self.views.navigator.view.selected_sections
            ),
            **action_handlers.typing_handlers(reader, self.views.pane.editing),
            **action_handlers.view_handlers(window, self.settings, files, self.panels),
            **action_handlers.show_handlers(reader, self.slides),
            **action_handlers.help_handlers(window, self.opener, self.language),
        }

    @property
    def printing(self) -> PrintingController:
        """Printing and exporting, built at the first use."""
        if self._printing is None:
            from gaohang_viewer.printing.controller import PrintingController

            printing = PrintingController(
                self.window,
                self.settings,
                self.memory,
                self.pdfium,
                self._pool,
                deck=lambda: self.presenting.options,
                theme=lambda: self.appearance.theme,
                older=lambda window: ask_for_older(window, self.opener.folder),
            )
            printing.set_report(self.reader.report)
            self.reader.opened.connect(lambda: printing.set_report(self.reader.report))
            self._printing = printing
        return self._printing

    def show_palette(self) -> None:
        """Opens the box that finds headlines, actions and files."""
        from gaohang_viewer.app.command_palette import CommandPalette
        from gaohang_viewer.app.palette_entries import palette_entries

        entries = palette_entries(
            self.reader,
            self.window.actions_by_id,
            self.memory.recent_files,
            self.opener.open,
            full_width=self.settings.full_width,
        )
        CommandPalette(self.window, entries, self.appearance.theme, self.appearance.fonts)

    # --- connecting --------------------------------------------------------------------------------------

    def _connect_window(self) -> None:
        """Connects the objects of a window; also to the session, whose signals `_rebuild` disconnects."""
        window, pane, navigator = self.window, self.views.pane, self.views.navigator
        pane.margin_changed.connect(self.views.breadcrumb.align)
        pane.zoom_requested.connect(self.settings.zoom_by)
        pane.menu_requested.connect(
            lambda menu, section, *_: section_menu.add_section_actions(menu, window, front=section == FRONT)
        )
        pane.menu_requested.connect(self.outline_editor.fill_menu)
        pane.editing.field_typed.connect(lambda key, text: self.outline_editor.set_fields({key: text}))
        pane.editing.headline_typed.connect(self.outline_editor.set_headline)
        navigator.view.menu_requested.connect(lambda at: section_menu.pop_up_menu(window, at))
        navigator.view.leave_out_requested.connect(window.actions_by_id["leave-out"].trigger)
        self.bookmarks.changed.connect(lambda: navigator.model.set_bookmarks(self.bookmarks.sections))
        self.finder.hit_reached.connect(pane.show_hit)
        self.panels.figure_requested.connect(pane.show_figure)
        self.menus.section_requested.connect(self.reader.go)
        self.menus.file_requested.connect(self.opener.open)
        self.menus.encoding_requested.connect(lambda name: self.files.read_again(encoding=name))
        window.drop.reports_dropped.connect(self.opener.open_each)
        window.drop.folder_dropped.connect(self.library.offer)
        window.status.cancelled.connect(self.files.cancel_reading)
        window.page_changed.connect(self._refresh_window)
        window.closing.connect(self._close)
        ScaleWatcher(window).scale_changed.connect(self._draw_icons)
        self.reader.opened.connect(self._on_report_opened)
        self.reader.changed.connect(self._refresh_window)
        self.finder.changed.connect(self._refresh_window)

    def _connect_session(self) -> None:
        """Connects the objects that live as long as the program, to whichever window there is."""
        self.outline_editor.changed.connect(self._refresh_window)
        self.outline_editor.message.connect(lambda text: self.window.show_message(text))
        self.files.message.connect(lambda text: self.window.show_message(text))
        self.files.failed.connect(lambda error: self.opener.show_error(error))
        self.files.progressed.connect(lambda text, share: self.window.status.show_progress(text, share))
        self.presenting.rehearsal_finished.connect(lambda: self.slides.show_rehearsals())
        self.presenting.ended.connect(self._on_show_ended)
        self.presenting.failed.connect(lambda message: self.slides.on_show_failed(message))
        self.appearance.changed.connect(self._apply_theme)
        self.settings.changed.connect(self._on_setting)

    # --- the program's own interface ---------------------------------------------------------------------

    def start(self, path: Path | None, password: str = "") -> None:
        """Shows the window, painted once, with a report: without a path the last one, or the built-in one."""
        self.opener.open_first(path, self.memory.recent_files, password)
        self.window.show()

    def open(self, path: str | Path) -> bool:
        """Opens a report; see `ReportOpener.open`."""
        return self.opener.open(path)

    def present(self, section: int | None) -> None:
        """Starts the show; see `SlidesNavigation.present`."""
        self.slides.present(section)

    # --- slots -------------------------------------------------------------------------------------------

    def _on_report_opened(self) -> None:
        reader = self.reader
        if not reader.revised:
            self.window.show_page(None)
        # Slides made of the beginning of a large report would be of no use.
        whole = not self.files.background_reader.busy
        self.presenting.set_report(reader.report, reader.path, revised=reader.revised, in_advance=whole)

    def _on_show_ended(self, section: int | None) -> None:
        self.slides.on_show_ended(section)
        self._refresh_window()

    def _on_setting(self, key: str) -> None:
        if key == Settings.language.key:
            self._rebuild()
        elif key == Settings.interface.key:
            self.window.show_message(
                QCoreApplication.translate("app", "The new scale takes effect when the program is restarted.")
            )
        elif key in TEXT_SETTINGS:
            self.views.apply_theme(self.appearance.theme, self.appearance.fonts, self.settings)
        self._refresh_window()

    def _refresh_window(self) -> None:
        """Shows the present state in the window: enabled and checked actions, title, status bar."""
        files, window = self.files, self.window
        window.enable_actions(
            facts(
                self.reader,
                self.finder,
                self.outline_editor,
                outside_folder=files.outside_folder,
                has_ink=self.presenting.has_ink,
            )
        )
        window.actions_by_id["whole-page"].setChecked(files.whole_page)
        window.actions_by_id["pictures-elsewhere"].setChecked(files.outside_folder)
        window.setWindowTitle(window_title(self.reader))
        position = position_text(self.reader, self.settings.rate)
        window.status.show_position(position, f"{self.settings.zoom} %", LANGUAGES[self.language])

    def _apply_theme(self) -> None:
        theme, fonts = self.appearance.theme, self.appearance.fonts
        self.window.apply_theme(theme)
        self.views.apply_theme(theme, fonts, self.settings)
        self.panels.apply_theme(theme, fonts)
        self.library.apply_theme()
        self.slides.apply_theme()

    def _draw_icons(self) -> None:
        """Draws icons again, for the pixels of another screen."""
        self.window.apply_theme(self.appearance.theme)
        self.views.find_bar.apply_theme(self.appearance.theme)
        self.library.draw_icons()

    def _rebuild(self) -> None:
        """Builds the window again in another language; the report and the position in it stay."""
        old, reader, panels = self.window, self.reader, self.panels.open
        report, path, position = reader.report, reader.path, reader.position
        self.files.remember_position()
        save_geometry(old, self.memory)
        self.language = install_language(self.settings.language)
        self.presenting.retranslate()
        for signal in (reader.changed, reader.opened, self.finder.changed, self.bookmarks.changed):
            signal.disconnect()
        reader.opened.connect(self.bookmarks.on_report_opened)
        if self._printing is not None:
            self._printing.close()
            self._printing = None
        self.library.close()
        self.slides.close()
        self._build_window()
        self._apply_theme()
        if path is not None:
            reader.open(report, path, position)
        for name in panels:
            self.panels.show(name)
        self.window.show()
        old.closing.disconnect()
        old.close()
        old.deleteLater()

    def _close(self) -> None:
        """Ends the program's work; the last window is about to be closed."""
        self.slides.close()
        self.appearance.close()
        self.files.close()
        save_geometry(self.window, self.memory)
        self.memory.save()
        self.presenting.close()
        self.library.close()
        if self._printing is not None:
            self._printing.close()

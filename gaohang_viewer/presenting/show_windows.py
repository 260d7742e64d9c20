"""The windows of a show: builds them, and moves them to their screens whenever screens change."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from gaohang_viewer.presenting.audience.style import ShowColours
from gaohang_viewer.presenting.audience.window import AudienceWindow
from gaohang_viewer.presenting.marking import Marking
from gaohang_viewer.presenting.running_show import RunningShow
from gaohang_viewer.presenting.screen_saver import ScreenSaverInhibitor
from gaohang_viewer.presenting.screens import Arrangement, ConsoleMode, arrange, distinct_screens, screen_key
from gaohang_viewer.presenting.show.events import Command, Event
from gaohang_viewer.presenting.timekeeping import Timekeeping

if TYPE_CHECKING:
    import threading

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.presenting.console.window import ConsoleWindow
    from gaohang_viewer.presenting.report_store import ReportStore
    from gaohang_viewer.report.model import Report
    from gaohang_viewer.storage.memory import Memory
    from gaohang_viewer.storage.settings import Settings

_OF_THE_SHOW = ("fade", "loop")  # settings that the show itself has
_SCREENS_SETTLE_MS = 300  # Qt reports a change of screens in several steps


class ShowWindows(QObject):
    """The shows of one report; `start` begins one, and `ended` brings the section where it ended."""

    ended = Signal(object)  # the section last shown; None on a page that belongs to none
    record_made = Signal(object)  # a Record of how long each section took

    def __init__(
        self,
        report: Report,
        settings: Settings,
        store: ReportStore,
        pdfium_lock: threading.Lock | None = None,
        *,
        colours: ShowColours | None = None,
        memory: Memory | None = None,
    ) -> None:
        """`pdfium_lock` is the lock that all users of PDFium share; `memory` stores the console's layout."""
        super().__init__()
        self._memory = memory
        self.settings = settings
        self.store = store
        self.running = RunningShow(report, pdfium_lock, parent=self)
        self.marking = Marking(self.running, store)
        self.time = Timekeeping(self.running, settings)
        self.chosen: QScreen | None = None  # the audience's screen, if the user chose one
        self.in_window = False  # the audience's window is a plain one
        self._colours = colours or ShowColours()
        self.audience = AudienceWindow(self.marking, self.time, report.title, self._colours)
        self.console: ConsoleWindow | None = None
        self.arrangement: Arrangement[QScreen] | None = None
        self._home: QScreen | None = None  # the main window's screen
        self._keeps_console = False  # keep the console though its screen was removed
        settings.changed.connect(self._setting_changed)
        for key in _OF_THE_SHOW:
            self._setting_changed(key)
        self._screen_saver = ScreenSaverInhibitor()
        self._screens_timer = QTimer(self, singleShot=True, interval=_SCREENS_SETTLE_MS)
        self._screens_timer.timeout.connect(self._on_screens_settled)
        self.running.changed.connect(self._on_show_changed)
        self.running.command_requested.connect(self._on_command)
        app = cast("QGuiApplication", QGuiApplication.instance())
        app.screenAdded.connect(self._on_screens_changed)
        app.screenRemoved.connect(self._on_screens_changed)

    @property
    def report(self) -> Report:
        """The report of the present deck."""
        return self.running.deck.report

    def start(self, page: int = 1, section: int | None = None, home: QScreen | None = None) -> None:
        """Starts a show at a page, or at a section; without a deck it waits for one. `home` is the main
        window's screen."""
        self._home = home or QGuiApplication.primaryScreen()
        if self.chosen is None and (name := self.settings.screen):
            self.chosen = next((s for s in QGuiApplication.screens() if screen_key(s) == name), None)
        self._keeps_console = False
        self._screen_saver.inhibit(QCoreApplication.translate("presenting", "A report is being presented"))
        self.running.start(page, section)
        self.arrange()

    def arrange(self) -> None:
        """Moves the windows to their screens."""
        if self.running.state.finished:
            return
        screens = distinct_screens(QGuiApplication.screens())
        mode = ConsoleMode.from_setting(self.settings.console)
        if mode is ConsoleMode.AUTO and self._keeps_console:
            mode = ConsoleMode.ALWAYS
        self.arrangement = arrange(screens, self._home, self.chosen, mode, window=self.in_window)
        self.running.has_console = self.arrangement.console is not None
        self.audience.move_to_screen(self.arrangement.audience, full=self.arrangement.full)
        if self.arrangement.console is None:
            if self.console is not None:
                self.console.hide()
            front: QWidget = self.audience
        else:
            front = console = self._console()
            console.move_to_screen(self.arrangement, self.audience.geometry())
        self.running.changed.emit()
        front.activateWindow()
        front.setFocus()

    def choose_screen(self, screen: QScreen) -> None:
        """Moves the audience window to this screen, now and in later shows."""
        self.chosen = screen
        self.settings.set("screen", screen_key(screen))
        self.arrange()

    def swap_screens(self) -> None:
        """Swaps the screens of the two windows."""
        screens = distinct_screens(QGuiApplication.screens())
        if self.arrangement is None or len(screens) < 2:
            return
        now = self.arrangement.audience
        other = self.arrangement.console if self.arrangement.console not in (None, now) else None
        self.chosen = other or next(screen for screen in screens if screen != now)
        self.arrange()

    def close(self) -> None:
        """Ends the show and closes its windows."""
        self._screens_timer.stop()
        app = cast("QGuiApplication", QGuiApplication.instance())
        app.screenAdded.disconnect(self._on_screens_changed)
        app.screenRemoved.disconnect(self._on_screens_changed)
        self.settings.changed.disconnect(self._setting_changed)
        self.running.end()
        self._screen_saver.release()
        self.marking.flush()
        self.time.close()
        self.running.close()
        for window in (self.audience, self.console):
            if window is not None:
                window.close()
                window.deleteLater()

    def _console(self) -> ConsoleWindow:
        if self.console is None:
            from gaohang_viewer.presenting.console.window import ConsoleWindow

            self.console = console = ConsoleWindow(self.marking, self.time, self.settings)
            console.screen_chosen.connect(self.choose_screen)
            if self._memory is not None:
                memory = self._memory
                if sizes := memory.bytes("console"):
                    console.restore_state(bytes(sizes.data()))
                console.sizes_changed.connect(
                    lambda: memory.set_bytes("console", QByteArray(console.save_state()))
                )
        return self.console

    def discard_console(self) -> None:
        """Discards the console, so that the next show builds it again, as in another language."""
        if self.console is not None and self.running.state.finished:
            self.console.deleteLater()
            self.console = None

    def _on_screens_changed(self, screen: QScreen) -> None:
        """Rearranges the windows once Qt has reported all new geometries."""
        if screen not in QGuiApplication.screens() and self.chosen == screen:
            self.chosen = None
        self._screens_timer.start()

    def _setting_changed(self, key: str) -> None:
        match key:
            case "fade":
                self.running.fade = self.settings.fade
            case "loop":
                self.running.loop = self.settings.loop
            case "console":
                self.arrange()
            case _:
                pass

    def _on_screens_settled(self) -> None:
        """Rearranges the windows; speakers who had a console keep it."""
        self._keeps_console = self.running.has_console
        self.arrange()

    def _on_show_changed(self) -> None:
        if self.running.state.finished and self.audience.isVisible():
            page = self.running.page
            self._screen_saver.release()
            self.audience.hide()
            if self.console is not None:
                self.console.hide()
            if self.running.renderer:
                self.running.renderer.clear()
            self.record_made.emit(self.time.record())
            self.ended.emit(page.section if page else None)

    def _on_command(self, command: Command) -> None:
        match command:
            case Command.SWAP:
                self.swap_screens()
            case Command.WINDOW:
                self.in_window = not self.in_window
                self._keeps_console = False
                self.arrange()
            case Command.IDENTIFY:
                from gaohang_viewer.presenting.audience.screen_numbers import show_screen_numbers

                show_screen_numbers(QGuiApplication.screens(), self._colours, self.audience)
            case Command.SEARCH if not self.running.has_console:
                if not self.running.state.overview:
                    self.running.handle_event(Event.OVERVIEW)
                self.audience.overview.start_search()
            case _:
                pass

"""The ink and the pointer of a running show, shared by all of its windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gaohang_viewer.presenting.audience.pointer_input import ERASER_RADIUS
from gaohang_viewer.presenting.show.events import Command
from gaohang_viewer.presenting.show.ink import Ink, Stroke, Tool
from gaohang_viewer.presenting.show.pen_colours import COLOURS, seen_on

if TYPE_CHECKING:
    from gaohang_viewer.presenting.report_store import ReportStore
    from gaohang_viewer.presenting.running_show import RunningShow

_KEEP_AFTER = 800  # ms
_WIDTHS = {Tool.PEN: 0.006, Tool.HIGHLIGHTER: 0.036}  # shares of the page's height


class Marking(QObject):
    """The ink of one report's shows. Positions are shares of the page's width and height.

    `ink_changed` brings the key of a page whose strokes changed.
    """

    ink_changed = Signal(str)
    pointer_moved = Signal()
    tool_changed = Signal()  # another tool, or another colour

    def __init__(self, running: RunningShow, store: ReportStore) -> None:
        super().__init__(running)
        self.running = running
        self._store = store
        self.ink = Ink.from_json(store.read("ink"))
        self.pointer: tuple[float, float] | None = None
        self.growing: Stroke | None = None
        self._changed_pages: set[str] = set()  # keys of pages whose ink is not stored yet
        self._growing_on = ""  # the key of the page that the growing stroke began on
        self._colours: dict[Tool, int] = {}  # by tool, those that the speaker chose
        self._flush_timer = QTimer(self, singleShot=True, interval=_KEEP_AFTER)
        self._flush_timer.timeout.connect(self.flush)
        self._tool = Tool.NONE  # the tool that `tool_changed` was last emitted for
        running.command_requested.connect(self._on_command)
        running.state_applied.connect(self._on_state_applied)

    @property
    def page(self) -> str:
        """The key of the page that the speaker draws on; empty without slides."""
        return self.running.page.key if self.running.page else ""

    @property
    def tool(self) -> Tool:
        return self.running.state.tool

    @property
    def colour(self) -> str:
        """The colour of the present tool, as "#rrggbb"."""
        tool = self.tool if self.tool in COLOURS else Tool.PEN
        return COLOURS[tool][self._colour_of(tool)]

    @property
    def width(self) -> float:
        """The width of the present tool, as a share of the page's height."""
        return _WIDTHS.get(self.tool, 0.0)

    def set_pointer(self, place: tuple[float, float] | None) -> None:
        """Sets the pointer's position on the page; None beside it."""
        if place != self.pointer:
            self.pointer = place
            self.pointer_moved.emit()

    def set_growing(self, stroke: Stroke | None) -> None:
        """Sets the stroke in progress; None discards it."""
        if self.growing is None:
            self._growing_on = self.page
        self.growing = stroke
        self.ink_changed.emit(self._growing_on)

    def add_stroke(self, stroke: Stroke) -> None:
        """Adds a finished stroke."""
        page = self.page if self.growing is None else self._growing_on
        self.growing = None
        self._set(self.ink.drawn(page, stroke))

    def erase(self, x: float, y: float) -> None:
        """Removes the strokes near a position."""
        self._set(self.ink.erased(self.page, x, y, ERASER_RADIUS, self.running.deck.aspect))

    def flush(self) -> None:
        """Stores the ink of the changed pages. Ink of other pages is kept as stored, for another window may
        have changed it."""
        self._flush_timer.stop()
        if not self._changed_pages:
            return
        known = Ink.from_json(self._store.read("ink"))
        of = {
            page: (self.ink if page in self._changed_pages else known).strokes(page) for page in known.pages
        }
        of |= {page: self.ink.strokes(page) for page in self._changed_pages}
        ink = Ink({page: strokes for page, strokes in of.items() if strokes})
        if self._store.write("ink", ink.to_json() if ink.pages else ""):
            self._changed_pages.clear()

    def _set(self, ink: Ink) -> None:
        changed = ink != self.ink
        before, self.ink = self.ink, ink
        if changed:
            for page in dict.fromkeys((self.page, *before.pages, *ink.pages)):
                if before.strokes(page) != ink.strokes(page):
                    self._changed_pages.add(page)
                    self.ink_changed.emit(page)
            self._flush_timer.start()

    def _colour_of(self, tool: Tool) -> int:
        """Returns the index of a tool's colour; the pen begins with one that is seen on the slides."""
        if tool in self._colours or tool is not Tool.PEN:
            return self._colours.get(tool, 0)
        return seen_on(COLOURS[tool], self.running.deck.ground)

    def _on_command(self, command: Command) -> None:
        match command:
            case Command.UNDO:
                self._set(self.ink.undone())
            case Command.REDO:
                self._set(self.ink.redone())
            case Command.CLEAR:
                self._set(self.ink.cleared(self.page))
            case Command.COLOUR:
                tool = self.tool if self.tool in COLOURS else Tool.PEN
                self._colours[tool] = (self._colour_of(tool) + 1) % len(COLOURS[tool])
                self.tool_changed.emit()
            case _:
                pass

    def _on_state_applied(self) -> None:
        """Emits `tool_changed`, and removes the pointer when no tool is in use."""
        if self.tool is not self._tool:
            self._tool = self.tool
            self.tool_changed.emit()
            if self.tool is Tool.NONE:
                self.set_pointer(None)

"""Holds the open report and the reader's position in it; views listen to its signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gaohang_viewer.report.layout_portions import Portions
from gaohang_viewer.report.model import FRONT, Report
from gaohang_viewer.session.position import History, Position, Visit

if TYPE_CHECKING:
    from pathlib import Path

    from gaohang_viewer.report.speaking_time import Speaking


class Reader(QObject):
    """The open report and the position in it, from which views compute what they show."""

    opened = Signal()  # another report, or another version of it; `changed` follows
    changed = Signal()  # another section
    report_requested = Signal(object)  # Path of the report that Back or Forward leads to

    def __init__(self) -> None:
        super().__init__()
        self.report = Report("")
        self.portions = Portions(self.report)
        self.path: Path | None = None
        self.revised = False  # the last `opened` was for another version of the same report
        self._history = History(Visit(None, Position()))
        self._speaking: Speaking | None = None
        self._pending_step = 0  # in the history, until its report is open

    @property
    def position(self) -> Position:
        """Where the reader is."""
        return self._history.now.position

    @property
    def speaking(self) -> Speaking:
        """The speaking times of the open report, counted at the first use."""
        if self._speaking is None:
            from gaohang_viewer.report.speaking_time import Speaking

            self._speaking = Speaking(self.report)
        return self._speaking

    @property
    def can_go_back(self) -> bool:
        """Whether there is a position to go back to."""
        return self._history.ahead(-1) is not None

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a position to go forward to."""
        return self._history.ahead(+1) is not None

    def open(self, report: Report, path: Path, position: Position) -> None:
        """Shows another report; Back leads to the one before.

        After `report_requested` the position in the history replaces `position`.
        """
        step, self._pending_step = self._pending_step, 0
        to = self._history.ahead(step) if step else None
        if to is not None and to.path == path:
            position = self._history.step(step).position
        self.revised = False
        self._set_report(report, path, position)

    def revise(self, report: Report, position: Position | None = None) -> None:
        """Shows another version of the same report: edited, read to its end, or read again.

        Without a `position` the reader stays in the same section.
        """
        from gaohang_viewer.report.section_matching import section_again

        self._history.renumber(self.path, section_again(self.report, report))
        self.revised = True
        self._set_report(report, self.path, self.position if position is None else position)

    def _set_report(self, report: Report, path: Path | None, position: Position) -> None:
        self.report, self.path, self.portions = report, path, Portions(report)
        self._speaking = None
        exists = FRONT <= position.section < len(report.sections)
        here = Visit(path, position if exists else Position())
        if path == self._history.now.path:
            self._history.update(here.position)
        else:
            self._history.go(here)
        self.opened.emit()
        self.changed.emit()

    def go(self, section: int) -> None:
        """Goes to the headline of a section, or to the front page (FRONT)."""
        if FRONT <= section < len(self.report.sections):
            self._history.go(Visit(self.path, Position(section)))
            self.changed.emit()

    def start_at(self, section: int) -> None:
        """Goes to a section of the report just opened, without adding to the history."""
        if FRONT <= section < len(self.report.sections):
            self._history.update(Position(section))
            self.changed.emit()

    def back(self) -> None:
        """Goes back in the history."""
        self._travel(-1)

    def forward(self) -> None:
        """Goes forward in the history."""
        self._travel(+1)

    def _travel(self, by: int) -> None:
        to = self._history.ahead(by)
        if to is None:
            return
        if to.path == self.path:
            self._history.step(by)
            self.changed.emit()
        else:
            self._pending_step = by
            self.report_requested.emit(to.path)

    def step(self, by: int) -> None:
        """Goes to the next (+1) or previous (-1) section in document order."""
        self.go(self.position.section + by)

    def scrolled(self, position: Position) -> None:
        """Updates the position after scrolling; emits `changed` if it is in another section."""
        moved = position.section != self.position.section
        self._history.update(position)
        if moved:
            self.changed.emit()

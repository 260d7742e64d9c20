"""Holds the open report and the one value that says where the reader is; views listen to it."""

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
    """The report and the place in it. `opened` is followed by `changed`; `changed` tells of every move.

    `elsewhere` asks for another report that Back or Forward leads to.
    """

    opened = Signal()
    changed = Signal()
    elsewhere = Signal(object)  # Path

    def __init__(self) -> None:
        super().__init__()
        self.report = Report("")
        self.portions = Portions(self.report)
        self.path: Path | None = None
        self.revised = False  # the report that `opened` tells of is another version of the one before
        self._history = History(Visit(None, Position()))
        self._speaking: Speaking | None = None
        self._travelling = 0  # the step in the history that waits for its report

    @property
    def place(self) -> Position:
        return self._history.now.place

    @property
    def speaking(self) -> Speaking:
        """How long the open report takes to speak; counted when first wanted."""
        if self._speaking is None:
            from gaohang_viewer.report.speaking_time import Speaking

            self._speaking = Speaking(self.report)
        return self._speaking

    @property
    def can_go_back(self) -> bool:
        return self._history.ahead(-1) is not None

    @property
    def can_go_forward(self) -> bool:
        return self._history.ahead(+1) is not None

    def open(self, report: Report, path: Path, place: Position) -> None:
        """Puts another report on the desk; Back leads to the one before."""
        step, self._travelling = self._travelling, 0
        to = self._history.ahead(step) if step else None
        if to is not None and to.path == path:
            place = self._history.step(step).place
        self.revised = False
        self._put(report, path, place)

    def revise(self, report: Report, place: Position | None = None) -> None:
        """Puts another version of the same report on the desk: mended, read to its end, or read again.

        Without a `place` the reader stays in the section where he is.
        """
        from gaohang_viewer.report.section_matching import section_again

        self._history.renumber(self.path, section_again(self.report, report))
        self.revised = True
        self._put(report, self.path, self.place if place is None else place)

    def _put(self, report: Report, path: Path | None, place: Position) -> None:
        self.report, self.path, self.portions = report, path, Portions(report)
        self._speaking = None
        here = Visit(path, place if FRONT <= place.section < len(report.sections) else Position())
        if path == self._history.now.path:
            self._history.settle(here.place)
        else:
            self._history.go(here)
        self.opened.emit()
        self.changed.emit()

    def go(self, section: int) -> None:
        """To the headline of a section, or to the front page."""
        if FRONT <= section < len(self.report.sections):
            self._history.go(Visit(self.path, Position(section)))
            self.changed.emit()

    def start_at(self, section: int) -> None:
        """The report that was just opened was opened for a section: Back leads to where one came from."""
        if FRONT <= section < len(self.report.sections):
            self._history.settle(Position(section))
            self.changed.emit()

    def back(self) -> None:
        self._travel(-1)

    def forward(self) -> None:
        self._travel(+1)

    def _travel(self, by: int) -> None:
        to = self._history.ahead(by)
        if to is None:
            return
        if to.path == self.path:
            self._history.step(by)
            self.changed.emit()
        else:
            self._travelling = by
            self.elsewhere.emit(to.path)

    def step(self, by: int) -> None:
        """To the next (+1) or previous (-1) section in document order."""
        self.go(self.place.section + by)

    def scrolled(self, place: Position) -> None:
        """The reader scrolled: another section may be under his eyes now."""
        moved = place.section != self.place.section
        self._history.settle(place)
        if moved:
            self.changed.emit()

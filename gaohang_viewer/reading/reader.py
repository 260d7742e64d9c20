"""Holds the open report and the one value that says where the reader is; views listen to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gaohang_viewer.reading.place import FRONT, History, Place, page_of
from gaohang_viewer.report.model import Report

if TYPE_CHECKING:
    from pathlib import Path


class Reader(QObject):
    """The report and the place in it. `opened` is followed by `changed`; `changed` tells of every move."""

    opened = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.report = Report("")
        self.path: Path | None = None
        self.revised = False  # the report that `opened` tells of is another version of the one before
        self._history = History(Place())
        self.page = range(0)

    @property
    def place(self) -> Place:
        return self._history.now

    @property
    def can_go_back(self) -> bool:
        return self._history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        return self._history.can_go_forward

    def open(self, report: Report, path: Path, place: Place) -> None:
        """Puts another report on the desk; what Back would lead to belonged to the old one."""
        self.report, self.path, self.revised = report, path, False
        self._put(place)

    def revise(self, report: Report, place: Place) -> None:
        """Puts another version of the same report on the desk: mended, or read to its end."""
        self.report, self.revised = report, True
        self._put(place)

    def _put(self, place: Place) -> None:
        report = self.report
        section = place.section if place.section < len(report.sections) else FRONT
        self._history = History(place if section == place.section else Place())
        self.page = page_of(report, section)
        self.opened.emit()
        self.changed.emit()

    def go(self, section: int) -> None:
        """To the headline of a section, or to the front page."""
        if FRONT <= section < len(self.report.sections):
            self._history.go(Place(section))
            self._arrive()

    def back(self) -> None:
        self._history.back()
        self._arrive()

    def forward(self) -> None:
        self._history.forward()
        self._arrive()

    def step(self, by: int) -> None:
        """To the next (+1) or previous (-1) section in document order."""
        self.go(self.place.section + by)

    def scrolled(self, section: int, scroll: float) -> None:
        """The reader scrolled: another section of the same page may be under his eyes now."""
        moved = section != self.place.section
        self._history.settle(Place(section, scroll))
        if moved:
            self.changed.emit()

    def _arrive(self) -> None:
        self.page = page_of(self.report, self.place.section)
        self.changed.emit()

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gaohang_viewer.presenting.console.clocks import Clocks, ClockTexts
from gaohang_viewer.presenting.console.style import ConsoleStyle
from gaohang_viewer.presenting.console.time_texts import long_clock, pace


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "00:00"), (408.9, "06:48"), (-30, "−00:30"), (3723, "1:02:03")],
)
def test_a_clock_in_digits(seconds: float, told: str) -> None:
    assert long_clock(seconds) == told


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(80, ("behind", "1′20″")), (-40, ("ahead", "0′40″")), (4, ("", "on time")), (-4, ("", "on time"))],
)
def test_the_pace_in_words(seconds: float, told: tuple[str, str]) -> None:
    assert pace(seconds) == told


@pytest.fixture
def clocks(qtbot: QtBot) -> Clocks:
    made = Clocks(ConsoleStyle.load())
    qtbot.addWidget(made)
    return made


def test_what_is_late_is_told_in_a_warning_colour(clocks: Clocks) -> None:
    clocks.show_times(ClockTexts("14:32", "06:48", "11:12", "behind", "1′20″", late=True))
    assert clocks.pace.shown == ("behind", "1′20″", "hit_now")
    assert clocks.pace.accessibleName() == "behind 1′20″"
    assert clocks.left.shown[2] == "ink"
    clocks.show_times(ClockTexts("14:32", "18:48", "−00:48", "behind", "0′40″"))
    assert clocks.pace.shown[2] == "ink"
    assert clocks.left.shown[2] == "hit_now"


def test_a_talk_that_is_on_time_is_neither_behind_nor_ahead(clocks: Clocks) -> None:
    clocks.show_times(ClockTexts("14:32", "06:48", "11:12", "ahead", "1′20″"))
    clocks.show_times(ClockTexts("14:32", "06:48", "11:12", "", "on time"))
    assert clocks.pace.accessibleName() == "on time"


def test_a_time_that_there_is_not_has_no_clock(clocks: Clocks) -> None:
    clocks.show_times(ClockTexts("14:32", "06:48"))
    assert [not clock.isHidden() for clock in (clocks.now, clocks.left, clocks.pace, clocks.countdown)] == [
        True,
        False,
        False,
        False,
    ]


def test_nothing_moves_when_digits_change(clocks: Clocks) -> None:
    clocks.show_times(ClockTexts("14:32", "01:11"))
    width = clocks.spoken.sizeHint().width()
    clocks.show_times(ClockTexts("14:32", "08:58"))
    assert clocks.spoken.sizeHint().width() == width


class Bar(QWidget):
    """A parent that fits the clocks to 200 px whenever a layout is asked for, as the console's bar does."""

    requests = 0

    def __init__(self, clocks: Clocks) -> None:
        super().__init__()
        self._clocks = clocks
        QHBoxLayout(self).addWidget(clocks)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.requests += 1
            self._clocks.fit(200)
        return super().event(event)


def test_fitting_the_clocks_comes_to_rest(qtbot: QtBot) -> None:
    clocks = Clocks(ConsoleStyle.load())
    bar = Bar(clocks)
    qtbot.addWidget(bar)
    bar.show()
    clocks.show_times(ClockTexts("14:32", "06:48", "11:12", "behind", "1′20″"))
    for _ in range(20):
        QApplication.processEvents()
    before = bar.requests
    for _ in range(20):
        QApplication.processEvents()
    assert bar.requests == before

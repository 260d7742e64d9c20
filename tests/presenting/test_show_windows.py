"""The windows of a show: what is remembered of them, and what keys make of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gaohang_viewer.presenting.audience.screen_numbers import ScreenNumber
from gaohang_viewer.presenting.audience.window import AudienceWindow
from gaohang_viewer.presenting.report_store import ReportStore
from gaohang_viewer.presenting.show.events import Command, Event
from gaohang_viewer.presenting.show.pages import Deck
from gaohang_viewer.presenting.show_windows import ShowWindows
from gaohang_viewer.report.model import Report
from gaohang_viewer.storage.memory import Memory
from gaohang_viewer.storage.settings import Settings


def corner(window: AudienceWindow) -> list[str]:
    """The colours of the upper right corner."""
    image = window.grab().toImage()
    width = image.width()
    return [image.pixelColor(x, y).name() for x in range(width - 160, width, 3) for y in range(0, 160, 3)]


@pytest.mark.parametrize("how", ["end", "close"])
def test_the_screen_saver_is_released_after_a_show(
    show_windows: ShowWindows, show: AudienceWindow, how: str
) -> None:
    assert show_windows._screen_saver.is_inhibiting
    (show_windows.running.end if how == "end" else show.close)()
    assert not show_windows._screen_saver.is_inhibiting


def test_the_audience_sees_a_clock_on_request(show_windows: ShowWindows, show: AudienceWindow) -> None:
    without = corner(show)
    show_windows.running.handle_event(Command.COUNTDOWN)
    show_windows.time.ticked.emit()
    QApplication.processEvents()
    assert corner(show) != without
    show_windows.running.handle_event(Command.COUNTDOWN)
    assert corner(show) == without


def test_a_strip_for_the_speaker_takes_room_from_the_page(
    show_windows: ShowWindows, show: AudienceWindow, qtbot: QtBot
) -> None:
    show.showNormal()
    show.resize(1600, 900)
    qtbot.waitUntil(lambda: show._picture is not None and show._picture.height() == 900)
    show_windows.running.handle_event(Command.STRIP)
    qtbot.waitUntil(lambda: show._picture is not None and show._picture.height() == 860)
    strip = show.grab().toImage().copy(0, 861, 1600, 38)
    show_windows.running.handle_event(Event.NEXT)
    assert show.grab().toImage().copy(0, 861, 1600, 38) != strip  # it names the next page
    show_windows.running.handle_event(Command.STRIP)
    qtbot.waitUntil(lambda: show._picture is not None and show._picture.height() == 900)


def test_screens_are_numbered_for_a_while(
    show_windows: ShowWindows, show: AudienceWindow, qtbot: QtBot
) -> None:
    show_windows.running.handle_event(Command.IDENTIFY)
    (card,) = show.findChildren(ScreenNumber)
    assert card.isVisible()
    assert not card.isActiveWindow()
    card.close()
    qtbot.waitUntil(lambda: not show.findChildren(ScreenNumber))


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(QSettings(str(tmp_path / "memory.ini"), QSettings.Format.IniFormat))


def test_the_sizes_of_the_consoles_parts_are_remembered(
    settings: Settings, memory: Memory, deck: Deck, qtbot: QtBot
) -> None:
    settings.set("console", "always")
    sizes: list[list[int]] = []
    for moved in (True, False):
        show_windows = ShowWindows(deck.report, settings, ReportStore(None, None), memory=memory)
        qtbot.addWidget(show_windows.audience)
        show_windows.running.set_deck(deck)
        show_windows.start()
        assert show_windows.console is not None
        show_windows.console.resize(1280, 800)
        splitter = show_windows.console.parts.across
        if moved:
            splitter.setSizes([700, 580])
            splitter.splitterMoved.emit(700, 1)
        sizes.append([round(size, -1) for size in splitter.sizes()])
        show_windows.close()
    assert sizes[0] == sizes[1]


def test_a_console_is_made_anew_after_the_show(
    show_windows: ShowWindows, deck: Deck, settings: Settings
) -> None:
    settings.set("console", "always")
    show_windows.running.set_deck(deck)
    show_windows.start()
    first = show_windows.console
    show_windows.discard_console()
    assert show_windows.console is first  # not while it is in use
    show_windows.running.end()
    show_windows.discard_console()
    assert show_windows.console is None
    show_windows.start()
    assert show_windows.console is not None


def test_closing_either_window_ends_the_show(
    show_windows: ShowWindows, deck: Deck, settings: Settings, qtbot: QtBot
) -> None:
    settings.set("console", "always")
    show_windows.running.set_deck(deck)
    for name in ("audience", "console"):
        show_windows.start()
        with qtbot.waitSignals([show_windows.ended, show_windows.record_made]):
            getattr(show_windows, name).close()
        assert show_windows.console is not None
        assert not show_windows.audience.isVisible()
        assert not show_windows.console.isVisible()


def test_a_report_without_slides_yet_can_be_left(show_windows: ShowWindows, qtbot: QtBot) -> None:
    show_windows.start()
    assert show_windows.report == Report("勇当高质量发展排头兵")
    with qtbot.waitSignal(show_windows.ended) as left:
        show_windows.running.handle_event(Event.ESCAPE)
        show_windows.running.handle_event(Event.ESCAPE)
    assert left.args == [None]

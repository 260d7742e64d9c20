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


def test_the_audience_sees_a_clock_on_request(stage: ShowWindows, show: AudienceWindow) -> None:
    without = corner(show)
    stage.running.handle_event(Command.COUNTDOWN)
    stage.time.ticked.emit()
    QApplication.processEvents()
    assert corner(show) != without
    stage.running.handle_event(Command.COUNTDOWN)
    assert corner(show) == without


def test_a_strip_for_the_speaker_takes_room_from_the_page(
    stage: ShowWindows, show: AudienceWindow, qtbot: QtBot
) -> None:
    show.showNormal()
    show.resize(1600, 900)
    qtbot.waitUntil(lambda: show._picture is not None and show._picture.height() == 900)
    stage.running.handle_event(Command.STRIP)
    qtbot.waitUntil(lambda: show._picture is not None and show._picture.height() == 860)
    strip = show.grab().toImage().copy(0, 861, 1600, 38)
    stage.running.handle_event(Event.NEXT)
    assert show.grab().toImage().copy(0, 861, 1600, 38) != strip  # it names the next page
    stage.running.handle_event(Command.STRIP)
    qtbot.waitUntil(lambda: show._picture is not None and show._picture.height() == 900)


def test_screens_are_numbered_for_a_while(stage: ShowWindows, show: AudienceWindow, qtbot: QtBot) -> None:
    stage.running.handle_event(Command.IDENTIFY)
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
        stage = ShowWindows(deck.report, settings, ReportStore(None, None), memory=memory)
        qtbot.addWidget(stage.audience)
        stage.running.set_deck(deck)
        stage.start()
        assert stage.console is not None
        stage.console.resize(1280, 800)
        splitter = stage.console.parts.across
        if moved:
            splitter.setSizes([700, 580])
            splitter.splitterMoved.emit(700, 1)
        sizes.append([round(size, -1) for size in splitter.sizes()])
        stage.close()
    assert sizes[0] == sizes[1]


def test_a_console_is_made_anew_after_the_show(stage: ShowWindows, deck: Deck, settings: Settings) -> None:
    settings.set("console", "always")
    stage.running.set_deck(deck)
    stage.start()
    first = stage.console
    stage.discard_console()
    assert stage.console is first  # not while it is in use
    stage.running.end()
    stage.discard_console()
    assert stage.console is None
    stage.start()
    assert stage.console is not None


def test_closing_either_window_ends_the_show(
    stage: ShowWindows, deck: Deck, settings: Settings, qtbot: QtBot
) -> None:
    settings.set("console", "always")
    stage.running.set_deck(deck)
    for name in ("audience", "console"):
        stage.start()
        with qtbot.waitSignals([stage.ended, stage.record_made]):
            getattr(stage, name).close()
        assert stage.console is not None
        assert not stage.audience.isVisible()
        assert not stage.console.isVisible()


def test_a_report_without_slides_yet_can_be_left(stage: ShowWindows, qtbot: QtBot) -> None:
    stage.start()
    assert stage.report == Report("勇当高质量发展排头兵")
    with qtbot.waitSignal(stage.ended) as left:
        stage.running.handle_event(Event.ESCAPE)
        stage.running.handle_event(Event.ESCAPE)
    assert left.args == [None]

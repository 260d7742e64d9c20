"""The clocks of a show that runs."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from gaohang_viewer.presenting.audience.window import AudienceWindow
from gaohang_viewer.presenting.show.events import Command, Event, Go
from gaohang_viewer.presenting.show.pages import Deck
from gaohang_viewer.presenting.show_windows import ShowWindows
from gaohang_viewer.storage.settings import Settings


class Clock:
    """Time that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def begun(show_windows: ShowWindows, deck: Deck) -> Clock:
    clock = Clock()
    show_windows.running.clock = clock
    show_windows.running.set_deck(deck)
    show_windows.start()
    return clock


def test_a_talk_begins_with_the_show_and_the_pause_stays(show_windows: ShowWindows, deck: Deck) -> None:
    clock = begun(show_windows, deck)
    clock.now += 10
    show_windows.running.handle_event(Event.NEXT)
    show_windows.running.handle_event(Command.TIMER)
    clock.now += 100
    show_windows.running.handle_event(Event.NEXT)
    assert show_windows.time.elapsed == 10
    show_windows.running.handle_event(Command.TIMER)
    clock.now += 5
    assert show_windows.time.elapsed == 15
    show_windows.running.handle_event(Command.RESET_TIMER)
    assert show_windows.time.elapsed == 0


def test_the_pace_follows_the_minutes_that_there_are(
    show_windows: ShowWindows, deck: Deck, settings: Settings
) -> None:
    clock = begun(show_windows, deck)
    settings.set("minutes", 2)
    show_windows.running.handle_event(Go(5))
    clock.now += 119
    assert round(show_windows.time.remaining, 6) == 1
    assert show_windows.time.pace > 60
    show_windows.running.handle_event(Event.LAST)
    assert show_windows.time.pace == 0


def test_what_the_audience_sees_is_what_the_talk_is_at(
    show_windows: ShowWindows, deck: Deck, settings: Settings
) -> None:
    settings.set("console", "always")
    clock = begun(show_windows, deck)
    show_windows.running.handle_event(Go(3))
    show_windows.running.handle_event(Event.FREEZE)
    show_windows.running.handle_event(Go(9))
    clock.now += 30
    assert show_windows.time.spent_on(0) == 30
    assert show_windows.time.spent_on(5) == 0


def test_a_foyer_screen_goes_on_by_itself_and_begins_again(
    show_windows: ShowWindows, deck: Deck, settings: Settings, qtbot: QtBot
) -> None:
    settings.set("advance", 3600)
    settings.set("loop", True)
    begun(show_windows, deck)
    timer = show_windows.time._advance_timer
    assert timer.interval() == 3600_000
    show_windows.running.handle_event(Event.LAST)
    timer.start(0)
    qtbot.waitUntil(lambda: show_windows.running.state.page == 1)
    show_windows.running.handle_event(Command.TIMER)
    assert not timer.isActive()
    show_windows.running.handle_event(Command.TIMER)
    settings.set("advance", -1)
    assert timer.interval() == round(show_windows.time.plan.seconds_on(1) * 1000)
    settings.set("advance", 0)
    assert not timer.isActive()


def test_another_deck_keeps_the_talk_going(
    show_windows: ShowWindows, show: AudienceWindow, deck: Deck
) -> None:
    clock = Clock()
    show_windows.running.clock = clock
    show_windows.running.set_deck(keyed := with_keys(deck))
    show_windows.start()
    show_windows.running.handle_event(Go(5))
    clock.now += 20
    more = [replace(page, section=page.section and page.section + 1) for page in keyed.pages]
    report = deck.report._replace(sections=(deck.report.sections[0], *deck.report.sections))
    show_windows.running.set_deck(keyed._replace(report=report, pages=tuple(more)))
    assert show_windows.time.elapsed == 20
    assert [show_windows.time.spent_on(section) for section in (2, 3)] == [0, 20]


def with_keys(deck: Deck) -> Deck:
    return deck._replace(pages=tuple(replace(page, key=f"页{page.number}") for page in deck.pages))

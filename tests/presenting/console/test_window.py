from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QTextEdit,
)
from pytestqt.qtbot import QtBot

from gaohang_viewer.presenting.console.clocks import Clock
from gaohang_viewer.presenting.console.sections_model import TIME
from gaohang_viewer.presenting.console.window import ConsoleWindow
from gaohang_viewer.presenting.show.events import Command, Event, Go
from gaohang_viewer.presenting.show.state import Screen
from gaohang_viewer.presenting.show_windows import ShowWindows
from tests.coloured_pages import page_colour
from tests.presenting.console.conftest import settle

Key = Qt.Key


def click_section(console: ConsoleWindow, section: int) -> None:
    view = console.parts.sections
    place = view.visualRect(view.sections.index_of(section)).center() + QPoint(40, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_speaker_freezes_looks_something_up_in_the_tree_and_shows_it(
    console: ConsoleWindow, show_windows: ShowWindows, qtbot: QtBot
) -> None:
    buttons = console.parts.buttons.buttons
    QTest.keyClick(console, Key.Key_PageDown)
    QTest.keyClicks(console, "f")
    settle(qtbot, console)
    assert console.page.notice == "Frozen · the audience sees slide 2"
    assert buttons[Event.FREEZE].isChecked()
    assert buttons[Event.SHOW_THIS].isVisible()
    assert console.parts.page_area.audience.isVisible()
    click_section(console, 4)
    settle(qtbot, console)
    assert (show_windows.running.state.page, show_windows.running.state.seen.page) == (8, 2)
    QTest.mouseClick(buttons[Event.SHOW_THIS], Qt.MouseButton.LeftButton)
    settle(qtbot, console)
    assert show_windows.running.state.seen.page == 8
    assert not console.parts.page_area.audience.isVisible()
    assert not buttons[Event.SHOW_THIS].isVisible()
    QTest.mouseClick(buttons[Event.RETURN], Qt.MouseButton.LeftButton)
    settle(qtbot, console)
    assert show_windows.running.state.seen.page == 2
    assert not buttons[Event.RETURN].isEnabled()


def test_the_tree_opens_the_branch_that_the_talk_is_in_and_closes_the_one_before(
    console: ConsoleWindow, show_windows: ShowWindows, qtbot: QtBot
) -> None:
    view = console.parts.sections
    for section, opened in ((2, [True, False]), (6, [False, True]), (8, [False, False])):
        show_windows.running.handle_event(Go({2: 5, 6: 10, 8: 12}[section]))
        settle(qtbot, console)
        assert view.sections.present == section
        assert [view.isExpanded(view.sections.index_of(chapter)) for chapter in (0, 4)] == opened
        present = view.visualRect(view.sections.index_of(section))
        assert view.viewport().rect().contains(present.center())


def test_the_card_of_keys_lies_over_the_console_until_it_is_clicked(
    console: ConsoleWindow, show_windows: ShowWindows
) -> None:
    QTest.keyClicks(console, "?")
    assert console.key_card.isVisible()
    QTest.mouseClick(console.key_card, Qt.MouseButton.LeftButton)
    assert not console.key_card.isVisible()
    assert show_windows.running.state.page == 1


def test_the_next_page_is_the_one_after_and_at_the_end_says_so(
    console: ConsoleWindow, show_windows: ShowWindows, qtbot: QtBot
) -> None:
    page = console.parts.next_area.page
    show_windows.running.handle_event(Go(6))
    settle(qtbot, console)

    def shown() -> str:
        image = page.grab().toImage()
        return image.pixelColor(image.width() // 2, image.height() // 3).name()

    qtbot.waitUntil(lambda: shown() == page_colour(7).name())
    show_windows.running.handle_event(Event.LAST)
    settle(qtbot, console)
    assert page.at_end


def test_the_speaker_sees_the_page_while_the_audience_s_screen_is_black(
    console: ConsoleWindow, show_windows: ShowWindows, qtbot: QtBot
) -> None:
    QTest.keyClicks(console, "b")
    settle(qtbot, console)
    assert console.page.notice == "Audience screen is black"
    assert console.page.seen.screen is Screen.SLIDE
    assert show_windows.audience.seen.screen is Screen.BLACK
    assert console.parts.audience.accessibleName().endswith("black")


def test_the_keyboard_reaches_the_tree_and_comes_back(
    console: ConsoleWindow, show_windows: ShowWindows, qtbot: QtBot
) -> None:
    view = console.parts.sections
    show_windows.running.handle_event(Go(3))
    settle(qtbot, console)
    for key, modifier in (
        (Key.Key_F6, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Tab, Qt.KeyboardModifier.ControlModifier),
    ):
        QTest.keyClick(console, key, modifier)
        assert QApplication.focusWidget() is view
        QTest.keyClick(view, Key.Key_Escape)
        assert QApplication.focusWidget() is console
    QTest.keyClick(console, Key.Key_F6)
    QTest.keyClick(view, Key.Key_Down)
    assert show_windows.running.state.page == 3
    QTest.keyClicks(view, "f")  # a key of the show
    assert show_windows.running.state.held is not None
    QTest.keyClick(view, Key.Key_Return)
    assert show_windows.running.state.page == 4
    assert QApplication.focusWidget() is console


def test_mouse_and_wheel_over_the_page_step_as_in_the_audience_s_window(
    console: ConsoleWindow, show_windows: ShowWindows
) -> None:
    page = console.page
    QTest.mouseClick(page, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page, Qt.MouseButton.RightButton)
    assert show_windows.running.state.page == 2
    QTest.mouseClick(console.parts.next_area.page, Qt.MouseButton.LeftButton)
    assert show_windows.running.state.page == 2


def test_times_in_the_tree_follow_the_minutes_that_the_speaker_sets(
    console: ConsoleWindow, show_windows: ShowWindows
) -> None:
    last = console.parts.sections.sections.index_of(8)
    before = last.data(TIME)
    show_windows.settings.set("minutes", 90)
    assert last.data(TIME) not in ("", before)
    assert console.parts.clocks.left.shown[1].startswith("1:")


def test_points_that_come_one_by_one_are_told_by_the_next_page(
    console: ConsoleWindow, show_windows: ShowWindows, qtbot: QtBot
) -> None:
    pages = tuple(
        replace(page, tops=(0.3, 0.6)) if page.number == 4 else page for page in show_windows.running.pages
    )
    show_windows.running.set_reveal(reveal=True)
    show_windows.running.set_deck(show_windows.running.deck._replace(pages=pages))
    show_windows.running.handle_event(Go(4))
    following = console.parts.next_area.page
    seen = []
    for _ in range(3):
        settle(qtbot, console)
        seen.append(following.seen[:2])
        QTest.keyClick(console, Key.Key_PageDown)
    assert seen == [(4, 1), (4, 2), (5, 0)]


def test_a_click_on_the_elapsed_time_stops_the_clock(
    console: ConsoleWindow, show_windows: ShowWindows
) -> None:
    QTest.mouseClick(console.parts.clocks.spoken, Qt.MouseButton.LeftButton)
    assert show_windows.time.talk.is_paused
    assert console.parts.clocks.spoken.shown[::2] == ("paused", "hit_now")
    show_windows.running.handle_event(Command.TIMER)
    assert console.parts.clocks.spoken.shown[::2] == ("elapsed", "ink")


@pytest.mark.parametrize("width", [960, 1280])
def test_nothing_is_cut_off_on_a_small_screen(console: ConsoleWindow, qtbot: QtBot, width: int) -> None:
    console.resize(width, 800 if width == 1280 else 600)
    QTest.keyClicks(console, "fkt")
    settle(qtbot, console)
    QApplication.processEvents()
    parts = console.parts
    buttons = [button for button in console.findChildren(QAbstractButton) if button.isVisible()]
    assert len(buttons) > len(parts.buttons.buttons)
    clocks = parts.clocks.findChildren(Clock)
    for widget in [*buttons, *clocks]:
        if widget.isVisible():
            assert widget.width() >= widget.minimumSizeHint().width(), widget.accessibleName()
            right = widget.mapTo(console, QPoint(widget.width(), 0)).x()
            assert right <= console.width(), widget.accessibleName()
    assert parts.buttons.more.geometry().right() < parts.buttons.page_number.geometry().left()
    assert parts.clocks.geometry().right() < parts.audience.geometry().left()


def test_every_control_has_a_name_and_no_button_takes_the_keyboard(console: ConsoleWindow) -> None:
    controls = [
        widget
        for kind in (QAbstractButton, QLineEdit, QAbstractItemView, QTextEdit)
        for widget in console.findChildren(kind)
        if not isinstance(widget, QHeaderView)
    ]
    assert len(controls) > 15
    for widget in controls:
        is_ours = not isinstance(widget.parent(), QLineEdit)
        assert widget.accessibleName() or not is_ours, widget
        if isinstance(widget, QAbstractButton) and is_ours:
            assert widget.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_menu_offers_the_rest_with_their_keys(console: ConsoleWindow, show_windows: ShowWindows) -> None:
    actions = {action.text().split("\t")[0]: action for action in console.parts.buttons.menu().actions()}
    actions["White screen"].trigger()
    assert show_windows.running.state.screen is Screen.WHITE
    actions["Spotlight"].trigger()
    assert show_windows.running.state.tool.value == "spotlight"
    assert actions["Clear drawings on this slide"].text().endswith("\tX")


def test_the_sizes_of_the_parts_are_restored(console: ConsoleWindow, qtbot: QtBot) -> None:
    parts = console.parts
    with qtbot.waitSignal(console.sizes_changed):
        parts.across.setSizes([700, 580])
        parts.across.splitterMoved.emit(700, 1)
    kept, sizes = console.save_state(), parts.across.sizes()
    parts.across.setSizes([900, 380])
    assert parts.across.sizes() != sizes
    console.restore_state(kept)
    assert parts.across.sizes() == sizes
    console.restore_state(b"damaged")
    assert parts.across.sizes() == sizes


def test_closing_the_console_or_its_button_ends_the_show(
    console: ConsoleWindow, show_windows: ShowWindows
) -> None:
    QTest.mouseClick(console.parts.end, Qt.MouseButton.LeftButton)
    assert show_windows.running.state.finished
    show_windows.start()
    assert not show_windows.running.state.finished
    console.close()
    assert show_windows.running.state.finished


def test_a_step_is_on_the_audience_s_screen_before_anything_of_the_console_moves(
    console: ConsoleWindow, show_windows: ShowWindows, qtbot: QtBot
) -> None:
    painted: list[str] = []
    names = {
        show_windows.audience: "audience",
        console.page: "page",
        console.parts.next_area.page: "next",
        console.parts.sections.viewport(): "tree",
        console.parts.script.text.viewport(): "script",
    }

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                painted.append(next(name for widget, name in names.items() if widget is watched))
            return False

    show_windows.running.handle_event(Go(4))
    settle(qtbot, console)
    QApplication.processEvents()
    watcher = Watcher()
    for widget in names:
        widget.installEventFilter(watcher)
    QTest.keyClick(console, Key.Key_PageDown)
    assert painted == ["audience", "page"]
    settle(qtbot, console)
    qtbot.waitUntil(lambda: {"next", "tree", "script"} <= set(painted))


def test_a_plain_window_keeps_the_size_that_it_was_given(
    console: ConsoleWindow, show_windows: ShowWindows
) -> None:
    console.resize(1100, 700)
    show_windows.arrange()
    assert (console.width(), console.height()) == (1100, 700)

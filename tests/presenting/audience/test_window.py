"""The audience window: what is in its pixels after keys, clicks, and decks that come and change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gaohang_viewer.presenting.audience import window as audience_module
from gaohang_viewer.presenting.audience.window import AudienceWindow
from gaohang_viewer.presenting.show.pages import Deck, ShowPage
from gaohang_viewer.presenting.show.state import Screen
from gaohang_viewer.presenting.show_windows import ShowWindows
from gaohang_viewer.storage.settings import Settings
from tests.coloured_pages import page_colour
from tests.presenting.conftest import shown_page

K = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier


def press(window: AudienceWindow, *keys: Qt.Key, held: bool = False) -> None:
    for key in keys:
        text = chr(key) if key < K.Key_Escape else ""
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, held)
            QApplication.sendEvent(window, event)
            assert event.isAccepted()


def turn_wheel(window: QWidget, angle: int) -> None:
    point = QPointF(100, 100)
    delta = QPoint(0, angle)
    phase, upright = Qt.ScrollPhase.NoScrollPhase, False
    event = QWheelEvent(point, point, QPoint(), delta, Qt.MouseButton.NoButton, _NONE, phase, upright)
    QApplication.sendEvent(window, event)


def test_the_show_is_in_full_screen_and_takes_no_input_method(show: AudienceWindow, qtbot: QtBot) -> None:
    assert show.isFullScreen()
    assert not show.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    qtbot.waitUntil(lambda: show.windowTitle() == "Slide show — 1 / 12 · 第1页")


def test_a_step_is_painted_within_its_key(
    show: AudienceWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    renderer = show._running.renderer
    assert renderer is not None
    qtbot.waitUntil(lambda: renderer.image(2, show.size()) is not None)
    painted: list[int] = []
    paint = show._paint_page

    def paint_and_tell(painter: QPainter, picture: QImage) -> None:
        painted.append(show._running.state.page)
        paint(painter, picture)

    monkeypatch.setattr(show, "_paint_page", paint_and_tell)
    press(show, K.Key_PageDown)
    assert painted == [2]
    assert shown_page(show) == 2
    qtbot.waitUntil(lambda: show.windowTitle() == "Slide show — 2 / 12 · 第2页")


def test_keys_of_a_remote(show_windows: ShowWindows, show: AudienceWindow, qtbot: QtBot) -> None:
    left: list[object] = []
    show_windows.ended.connect(left.append)
    press(show, K.Key_F5, K.Key_PageDown, K.Key_PageDown, K.Key_PageUp, K.Key_PageDown)
    qtbot.waitUntil(lambda: shown_page(show) == 3)
    press(show, K.Key_Period)
    assert show._running.state.screen is Screen.BLACK
    assert show.grab().toImage().pixelColor(9, 9) == QColor("black")
    press(show, K.Key_Period, K.Key_Escape, K.Key_F5)
    assert show.isVisible()
    press(show, K.Key_Escape)
    assert not show.isVisible()
    assert left == [0]


def test_a_held_escape_does_not_leave(show: AudienceWindow) -> None:
    press(show, K.Key_Escape)
    press(show, K.Key_Escape, K.Key_Escape, held=True)
    assert show.isVisible()


def test_the_question_whether_to_leave_goes_away(
    show: AudienceWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gaohang_viewer.presenting.show.transitions.LEAVING_SECONDS", 0.05)
    plain = show.grab().toImage()
    press(show, K.Key_Escape)
    assert show.grab().toImage() != plain
    qtbot.waitUntil(lambda: show._running.state.leaving_armed_until is None)
    assert show.grab().toImage() == plain


def test_leaving_from_the_cover_names_no_section(
    show_windows: ShowWindows, show: AudienceWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(show_windows.ended) as left:
        show.close()
    assert left.args == [None]
    assert not show.isVisible()


def test_a_show_can_be_begun_again(show_windows: ShowWindows, show: AudienceWindow, qtbot: QtBot) -> None:
    press(show, K.Key_End, K.Key_B, K.Key_Escape, K.Key_Escape, K.Key_Escape)
    assert not show.isVisible()
    show_windows.start(section=2)
    qtbot.waitUntil(lambda: shown_page(show) == 5)
    assert not show._running.state.finished


def test_mouse(show: AudienceWindow) -> None:
    QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    QTest.mouseClick(show, Qt.MouseButton.RightButton)
    assert show._running.state.page == 2
    for angle in (-120, -120, 120, -60, -60):
        turn_wheel(show, angle)
    assert show._running.state.page == 4


def test_the_cursor_hides_and_comes_back(
    show_windows: ShowWindows, audience: AudienceWindow, qtbot: QtBot
) -> None:
    assert audience_module.CURSOR_HIDES_AFTER_MS == 2000
    audience._idle_timer.setInterval(20)
    show_windows.start()
    qtbot.waitUntil(lambda: audience.cursor().shape() == Qt.CursorShape.BlankCursor)
    QTest.mouseMove(audience, QPoint(50, 50))
    QTest.mouseMove(audience, QPoint(60, 60))
    assert audience.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_overview(show: AudienceWindow, qtbot: QtBot) -> None:
    press(show, K.Key_Tab)
    tile = show.overview.grid().tile(8).center()
    qtbot.waitUntil(lambda: show.grab().toImage().pixelColor(tile) == page_colour(8))
    QTest.mouseClick(show.overview, Qt.MouseButton.LeftButton, _NONE, tile)
    assert not show._running.state.overview
    qtbot.waitUntil(lambda: shown_page(show) == 8)
    press(show, K.Key_O, K.Key_Up)
    assert show._running.state.cursor == 3
    QTest.mouseClick(show.overview, Qt.MouseButton.LeftButton, _NONE, QPoint(1, 1))
    assert show._running.state.overview
    QTest.mouseClick(show.overview, Qt.MouseButton.RightButton, _NONE, tile)
    assert (show._running.state.overview, show._running.state.page) == (False, 8)


def test_a_long_overview_scrolls_with_cursor_and_wheel(show: AudienceWindow) -> None:
    show.resize(400, 200)
    press(show, K.Key_Tab, K.Key_End)
    furthest = show.overview.grid().max_scroll
    assert show.overview.scroll_top == furthest > 0
    turn_wheel(show.overview, 50)
    assert show.overview.scroll_top == furthest - 50
    press(show, K.Key_Home)
    assert show.overview.scroll_top == 0


def test_until_there_is_a_deck_the_title_waits(
    show_windows: ShowWindows, audience: AudienceWindow, qtbot: QtBot, deck: Deck
) -> None:
    show_windows.start(section=4)
    first = audience.grab().toImage()
    assert first.pixelColor(0, 0) == QColor(audience._colours.ground)
    qtbot.waitUntil(lambda: audience.grab().toImage() != first)  # it moves
    press(audience, K.Key_PageDown, K.Key_Tab)
    show_windows.running.set_deck(deck)
    qtbot.waitUntil(lambda: shown_page(audience) == 8)
    assert not audience._waiting_timer.isActive()


def test_another_deck_keeps_the_section(
    show_windows: ShowWindows, show: AudienceWindow, qtbot: QtBot, deck: Deck
) -> None:
    press(show, K.Key_6, K.Key_Return)
    qtbot.waitUntil(lambda: shown_page(show) == 6)
    fewer = tuple(
        ShowPage(number, page.slide, page.section, page.part, page.title)
        for number, page in enumerate(deck.pages[3:], 1)
    )
    show_windows.running.set_deck(deck._replace(pages=fewer))
    assert show._running.state.page == 3
    assert shown_page(show) == 6  # the old picture stands until the new one is drawn
    qtbot.waitUntil(lambda: shown_page(show) == 3)


def test_another_shape_of_window_has_bars(show: AudienceWindow, qtbot: QtBot) -> None:
    show.resize(400, 400)
    qtbot.waitUntil(lambda: show._picture is not None and show._picture.size() == QSize(400, 225))
    image = show.grab().toImage()
    edges = [image.pixelColor(200, y) for y in (0, 86, 88, 311, 313, 399)]
    page, bar = page_colour(1), QColor("black")
    assert edges == [bar, bar, page, page, bar, bar]


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 800), (800, 600)])
@pytest.mark.parametrize("over", [{"leaving_armed_until": 9e9}, {"typed": "1024"}, {"keycard": True}])
def test_overlays_stay_within_the_window(
    show: AudienceWindow, size: tuple[int, int], over: dict[str, Any]
) -> None:
    show.resize(*size)
    show._running.state = white = replace(show._running.state, screen=Screen.WHITE)
    plain = show.grab().toImage()
    show._running.state = replace(white, **over)
    image = show.grab().toImage()
    assert image != plain
    ground = image.pixelColor(0, 0)
    rim = [(x, y) for x in range(size[0]) for y in (0, size[1] - 1)]
    rim += [(x, y) for x in (0, size[0] - 1) for y in range(size[1])]
    assert all(image.pixelColor(x, y) == ground for x, y in rim)


def test_a_slide_is_found_in_the_overview(show: AudienceWindow, qtbot: QtBot) -> None:
    press(show, K.Key_Slash)
    assert show.overview.isVisible()
    field = show.overview.field
    assert field.isVisible()
    plain = show.overview.grab().toImage()
    QTest.keyClicks(field, "11")
    assert show._running.state.cursor == 11
    assert show.overview.grab().toImage() != plain  # the others are dim
    QTest.keyClick(field, K.Key_Return)
    assert (show._running.state.page, show.overview.isVisible()) == (11, False)
    press(show, K.Key_Slash)
    assert field.text() == ""
    QTest.keyClick(field, K.Key_Escape)
    assert not show.overview.isVisible()
    press(show, K.Key_Home)
    assert show._running.state.page == 1


def test_a_slide_gives_way_softly_and_at_once(
    show_windows: ShowWindows, show: AudienceWindow, settings: Settings, qtbot: QtBot
) -> None:
    renderer = show_windows.running.renderer
    assert renderer is not None
    qtbot.waitUntil(lambda: renderer.image(2, show.size()) is not None)
    settings.set("fade", True)
    press(show, K.Key_PageDown)
    image = show.grab().toImage()
    mixed = image.pixelColor(image.width() // 2, image.height() // 2)
    assert page_colour(1).red() < mixed.red() < page_colour(2).red()
    qtbot.waitUntil(lambda: shown_page(show) == 2)
    press(show, K.Key_PageDown, K.Key_PageDown, K.Key_PageDown)  # nothing is waited for
    assert show_windows.running.state.page == 5
    qtbot.waitUntil(lambda: shown_page(show) == 5)


def test_points_that_are_still_to_come_are_covered_by_the_empty_page(
    show_windows: ShowWindows, deck: Deck, qtbot: QtBot
) -> None:
    show_windows.running.set_reveal(reveal=True)
    pages = tuple(replace(page, tops=(0.3, 0.6) if page.number == 2 else ()) for page in deck.pages[:-1])
    show_windows.running.set_deck(deck._replace(pages=pages, bottom=0.9))  # the last page is the empty one
    show_windows.start(page=2)
    show = show_windows.audience

    def colours() -> list[QColor]:
        rect, image = show.page_rect, show.grab().toImage()
        return [
            image.pixelColor(99, round(rect.top() + at * rect.height())) for at in (0.2, 0.45, 0.75, 0.95)
        ]

    there, empty = page_colour(2), page_colour(12)
    qtbot.waitUntil(lambda: colours() == [there, empty, empty, there])
    press(show, K.Key_PageDown)
    assert colours() == [there, there, empty, there]
    press(show, K.Key_PageDown)
    assert colours() == [there] * 4
    press(show, K.Key_PageUp)
    assert colours() == [there, there, empty, there]
    show_windows.running.set_reveal(reveal=False)
    assert colours() == [there] * 4

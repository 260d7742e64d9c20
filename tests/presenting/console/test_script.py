from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot

from gaohang_viewer.presenting.console.window import ConsoleWindow
from gaohang_viewer.presenting.show.events import Go
from gaohang_viewer.presenting.show_windows import ShowWindows
from tests.presenting.console.conftest import settle

Key = Qt.Key


def test_the_script_is_the_section_s_text_and_follows_the_talk(
    console: ConsoleWindow, show_windows: ShowWindows, qtbot: QtBot
) -> None:
    script = console.parts.script
    show_windows.running.handle_event(Go(4))
    settle(qtbot, console)
    assert script.headline.text() == "（一）税收增长"
    assert "年均税收23.9亿元，单位面积" in script.text.toPlainText()  # full-width, as in the reading pane
    assert script.text.spoken == "税收增长的开头。年均税收"[:8]
    script.set_position(0.5)
    assert script.text.spoken in script.text.toPlainText()
    assert script.text.spoken != "税收增长的开头。"
    bar = script.text.verticalScrollBar()

    def has_followed() -> bool:
        script.set_position(0.5)  # the console's own beat may set the position of its clock meanwhile
        return bar.value() > 0

    qtbot.waitUntil(has_followed)


def test_a_speaker_who_scrolls_the_script_is_left_alone_until_the_next_page(
    console: ConsoleWindow, show_windows: ShowWindows, qtbot: QtBot
) -> None:
    text = console.parts.script.text
    show_windows.running.handle_event(Go(5))
    settle(qtbot, console)
    QTest.keyClick(console, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert text.is_scrolled_by_hand
    assert show_windows.running.state.page == 5
    scrolled = text.verticalScrollBar().value()
    assert scrolled > 0
    QTest.keyClick(console, Key.Key_PageDown)
    settle(qtbot, console)
    assert show_windows.running.state.page == 6  # of the same section
    assert not text.is_scrolled_by_hand
    down = QWheelEvent(
        QPointF(20, 20),
        QPointF(20, 20),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(text.viewport(), down)
    assert text.is_scrolled_by_hand
    assert show_windows.running.state.page == 6


def test_a_chapter_without_text_shows_the_next_text_as_coming(
    console: ConsoleWindow, show_windows: ShowWindows, qtbot: QtBot
) -> None:
    show_windows.running.handle_event(Go(3))
    settle(qtbot, console)
    script = console.parts.script
    assert script.headline.text() == "next: （一）税收增长"
    assert script.text.toPlainText().startswith("税收增长的开头。")
    assert script.text.spoken == ""


def test_the_script_s_size_is_the_speaker_s_and_is_remembered(
    console: ConsoleWindow, show_windows: ShowWindows
) -> None:
    before = console.parts.script.pixels
    QTest.keyClicks(console, "+")
    assert show_windows.settings.script == 28
    assert console.parts.script.pixels > before
    QTest.mouseClick(console.parts.script.smaller, Qt.MouseButton.LeftButton)
    QTest.keyClicks(console, "-")
    assert show_windows.settings.script == 24


def test_a_section_of_many_pages_is_written_in_portions_and_lit_when_it_is_there(
    console: ConsoleWindow, show_windows: ShowWindows, qtbot: QtBot
) -> None:
    body = "".join(f"这是第{number}段，说的是第{number}件事情的来龙去脉。\n\n" for number in range(1000))
    long = show_windows.report.sections[3]._replace(body=body)
    report = show_windows.report._replace(
        sections=(*show_windows.report.sections[:3], long, *show_windows.report.sections[4:])
    )
    show_windows.running.set_deck(show_windows.running.deck._replace(report=report))
    show_windows.running.handle_event(Go(7))
    settle(qtbot, console)
    text = console.parts.script.text
    assert "第999段" not in text.toPlainText()
    console.parts.script.set_position(0)
    qtbot.waitUntil(lambda: text.spoken == "这是第0段，说的是第0件事情的来龙去脉。")
    assert text.toPlainText().endswith("第999件事情的来龙去脉。")
    console.parts.script.set_position(1)
    assert text.spoken == "这是第999段，说的是第999件事情的来龙去脉。"

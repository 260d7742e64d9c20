from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot

from gaohang_viewer.presenting.console.window import ConsoleWindow
from gaohang_viewer.presenting.show.state import Screen
from gaohang_viewer.presenting.show_windows import ShowWindows

Key = Qt.Key


def test_a_search_gives_no_key_to_the_show_but_the_remote_still_steps(
    console: ConsoleWindow, show_windows: ShowWindows, qtbot: QtBot
) -> None:
    field = console.parts.search
    QTest.keyClicks(console, "/")
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "bgf12")
    assert show_windows.running.state.screen is Screen.SLIDE
    assert show_windows.running.state.held is None
    assert show_windows.running.state.typed == ""
    QTest.keyClick(field, Key.Key_PageDown)
    QTest.keyClick(field, Key.Key_PageDown)
    QTest.keyClick(field, Key.Key_PageUp)
    assert show_windows.running.state.page == 2
    assert field.text() == "bgf12"
    QTest.keyClick(field, Key.Key_Escape)
    assert field.text() == ""
    assert console.parts.tree_or_results.currentWidget() is console.parts.sections
    assert QApplication.focusWidget() is console
    QTest.keyClicks(console, "b")
    assert show_windows.audience.seen.screen is Screen.BLACK


def test_the_search_finds_by_pinyin_and_by_text_and_enter_goes_there(
    console: ConsoleWindow, show_windows: ShowWindows, qtbot: QtBot
) -> None:
    field = console.parts.search
    QTest.keyClick(console, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "qxgx")
    assert [found.headline for found in field.results] == ["（三）气象更新"]
    assert console.parts.tree_or_results.currentWidget() is field.list
    field.setText("招商推介")
    assert [found.section for found in field.results] == [1, 2, 3, 5, 6, 7]
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Up)
    QTest.keyClick(field, Key.Key_Return)
    assert show_windows.running.page is not None
    assert show_windows.running.page.section == 2
    assert QApplication.focusWidget() is console


def test_the_search_key_finds_pages_while_the_overview_is_open(
    console: ConsoleWindow, show_windows: ShowWindows
) -> None:
    QTest.keyClicks(console, "o")
    assert console.overview.isVisible()
    assert console.overview.size() == console.size()
    QTest.keyClicks(console, "/")
    assert QApplication.focusWidget() is console.overview.field

"""Selecting by keyboard, with a caret that can be seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gaohang_viewer.reading.search.finder import Finder
from gaohang_viewer.reading.text.text_pane import TextPane
from gaohang_viewer.reading.text.text_style import TextStyle
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.session.position import Position
from gaohang_viewer.session.reader import Reader
from gaohang_viewer.ui.theme import load_fonts, load_theme

COUNT = 100
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL_SHIFT = SHIFT | Qt.KeyboardModifier.ControlModifier
THEME = load_theme("light")


@pytest.fixture
def pane(reader: Reader, qtbot: QtBot) -> TextPane:
    sections = tuple(
        Section(1, f"{at}、", f"标题{at}", at + 1, f"甲{at}甲。" + "话，话。" * 60) for at in range(COUNT)
    )
    reader.open(Report("题", sections=sections), Path("long.md"), Position(0))
    made = TextPane(reader, Finder(reader))
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.apply_theme(TextStyle(THEME, load_fonts()))
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def press(pane: TextPane, *keys: Qt.Key, shift: bool = False, ctrl: bool = False) -> None:
    control = Qt.KeyboardModifier.ControlModifier if ctrl else NONE
    for key in keys:
        QTest.keyClick(pane, key, (SHIFT if shift else NONE) | control)


def copied(pane: TextPane) -> str:
    press(pane, Qt.Key.Key_C, ctrl=True)
    return QGuiApplication.clipboard().text()


def put_before(pane: TextPane, words: str) -> None:
    cursor = pane.document().find(words)
    cursor.setPosition(cursor.selectionStart())
    pane.setTextCursor(cursor)


def accent_pixels(pane: TextPane) -> int:
    image = pane.viewport().grab().toImage()
    accent = QColor(THEME.accent)
    return sum(
        image.pixelColor(x, y) == accent for x in range(image.width()) for y in range(0, image.height(), 4)
    )


def test_shift_and_arrows_select_characters_and_lines(pane: TextPane) -> None:
    put_before(pane, "甲0甲")
    press(pane, Qt.Key.Key_Right, Qt.Key.Key_Right, shift=True)
    assert copied(pane) == "甲0"
    press(pane, Qt.Key.Key_Left, shift=True)
    assert copied(pane) == "甲"
    press(pane, Qt.Key.Key_Down, shift=True)
    assert len(copied(pane)) > 20
    press(pane, Qt.Key.Key_Up, shift=True)
    assert copied(pane) == "甲"


def test_shift_end_selects_to_the_end_of_the_line(pane: TextPane) -> None:
    put_before(pane, "标题0")
    press(pane, Qt.Key.Key_End, shift=True)
    assert copied(pane) == "标题0"
    press(pane, Qt.Key.Key_Home, shift=True)
    assert copied(pane) == "0、"


def test_ctrl_shift_end_and_home_reach_the_ends_of_the_report(pane: TextPane, reader: Reader) -> None:
    put_before(pane, "甲0甲")
    press(pane, Qt.Key.Key_End, shift=True, ctrl=True)
    assert reader.position.section == COUNT - 1
    assert all(f"甲{at}甲" in copied(pane) for at in range(COUNT))
    press(pane, Qt.Key.Key_Home, shift=True, ctrl=True)
    assert reader.position.section == -1
    assert copied(pane).startswith("题\n")
    assert copied(pane).endswith("0、标题0")


def test_shift_page_down_selects_on_over_many_screens(pane: TextPane, reader: Reader) -> None:
    put_before(pane, "甲0甲")
    press(pane, *[Qt.Key.Key_PageDown] * 40, shift=True)
    section = reader.position.section
    assert section > 20
    text = copied(pane)
    assert text.startswith("甲0甲")
    assert all(f"甲{at}甲" in text for at in range(section - 2))
    press(pane, *[Qt.Key.Key_PageUp] * 50, shift=True)
    assert copied(pane).endswith("0、标题0")


def test_the_end_that_moves_comes_back_into_view(pane: TextPane, reader: Reader) -> None:
    put_before(pane, "甲0甲")
    press(pane, Qt.Key.Key_Right, shift=True)
    reader.go(60)
    press(pane, Qt.Key.Key_Right, shift=True)
    assert copied(pane) == "甲0"
    assert reader.position.section == 0


def test_without_a_place_in_view_it_begins_at_the_top_of_the_view(pane: TextPane, reader: Reader) -> None:
    reader.go(60)
    press(pane, Qt.Key.Key_Down, Qt.Key.Key_Down, shift=True)
    assert copied(pane).startswith("60、标题60")


def test_the_caret_is_seen_until_a_click(pane: TextPane) -> None:
    before = accent_pixels(pane)
    press(pane, Qt.Key.Key_Right)
    assert accent_pixels(pane) > before
    QTest.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 200))
    assert accent_pixels(pane) == before


def test_with_a_caret_the_arrows_move_it_and_without_they_scroll(pane: TextPane, reader: Reader) -> None:
    press(pane, Qt.Key.Key_Down)
    assert reader.position.scroll is not None  # scrolled
    scroll = reader.position.scroll
    press(pane, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert reader.position.scroll == scroll
    assert pane.textCursor().position() > 0
    press(pane, Qt.Key.Key_Space, Qt.Key.Key_Down)
    assert not pane.caret.is_shown
    assert reader.position != Position(0, scroll)

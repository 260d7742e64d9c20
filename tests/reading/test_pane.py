"""The rich-text pane, through what it shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from gaohang_viewer.reading.breadcrumb import Breadcrumb
from gaohang_viewer.reading.finder import Finder
from gaohang_viewer.reading.pane import TextPane
from gaohang_viewer.reading.reader import Reader
from gaohang_viewer.theme import load_fonts, load_theme


@pytest.fixture
def pane(reader: Reader, qtbot: QtBot) -> TextPane:
    made = TextPane(reader, Finder(reader))
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.dress(load_theme("light"), load_fonts(), 100, wide=True)
    made.show()
    return made


def test_the_front_page_has_title_subtitle_and_edition(pane: TextPane) -> None:
    text = pane.toPlainText()
    for words in ("勇当高质量发展排头兵", "比学赶超建功浦东引领区", "第二版", "四、勇担排头兵先行者"):
        assert words in text


def test_a_section_is_shown_with_those_around_it(pane: TextPane, reader: Reader) -> None:
    reader.go(2)
    text = pane.toPlainText()
    assert "（一）五年的拼搏奋斗，" in text
    assert "年均税收23.9亿元，单位面积产出" in text
    assert "营商环境持续优化" in text


def test_half_width_punctuation_stays_when_the_setting_is_off(pane: TextPane, reader: Reader) -> None:
    reader.go(2)
    pane.dress(load_theme("light"), load_fonts(), 100, wide=False)
    assert "年均税收23.9亿元,单位面积产出" in pane.toPlainText()


def test_going_to_a_section_brings_its_headline_up(pane: TextPane, reader: Reader) -> None:
    reader.go(3)
    position = pane._extent(3)[0]
    cursor = pane.textCursor()
    cursor.setPosition(position)
    assert 0 <= pane.cursorRect(cursor).top() < 60


def test_back_restores_the_scroll_position(pane: TextPane, reader: Reader) -> None:
    reader.go(1)
    pane.verticalScrollBar().setValue(150)
    reader.go(40)
    reader.back()
    assert pane.verticalScrollBar().value() == 150


def test_scrolling_tells_the_reader_which_section_it_is(pane: TextPane, reader: Reader) -> None:
    reader.go(1)
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    assert reader.place.section > 1
    assert "（一）五年的拼搏奋斗，" in pane.toPlainText()  # still the same page


def test_zoom_keeps_the_place(pane: TextPane, reader: Reader) -> None:
    reader.go(3)
    pane.dress(load_theme("dark"), load_fonts(), 200, wide=True)
    assert reader.place.section == 3


def test_headlines_break_after_a_comma_where_the_pane_is_narrow(pane: TextPane, reader: Reader) -> None:
    reader.go(1)
    assert "奋斗，高质量发展" in pane.toPlainText()
    pane.resize(480, 400)
    assert "奋斗，\n高质量发展" in pane.toPlainText()


def test_links_go_to_sections_and_nowhere_on_this_machine(
    pane: TextPane, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda url: opened.append(url.toString()))
    pane._follow(QUrl("#7"))
    for address in ("file:///etc/passwd", "javascript:x", "https://example.org/"):
        pane._follow(QUrl(address))
    assert reader.place.section == 7
    assert opened == ["https://example.org/"]


def test_the_breadcrumb_names_every_step(reader: Reader, qtbot: QtBot) -> None:
    crumbs = Breadcrumb(reader)
    qtbot.addWidget(crumbs)
    crumbs.resize(1200, 40)
    crumbs.show()
    crumbs.dress(load_theme("light"), wide=True)
    reader.go(2)
    assert (
        crumbs.text().index("一、回望五年")
        < crumbs.text().index("（一）五年的拼搏")
        < crumbs.text().index("经济发展进中提质")
    )
    crumbs.resize(300, 40)
    assert "高行人风雨兼程" not in crumbs.text()
    crumbs.linkActivated.emit("0")
    assert reader.place.section == 0

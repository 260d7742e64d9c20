"""The rich-text pane, through what it shows."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QMessageBox
from pytestqt.qtbot import QtBot

from gaohang_viewer.reading.breadcrumb import Breadcrumb
from gaohang_viewer.reading.search.finder import Finder
from gaohang_viewer.reading.text.text_pane import TextPane
from gaohang_viewer.reading.text.text_style import TextStyle
from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.session.position import Position
from gaohang_viewer.session.reader import Reader
from gaohang_viewer.ui.theme import load_fonts, load_theme


@cache
def light() -> TextStyle:
    return TextStyle(load_theme("light"), load_fonts())


@pytest.fixture
def pane(reader: Reader, qtbot: QtBot) -> TextPane:
    made = TextPane(reader, Finder(reader))
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.apply_theme(light())
    made.show()
    return made


def test_the_front_page_has_title_subtitle_and_edition(pane: TextPane) -> None:
    text = pane.toPlainText()
    for words in ("勇当高质量发展排头兵", "比学赶超建功浦东引领区", "第二版", "四、勇担排头兵先行者"):
        assert words in text


def test_half_width_punctuation_stays_when_the_setting_is_off(pane: TextPane, reader: Reader) -> None:
    reader.go(2)
    pane.apply_theme(light()._replace(wide=False))
    assert "年均税收23.9亿元,单位面积产出" in pane.toPlainText()


def top_words(pane: TextPane, down: int = 30) -> str:
    """What stands some px below the top of the view."""
    return pane.cursorForPosition(QPoint(4, down)).block().text().replace("\u2028", "")


def test_going_to_a_section_brings_its_headline_up(pane: TextPane, reader: Reader) -> None:
    for section in (3, 30, 12):
        reader.go(section)
        assert top_words(pane) == headline(reader.report.sections[section], True)


def test_scrolling_goes_on_into_the_next_sections_and_the_place_follows(
    pane: TextPane, reader: Reader
) -> None:
    seen = [reader.position.section]
    for _ in range(80):
        pane.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
        seen.append(reader.position.section)
    assert seen == sorted(seen)
    assert seen[-1] == len(reader.report.sections) - 1
    for _ in range(80):
        pane.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepSub)
    assert reader.position.section == -1
    assert "勇当高质量发展排头兵" in top_words(pane, 110)


def test_a_turn_of_the_wheel_moves_the_text_by_that_much_at_every_place(
    pane: TextPane, reader: Reader
) -> None:
    bar = pane.verticalScrollBar()
    for section in (2, 20, 44):
        reader.go(section)
        for by in (60, -60, 60, -60) * 5:
            cursor = pane.cursorForPosition(QPoint(20, 200))
            before = pane.cursorRect(cursor).top()
            at_end = bar.value() + by > bar.maximum()
            bar.setValue(bar.value() + by)
            assert at_end or pane.cursorRect(cursor).top() == before - by


def test_only_what_is_near_is_laid_out(pane: TextPane, reader: Reader) -> None:
    sections = reader.report.sections * 50
    reader.open(Report("长", sections=sections), Path("long.md"), Position(1000))
    assert len(pane.toPlainText()) < 4000
    for _ in range(60):
        pane.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    assert len(pane.toPlainText()) < 8000
    assert reader.position.section > 1080


def test_the_scroll_bar_is_that_of_the_whole_report(pane: TextPane, reader: Reader) -> None:
    bar = pane.bar
    assert bar.isVisibleTo(pane)
    assert bar.value() == 0
    bar.setSliderDown(True)
    bar.setSliderPosition(bar.maximum() // 2)
    bar.setSliderDown(False)
    assert 15 < reader.position.section < 35
    assert abs(bar.value() - bar.maximum() // 2) < bar.maximum() // 50
    bar.setSliderDown(True)
    bar.setSliderPosition(bar.maximum())
    bar.setSliderDown(False)
    assert reader.position.section == len(reader.report.sections) - 1
    assert pane.verticalScrollBar().value() == pane.verticalScrollBar().maximum()
    assert bar.value() == bar.maximum()
    reader.go(-1)
    assert bar.value() == 0


def test_another_report_opened_out_of_sight_is_there_when_it_is_seen(pane: TextPane, reader: Reader) -> None:
    reader.go(len(reader.report.sections) - 1)
    pane.hide()
    reader.open(Report("题", sections=(Section(1, "", "甲", 1, "乙。"),)), Path("b.md"), Position())
    pane.resize(pane.width() // 2, pane.height())
    pane.show()
    assert pane.toPlainText().split() == ["题", "甲", "甲", "乙。"]  # the front page names the chapters


def test_home_and_end_are_those_of_the_report(pane: TextPane, reader: Reader) -> None:
    QTest.keyClick(pane, Qt.Key.Key_End)
    assert reader.position.section == len(reader.report.sections) - 1
    QTest.keyClick(pane, Qt.Key.Key_Home)
    assert reader.position.section == -1


def test_back_restores_the_scroll_position(pane: TextPane, reader: Reader) -> None:
    reader.go(1)
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().value() + 150)
    words, place = top_words(pane), reader.position
    reader.go(40)
    reader.back()
    assert reader.position == place
    assert top_words(pane) == words


def test_a_place_in_a_long_section_is_come_back_to(pane: TextPane, reader: Reader) -> None:
    body = "\n\n".join(f"第{number}段，" + "很长的文字" * 30 for number in range(200))
    reader.open(
        Report("长", sections=(Section(1, "", "甲", 1, body), Section(1, "", "乙", 2))),
        Path("l.md"),
        Position(0),
    )
    for _ in range(30):
        pane.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    words = top_words(pane)
    assert words.startswith(("第8", "第9", "第10"))
    reader.go(1)
    reader.back()
    assert top_words(pane) == words


def test_another_size_or_width_keeps_the_line_that_is_read(pane: TextPane, reader: Reader) -> None:
    reader.go(1)
    bar = pane.verticalScrollBar()
    bar.setValue(bar.value() + 300)
    while top_words(pane, 2) != top_words(pane, 30):  # the first line is not the last of its paragraph
        bar.setValue(bar.value() + 20)
    words = top_words(pane, 2)
    pane.apply_theme(light()._replace(zoom=150, spacing=200))
    assert top_words(pane, 2) == words
    pane.resize(520, 400)
    assert top_words(pane, 2) == words
    pane.resize(900, 400)
    pane.apply_theme(light())
    assert top_words(pane, 2) == words


def test_zoom_keeps_the_place(pane: TextPane, reader: Reader) -> None:
    reader.go(3)
    pane.apply_theme(light()._replace(theme=load_theme("dark"), zoom=200))
    assert reader.position.section == 3


def test_headlines_break_after_a_comma_where_the_pane_is_narrow(pane: TextPane, reader: Reader) -> None:
    reader.go(1)
    assert "奋斗，高质量发展" in pane.toPlainText()
    pane.resize(480, 400)
    assert "奋斗，\n高质量发展" in pane.toPlainText()


def test_no_character_of_the_subtitle_stands_alone(pane: TextPane, reader: Reader) -> None:
    subtitle = reader.report.subtitle
    counts = set()
    for width in range(440, 760, 20):
        pane.resize(width, 400)
        block = pane.document().begin()
        while block.text().replace("\u2028", "") != subtitle:
            block = block.next()
            assert block.isValid()
        layout = block.layout()
        counts.add(layout.lineCount())
        assert all(layout.lineAt(at).textLength() > 2 for at in range(layout.lineCount()))
    assert len(counts) > 1  # some widths take one line, others more


def test_links_go_to_sections_and_nowhere_on_this_machine(
    pane: TextPane, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda url: opened.append(url.toString()))
    pane._open_link(QUrl("#7"))
    for address in ("file:///etc/passwd", "javascript:x", "ftp://example.org/", "smb://example.org/x"):
        pane._open_link(QUrl(address))
    assert reader.position.section == 7
    assert pane.findChild(QMessageBox) is None
    assert opened == []


def follow(pane: TextPane, reader: Reader, text: str) -> QMessageBox:
    """Clicks the first link of a paragraph."""
    reader.open(Report("题", sections=(Section(1, "一、", "甲", 1, text, 2),)), Path("/x.md"), Position(0))
    block = pane.document().begin()
    while block.isValid():
        run = block.begin()
        while not run.atEnd():
            if ":" in run.fragment().charFormat().anchorHref():
                cursor = pane.textCursor()
                cursor.setPosition(run.fragment().position() + 1)
                pane.setTextCursor(cursor)
                pane.ensureCursorVisible()
                at = pane.cursorRect().center()
                QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
                box = pane.findChild(QMessageBox)
                assert box is not None
                return box
            run += 1
        block = block.next()
    raise AssertionError("there is no link")


@pytest.mark.parametrize(
    "text",
    [
        "[bank.com](https://EVIL.com/)",
        "[bank.com](https://evil.com/%41)",
        "[ba**nk**.com](https://evil.com)",
        "[bank.com](https://evil.com)，[这里](https://evil.com)",
    ],
)
def test_a_link_whose_words_name_another_host_is_told_when_it_is_clicked(
    pane: TextPane, reader: Reader, text: str
) -> None:
    box = follow(pane, reader, text)
    assert "The text says “bank.com" in box.informativeText()
    assert box.defaultButton().text() == "Cancel"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[附件1.docx](http://www.gov.cn/a.docx)", "http://www.gov.cn/a.docx"),
        ("[li.ming@gov.cn](mailto:li.ming@gov.cn)", "mailto:li.ming@gov.cn"),
        (
            "[аррӏе.com](https://аррӏе.com/)",
            "https://аррӏе.com/\n\nIts real domain name is xn--80ak6aa92e.com.",
        ),
        (
            "[中国政府网.中国](https://中国政府网.中国/)",
            "https://中国政府网.中国/\n\nIts real domain name is xn--fiqs8sirgfmhq98a.xn--fiqs8s.",
        ),
        ("[法](https://faß.de)", "https://faß.de\n\nIts real domain name is xn--fa-hia.de."),
    ],
)
def test_a_link_that_was_clicked_is_told_as_it_is_written(
    pane: TextPane, reader: Reader, text: str, told: str
) -> None:
    assert follow(pane, reader, text).informativeText() == told


def test_a_link_with_a_long_question_in_chinese_is_asked_for(pane: TextPane, reader: Reader) -> None:
    box = follow(pane, reader, f"[百度](https://www.baidu.com/s?wd={'汉' * 230})")
    assert box.informativeText().count("汉") == 230


def test_the_breadcrumb_names_every_step(reader: Reader, qtbot: QtBot) -> None:
    crumbs = Breadcrumb(reader)
    qtbot.addWidget(crumbs)
    crumbs.resize(1200, 40)
    crumbs.show()
    crumbs.apply_theme(load_theme("light"), wide=True)
    reader.go(2)
    assert (
        crumbs.text().index("一、回望五年")
        < crumbs.text().index("（一）五年的拼搏")
        < crumbs.text().index("经济发展进中提质")
    )
    crumbs.resize(300, 40)
    assert "高行人风雨兼程" not in crumbs.text()
    crumbs.linkActivated.emit("0")
    assert reader.position.section == 0

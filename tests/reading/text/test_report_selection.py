"""Selecting and copying words of the whole report, of which only a part is laid out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider
from pytestqt.qtbot import QtBot

from gaohang_viewer.reading.search.finder import Finder
from gaohang_viewer.reading.text.text_pane import TextPane
from gaohang_viewer.reading.text.text_style import TextStyle
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.session.position import Position
from gaohang_viewer.session.reader import Reader
from gaohang_viewer.ui.theme import load_fonts, load_theme

# A click that leads nowhere is passed on; the offscreen platform has no menus that grab the keyboard.
pytestmark = pytest.mark.qt_log_ignore("not accepted by receiving widget", "does not support", extend=True)

COUNT = 200  # sections, of which a dozen are laid out
KINDS = """一段**粗**字,[链](https://x.cn)。第二行\\
接着

- 甲
    - 子
- 乙

3. 丙

> 引
>
> | 引中 | 表 |
> |-|-|
> | 1 | 2 |

```
代码
两行
```

![没有](no.png)

|表头|二|
|-|-|
|1||

|另一|
|-|

---

末

|尾|
|-|
|1|
"""


@pytest.fixture
def pane(qtbot: QtBot) -> TextPane:
    reader = Reader()
    sections = tuple(
        Section(1, f"{at}、", f"标题{at},接着", at + 1, f"甲{at}甲。" + "话,话。" * 60) for at in range(COUNT)
    )
    reader.open(Report("题", sections=sections), Path("r.md"), Position(0))
    made = TextPane(reader, Finder(reader))
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.apply_theme(TextStyle(load_theme("light"), load_fonts()))
    made.show()
    return made


def point_of(pane: TextPane, words: str) -> QPoint:
    """Where some words begin in the viewport."""
    cursor = pane.document().find(words)
    cursor.setPosition(cursor.selectionStart())
    return pane.cursorRect(cursor).center()


def page_down(pane: TextPane, times: int) -> None:
    for _ in range(times):
        pane.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)


def copied(pane: TextPane) -> str:
    QTest.keyClick(pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QGuiApplication.clipboard().text()


def go(pane: TextPane, section: int) -> None:
    pane._reader.go(section)


def test_every_block_that_is_laid_out_is_a_line_of_the_report(qtbot: QtBot) -> None:
    reader = Reader()
    sections = tuple(Section(level, "一、", f"标 题{level}", level, KINDS) for level in (1, 2))
    report = Report("题 目", "副题", meta=(("speaker", "王"),), preamble=KINDS, sections=sections)
    reader.open(report, Path("r.md"), Position())
    made = TextPane(reader, Finder(reader))
    qtbot.addWidget(made)
    made.resize(600, 4000)
    made.apply_theme(TextStyle(load_theme("light"), load_fonts()))
    made.show()
    laid_out = made.laid_out_range
    assert laid_out is not None
    assert laid_out.is_whole
    for portion in range(laid_out.first, laid_out.after):
        first, after = laid_out.start(portion), laid_out.start(portion + 1)
        blocks = [made.document().findBlockByNumber(number).text() for number in range(first, after)]
        lines = [line.text for line in laid_out._writer.lines(portion)]
        shown = [text.replace("\u2028", "").replace("，", ",").replace("＊　＊　＊", "") for text in blocks]
        assert shown == [text.replace("\n", "") for text in lines]


def test_every_position_of_the_document_is_found_again(pane: TextPane) -> None:
    go(pane, 7)
    laid_out = pane.laid_out_range
    assert laid_out is not None
    for at in range(1, pane.document().characterCount(), 7):
        assert laid_out.document_position(laid_out.text_position(at)) == at


def test_all_of_the_report_is_copied_though_little_of_it_is_laid_out(pane: TextPane) -> None:
    QTest.keyClick(pane, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert pane.textCursor().hasSelection()
    text = copied(pane)
    assert len(pane.document().toPlainText()) < len(text) / 4
    assert all(f"甲{at}甲。" in text for at in range(COUNT))
    assert "1、标题1,接着\n甲1甲。话,话。" in text  # the punctuation of the source, not that of the screen
    html = pane.createMimeDataFromSelection().html()
    assert html.count("<h1>") == COUNT + 1


def test_shift_and_a_click_far_away_select_all_between(pane: TextPane) -> None:
    go(pane, 3)
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane, "甲3甲"))
    page_down(pane, 60)
    section = pane._reader.position.section
    assert section > 30
    go(pane, section)
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, shift, point_of(pane, f"甲{section}甲"))
    text = copied(pane)
    assert text.startswith("甲3甲。话")
    assert text.endswith(f"{section}、标题{section},接着")
    assert all(f"甲{at}甲。" in text for at in range(3, section))


def test_a_drag_over_many_screens_keeps_its_beginning(pane: TextPane) -> None:
    go(pane, 3)
    viewport, none = pane.viewport(), Qt.KeyboardModifier.NoModifier
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, none, point_of(pane, "甲3甲"))
    for _ in range(40):
        QTest.mouseMove(viewport, QPoint(40, viewport.height() - 5))
        page_down(pane, 1)
    QTest.mouseMove(viewport, QPoint(40, viewport.height() - 9))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, none, QPoint(40, viewport.height() - 9))
    text = copied(pane)
    assert text.startswith("甲3甲。话")
    assert all(f"甲{at}甲。" in text for at in range(3, 20))


def test_what_is_selected_far_from_the_view_is_copied_and_can_be_seen_again(pane: TextPane) -> None:
    go(pane, 5)
    QTest.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane, "5甲"))
    words = pane.textCursor().selectedText()
    assert words == "5"
    go(pane, 150)
    assert not pane.textCursor().hasSelection()
    assert copied(pane) == words
    go(pane, 5)
    assert pane.textCursor().selectedText() == words


def test_a_selection_outlives_another_size_and_zoom(pane: TextPane) -> None:
    go(pane, 5)
    QTest.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane, "5甲"))
    words = pane.textCursor().selectedText()
    pane.apply_theme(TextStyle(load_theme("dark"), load_fonts(), zoom=150))
    pane.resize(420, 300)
    assert pane.textCursor().selectedText() == words


def test_scrolling_does_not_jump_to_the_selection(pane: TextPane) -> None:
    go(pane, 3)
    QTest.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane, "3甲"))
    sections = []
    for _ in range(30):
        page_down(pane, 1)
        sections.append(pane._reader.position.section)
    assert sections == sorted(sections)
    assert sections[-1] > 20


@pytest.mark.parametrize("word", ["高质量", "1,234.5", "GDP", "发展"])
def test_a_double_click_selects_a_word(pane: TextPane, word: str) -> None:
    text = "𠮷野推动高质量发展，GDP达到1,234.5亿元。"
    pane._reader.open(Report("题", sections=(Section(1, "", "甲", 1, text),)), Path("w.md"), Position(0))
    at = point_of(pane, word) + QPoint(6, 0)
    QTest.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pane.textCursor().selectedText() == word
    assert copied(pane) == word


def test_another_report_has_no_selection(pane: TextPane) -> None:
    pane.selectAll()
    pane._reader.open(Report("另"), Path("b.md"), Position())
    assert pane.selection.extent is None
    assert not pane.textCursor().hasSelection()


def test_the_context_menu_copies_and_selects_the_whole_report(pane: TextPane, qtbot: QtBot) -> None:
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QMenu

    at = QPoint(50, 50)
    pane.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, pane.mapToGlobal(at)))
    menu = pane.findChild(QMenu)
    assert menu is not None
    actions = {action.objectName(): action for action in menu.actions()}
    assert not actions["edit-copy"].isEnabled()
    actions["select-all"].trigger()
    assert pane.selection.extent is not None
    QGuiApplication.clipboard().setText("")
    pane.copy()
    assert f"甲{COUNT - 1}甲。" in QGuiApplication.clipboard().text()
    menu.close()

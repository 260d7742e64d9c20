"""Tables in the text: nothing is cut off, and no number is broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextTable
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gaohang_viewer.reading.search.finder import Finder
from gaohang_viewer.reading.text.text_pane import TextPane
from gaohang_viewer.reading.text.text_style import TextStyle
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.session.position import Position
from gaohang_viewer.session.reader import Reader
from gaohang_viewer.ui.theme import load_fonts, load_theme

WIDE = [["地区", *(f"{at}月" for at in range(1, 16))], ["东城街道", *["1,234,567.8"] * 15]]
TEXTS = [["项目", "内容", "金额"], ["学校", "新建和改扩建学校，" * 20, "12,345,678.9"]]


def markdown(rows: list[list[str]]) -> str:
    head, *others = ("|" + "|".join(row) + "|" for row in rows)
    return "\n".join([head, "|" + "-|" * len(rows[0]), *others])


@pytest.fixture
def pane(reader: Reader, qtbot: QtBot) -> TextPane:
    bodies = ("开头。", f"前。\n\n{markdown(WIDE)}\n\n后。", f"{markdown(TEXTS)}\n\n" + "很长的话。\n\n" * 60)
    sections = tuple(Section(1, "", f"标题{at}", at + 1, body) for at, body in enumerate(bodies))
    reader.open(Report("题", sections=sections), Path("tables.md"), Position(1))
    made = TextPane(reader, Finder(reader))
    qtbot.addWidget(made)
    made.resize(760, 400)
    made.apply_theme(TextStyle(load_theme("light"), load_fonts()))
    made.show()
    return made


def tables(pane: TextPane) -> list[QTextTable]:
    return [frame for frame in pane.document().rootFrame().childFrames() if isinstance(frame, QTextTable)]


def test_no_number_is_broken(pane: TextPane) -> None:
    for table in tables(pane):
        for column in range(table.columns()):
            block = table.cellAt(1, column).firstCursorPosition().block()
            if block.text().endswith((".8", ".9")):
                assert block.layout().lineCount() == 1


def test_a_table_of_texts_fits_into_the_line(pane: TextPane) -> None:
    layout = pane.document().documentLayout()
    wide, texts = (layout.frameBoundingRect(table).width() for table in tables(pane))
    assert texts <= pane.lineWrapColumnOrWidth() + 1
    assert wide > 1000


def test_a_wide_table_is_scrolled_sideways_and_the_text_after_it_stands_straight(
    pane: TextPane, reader: Reader
) -> None:
    bar = pane.horizontalScrollBar()
    assert pane.table_bar.isVisible()
    assert pane.table_bar.maximum() == bar.maximum() > 0
    pane.table_bar.setValue(pane.table_bar.maximum())
    assert bar.value() == bar.maximum()
    last = tables(pane)[0].cellAt(1, 15).lastCursorPosition()
    assert pane.viewport().rect().contains(pane.cursorRect(last).center())
    reader.go(2)
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().value() + 600)
    assert bar.value() == 0
    assert not pane.table_bar.isVisible()


def test_a_table_is_copied_cell_by_cell(pane: TextPane) -> None:
    cursor = pane.document().find("前。")
    end = pane.document().find("后。")
    cursor.setPosition(end.selectionEnd(), cursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    QTest.keyClick(pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    assert data.text() == "前。\n" + "\n".join("\t".join(row) for row in WIDE) + "\n后。"
    assert data.html().count("<td>") == 16

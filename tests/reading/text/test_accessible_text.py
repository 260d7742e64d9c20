"""What a screen reader is told of the text pane."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleTextInterface
from pytestqt.qtbot import QtBot

from gaohang_viewer.reading.search.finder import Finder
from gaohang_viewer.reading.text.text_pane import TextPane
from gaohang_viewer.reading.text.text_style import TextStyle
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.session.position import Position
from gaohang_viewer.session.reader import Reader
from gaohang_viewer.ui.theme import load_fonts, load_theme

COUNT = 100


@pytest.fixture
def pane(reader: Reader, qtbot: QtBot) -> TextPane:
    sections = tuple(
        Section(1, f"{at}、", f"标题{at}", at + 1, f"甲{at}甲。" + "话，话。" * 60) for at in range(COUNT)
    )
    reader.open(Report("题", sections=sections), Path("long.md"), Position(0))
    made = TextPane(reader, Finder(reader))
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.apply_theme(TextStyle(load_theme("light"), load_fonts()))
    made.show()
    return made


def told(pane: TextPane) -> QAccessibleTextInterface:
    interface = QAccessible.queryAccessibleInterface(pane).textInterface()
    assert interface is not None
    return interface


def whole(pane: TextPane) -> str:
    return told(pane).text(0, told(pane).characterCount())


def test_it_is_a_read_only_document_with_a_name(pane: TextPane) -> None:
    interface = QAccessible.queryAccessibleInterface(pane)
    assert interface.role() == QAccessible.Role.Document
    assert interface.text(QAccessible.Text.Name) == "Text"
    assert interface.state().readOnly
    assert (
        interface.interface_cast(QAccessible.InterfaceType.SelectionInterface) is not None
    )  # None would crash


def test_its_text_is_the_whole_report(pane: TextPane) -> None:
    assert all(f"甲{at}甲" in whole(pane) for at in range(COUNT))


def test_another_report_has_another_text(pane: TextPane, reader: Reader) -> None:
    whole(pane)
    reader.open(Report("另一份"), Path("b.md"), Position())
    assert whole(pane) == "另一份"


def test_the_caret_is_moved_to_where_nothing_was_laid_out(pane: TextPane, reader: Reader) -> None:
    at = whole(pane).index("甲70甲")
    told(pane).setCursorPosition(at)
    assert told(pane).cursorPosition() == at
    assert reader.position.section == 70
    assert pane.document().toRawText()[pane.textCursor().position() :].startswith("甲70甲")


def test_words_are_selected_and_no_longer(pane: TextPane) -> None:
    at = whole(pane).index("甲70甲")
    told(pane).setSelection(0, at, at + 4)
    assert pane.textCursor().selectedText() == "甲70甲"
    told(pane).removeSelection(0)
    assert not pane.textCursor().hasSelection()
    assert told(pane).cursorPosition() == at + 4


def test_a_character_has_its_place_on_the_screen(pane: TextPane) -> None:
    at = whole(pane).index("甲0甲")
    place = told(pane).characterRect(at)
    assert place.width() > 5
    assert told(pane).offsetAtPoint(place.center()) in (at, at + 1)
    assert told(pane).characterRect(whole(pane).index("甲70甲")).isEmpty()


def test_every_line_is_a_child_with_its_role(pane: TextPane, reader: Reader) -> None:
    body = "一段。\n\n- 条\n\n| 村 | 户 |\n|-|-|\n| 东 | 7 |"
    reader.open(Report("题", sections=(Section(2, "一、", "甲", 1, body),)), Path("c.md"), Position())
    interface = QAccessible.queryAccessibleInterface(pane)
    children = [interface.child(at) for at in range(interface.childCount())]
    told = [(each.role().name, each.text(QAccessible.Text.Name)) for each in children]
    assert told[-8:] == [
        ("Link", "一、甲"),
        ("Heading", "一、甲"),
        ("Paragraph", "一段。"),
        ("ListItem", "●\u2003条"),
        *(("Cell", words) for words in ("村", "户", "东", "7")),
    ]
    assert interface.indexOfChild(children[-1]) == len(children) - 1
    assert children[-1].text(QAccessible.Text.Description) == "row 2, column 2"
    assert children[-7].attributesInterface().attributeValue(QAccessible.Attribute.Level) == 2
    assert children[-1].parent().role() == QAccessible.Role.Document
    assert not children[-1].rect().isEmpty()


def test_the_children_are_those_of_the_open_report(pane: TextPane, reader: Reader) -> None:
    interface = QAccessible.queryAccessibleInterface(pane)
    before = interface.childCount()
    assert interface.child(before - 1).text(QAccessible.Text.Name).startswith("甲99甲")
    reader.open(Report("另一份"), Path("b.md"), Position())
    assert interface.childCount() < before
    assert interface.child(interface.childCount() - 1).text(QAccessible.Text.Name) == "另一份"

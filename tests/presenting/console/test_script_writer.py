from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument, QTextTable
from pytestqt.qtbot import QtBot

from gaohang_viewer.presenting.console.script_writer import ScriptWriter, spoken_at
from gaohang_viewer.presenting.console.section_text import section_text
from gaohang_viewer.presenting.console.style import ConsoleStyle
from gaohang_viewer.report.markdown_reader import blocks
from gaohang_viewer.report.model import Report, Section


def written(body: str) -> QTextDocument:
    document = QTextDocument()
    ScriptWriter(document, ConsoleStyle.load(), 26, wide=True).write(blocks(body))
    return document


def spoken(document: QTextDocument, share: float) -> str:
    begin, end = spoken_at(document, share)
    return document.toPlainText()[begin:end]


def test_the_sentence_that_is_spoken_is_found_by_its_share(qtbot: QtBot) -> None:
    document = written(
        "年均税收二十三亿元，全区第一。\n\n成立高行经济联合社，注册资本五十二亿元！每季度举办招商推介活动。"
    )
    assert [spoken(document, share) for share in (0, 0.45, 0.9, 1)] == [
        "年均税收二十三亿元，全区第一。",
        "成立高行经济联合社，注册资本五十二亿元！",
        "每季度举办招商推介活动。",
        "每季度举办招商推介活动。",
    ]


def test_short_sentences_are_lit_together(qtbot: QtBot) -> None:
    document = written("好。很好。非常好，大家都这么说。然后又是一个很长的句子，有很多字。")
    assert spoken(document, 0) == "好。很好。非常好，大家都这么说。"


@pytest.mark.parametrize("body", ["", "\n\n"])
def test_a_script_without_text_lights_nothing(qtbot: QtBot, body: str) -> None:
    assert spoken(written(body), 0.5) == ""


def test_lists_and_tables_are_written_as_such(qtbot: QtBot) -> None:
    document = written("- 第一点\n- 第二点\n\n| 年份 | 税收 |\n|---|---|\n| 2020 | 23.9 |\n\n末尾")
    assert document.toPlainText().startswith("•\t第一点\n•\t第二点\n")
    table = document.rootFrame().childFrames()[0]
    assert isinstance(table, QTextTable)
    assert (table.rows(), table.columns()) == (2, 2)
    assert table.cellAt(1, 1).firstCursorPosition().block().text() == "23.9"
    assert document.lastBlock().text() == "末尾"


def test_a_page_of_no_section_reads_the_preamble_or_what_comes_first() -> None:
    sections = (Section(1, "一、", "章", 1), Section(2, "（一）", "节", 2, "正文"))
    assert (
        section_text(Report("报告", sections=sections, preamble="各位代表"), None, wide=True).headline
        == "报告"
    )
    coming = section_text(Report("报告", sections=sections), None, wide=True)
    assert (coming.headline, coming.dim) == ("next: （一）节", True)
    assert section_text(Report("报告", sections=sections), 7, wide=True).blocks == ()


def test_the_last_section_without_a_text_shows_its_headline_alone() -> None:
    alone = section_text(Report("报告", sections=(Section(1, "一、", "章", 1),)), 0, wide=True)
    assert alone == ("一、章", (), True)

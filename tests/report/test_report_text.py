"""The whole text of a report for screen readers."""

from __future__ import annotations

from gaohang_viewer.report.layout_portions import Portions
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.report.report_text import ReportText
from gaohang_viewer.report.text_lines import TextPosition

BODY = "正文。\n\n| 村 | 户 |\n|-|-|\n| 东 | 7 |\n\n- 条"


def made() -> ReportText:
    report = Report("题", sections=(Section(1, "一、", "甲 乙", 1, BODY), Section(2, "", "丙", 9, "完")))
    return ReportText(report, Portions(report))


def test_every_line_has_its_place_and_rows_have_tabs() -> None:
    assert made().text == "题\n一、甲 乙\n一、甲 乙\n正文。\n村\t户\n东\t7\n●\u2003条\n丙\n完"


def test_every_character_is_found_again() -> None:
    text = made()
    for offset, sign in enumerate(text.text):
        if not sign.isspace():
            assert text.offset(text.position(offset)) == offset


def test_a_position_without_words_counts_as_the_one_before() -> None:
    text = made()
    assert text.text[: text.offset(TextPosition(1, 2, 0))].endswith("正文。")


def test_an_empty_report_has_no_text() -> None:
    empty = Report("")
    text = ReportText(empty, Portions(empty))
    assert text.text == ""
    assert text.offset(text.position(0)) == 0

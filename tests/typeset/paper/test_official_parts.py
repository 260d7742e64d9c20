"""What stands around an official text, found in it."""

from __future__ import annotations

import pytest

from gaohang_viewer.report.blocks import Block, Paragraph, Run
from gaohang_viewer.report.markdown_reader import blocks
from gaohang_viewer.typeset.paper.official_parts import Closing, addressees, arabic_date, closing


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


@pytest.mark.parametrize(
    ("markdown", "expected", "kept"),
    [
        ("正文。", Closing(), 1),
        ("正文。\n\n某某市人民政府\n\n2022年1月5日", Closing((), ("某某市人民政府",), "2022年1月5日"), 1),
        (
            "正文。\n\n中共某市委\n\n某市人民政府\n\n2022年1月5日",
            Closing((), ("中共某市委", "某市人民政府"), "2022年1月5日"),
            1,
        ),
        ("正文。\n\n- 某某局\n- 2022年1月5日", Closing((), ("某某局",), "2022年1月5日"), 1),
        ("正文。\n\n- 抓好落实\n- 某某局\n- 2022年1月5日", Closing((), ("某某局",), "2022年1月5日"), 2),
        ("正文。\n\n2022年1月5日", Closing((), (), "2022年1月5日"), 1),
        ("正文。\n\n附件：名单", Closing(("名单",)), 1),
        ("正文。\n\n附件：1. 名单\n\n2. 表格。\n\n3．图", Closing(("名单", "表格", "图")), 1),
        (
            "正文。\n\n附件：1. 甲\n2. 乙\n\n某局\n\n2022年1月5日",
            Closing(("甲", "乙"), ("某局",), "2022年1月5日"),
            1,
        ),
        # what only looks like it
        ("正文。\n\n- 某某局\n- 抓好落实", Closing(), 2),
        ("正文。\n\n抓好落实\n\n2022年1月5日", Closing((), (), "2022年1月5日"), 2),
        ("工作于2022年1月5日开始。", Closing(), 1),
        ("附件：名单\n\n正文在后。\n\n还有正文。", Closing(), 3),
        ("", Closing(), 0),
    ],
)
def test_a_closing_is_taken_from_the_end_of_the_text(markdown: str, expected: Closing, kept: int) -> None:
    rest, found = closing(blocks(markdown))
    assert found == expected
    assert len(rest) == kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二〇二二年一月五日", "2022年1月5日"),
        ("二○二二年十月二十日", "2022年10月20日"),
        ("二零二二年十二月三十一日", "2022年12月31日"),
        ("2022年01月05日", "2022年1月5日"),
        ("2022 年 1 月 15 日", "2022年1月15日"),
    ],
)
def test_dates_are_in_arabic_figures_without_leading_noughts(text: str, expected: str) -> None:
    assert arabic_date(text) == expected


@pytest.mark.parametrize(
    ("first", "addressed"),
    [
        ("各村居委会、机关各部门：", True),
        ("各位代表：", True),
        ("现将有关事项通知如下。请各单位：", False),
        ("各位代表，请审议。", False),
        ("", False),
    ],
)
def test_whom_it_addresses_is_a_short_first_line_with_a_colon(first: str, addressed: bool) -> None:
    body: tuple[Block, ...] = (paragraph(first), paragraph("正文。"))
    assert addressees(body) == ((first, body[1:]) if addressed else ("", body))

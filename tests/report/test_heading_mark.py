"""Printed numbers and what they are told from."""

from __future__ import annotations

import pytest

from gaohang_viewer.report.heading_mark import MarkStyle, number, read_mark, split_mark


@pytest.mark.parametrize(
    ("text", "style", "value", "printed"),
    [
        ("第一篇　转变方式", MarkStyle.VOLUME, 1, "第一篇　"),
        ("第二部分 主要任务", MarkStyle.VOLUME, 2, "第二部分 "),
        ("第十二章加快城镇化", MarkStyle.CHAPTER, 12, "第十二章"),
        ("第3节 措施", MarkStyle.SECTION, 3, "第3节 "),
        ("一、工作回顾", MarkStyle.HAN, 1, "一、"),
        ("三 、工作回顾", MarkStyle.HAN, 3, "三 、"),
        ("二十一.目标", MarkStyle.HAN, 21, "二十一."),
        ("（八)坚持", MarkStyle.HAN_BRACKETED, 8, "（八)"),
        ("(一) 五年", MarkStyle.HAN_BRACKETED, 1, "(一) "),
        ("㈢水利", MarkStyle.HAN_BRACKETED, 3, "㈢"),
        ("1.工业", MarkStyle.ARABIC, 1, "1."),
        ("12．农业", MarkStyle.ARABIC, 12, "12．"),
        ("１、服务业", MarkStyle.ARABIC, 1, "１、"),
        ("（1）粮食", MarkStyle.ARABIC_BRACKETED, 1, "（1）"),
        ("2）油料", MarkStyle.ARABIC_BRACKETED, 2, "2）"),
        ("①棉花", MarkStyle.CIRCLED, 1, "①"),
        ("第一，规模", MarkStyle.ORDINAL, 1, "第一，"),
    ],
)
def test_a_mark_is_read_and_kept_as_printed(text: str, style: MarkStyle, value: int, printed: str) -> None:
    mark = read_mark(text)
    assert mark is not None
    assert (mark.style, mark.number, mark.sure) == (style, value, True)
    assert split_mark(text) == (printed, text[len(printed) :])


@pytest.mark.parametrize(
    "text", ["一 2024年工作总结", "二，主要目标", "22.2020年目标", "2.10大园区", "1 总则", "3.1 目的"]
)
def test_a_mark_that_could_be_something_else_is_not_sure(text: str) -> None:
    mark = read_mark(text)
    assert mark is not None
    assert not mark.sure


@pytest.mark.parametrize(
    "text",
    [
        "2024年工作",
        "第十一届人大",
        "第一产业",
        "十四五",
        "2.5亿元投资",
        "12.5%",
        "3.14",
        "一个中心",
        "一、",
        "（一）",
        "正文",
    ],
)
def test_what_only_looks_like_a_mark_is_none(text: str) -> None:
    assert read_mark(text) is None
    assert split_mark(text) == ("", text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("十", 10), ("十五", 15), ("二十", 20), ("三十七", 37), ("一百零三", 103), ("二〇", 20), ("１２", 12)],
)
def test_numbers(text: str, value: int) -> None:
    assert number(text) == value

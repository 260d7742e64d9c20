"""Unnumbered headings: chapters, annexes, glossaries and short lines above a text."""

from __future__ import annotations

import pytest

from tests.loading.outline.reading import BODY, outline, read


def test_short_lines_above_a_text_are_headings_if_there_are_several() -> None:
    lines = ["一、回顾", "经济发展进中提质", BODY, "发展能级加速提升", BODY]
    assert outline(*lines) == [(1, "一、回顾"), (2, "经济发展进中提质"), (2, "发展能级加速提升")]
    assert outline("一、回顾", BODY, "经济发展进中提质", BODY, "二、展望", BODY) == [
        (1, "一、回顾"),
        (1, "二、展望"),
    ]


def test_short_lines_in_a_row_are_points() -> None:
    report = read(f"一、回顾\n{BODY}\n跑出加速度\n实现高精度\n抓出有温度")
    assert report.sections[0].body == f"{BODY}\n\n- 跑出加速度\n- 实现高精度\n- 抓出有温度"


@pytest.mark.parametrize("caption", ["专栏1 主要指标", "表2 投资", "2025年1月20日", "资料来源：统计局"])
def test_captions_and_dates_are_no_headings(caption: str) -> None:
    assert len(outline("一、回顾", BODY, caption, BODY, "二、展望", BODY, caption, BODY)) == 2


def test_the_entries_of_a_glossary_are_no_headings() -> None:
    lines = [
        "一、回顾",
        BODY,
        "附：名词解释",
        f"1.放管服。{BODY}",
        f"2.三资：{BODY}",
        "3.五经普：第五次全国经济普查。",
    ]
    assert outline(*lines) == [(1, "一、回顾"), (1, "附：名词解释")]


def test_a_chapter_behind_the_numbered_ones_is_none_of_their_sections() -> None:
    lines = [
        "2023年工作回顾",
        BODY,
        "一、农业",
        BODY,
        "二、工业",
        BODY,
        "2024年工作安排",
        BODY,
        "一、投资",
        BODY,
    ]
    lines += ["二、消费", BODY, "建设人民满意政府", BODY]
    assert outline("各位代表：", *lines)[-1] == (1, "建设人民满意政府")


def test_bold_chapters_go_with_bold_ones() -> None:
    lines = [
        "**2013年工作回顾**",
        BODY,
        "**2014年重点工作**",
        BODY,
        "**一、改革**",
        BODY,
        "**二、创新**",
        BODY,
    ]
    assert outline("各位代表：", *lines, "**关于自身建设**", BODY, markdown=True)[-1] == (1, "关于自身建设")


def test_a_chapter_in_bold_may_run_into_its_text() -> None:
    lines = [f"**2004年工作任务** {BODY}", f"**一、消费** {BODY}", f"**二、结构** {BODY}"]
    assert outline("各位代表：", "**2003年工作回顾**", BODY, *lines, markdown=True) == [
        (1, "2003年工作回顾"),
        (1, "2004年工作任务"),
        (2, "一、消费"),
        (2, "二、结构"),
    ]


def test_bold_lines_below_headings_of_the_file_are_headings() -> None:
    lines = ["## 一、生活", BODY, "**关于就业问题。**", BODY, "**关于工资问题。**", BODY, "## 二、制度", BODY]
    assert [level for level, _ in outline(*lines, markdown=True)] == [1, 2, 2, 1]


def test_one_lone_chapter_is_a_chapter() -> None:
    assert outline("各位代表：", "2022年工作回顾", BODY, "一是稳中有进。" + BODY) == [(1, "2022年工作回顾")]


@pytest.mark.parametrize(
    "title", ["注 释", "附注", "名词解释和说明", "《政府工作报告》释义", "《政府工作报告》有关术语解释"]
)
def test_notes_are_an_annex_without_sections(title: str) -> None:
    lines = ["一、回顾", BODY, "二、安排", BODY, title, "一、回顾", f"1.三农：{BODY}", f"〔2〕四史。{BODY}"]
    assert [headline for _, headline in outline(*lines)] == ["一、回顾", "二、安排", title]


def test_the_title_of_an_annex_stands_on_the_next_line() -> None:
    lines = ["一、回顾", BODY, "附件1", "2026年民生实事", "一、出行", BODY, "二、绿化", BODY]
    assert outline(*lines)[1:] == [(1, "附件1 2026年民生实事"), (2, "一、出行"), (2, "二、绿化")]


def test_the_promises_of_a_year_are_an_annex() -> None:
    lines = ["九、民生", BODY, "十、政府", BODY, "2013年为民兴办十件实事", f"一、就业工程。{BODY}"]
    assert outline(*lines, f"二、救助工程。{BODY}")[2:] == [
        (1, "2013年为民兴办十件实事"),
        (2, "一、就业工程"),
        (2, "二、救助工程"),
    ]


@pytest.mark.parametrize(
    "field", ["牵头单位：市住建局", "责任单位：各县区政府，市级各部门", "（以出现先后为序）"]
)
def test_fields_and_remarks_are_no_headings(field: str) -> None:
    lines = ["各位代表：", "附件1", "一、扶贫", BODY, field, "二、交通", BODY, field, "三、教育", BODY]
    assert [headline for _, headline in outline(*lines)] == ["附件1", "一、扶贫", "二、交通", "三、教育"]

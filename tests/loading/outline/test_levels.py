"""The levels of headings: what each of them encloses."""

from __future__ import annotations

from tests.loading.outline.reading import BODY, outline, read


def test_levels_come_from_the_marks_of_the_document() -> None:
    lines = [
        "题目",
        "一、甲甲",
        "（一）乙乙",
        "1.丙丙",
        BODY,
        "2.丁丁",
        BODY,
        "(二)戊戊",
        BODY,
        "二、己己",
        BODY,
    ]
    assert outline(*lines) == [
        (1, "一、甲甲"),
        (2, "（一）乙乙"),
        (3, "1.丙丙"),
        (3, "2.丁丁"),
        (2, "(二)戊戊"),
        (1, "二、己己"),
    ]


def test_books_have_volumes_chapters_and_sections() -> None:
    lines = ["第一篇总论", "第一章指导思想", BODY, "第一节原则", BODY, "第二篇 经济", "第二章农业", BODY]
    assert outline(*lines) == [
        (1, "第一篇总论"),
        (2, "第一章指导思想"),
        (3, "第一节原则"),
        (1, "第二篇 经济"),
        (2, "第二章农业"),
    ]


def test_numbers_with_dots_go_below_one_another() -> None:
    lines = ["1 总则", BODY, "1.1 目的", BODY, "1.2 范围", BODY, "2 任务", "2.1 近期", BODY, "2.2 远期", BODY]
    assert [level for level, _ in outline("某地规划", "各有关单位：", *lines)] == [1, 2, 2, 1, 2, 2]


def test_items_may_count_on_through_chapters() -> None:
    lines = [
        "一、甲甲",
        f"（1）改革。{BODY}",
        f"（2）开放。{BODY}",
        "二、乙乙",
        f"（3）法治。{BODY}",
        f"（4）文化。{BODY}",
    ]
    assert [level for level, _ in outline(*lines)] == [1, 2, 2, 1, 2, 2]


def test_a_bracketed_number_can_stand_above_a_plain_one() -> None:
    lines = [
        "（一）工业",
        "一、钢铁",
        BODY,
        "二、煤炭",
        BODY,
        "（二）农业",
        "一、粮食",
        BODY,
        "二、棉花",
        BODY,
    ]
    assert [level for level, _ in outline(*lines)] == [1, 2, 2, 1, 2, 2]


def test_unnumbered_chapters_stand_above_numbered_ones() -> None:
    lines = [
        "2024年工作回顾",
        BODY,
        "一、经济",
        BODY,
        "二、社会",
        BODY,
        "2025年工作任务",
        BODY,
        "一、发展",
        BODY,
        "二、民生",
        BODY,
    ]
    assert [level for level, _ in outline("某县报告", "各位代表：", *lines)] == [1, 2, 2, 1, 2, 2]


def test_a_short_line_that_leads_into_numbered_parts_is_no_heading() -> None:
    part = ["重点抓好以下工作", f"（一）农业。{BODY}", f"（二）工业。{BODY}"]
    levels = [level for level, _ in outline("一、回顾", BODY, *part, "二、展望", BODY, *part)]
    assert levels == [1, 2, 2, 1, 2, 2]


def test_markdown_headings_stay_and_numbers_between_them_go_below() -> None:
    text = f"# 报告\n\n## 一、回顾\n\n{BODY}\n\n## 二、任务\n\n（一）消费。{BODY}\n\n（二）投资。{BODY}\n\n| 表 | 1 |\n|---|---|\n| 甲 | 2 |"
    report = read(text)
    assert [(section.level, section.headline) for section in report.sections] == [
        (1, "一、回顾"),
        (1, "二、任务"),
        (2, "（一）消费"),
        (2, "（二）投资"),
    ]
    assert report.sections[3].body.endswith("| 甲 | 2 |")


def test_one_chapter_without_sections_stands_beside_one_that_has_them() -> None:
    lines = ["1998年工作回顾", BODY, "1999年主要任务", BODY, "一、农业", BODY, f"（一）粮食。{BODY}"]
    lines += [f"（二）蔬菜。{BODY}", "二、工业", BODY]
    assert [level for level, _ in outline("各位代表：", *lines)] == [1, 1, 2, 3, 3, 2]


def test_brackets_stand_right_below_a_chapter_and_deeper_in_its_annex() -> None:
    lines = ["2024年工作回顾", BODY, "（一）工业", BODY, "（二）农业", BODY]
    lines += ["2025年工作安排", BODY, "（一）消费", BODY, "（二）投资", BODY]
    lines += ["某市2025年民生实事", "一、出行", f"1.修路。{BODY}", f"2.架桥。{BODY}", "二、绿化", BODY]
    levels = [level for level, _ in outline("各位代表：", *lines)]
    assert levels == [1, 2, 2, 1, 2, 2, 1, 2, 3, 3, 2]


def test_numbers_begin_anew_beside_those_before_them() -> None:
    lines = [
        "2019年工作回顾",
        BODY,
        "一、攻坚",
        f"（一）脱贫。{BODY}",
        f"（二）治污。{BODY}",
        "二、改革",
        BODY,
    ]
    lines += ["新的一年要加强自身建设。", f"一、坚定立场。{BODY}", f"二、转变职能。{BODY}"]
    assert [level for level, _ in outline("各位代表：", *lines)] == [1, 2, 3, 3, 2, 2, 2]


def test_the_same_marks_stand_below_a_section_that_goes_on_after_them() -> None:
    lines = [
        "**一、回顾**",
        BODY,
        "**二、安排**",
        BODY,
        "一、产业",
        BODY,
        "二、城市",
        BODY,
        "**三、建设**",
        BODY,
    ]
    assert [level for level, _ in outline(*lines, markdown=True)] == [1, 1, 2, 2, 1]


def test_a_mark_alone_is_a_chapter_if_a_text_follows() -> None:
    assert outline("（一）", BODY, "一、农业", BODY, "二、工业", BODY, "（二）", BODY, "一、投资", BODY) == [
        (1, "（一）"),
        (2, "一、农业"),
        (2, "二、工业"),
        (1, "（二）"),
        (2, "一、投资"),
    ]


def test_what_counts_on_with_headings_of_the_file_stands_beside_them() -> None:
    lines = ["## 一、工业", BODY, "二、农业", BODY, "**三、贸易**", BODY, "## 四、金融", BODY]
    assert outline(*lines, markdown=True) == [
        (1, "一、工业"),
        (1, "二、农业"),
        (1, "三、贸易"),
        (1, "四、金融"),
    ]


def test_chapters_of_a_volume_go_on_in_the_next_one() -> None:
    lines = ["## 第一篇 创新", "### 第一章 攻关", BODY, "#### 第一节 技术", BODY, "## 第二篇 数字"]
    lines += ["**第二章 算力**", BODY, "#### 第一节 设施", BODY, "**第三章 生态**", BODY]
    assert [level for level, _ in outline(*lines, markdown=True)] == [1, 2, 3, 1, 2, 3, 2]


def test_a_chapter_in_bold_stands_above_the_headings_of_the_file_that_it_opens() -> None:
    lines = ["各位代表：", "**五年来的主要工作**", BODY, "## 一、改革", BODY, "## 二、党风", BODY]
    lines += ["**今后工作的建议**", BODY, "一、纪律", BODY, "## 二、水平", BODY]
    assert [level for level, _ in outline(*lines, markdown=True)] == [1, 2, 2, 1, 2, 2]

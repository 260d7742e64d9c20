"""The outline of a text: what is a heading, of what level, and what is none."""

from __future__ import annotations

import pytest

from gaohang_viewer.loading.plain_text import read_text
from gaohang_viewer.report.draft import PieceRole
from gaohang_viewer.report.model import ProblemKind, Report

BODY = "这一段是正文，讲了许多具体的事情，所以比标题要长得多，而且以句号结束。"


def read(text: str, *, markdown: bool = False) -> Report:
    return read_text(text, "name", lambda _share: None, markdown=markdown).report()


def outline(*lines: str, markdown: bool = False) -> list[tuple[int, str]]:
    return [
        (section.level, section.headline) for section in read("\n".join(lines), markdown=markdown).sections
    ]


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


def test_two_headings_of_a_book_on_one_line_are_two() -> None:
    assert outline("第三篇推进改革开放第十三章深化各项改革", BODY, "第十四章扩大开放", BODY) == [
        (1, "第三篇推进改革开放"),
        (2, "第十三章深化各项改革"),
        (2, "第十四章扩大开放"),
    ]


def test_a_run_in_heading_ends_before_its_full_stop() -> None:
    report = read("\n".join(["一、工作", f"（一）农业持续发展。{BODY}", f"（二）工业加快转型。{BODY}"]))
    assert [section.headline for section in report.sections] == [
        "一、工作",
        "（一）农业持续发展",
        "（二）工业加快转型",
    ]
    assert report.sections[1].body == BODY


def test_a_bold_run_in_heading_is_what_is_bold() -> None:
    report = read(f"一、工作\n\n**（一）防控有力。**{BODY}\n\n**（二）创新有劲。**{BODY}", markdown=True)
    assert [section.headline for section in report.sections][1:] == ["（一）防控有力", "（二）创新有劲"]
    assert report.sections[1].body == BODY


def test_numbered_sentences_are_no_headings() -> None:
    rule = "派驻机构应当协助单位建立健全规范，加强对权力运行的制约和监督，发现问题及时报告。"
    assert outline("关于监督的意见", BODY, f"一、{rule}", f"二、{rule}", f"三、{rule}") == []


def test_a_list_with_nothing_below_its_entries_is_no_outline() -> None:
    assert outline(
        "一、实事",
        "今年办好以下实事：",
        "1.新建学校十所",
        "2.改造道路五条",
        "3.增加床位千张",
        "二、保障",
        BODY,
    ) == [
        (1, "一、实事"),
        (1, "二、保障"),
    ]


@pytest.mark.parametrize("counted", ["一是", "二要", "第一，", "其一，"])
def test_enumerations_in_the_text_are_no_headings(counted: str) -> None:
    assert outline("一、工作", BODY, f"{counted}发展加快。{BODY}", "二、任务", BODY) == [
        (1, "一、工作"),
        (1, "二、任务"),
    ]


def test_a_weak_mark_counts_where_its_neighbours_confirm_it() -> None:
    assert outline("一 2024年工作总结", BODY, "二 2025年工作安排", BODY) == [
        (1, "一 2024年工作总结"),
        (1, "二 2025年工作安排"),
    ]
    assert outline("一、甲甲", BODY, "二，乙乙", BODY, "三、丙丙", BODY)[1] == (1, "二，乙乙")


def test_numbers_with_dots_go_below_one_another() -> None:
    lines = ["1 总则", BODY, "1.1 目的", BODY, "1.2 范围", BODY, "2 任务", "2.1 近期", BODY, "2.2 远期", BODY]
    assert [level for level, _ in outline("某地规划", "各有关单位：", *lines)] == [1, 2, 2, 1, 2, 2]


def test_numbers_are_never_corrected() -> None:
    lines = ["一、甲甲", BODY, "三、乙乙", BODY, "三、丙丙", BODY]
    assert outline(*lines) == [(1, "一、甲甲"), (1, "三、乙乙"), (1, "三、丙丙")]


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


def test_an_enumeration_inside_a_section_does_not_end_its_chapter() -> None:
    inner = "我国人民已经推翻了旧制度，建立了新制度，这是历史上从来没有过的事情，必须看到；它的意义十分重大。"
    lines = [
        "一、总任务",
        BODY,
        "二、问题",
        BODY,
        f"一、{inner}",
        f"二、{inner}",
        f"三、{inner}",
        "三、结论",
        BODY,
    ]
    assert outline(*lines) == [(1, "一、总任务"), (1, "二、问题"), (1, "三、结论")]


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


def test_a_heading_glued_to_the_end_of_a_paragraph_is_found() -> None:
    lines = ["一、农业", BODY, "二、工业", f"{BODY}{BODY}促进要素双向流通。 三、构建开放新格局", BODY]
    report = read("\n".join(lines))
    assert [section.headline for section in report.sections] == ["一、农业", "二、工业", "三、构建开放新格局"]
    assert report.sections[1].body.endswith("双向流通。")


def test_headings_broken_over_two_lines_are_joined() -> None:
    lines = [
        "一、甲甲",
        "(一)在产城融合上引领,区域发展",
        "",
        "加载新引擎",
        "",
        "●大发展。",
        "(二)在品质上引领,城市形象",
        "实现新提升",
        "●蓝图。",
    ]
    assert outline(*lines)[1:] == [
        (2, "(一)在产城融合上引领,区域发展加载新引擎"),
        (2, "(二)在品质上引领,城市形象实现新提升"),
    ]
    assert outline("（一）经济", BODY, "（", "二）改革持续深化", BODY, "（三）城乡", BODY)[1] == (
        1,
        "（二）改革持续深化",
    )


def test_a_table_of_contents_is_left_out() -> None:
    lines = ["报告", "目录", "一、回顾……1", "二、展望……5", "一、回顾", BODY, "二、展望", BODY]
    report = read("\n".join(lines))
    assert [(section.headline, section.line_no) for section in report.sections] == [
        ("一、回顾", 5),
        ("二、展望", 7),
    ]
    assert {problem.kind for problem in report.problems} == {ProblemKind.CONTENTS}
    assert len(report.problems) == 3


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


def test_title_block_becomes_front_matter() -> None:
    report = read(
        f"政 府 工 作 报 告\n——2019年3月4日在海拉尔区第十五届人民代表大会第三次会议上\n海拉尔区人民政府代区长  萨国文\n（2019年3月4日）\n各位代表：\n{BODY}\n一、回顾\n{BODY}"
    )
    assert report.title == "政府工作报告"
    assert dict(report.meta) == {
        "occasion": "——2019年3月4日在海拉尔区第十五届人民代表大会第三次会议上",
        "speaker": "海拉尔区人民政府代区长  萨国文",
        "date": "（2019年3月4日）",
    }
    assert report.preamble.startswith("各位代表：")


def test_an_official_letter_has_a_number_and_an_addressee() -> None:
    lines = [
        "国务院办公厅",
        "国办发〔2026〕15号",
        "关于加快推进数字化转型的通知",
        "各省、自治区、直辖市人民政府：",
        BODY,
    ]
    report = read("\n".join([*lines, "一、要求", BODY, "附件：1. 分工方案", "2. 时间表"]))
    assert (report.title, report.subtitle) == ("关于加快推进数字化转型的通知", "国务院办公厅")
    assert dict(report.meta) == {"number": "国办发〔2026〕15号"}
    assert report.preamble.startswith("各省、自治区、直辖市人民政府：")
    assert len(report.sections) == 1


def test_page_debris_around_the_text_is_left_out_and_told() -> None:
    lines = [
        "首页",
        ">",
        "2024年某县政府工作报告",
        "来源：某网",
        "各位代表：",
        BODY,
        "一、回顾",
        BODY,
        "分享到：",
        "QQ空间",
        "上一篇：",
        "某市报告",
    ]
    report = read("\n".join(lines))
    assert report.title == "2024年某县政府工作报告"
    assert [problem.text for problem in report.problems] == [
        "首页",
        ">",
        "来源：某网",
        "分享到：",
        "QQ空间",
        "上一篇：",
        "某市报告",
    ]
    assert report.sections[0].body == BODY


def test_turns_of_the_page_are_left_out() -> None:
    report = read(f"一、回顾\n{BODY}\n（下转第四版）\n— 12 —\n二、展望\n{BODY}")
    assert [problem.text for problem in report.problems] == ["（下转第四版）", "— 12 —"]
    assert report.sections[0].body == BODY


@pytest.mark.parametrize("caption", ["专栏1 主要指标", "表2 投资", "2025年1月20日", "资料来源：统计局"])
def test_captions_and_dates_are_no_headings(caption: str) -> None:
    assert len(outline("一、回顾", BODY, caption, BODY, "二、展望", BODY, caption, BODY)) == 2


def test_a_short_line_that_leads_into_numbered_parts_is_no_heading() -> None:
    part = ["重点抓好以下工作", f"（一）农业。{BODY}", f"（二）工业。{BODY}"]
    levels = [level for level, _ in outline("一、回顾", BODY, *part, "二、展望", BODY, *part)]
    assert levels == [1, 2, 2, 1, 2, 2]


def test_literal_line_ends_are_line_ends() -> None:
    report = read(f"工作报告\\r\\n各位代表：\\r\\n一、回顾\\r\\n{BODY}\\r\\n二、展望\\r\\n{BODY}")
    assert [(section.headline, section.line_no) for section in report.sections] == [
        ("一、回顾", 1),
        ("二、展望", 1),
    ]


def test_lines_of_a_paragraph_broken_at_one_width_are_joined() -> None:
    text = (
        "改革开放以来我们取得了举世瞩目的成就，经济总量跃居世界前列，人民生活水平显著提高，社会保持长期稳定，"
    )
    first, second = f"{text}各项事业全面进步。", f"{text}各项事业蓬勃发展。"
    wrapped = [[part[at : at + 20] for at in range(0, len(part), 20)] for part in (first, second)]
    lines = ["一、回顾", *wrapped[0], *wrapped[1], "二、展望", *wrapped[0]]
    report = read("\n".join(lines))
    assert report.sections[0].body == f"{first}\n\n{second}"
    assert [section.headline for section in report.sections] == ["一、回顾", "二、展望"]


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


def test_lists_of_markdown_stay_lists() -> None:
    report = read("# 甲\n\n## 乙\n\n1. 一件事\n2. 两件事\n\n## 丙\n\n- 点\n  - 下点\n")
    assert [section.headline for section in report.sections] == ["乙", "丙"]
    assert report.sections[0].body == "1. 一件事\n2. 两件事"


def test_pieces_keep_the_lines_they_come_from() -> None:
    draft = read_text(
        f"题目\n\n一、甲甲\n{BODY}\n（一）乙。{BODY}\n（二）丙。{BODY}", "name", lambda _share: None
    )
    places = [(piece.role, piece.line_no, piece.part) for piece in draft.pieces]
    assert places[1:4] == [(PieceRole.HEADING, 3, 0), (PieceRole.TEXT, 4, 0), (PieceRole.HEADING, 5, 0)]
    assert places[4] == (PieceRole.TEXT, 5, 1)

"""Numbered lines: which of them are headings, and where their titles end."""

from __future__ import annotations

import pytest

from tests.loading.outline.reading import BODY, outline, read


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


def test_numbers_are_never_corrected() -> None:
    lines = ["一、甲甲", BODY, "三、乙乙", BODY, "三、丙丙", BODY]
    assert outline(*lines) == [(1, "一、甲甲"), (1, "三、乙乙"), (1, "三、丙丙")]


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


def test_lists_of_markdown_stay_lists() -> None:
    report = read("# 甲\n\n## 乙\n\n1. 一件事\n2. 两件事\n\n## 丙\n\n- 点\n  - 下点\n")
    assert [section.headline for section in report.sections] == ["乙", "丙"]
    assert report.sections[0].body == "1. 一件事\n2. 两件事"


def test_a_title_in_bold_needs_no_full_stop() -> None:
    report = read(f"**一、去年工作** {BODY}\n\n**二、今年任务**{BODY}", markdown=True)
    assert [(section.headline, section.body) for section in report.sections] == [
        ("一、去年工作", BODY),
        ("二、今年任务", BODY),
    ]


@pytest.mark.parametrize(
    ("mark", "title", "text"),
    [
        ("（一）", "突出产业链建设，促进转型升级", "充分发挥市场在资源配置中的作用，更好满足需要。"),
        ("（二）", "突出新型城镇化，统筹城乡发展", "按照因地制宜的理念，推进以人为核心的建设。"),
        ("（三）", "优化投资结构", " 积极支持符合国家产业政策、有市场有效益的重点项目。"),
    ],
)
def test_a_title_ends_where_its_first_sentence_is_glued_to_it(mark: str, title: str, text: str) -> None:
    clean = [
        "一、工作",
        BODY,
        "（一）加快工业发展",
        BODY,
        "（二）夯实农业基础",
        BODY,
        "（三）繁荣文化事业",
        BODY,
    ]
    glued = ["二、任务", BODY, *[f"{each}促进社会进步大力{BODY}" for each in ("（一）", "（二）", "（三）")]]
    glued[glued.index(f"{mark}促进社会进步大力{BODY}")] = f"{mark}{title}{text}{BODY}"
    assert (2, mark + title) in outline(*clean, *glued)


def test_titles_with_a_full_stop_are_not_cut() -> None:
    lines = ["一、工作", BODY, f"（一）大力发展县域经济，全面推进乡村振兴。{BODY}", f"（二）做强工业。{BODY}"]
    assert (2, "（一）大力发展县域经济，全面推进乡村振兴") in outline(*lines)


def test_a_duty_in_a_title_does_not_make_it_a_sentence() -> None:
    lines = ["一、任务", BODY]
    for mark in ("（一）", "（二）"):
        lines += [f"{mark}建设和谐之都，必须大力推进改革，促进发展提质增效。", BODY]
    assert len(outline(*lines, "二、建设政府必须提高效率", BODY)) == 4


def test_words_in_quotation_marks_are_not_the_titles_own() -> None:
    lines = [f"（一）把握“必须坚持发展”的要求。{BODY}", f"（二）把握“必须依靠改革”的要求。{BODY}"]
    assert len(outline("一、任务", BODY, *lines)) == 3


def test_parts_of_a_sentence_are_no_headings() -> None:
    parts = "报告分三个部分：一、回顾成绩；二、分析形势；三、提出任务。"
    assert outline("## 总论", parts, "## 分论", BODY, markdown=True) == [(1, "总论"), (1, "分论")]


def test_sentences_in_a_row_are_a_list() -> None:
    lines = ["一、形势", BODY, "（一）第一件事情是这样的。", "（二）第二件事情是那样的。", "二、任务", BODY]
    assert outline(*lines) == [(1, "一、形势"), (1, "二、任务")]


def test_a_number_with_a_lost_sign_is_a_mark() -> None:
    lines = [f"1.?发展制造业。{BODY}", f"2.?做强园区。{BODY}"]
    assert outline("（一）产业", BODY, *lines)[1:] == [(2, "1.?发展制造业"), (2, "2.?做强园区")]
    halves = ["二）重点项目", BODY, "三）城市建设", BODY]
    assert outline("（一）增长", BODY, *halves) == [
        (1, "（一）增长"),
        (1, "二）重点项目"),
        (1, "三）城市建设"),
    ]


def test_numbered_paragraphs_of_markdown_are_headings_apart_from_lists() -> None:
    text = "坚持项目为王，滚动推进重大项目建设，力争完成全年投资，确保按期竣工投产。"
    lines = ["一、任务", BODY, f"1. 推进项目。{text}{text}", f"2. 招商引资。{text}{text}", "1. 米\n2. 面"]
    assert outline(*lines, markdown=True)[1:] == [(2, "1. 推进项目"), (2, "2. 招商引资")]
    assert read("\n\n".join(lines), markdown=True).sections[-1].body.endswith("1. 米\n2. 面")

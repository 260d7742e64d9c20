"""The title block, and what a page leaves around a text."""

from __future__ import annotations

import pytest

from gaohang_viewer.loading.outline.read_outline import read_outline
from gaohang_viewer.report.draft import Piece, PieceRole
from gaohang_viewer.report.model import ProblemKind
from tests.loading.outline.reading import BODY, read


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


def test_a_table_of_contents_is_left_out() -> None:
    lines = ["报告", "目录", "一、回顾……1", "二、展望……5", "一、回顾", BODY, "二、展望", BODY]
    report = read("\n".join(lines))
    assert [(section.headline, section.line_no) for section in report.sections] == [
        ("一、回顾", 5),
        ("二、展望", 7),
    ]
    assert {problem.kind for problem in report.problems} == {ProblemKind.CONTENTS}
    assert len(report.problems) == 3


def facts(*lines: str, markdown: bool = False) -> dict[str, str]:
    """Title, subtitle and what else the title block of some lines gives."""
    report = read("\n\n".join([*lines, "各位代表：", BODY, "一、回顾", BODY]), markdown=markdown)
    stated = {"title": report.title, "subtitle": report.subtitle}
    return {key: value for key, value in stated.items() if value} | dict(report.meta)


OCCASION = "——2024年1月28日在某市第十六届人民代表大会第五次会议上"


def test_labels_are_no_part_of_what_they_name() -> None:
    read_ = facts("标题：某市政府工作报告", "发文单位：某市人民政府", "报告人：市长 李谦", "正文：")
    assert read_ == {"title": "某市政府工作报告", "speaker": "市长 李谦"}


def test_a_printed_title_counts_before_a_label() -> None:
    assert facts("标题：2022年某省政府工作报告", "政府工作报告", OCCASION)["title"] == "政府工作报告"


def test_a_printed_title_counts_before_that_of_the_file() -> None:
    front = "---\ntitle: 市长在大会上作报告\n---"
    assert facts(front, "**政府工作报告**", OCCASION, markdown=True)["title"] == "政府工作报告"
    assert facts(front, OCCASION, markdown=True)["title"] == "市长在大会上作报告"


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("某市政府工作报告（2022年1月6日 周志红）", "某市政府工作报告"),
        ("1998年某市政府工作报告1998年某市政府工作报告", "1998年某市政府工作报告"),
        ("中共中央 国务院印发《乡村规划（2024—2027年）》（2025年）", "乡村规划（2024—2027年）"),
        ("乡村规划（2024—2027年）", "乡村规划（2024—2027年）"),
        ("龚正市长在某市人民代表大会第二次会议的政府工作报告", "政府工作报告"),
    ],
)
def test_the_title_of_a_file_goes_without_what_it_does_not_need(named: str, title: str) -> None:
    assert facts(f"---\ntitle: {named}\n---", markdown=True)["title"] == title


def test_date_and_name_in_brackets_are_date_and_speaker() -> None:
    assert facts("政府工作报告", "（2003年1月12日 石秀诗）") == {
        "title": "政府工作报告",
        "date": "2003年1月12日",
        "speaker": "石秀诗",
    }


@pytest.mark.parametrize(
    "lines",
    [
        ["政府工作报告" + OCCASION, "某市市长 宋华英"],
        ["政府工作报告（2024年1月28日在某市第十六届人民代表大会第五次会议上 某市市长 宋华英）"],
        ["政府工作报告", OCCASION + " 某市市长 宋华英"],
        ["政府工作报告", "——2024年1月28日在某市第十六届", "人民代表大会第五次会议上", "某市市长 宋华英"],
        ["政府工作报告", OCCASION, "政府工作报告", OCCASION, "某市市长 宋华英", "某市市长 宋华英"],
        ["政府工作报告", OCCASION, "某市市长", "宋华英"],
        [
            "首页",
            ">",
            "新闻中心",
            "政府工作报告",
            OCCASION,
            "宋华英作政府工作报告。记者摄",
            "某市市长 宋华英",
        ],
    ],
)
def test_a_title_block_comes_on_as_many_lines_as_it_likes(lines: list[str]) -> None:
    read_ = {key: "".join(value.split()).lstrip("—") for key, value in facts(*lines).items()}
    assert read_ == {"title": "政府工作报告", "occasion": OCCASION.lstrip("—"), "speaker": "某市市长宋华英"}


def test_a_name_below_the_occasion_is_the_speaker() -> None:
    assert facts(OCCASION, "韩立华")["speaker"] == "韩立华"


def test_an_office_alone_is_no_title() -> None:
    assert facts(OCCASION, "某市人民政府市长") == {
        "title": "name",
        "occasion": OCCASION,
        "speaker": "某市人民政府市长",
    }


def test_a_chapter_is_no_title() -> None:
    report = read(f"{OCCASION}\n某市市长 闫继红\n2022年政府工作回顾\n{BODY}一是稳中有进。{BODY}")
    assert (report.title, [section.title for section in report.sections]) == ("name", ["2022年政府工作回顾"])


def test_a_second_title_is_a_subtitle() -> None:
    read_ = facts("1956年政府工作报告", "关于1955年国家决算和1956年国家预算的报告", OCCASION)
    assert (read_["title"], read_["subtitle"]) == (
        "1956年政府工作报告",
        "关于1955年国家决算和1956年国家预算的报告",
    )


def test_a_first_paragraph_that_begins_like_others_is_text() -> None:
    start = "二〇〇六年，"
    report = read(f"政府工作报告\n市长 毛小平\n{start}{BODY}{BODY}\n{start}{BODY}\n（一）经济\n{BODY}")
    assert report.preamble == f"{start}{BODY}{BODY}\n\n{start}{BODY}"


def test_the_only_heading_above_numbered_chapters_is_the_title() -> None:
    report = read(f"# 某镇工作报告\n\n各位代表：\n\n一、回顾\n\n{BODY}\n\n二、安排\n\n{BODY}", markdown=True)
    assert report.title == "某镇工作报告"
    assert [(section.level, section.title) for section in report.sections] == [(1, "回顾"), (1, "安排")]


def test_a_heading_that_repeats_the_title_is_no_section() -> None:
    front = "---\ntitle: 某市乡村全面振兴规划\n---"
    text = f"{front}\n\n> 通知\n\n## 乡村全面振兴规划\n\n{BODY}\n\n### 一、要求\n\n{BODY}\n\n### 二、布局\n\n{BODY}"
    report = read(text, markdown=True)
    assert (report.title, [section.level for section in report.sections]) == ("乡村全面振兴规划", [1, 1])


def test_a_field_that_recurs_does_not_end_the_text() -> None:
    entries = [f"{mark}、工程\n目标：{BODY}\n主办单位：市教育局" for mark in "一二三"]
    report = read("\n".join(["各位代表：", BODY, *entries]))
    assert report.sections[-1].body.endswith("主办单位：市教育局")


def test_contents_written_as_a_list_are_left_out() -> None:
    lines = ["**1955年工作报告**", OCCASION, "**目录**", "- 一、回顾\n    - （一）工业\n- 二、安排"]
    report = read("\n\n".join([*lines, "各位代表：", f"## 一、回顾\n\n{BODY}"]), markdown=True)
    assert report.preamble == "各位代表："


def test_the_only_heading_of_a_word_file_above_plain_numbers_is_its_title() -> None:
    texts = ["某镇工作报告", "各位代表：", "一、回顾", BODY, "二、安排", BODY]
    pieces = [Piece(PieceRole.TEXT, text, at) for at, text in enumerate(texts, 1)]
    pieces[0] = Piece(PieceRole.HEADING, texts[0], 1, 1)
    read_ = read_outline(pieces, lambda _share: None)
    assert [(p.role.value, p.level) for p in read_ if p.role in (PieceRole.TITLE, PieceRole.HEADING)] == [
        ("title", 1),
        ("heading", 1),
        ("heading", 1),
    ]


def test_footnotes_are_no_headings() -> None:
    report = read(
        f"政府工作报告\n一、回顾\n{BODY}\n〔1〕口径调整。\n二、安排\n{BODY}\n〔2〕数据初步。\n{BODY}"
    )
    assert [section.title for section in report.sections] == ["回顾", "安排"]


def test_who_wrote_and_published_a_text_is_no_subtitle() -> None:
    text = f"**某某简史**\n\n（某某研究室著 某某出版社出版）\n\n## 前言\n\n{BODY}\n\n## 第一章 开端\n\n{BODY}"
    report = read(text, markdown=True)
    assert report.subtitle == ""
    assert "出版社" in report.preamble


def test_an_addressee_is_no_subtitle() -> None:
    report = read(f"关于做好工作的通知\n\n各科室：\n\n一、总体要求\n\n{BODY}\n\n二、工作安排\n\n{BODY}")
    assert report.subtitle == ""


def test_a_headline_that_comes_again_after_the_greeting_is_one() -> None:
    head = "某市政府工作报告\n一、工作回顾\n各位代表：\n现在，我代表市政府报告工作，请予审议。\n"
    report = read(f"{head}一、工作回顾\n{BODY}\n二、工作安排\n{BODY}")
    assert [section.headline for section in report.sections] == ["一、工作回顾", "二、工作安排"]


def test_what_a_file_styles_as_subtitle_is_what_its_words_are() -> None:
    pieces = [
        Piece(PieceRole.TITLE, "某市政府工作报告", 1),
        Piece(PieceRole.SUBTITLE, "奋力谱写新篇章", 2),
        Piece(PieceRole.SUBTITLE, "——在某市第五届人民代表大会第一次会议上", 3),
        Piece(PieceRole.SUBTITLE, "市长 王某　2026年1月6日", 4),
        Piece(PieceRole.HEADING, "一、回顾", 5, 1),
        Piece(PieceRole.TEXT, BODY, 6),
    ]
    roles = [(piece.role, piece.text) for piece in read_outline(pieces, lambda _: None)]
    assert roles[1:5] == [
        (PieceRole.SUBTITLE, "奋力谱写新篇章"),
        (PieceRole.OCCASION, "——在某市第五届人民代表大会第一次会议上"),
        (PieceRole.SPEAKER, "市长 王某"),
        (PieceRole.DATE, "2026年1月6日"),
    ]

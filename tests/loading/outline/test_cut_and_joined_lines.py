"""Lines that hold several paragraphs, and paragraphs on several lines."""

from __future__ import annotations

import pytest

from gaohang_viewer.loading.plain_text import read_text
from gaohang_viewer.report.draft import PieceRole
from tests.loading.outline.reading import BODY, outline, read


def test_two_headings_of_a_book_on_one_line_are_two() -> None:
    assert outline("第三篇推进改革开放第十三章深化各项改革", BODY, "第十四章扩大开放", BODY) == [
        (1, "第三篇推进改革开放"),
        (2, "第十三章深化各项改革"),
        (2, "第十四章扩大开放"),
    ]


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


def test_pieces_keep_the_lines_they_come_from() -> None:
    draft = read_text(
        f"题目\n\n一、甲甲\n{BODY}\n（一）乙。{BODY}\n（二）丙。{BODY}", "name", lambda _share: None
    )
    places = [(piece.role, piece.line_no, piece.part) for piece in draft.pieces]
    assert places[1:4] == [(PieceRole.HEADING, 3, 0), (PieceRole.TEXT, 4, 0), (PieceRole.HEADING, 5, 0)]
    assert places[4] == (PieceRole.TEXT, 5, 1)


def test_the_first_item_is_cut_from_what_introduces_it() -> None:
    lines = ["一、任务", f"今年重点抓好以下工作：（一）发展制造业。{BODY}", f"（二）推进城镇化。{BODY}"]
    report = read("\n".join(lines))
    assert [section.headline for section in report.sections[1:]] == ["（一）发展制造业", "（二）推进城镇化"]
    assert report.sections[0].body == "今年重点抓好以下工作："


def test_headings_in_the_middle_of_paragraphs_count_on_from_each_other() -> None:
    lines = [f"{BODY}（一）工业提速。{BODY}", f"{BODY}（二）农业增效。{BODY}", f"（三）服务升级。{BODY}"]
    assert [headline for _, headline in outline("一、回顾", *lines)][1:] == [
        "（一）工业提速",
        "（二）农业增效",
        "（三）服务升级",
    ]


def test_a_heading_may_follow_one_in_bold_on_its_line() -> None:
    line = f"**二、任务** （一）稳定增长。{BODY}"
    assert outline("**一、回顾**", BODY, line, f"（二）扩大开放。{BODY}", markdown=True) == [
        (1, "一、回顾"),
        (1, "二、任务"),
        (2, "（一）稳定增长"),
        (2, "（二）扩大开放"),
    ]


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("一、回顾五年，我们坚定前行、", "砥砺奋进，取得决定性成就"),
        ("一、主要战略任务和", "二〇三五年远景目标"),
        ("一、加快建设“两型", "社会”，建设绿色城市"),
        ("一、2020年", "和五年成就回顾"),
    ],
)
def test_a_headline_that_cannot_end_where_it_does_goes_on_below(first: str, rest: str) -> None:
    assert outline(first, rest, BODY, "二、任务", BODY)[0] == (1, first + rest)


def test_chapters_broken_in_the_middle_are_joined() -> None:
    lines = [
        "2020年工作",
        "和“十三五”成就回顾",
        BODY,
        "2021年工作安排",
        BODY,
        "一、投资",
        BODY,
        "二、消费",
        BODY,
    ]
    assert outline("各位代表：", *lines)[0] == (1, "2020年工作和“十三五”成就回顾")


def test_the_lone_short_line_below_headlines_is_their_rest() -> None:
    lines = ["**三、积极扩大内需**", "促进经济健康发展", BODY, "**四、调整经济结构**", "提高整体素质", BODY]
    assert outline(*lines, markdown=True) == [
        (1, "三、积极扩大内需促进经济健康发展"),
        (1, "四、调整经济结构提高整体素质"),
    ]


def test_words_of_links_do_not_break_a_sentence() -> None:
    long = "全面落实中央决策部署，扎实做好各项工作，持续推进改革开放，不断增强发展动力，认真学习"
    report = read("\n".join(["一、回顾", BODY, f"{long}省委", "三次全会", f"精神，取得进展。{BODY}", BODY]))
    assert [section.headline for section in report.sections] == ["一、回顾"]
    assert f"省委三次全会精神，取得进展。{BODY}" in report.sections[0].body


def test_half_a_sentence_is_no_heading() -> None:
    lines = [
        BODY,
        "综合治理山水林田。扎实推进",
        "防风固沙工程。" + BODY,
        "持续保卫蓝天。突出水",
        "源保护。" + BODY,
    ]
    assert outline("一、生态", *lines, "二、民生", BODY) == [(1, "一、生态"), (1, "二、民生")]


def test_paragraphs_of_markdown_broken_at_one_width_are_joined() -> None:
    lines = [
        "## 一、基本任务",
        "",
        "1．努力保持社会总需求与总供给的基本平衡，控制",
        "通货膨胀，以提高经济效益为中心，促进经济的适度",
        "增长。",
        "",
        "2．突出抓好经济结构的调整，使产品的品种和质量",
        "同国内外市场需求的变化适应。",
    ]
    text = read("\n".join(lines), markdown=True).sections[0].body
    assert "控制通货膨胀" in text
    assert "适度增长" in text


def test_soft_returns_end_lines() -> None:
    report = read(f"工作报告\v一、回顾\v{BODY}\v二、展望\v{BODY}")
    assert [section.headline for section in report.sections] == ["一、回顾", "二、展望"]


def test_a_closing_quotation_mark_does_not_join_a_text_to_its_heading() -> None:
    lines = ["（一）经济增长速度", BODY, "（二）价格总水平", f"”九五”期间，{BODY}", "（三）固定资产", BODY]
    assert (1, "（二）价格总水平") in outline(*lines)

from __future__ import annotations

import pytest

from gaohang_viewer.typeset.slides.point import Point
from gaohang_viewer.typeset.slides.points import points


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", []),
        (
            "领悟做实新思想有成效。\n\n系统谋划新发展有前瞻。\n\n政治生态新气象有进步。",
            ["领悟做实新思想有成效", "系统谋划新发展有前瞻", "政治生态新气象有进步"],
        ),
        ("- 第一\n- **第二**\n  续行\n- 第三", ["第一", "第二续行", "第三"]),
        ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", []),
        ("| 甲 |\n|---|\n| 1 |", ["甲", "1"]),
        ("> 引文。", ["引文"]),
        ("```\na = 1\n\nb = 2\n```", ["a = 1", "b = 2"]),
        ("---", []),
        (
            "年均税收23.9亿元,均列全区第一方阵;2020年收入11.6亿元。成立高行经济联合社;",
            ["年均税收23.9亿元,均列全区第一方阵", "2020年收入11.6亿元", "成立高行经济联合社"],
        ),
        ("English text stays as it is, to its end.", ["English text stays as it is, to its end."]),
    ],
)
def test_what_is_shown_of_a_body(body: str, expected: list[str]) -> None:
    assert [point.text for point in points(body)] == expected


def test_a_first_sentence_that_names_its_paragraph_is_followed_by_what_it_says() -> None:
    body = (
        "坚持以文育人。56个高行故事入选平台;持续打造品牌。\n\n坚持以情善治。构建站点矩阵。\n\n坚持以法为魂。"
    )
    assert points(body) == (
        Point("坚持以文育人", "56个高行故事入选平台;持续打造品牌。"),
        Point("坚持以情善治", "构建站点矩阵"),
        Point("坚持以法为魂"),
    )


def test_a_long_sentence_ends_at_a_clause_and_says_that_it_goes_on() -> None:
    parts = [
        f"{how}推出优化营商环境十八条和促进服务效能倍增"
        for how in ("全市", "各区", "积极", "全力", "努力", "再次")
    ]
    (cut,) = points("，".join(parts) + "。")
    assert cut.text == "，".join(parts[:3]) + "……"


def test_a_sentence_that_can_neither_be_shown_nor_shortened_is_left_out() -> None:
    assert points("推出优化营商环境十八条和促进服务效能倍增" * 9 + "。") == ()


def test_what_introduces_a_list_names_it_and_the_list_is_whole() -> None:
    members = [f"第{sign}项工作要抓紧抓好，并且在年内取得成效" for sign in "甲乙丙丁"]
    told = points("要抓好四件实事：" + "；".join(members) + "。")
    assert [point.text for point in told] == ["要抓好四件实事", *members]
    assert points("今年的主要预期目标是：\n\n- 增长百分之五\n- 就业稳定")[0] == Point("今年的主要预期目标")
    assert points("实现上述目标，要做好以下工作：\n\n我们要努力。\n\n大家一起来。") == (
        Point("我们要努力"),
        Point("大家一起来"),
    )


@pytest.mark.parametrize(
    "sentence",
    ["必须进一步解决好以下三个问题。", "应该作两点估计：第一，方针政策是正确的。"],
)
def test_what_only_introduces_other_sentences_is_no_point(sentence: str) -> None:
    assert points(f"{sentence}全镇上下齐心协力。") == (Point("全镇上下齐心协力"),)


def test_a_set_formula_is_whole_however_long() -> None:
    text = (
        "今年工作的总体要求是：以习近平新时代中国特色社会主义思想为指导，"
        + "全面贯彻会议精神，" * 12
        + "开好局起好步"
    )
    assert points(text + "。") == (Point(text),)


def test_greetings_openings_and_signatures_are_no_points() -> None:
    assert (
        points("各位代表：\n\n现在，我代表区人民政府向大会报告工作，请予审议，并请各位委员提出意见。") == ()
    )
    assert points("我们今年众志成城，攻坚克难。各位代表！成绩来之不易。") == (
        Point("我们今年众志成城，攻坚克难。成绩来之不易。"),
    )
    closing = "道路已经开通。\n\n学校已经建成。\n\n谢谢大家！\n\n高行镇人民政府\n\n2021年1月15日"
    assert points(closing) == (Point("道路已经开通"), Point("学校已经建成"))


def test_points_begin_without_dashes_and_note_marks() -> None:
    assert points("——强化创新\\[3\\]。\n\n——扩大开放〔2〕。\n\n——改善民生。") == (
        Point("强化创新"),
        Point("扩大开放"),
        Point("改善民生"),
    )


def test_only_the_first_sentence_of_a_paragraph_names_its_topic() -> None:
    told = points(
        "全面推进各项改革工作落地见效，效果明显。民生工程全部完成。民生保障力度持续加大。城镇新增就业三千人。"
    )
    assert all(not point.detail for point in told)


def test_items_of_lists_are_never_cut() -> None:
    item = "很长的要点，" * 500 + "完"
    assert [point.text for point in points(f"- {item}\n- 短")] == [item, "短"]


def test_struck_out_words_and_the_marks_of_notes_are_left_out() -> None:
    assert points("目标~~5%~~6%〔1〕。") == (Point("目标6%"),)

from __future__ import annotations

import pytest

from gaohang_viewer.typeset.slides.points import LONG, Point, points


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", []),
        (
            "领悟做实新思想有成效。\n\n系统谋划新发展有前瞻。\n\n政治生态新气象有进步。",
            ["领悟做实新思想有成效", "系统谋划新发展有前瞻", "政治生态新气象有进步"],
        ),
        ("- 第一\n- **第二**\n  续行\n- 第三", ["第一", "第二续行", "第三"]),
        ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", ["甲　乙", "1　2"]),
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
        Point("坚持以文育人", "56个高行故事入选平台"),
        Point("坚持以情善治", "构建站点矩阵"),
        Point("坚持以法为魂"),
    )


def test_a_long_sentence_ends_at_a_comma_and_one_without_any_stays_whole() -> None:
    clause = "推出优化营商环境十八条和促进服务效能倍增"
    (cut,) = points("，".join([clause] * 6) + "。")
    assert cut.text == "，".join([clause] * 2)
    assert len(cut.text) <= LONG
    (whole,) = points(clause * 6 + "。")
    assert whole.text == clause * 6


def test_items_of_lists_are_never_cut() -> None:
    item = "很长的要点，" * 500 + "完"
    assert [point.text for point in points(f"- {item}\n- 短")] == [item, "短"]


def test_struck_out_words_and_the_marks_of_notes_are_left_out() -> None:
    assert points("目标~~5%~~6%〔1〕。") == (Point("目标6%"),)

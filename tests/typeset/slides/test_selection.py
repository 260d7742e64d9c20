"""Of the points of a section those are shown that are worth a slide."""

from __future__ import annotations

import pytest

from gaohang_viewer.typeset.slides.asides import without_asides
from gaohang_viewer.typeset.slides.point import Point
from gaohang_viewer.typeset.slides.points import points
from gaohang_viewer.typeset.slides.selection import MANY, chosen

WHOLE = [Point(f"建成第{number}条道路，方便群众出行") for number in "一二三四"]


def texts(some: tuple[Point, ...]) -> list[str]:
    return [point.text for point in some]


def test_shortened_points_are_left_out_beside_whole_ones() -> None:
    short = Point("深入推进产业转型升级，培育壮大新兴产业……")
    assert short not in chosen([*WHOLE, short])
    assert chosen([WHOLE[0], short]) == (WHOLE[0], short)


@pytest.mark.parametrize("text", ["（表二）", "（见附表）", "要求五年后产量达到如下水平：（见表三）"])
def test_what_only_points_to_a_table_is_left_out(text: str) -> None:
    assert chosen([*WHOLE, Point(text)]) == tuple(WHOLE)


def test_of_many_points_the_spine_is_shown() -> None:
    years = [Point(f"这五年，{what}取得明显进展") for what in ("产业升级", "城市更新", "乡村振兴")]
    counted = [Point(f"{number}是抓好重点工作，推动全面落实") for number in "一二三"]
    topic = Point("生态环境明显改善")
    others = [Point(f"其余工作按照要求，完成了第{number}项") for number in range(2)]
    filler = [Point(f"{sign}句话说明情况，交代背景") for sign in "甲乙丙丁戊己庚"]
    assert len(years + counted + others + filler) > MANY
    assert chosen([*filler, *years, topic, *others, *counted]) == (*years, topic, *counted)


def test_few_points_stay() -> None:
    assert chosen(WHOLE) == tuple(WHOLE)


SPEECH = (
    "全年建成道路三条，改造老旧小区五个。",
    "新增学位三千个，办好民生实事十件。",
    "这些成绩的取得，是全县人民共同努力的结果。在此，我代表县政府，向大家表示衷心的感谢！",
    "在看到成绩的同时，我们也清醒地认识到，发展不平衡的问题仍然突出。",
    "让我们团结奋斗，奋进新征程，谱写新篇章！",
)


def test_difficulties_thanks_and_the_peroration_are_no_points() -> None:
    assert texts(points("\n\n".join(SPEECH))) == [text.rstrip("。") for text in SPEECH[:2]]


def test_a_section_about_difficulties_keeps_them() -> None:
    difficulties = ["我们也清醒地认识到，发展不充分。", "还存在不少困难和问题，产业层次不高。"]
    assert without_asides(difficulties) == difficulties


def test_a_detail_is_whole_or_not_there() -> None:
    long = (
        "推进园区道路建设，完成管网改造三十公里，建成标准厂房二十万平方米，引进企业一百二十家，"
        "投产重点项目四十个，新增就业岗位三千个，实现税收五亿元，带动周边农户增收致富"
    )
    body = "\n\n".join(f"加快建设城市。{long}。" for _ in range(3))
    assert [point.detail for point in points(body)] == [""] * 3


def test_targets_that_commas_part_are_a_list() -> None:
    body = "全年工作的主要预期目标是：生产总值增长8%左右，投资增长12%，居民收入与经济同步增长，失业率控制在4%以内。"
    assert texts(points(body)) == [
        "全年工作的主要预期目标",
        "生产总值增长8%左右",
        "投资增长12%",
        "居民收入与经济同步增长",
        "失业率控制在4%以内",
    ]


def test_the_first_member_of_a_list_is_set_apart_from_its_name() -> None:
    body = "“十三五”时期的主要目标是：经济结构得到优化。城市品质得到提升。人民生活得到改善。"
    assert texts(points(body))[:2] == ["“十三五”时期的主要目标", "经济结构得到优化"]

from __future__ import annotations

import pytest

from gaohang_viewer.typeset.slides.charts import Chart
from gaohang_viewer.typeset.slides.figures import KeyFigures, key_figures, split


def told(found: KeyFigures | None) -> list[str]:
    every = (figure for figures, _ in found.pages for figure in figures) if found else ()
    return [f"{figure.value} {figure.what}" for figure in every]


def chart_of(found: KeyFigures | None) -> Chart | None:
    return next((chart for _, chart in found.pages if chart), None) if found else None


def charted(body: str) -> tuple[object, ...]:
    """What the chart of a body shows; a second good figure is put beside it, so that there is a slide."""
    found = key_figures(body + "\n\n完成固定资产投资820亿元。全市接待游客403万人次。")
    assert found
    chart = chart_of(found)
    return (chart.what, *((bar.label, bar.value) for bar in chart.bars)) if chart else ()


def test_a_section_s_best_figures_with_what_they_count() -> None:
    body = "年均税收23.9亿元,均列第一方阵;2020年可支配收入11.6亿元,是2016年6.3亿元的186.9%。成立联合社。"
    found = key_figures(body)
    assert found
    assert told(found) == ["23.9亿元 年均税收", "11.6亿元 2020年可支配收入", "186.9% 可支配收入与2016年之比"]
    chart = chart_of(found)
    assert chart
    assert [bar.label for bar in chart.bars] == ["2016年", "2020年"]
    assert [round(bar.share, 2) for bar in chart.bars] == [0.54, 1.0]


def test_money_and_percentages_come_before_small_counts_and_stand_in_the_text_s_order() -> None:
    body = (
        "新建公园3个，建成学校2所，举办活动5场。一般公共预算收入492亿元，新改建农村公路1200公里，"
        "城镇化率达到61%，城镇新增就业3.8万人。"
    )
    assert told(key_figures(body)) == [
        "492亿元 一般公共预算收入",
        "1200公里 新改建农村公路",
        "61% 城镇化率",
        "3.8万人 城镇新增就业",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "全面加强党的建设。",
        "新建公园3个，建成学校2所。",
        "年均税收23.9亿元，位居前列。",
        "2021年3月5日召开第3次会议。",
    ],
)
def test_a_section_with_fewer_than_two_good_figures_has_no_slide(body: str) -> None:
    assert key_figures(body) is None


def test_one_figure_is_not_shown_twice() -> None:
    body = "城镇化率达到61%，税收收入120亿元。今年城镇化率达到61%。"
    assert told(key_figures(body)) == ["61% 城镇化率", "120亿元 税收收入"]


@pytest.mark.parametrize(
    ("body", "chart"),
    [
        (
            "社会消费品零售总额由563亿元增加到1152亿元。",
            ("社会消费品零售总额", ("从", "563亿元"), ("到", "1152亿元")),
        ),
        ("上市公司从518家增加到731家。", ("上市公司", ("从", "518家"), ("到", "731家"))),
        (
            "城乡公共服务支出占比从2007年的61.4%提高到2012年的70%。",
            ("城乡公共服务支出占比", ("2007年", "61.4%"), ("2012年", "70%")),
        ),
        (
            "一般公共预算收入由2010年的138.48亿元增加到274.24亿元。",
            ("一般公共预算收入", ("2010年", "138.48亿元"), ("现为", "274.24亿元")),
        ),
        (
            "国家管理的商品从改革前的188种减少到23种。",
            ("国家管理的商品", ("改革前", "188种"), ("现为", "23种")),
        ),
        (
            "2020年可支配收入11.6亿元，是2016年（6.3亿元）的186.9%。",
            ("可支配收入", ("2016年", "6.3亿元"), ("2020年", "11.6亿元")),
        ),
    ],
)
def test_two_values_of_one_thing_are_a_chart(body: str, chart: tuple[object, ...]) -> None:
    assert charted(body) == chart


@pytest.mark.parametrize(
    "body",
    [
        "城乡居民可支配收入从46503元和16935元分别提高到58794元和23184元。",  # two things at once
        "低保标准分别由510元、480元、310元提高到560元、530元、345元。",
        "税收收入120亿元，其中增值税35亿元。",  # a part of it
        "学习强国从3个单位扩大到200人。",  # not of one unit
        "预期寿命由82.1岁提高到82.5岁。",  # bars that look alike
        "产值由1万元增加到3亿元。",  # a bar that is not seen
        "外贸出口排名由第13位上升到第11位。",
    ],
)
def test_what_is_not_two_values_of_one_thing_is_no_chart(body: str) -> None:
    assert charted(body) == ()


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("23.9亿元", ("", "23.9", "亿元")),
        ("130多万平方米", ("", "130", "多万平方米")),
        ("186.9%", ("", "186.9", "%")),
        ("1,200 人", ("", "1,200", "人")),
        ("超过700亿元以上", ("超过", "700", "亿元以上")),
        ("−2.1%", ("", "−2.1", "%")),
        ("6—6.5%左右", ("", "6—6.5", "%左右")),
        ("12 345万元", ("", "12 345", "万元")),
        ("四百四十二亿元", ("", "四百四十二亿", "元")),
        ("百分之八", ("", "百分之八", "")),
        ("三百人", ("", "三百", "人")),
        ("无", ("", "", "无")),
    ],
)
def test_a_value_is_a_number_and_a_unit(value: str, parts: tuple[str, str, str]) -> None:
    assert split(value) == parts

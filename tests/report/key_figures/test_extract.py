"""Key figures: what is found, what it counts, and what is passed over."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.loading import open_report
from gaohang_viewer.report.blocks import FILLER
from gaohang_viewer.report.key_figures.extract import as_csv, figures, figures_in
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.resources import resource

TITLES = ("Section", "Description", "Figure", "Number", "Unit")


class ByHand(NamedTuple):
    """A figure that a reader finds: its value, and the right answers to what it counts."""

    value: str
    whats: tuple[str, ...]


def truth(sign: str) -> dict[str, list[ByHand]]:
    """Figures found by hand, by headline (§) or passage (¶)."""
    every: dict[str, list[ByHand]] = {}
    here: list[ByHand] = []
    for line in Path(__file__).with_name("figures_truth.tsv").read_text("utf-8").splitlines():
        if line.startswith(("§", "¶")):
            here = []
            if line[0] == sign:
                every[line[2:]] = here
        elif "\t" in line:
            value, whats = line.split("\t")
            here.append(ByHand(value, tuple(whats.split("|"))))
    return every


def values(text: str) -> list[str]:
    return [found.value for found in figures_in(text)]


def what(text: str) -> list[str]:
    return [found.name for found in figures_in(text)]


@pytest.fixture(scope="module")
def gaohang() -> Report:
    return open_report(resource("reports", "gaohang.md"))


def test_the_built_in_report_has_all_its_figures_and_no_other(gaohang: Report) -> None:
    wanted = [(headline, by_hand.value) for headline, here in truth("§").items() for by_hand in here]
    assert [
        (gaohang.sections[each.section].headline, each.match.value) for each in figures(gaohang)
    ] == wanted


def test_of_the_built_in_report_it_is_told_what_they_count(gaohang: Report) -> None:
    wanted = [by_hand for here in truth("§").values() for by_hand in here]
    right = [each.match.name in by_hand.whats for by_hand, each in zip(wanted, figures(gaohang), strict=True)]
    assert sum(right) >= 0.95 * len(right)


@pytest.mark.parametrize("passage", truth("¶"))
def test_a_passage_has_the_figures_that_a_reader_finds(passage: str) -> None:
    assert values(passage) == [by_hand.value for by_hand in truth("¶")[passage]]


def test_of_passages_it_is_told_what_nearly_all_count() -> None:
    right = [
        name in by_hand.whats
        for passage, here in truth("¶").items()
        for by_hand, name in zip(here, what(passage), strict=True)
    ]
    assert sum(right) >= 0.95 * len(right)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("税收23.9亿元", 2.39e9, "元"),
        ("占186.9％", 186.9, "%"),
        ("拆除130多万平方米", 1.3e6, "平方米"),
        ("共51项", 51, "项"),
        ("产值1.2万亿元", 1.2e12, "元"),
        ("装机120万千瓦", 1.2e6, "千瓦"),
        ("存款1亿2000万元", 1.2e8, "元"),
        ("收入1,234.5元", 1234.5, "元"),
        ("收入１２．５万元", 125_000, "元"),
        ("投资三百二十万元", 3.2e6, "元"),
        ("新建十余家", 10, "家"),
        ("增长一点八倍", 1.8, "倍"),
        ("增长百分之八点五", 8.5, "%"),
        ("自然增长率千分之五", 5, "‰"),
        ("三分之二的企业", 0.6667, ""),
        ("突破1500亿。", 1.5e11, ""),
        ("增速为-3.5%", -3.5, "%"),
        ("每亩施肥3-5公斤", 3, "公斤"),
        ("投资3-5万元", 30_000, "元"),
        ("浓度32微克/立方米", 32, "微克/立方米"),
        ("提高2百分点", 2, "个百分点"),
    ],
)
def test_a_number_is_told_in_its_base_unit(text: str, number: float, unit: str) -> None:
    (found,) = figures_in(text)
    assert (found.number, found.unit) == (number, unit)


def test_a_range_is_one_figure_and_a_change_is_two() -> None:
    assert values("占比60%至70%，工期3—5个工作日") == ["60%至70%", "3—5个工作日"]
    assert values("由15%提高到20%，从15%到20%") == ["15%", "20%", "15%", "20%"]


def test_round_numbers_in_characters_keep_the_word_that_makes_them_an_amount() -> None:
    assert values("近百项、数千人、上百家、超千亿元") == ["近百项", "数千人", "上百家", "超千亿元"]
    assert values("百家争鸣，千亩良田，万元以下") == []


@pytest.mark.parametrize(
    "text",
    [
        "2020年3月5日至2021年底，“十四五”期间，二〇二〇年、一九五五年、近3年、5个月",
        "国办发〔2026〕15号，第3条、第二版、第12届、前10名、3.2节",
        "电话021-58961234，邮编200137，12345热线，上午8:30，24小时值守，365天不打烊",
        "“1+5+36+X”“15分钟服务圈”“五型经济”“三会”“100个一批”，1+3项，15分钟通勤圈",
        "两个一百年、四个全面、三个清单、一批企业、一个中心、十件实事、八项规定、最后一公里",
        "G20、5G、A股、C919、B2座、T3航站楼、220千伏变电站、30万吨级码头、7.0级地震",
        "《关于促进发展的25条措施》、庆祝建党100周年、18岁以下、千人计划、每100户、2022年3户籍",
    ],
)
def test_what_counts_nothing_is_passed_over(text: str) -> None:
    assert values(text) == []


def test_a_comparison_takes_over_what_is_compared() -> None:
    text = "全县财政收入12亿元，是2020年8亿元的1.5倍，占生产总值的9%，同比增长5%；村庄3个，增长8%"
    assert what(text)[1:5] == [
        "2020年全县财政收入",
        "全县财政收入与2020年之比",
        "全县财政收入占生产总值",
        "全县财政收入增长",
    ]
    assert what(text)[6] == "村庄增长"


def test_figures_told_together_are_named_each() -> None:
    assert what("甲业、乙业和丙业分别增长1%、2%和3%") == ["甲业增长", "乙业增长", "丙业增长"]
    assert what("甲收入5万元、乙收入6万元，分别增长1%和2%")[2:] == ["甲收入增长", "乙收入增长"]
    assert what("城乡居民收入分别增长1%和2%") == ["城镇居民收入增长", "农村居民收入增长"]


def report() -> Report:
    sections = (
        Section(1, "一、", "新增就业5万人：", 1),
        Section(2, "", "乙", 2, "投资**3亿元**。\n\n- 新建学校2所\n- 无"),
    )
    return Report("投入9亿元", preamble="开篇\n\n扶持企业7家", sections=sections)


def test_a_figure_tells_where_it_stands() -> None:
    places = [(each.section, each.paragraph, each.match.value) for each in figures(report())]
    assert places == [(-1, 0, "9亿元"), (-1, 2, "7家"), (0, 0, "5万人"), (1, 1, "3亿元"), (1, 2, "2所")]


def test_the_table_names_sections_by_their_headlines() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(list(figures(report())), report(), TITLES))))
    assert rows[0] == list(TITLES)
    assert rows[1] == ["投入9亿元", "投入", "9亿元", "900000000", "元"]
    assert rows[3][0] == "一、新增就业5万人"


PIECES = [
    *"一两三十百千万亿第近数几多余元个项%％至-—到,，.．、。；:（）“”《》3579０１ 年月人由从占比每前+",
    "2020", "平方米", "分别", "增长", "个百分点", "百分之", "分之", "以上", "其中", "达到", "投资", "项目", "建成区",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text())
def test_whatever_the_text_figures_lie_in_it_in_order_and_apart(text: str) -> None:
    end = 0
    for found in figures_in(text):
        assert end <= found.start < found.end <= len(text)
        assert found.value == text[found.start : found.end]
        assert len(found.what) <= 40
        end = found.end


@pytest.mark.parametrize(
    "piece", ["1", "1,111", "1.1", "一", "万", "3-", "“3个", "3个、", "由3到", "百分之", "（3个", "其中"]
)
def test_long_repetitions_are_no_burden(piece: str) -> None:
    figures_in(piece * 20_000)


def test_fillers_shift_no_position() -> None:
    text = f"增长目标{FILLER * 2}6%左右"
    (found,) = figures_in(text)
    assert (text[found.start : found.end], found.value) == ("6%", "6%")

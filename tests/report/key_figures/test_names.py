"""What amounts count: names, verbs that change the sense, years, aims, and what is not sure."""

from __future__ import annotations

import pytest

from gaohang_viewer.report.key_figures.extract import FigureMatch, figures_in


def names(text: str) -> list[str]:
    return [found.what for found in figures_in(text)]


def sure(text: str) -> list[str]:
    """The figures that may be shown by themselves, as name and value."""
    return [f"{found.name} {found.bounded}" for found in figures_in(text) if found.sure]


def last(text: str) -> FigureMatch:
    return figures_in(text)[-1]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("新增规上企业60家。", ["新增规上企业 60家"]),
        ("新增创新平台30个、中小企业100户。", ["新增创新平台 30个", "新增中小企业 100户"]),
        (
            "改造老旧小区10万户、市政管网1000公里。",
            ["改造老旧小区 10万户", "改造市政管网 1000公里"],
        ),
        ("新建1亿亩高标准农田，", ["新建高标准农田 1亿亩"]),
        ("惠及68万户纳税人。", ["惠及纳税人 68万户"]),
        ("完成人工造林30万亩、工程固沙35万亩。", []),  # neither an indicator nor a verb that is known
        (
            "新增电力装机3000万千瓦，其中可再生能源装机2000万千瓦。",
            ["新增电力装机 3000万千瓦", "新增可再生能源装机 2000万千瓦"],
        ),
        ("财政收入累计达到3611亿元，年均增长2.9%。", ["累计财政收入 3611亿元", "财政收入年均增长 2.9%"]),
    ],
)
def test_a_verb_that_changes_the_sense_is_kept(text: str, wanted: list[str]) -> None:
    assert sure(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("生产总值98亿元，比2005年增长73.8％。", ["生产总值", "生产总值比2005年增长"]),
        ("生产总值98亿元，比上年增长7％。", ["生产总值", "生产总值增长"]),
        ("工业总产值平均每年递增14%。", ["工业总产值年均递增"]),
        ("进出口总额比前五年增长9.3%。", ["进出口总额比前五年增长"]),
        ("1997年初中毕业生升学率82.48%。", ["初中毕业生升学率"]),
        ("单位GDP能耗累计下降18%。", ["单位GDP能耗累计下降"]),
        ("能耗下降3%。", ["能耗下降"]),
        ("进出口总额再创新高，达到119亿美元。", ["进出口总额"]),
        ("失业率平均为5.1%。", ["失业率"]),
        ("第一产业实现增加值1304亿元，增长5%。", ["第一产业增加值", "第一产业增加值增长"]),
        ("大力发展第三产业，实现增加值4849亿元。", ["第三产业增加值"]),
        ("全部财政收入7亿元，其中一般预算收入完成2亿元。", ["全部财政收入", "一般预算收入"]),
        ("返乡农民工实现转移就业41万人。", ["返乡农民工转移就业"]),
        ("国家财政收入和财政支出，预计各为三百九十四亿元左右。", ["国家财政收入和财政支出"]),
        ("地表水Ⅰ—Ⅲ类水质比例达98.7%。", ["地表水Ⅰ—Ⅲ类水质比例"]),
    ],
)
def test_a_clause_is_read_for_its_thing(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


def test_values_are_paired_first_to_first() -> None:
    text = "规上工业企业产值、利润总额分别达到3600亿元和340亿元。"
    assert names(text) == ["规上工业企业产值", "利润总额"]
    text = "甲业收入5万元、乙业收入6万元，分别增长1%和2%。"
    assert names(text)[2:] == ["甲业收入增长", "乙业收入增长"]
    text = "生产总值和财政收入确保比2010年翻两番，分别达到392亿元、32亿元。"
    assert names(text)[1:] == ["生产总值", "财政收入"]
    text = "城乡居民收入分别为2万元和1万元、增长10%和12%。"
    assert names(text)[2:] == ["城镇居民收入增长", "农村居民收入增长"]


def test_an_older_value_is_not_shown_for_the_newer() -> None:
    old, new = figures_in("财政收入由2007年的835亿元增加到2012年的2497亿元。")
    assert (old.name, old.earlier, old.sure) == ("2007年财政收入", True, False)
    assert (new.name, new.earlier, new.sure) == ("2012年财政收入", False, True)
    text = "城镇居民收入和农民收入分别由14402元和7471元增加到31500元和15207元。"
    assert sure(text) == ["城镇居民收入 31500元", "农民收入 15207元"]


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("力争奶业产值达到115亿元。", "力争"),
        ("实际利用外资力争达到20亿美元。", "力争"),
        ("到2027年，粮食产量达到5万吨。", "到2027年"),
        ("今年主要预期目标是：生产总值增长6%；失业率控制在5%以内。", "目标"),
        ("预计生产总值增长5%，固定资产投资增长8%。", "预计"),
        ("完成全年目标任务，生产总值增长6%。", ""),
    ],
)
def test_an_aim_is_told_from_a_result(text: str, aim: str) -> None:
    assert last(text).aim == aim


@pytest.mark.parametrize(
    "text",
    [
        "支持白银集团7万吨锌基合金等项目建设。",  # a capacity
        "使用1000亿元失业保险基金支持稳岗。",  # an attribute
        "70%以上村庄完成房前屋后整治。",
        "对1万多名青年农民开展了培训。",
        "推进75个老旧小区、",
        "参保率保持在90%和98%以上。",  # of two things
        "兰州新区经济快速发展，生产总值增长9%。",  # not of the whole place
        "死亡人数下降7%。",
        "某集团发展壮大，利润总额1亿元。",
        "玉米产量比别的杂粮增加百分之五十。",
        "一般贸易拉动生产总值增长2%。",
        "永平路100米沿街范围内房产收购。",
        "淘宝村是指电子商务年交易额达到1000万元以上的村。",
        "（财政收入5亿元）",
        "三次产业增加值比重为4.2%：42.3%：53.5%。",
        "在工业总产值中，国有经济的比重为51%。",
        "一九五八年比一九五七年增长百分之六十五，即增加八百亿元。",
        "省级临床重点专科1个、市级14个。",
        "地区生产总值稳步提高，人均超过4000美元。",
    ],
)
def test_what_no_rule_settles_is_not_shown(text: str) -> None:
    assert sure(text) == []


def test_a_sentence_of_a_report_is_shown_as_it_says() -> None:
    text = (
        "全市生产总值完成3227.3亿元、增长6.0%（不含雄安增长7.3%），一般公共预算收入完成238.4亿元、"
        "同比增长7.4%，城镇新增就业4万人以上。"
    )
    assert sure(text) == [
        "全市生产总值 3227.3亿元",
        "全市生产总值增长 6.0%",
        "一般公共预算收入 238.4亿元",
        "一般公共预算收入增长 7.4%",
        "城镇新增就业 4万人以上",
    ]

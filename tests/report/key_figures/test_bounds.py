"""The words that bound an amount, and amounts that are but a condition."""

from __future__ import annotations

import pytest

from gaohang_viewer.report.key_figures.amounts import amounts
from gaohang_viewer.report.key_figures.bounds import unconditional


def bounded(text: str) -> list[tuple[str, str, str]]:
    return [
        (its.before, text[amount.start : amount.end], its.after)
        for amount, its in unconditional(text, amounts(text))
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("财政收入突破20万亿元，", [("突破", "20万亿元", "")]),
        ("粮食产量稳定在1300万吨以上；", [("", "1300万吨", "以上")]),
        ("失业率控制在4.5%以内。", [("", "4.5%", "以内")]),
        ("退税约2.5万亿元", [("约", "2.5万亿元", "")]),
        ("增长5.5%左右", [("", "5.5%", "左右")]),
        ("分别增长5%、6.5%左右", [("", "5%", "左右"), ("", "6.5%", "左右")]),
        ("产量翻两番", [("翻", "两番", "")]),
        ("通过5次会议", [("", "5次", "")]),
    ],
)
def test_bounds_are_kept_beside_the_number(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert bounded(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "关停10万千瓦及以下的小机组",
        "年销售收入10亿元以上的企业",
        "打造若干个资产超100亿元的企业集团",
        "年运量150万吨以上的物流园区",
        "产值过亿元企业",
        "年产5000万元以上、1亿元以上企业",
    ],
)
def test_a_condition_is_no_figure(text: str) -> None:
    assert bounded(text) == []


@pytest.mark.parametrize(
    "text", ["新建1亿亩高标准农田", "就业1100万人以上，", "人均收入增长15%以上的目标", "70%以上村庄完成整治"]
)
def test_what_is_said_of_something_is_no_condition(text: str) -> None:
    assert len(bounded(text)) == 1

"""Amounts in a text: number and unit as printed, signs, ratios, fractions of a point."""

from __future__ import annotations

import pytest

from gaohang_viewer.report.key_figures.amounts import Amount, amounts


def only(text: str) -> Amount:
    (found,) = amounts(text)
    return found


@pytest.mark.parametrize(
    ("text", "digits", "unit", "number"),
    [
        ("收入12 345万元", "12 345", "万元", 1.2345e8),
        ("共有企业1 024家", "1 024", "家", 1024),
        ("价格涨幅-2.1%", "-2.1", "%", -2.1),
        ("增速为−2.1%", "−2.1", "%", -2.1),
        ("增速+3.4%", "+3.4", "%", 3.4),
        ("提高半个百分点", "半", "个百分点", 0.5),
        ("占比超过七成", "七", "成", 7),
        ("投资叁佰万元", "叁佰万", "元", 3e6),
        ("面积120m²", "120", "m²", 120),
        ("发电10⁸千瓦时", "10⁸", "千瓦时", 1e8),
        ("收入比缩小到2.3：1", "2.3：1", "", 2.3),
        ("增长6%—6.5%", "6—6.5", "%", 6),
        ("预算收入四百四十二亿元", "四百四十二亿", "元", 4.42e10),
        ("增长百分之八", "百分之八", "", 8),
        ("存款1亿2000万元", "1亿2000", "万元", 1.2e8),
        ("牲畜1亿头只", "1", "亿头只", 1e8),
    ],
)
def test_an_amount_is_read_as_printed(text: str, digits: str, unit: str, number: float) -> None:
    found = only(text)
    assert (found.digits(text), text[found.split : found.end]) == (digits, unit)
    assert found.number == pytest.approx(number)


@pytest.mark.parametrize("text", ["上午8：30开会", "三次产业为5.1：42.3：52.6", "2022 300号"])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert list(amounts(text)) == []

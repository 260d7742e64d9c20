"""Which names may stand by themselves, and which amounts a thing may have."""

from __future__ import annotations

import pytest

from gaohang_viewer.report.key_figures.judgement import is_measured, is_name


@pytest.mark.parametrize(
    "name",
    [
        "一般公共预算收入",
        "城镇新增就业",
        "新增高新技术企业",
        "对外贸易总额",
        "可再生能源装机",
        "和美乡村覆盖率",
    ],
)
def test_the_name_of_a_thing_is_one(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "增加值",  # of what?
        "全年总投资",
        "人均纯收入",
        "优良率",
        "企业占比",
        "比全国平均水平",
        "将社会保障卡",
        "达到国家标准的比例",
        "例如某公司职工",
        "“小巨人企业",
        "占全省生产总值",
        "项社会保障标准提高幅度都",
        "全面推进各县区各行业各领域各单位绿色低碳发展水平",
    ],
)
def test_a_fragment_is_none(name: str) -> None:
    assert not is_name(name)


@pytest.mark.parametrize(
    ("name", "unit", "verb", "growth", "right"),
    [
        ("城镇登记失业率", "%", "", "", True),
        ("财政收入", "%", "", "增长", True),
        ("财政收入", "%", "", "", False),
        ("财政收入", "元", "", "", True),
        ("新建农村公路", "公里", "新建", "", True),
        ("农村公路", "公里", "", "", False),
        ("办结率", "件", "", "", False),
        ("社会投资", "个工作日", "", "", False),
        ("企业开办时间", "个工作日", "", "", True),
        ("城镇新增就业", "人", "", "", True),
        ("促进就业", "条", "促进", "", False),
    ],
)
def test_an_amount_fits_its_thing(name: str, unit: str, verb: str, growth: str, right: bool) -> None:
    assert is_measured(name, unit, verb, growth) is right

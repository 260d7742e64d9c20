"""Names for amounts that stand side by side."""

from __future__ import annotations

import pytest

from gaohang_viewer.report.key_figures.pairing import paired


@pytest.mark.parametrize(
    ("together", "count", "names"),
    [
        ("甲业、乙业和丙业", 3, ["甲业", "乙业", "丙业"]),
        ("城镇居民和农民人均可支配收入", 2, ["城镇居民人均可支配收入", "农民人均可支配收入"]),
        ("城镇和农村常住居民人均可支配收入", 2, ["城镇居民人均可支配收入", "农村常住居民人均可支配收入"]),
        ("城乡居民人均可支配收入", 2, ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("生产总值和财政收入", 2, ["生产总值", "财政收入"]),
        ("甲业、乙业和丙业", 2, []),
        ("社会投资和政府投资项目审批时间", 2, ["", "政府投资项目审批时间"]),
    ],
)
def test_first_to_first_and_second_to_second(together: str, count: int, names: list[str]) -> None:
    assert paired(together, count) == names

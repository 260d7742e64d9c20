"""Half-width punctuation in Chinese text, as it is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.report.punctuation import full_width


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("奋斗路,高行人", "奋斗路，高行人"),
        ("是2016年的186.9%,成立联合社;", "是2016年的186.9%，成立联合社；"),
        ("11.6亿元,2020年", "11.6亿元，2020年"),
        ("(一) 五年", "（一） 五年"),
        ("“硬举措”;面对", "“硬举措”；面对"),
        ("五年来:", "五年来："),
        ("1,234件", "1,234件"),
        ("12:30开会", "12:30开会"),
        ("GDP, CPI (b)", "GDP, CPI (b)"),
        ("见http://a.cn/?x=1", "见http://a.cn/?x=1"),
        ("3.0版", "3.0版"),
        ("((甲)乙)", "（（甲）乙）"),
    ],
)
def test_between_han_it_is_full_width(stored: str, shown: str) -> None:
    assert full_width(stored) == shown


@given(st.text(alphabet="甲“”a1,;:?!()%. \n"))
def test_no_character_moves(text: str) -> None:
    assert len(full_width(text)) == len(text)
    assert full_width(full_width(text)) == full_width(text)

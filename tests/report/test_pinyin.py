"""Finding by pinyin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.report.pinyin import find, is_pinyin, readings


@pytest.mark.parametrize("query", ["ywtg", "yiwang", "yiwtg", "yiwangtongguan", "yw", "wangtong", "tg"])
def test_whole_syllables_and_their_beginnings_are_found(query: str) -> None:
    text = "做优“一网统管”，高效处置一类事"
    found = find(query, text)
    assert found is not None
    assert text[slice(*found)] in {"一网统管", "一网", "网统", "统管"}


@pytest.mark.parametrize("query", ["ywtb", "yiwangx", "gtw", "zzz", "ywtggx"])
def test_what_is_read_otherwise_is_not(query: str) -> None:
    assert find(query, "做优“一网统管”，处置一类事") is None


def test_every_reading_counts_and_signs_do_not() -> None:
    assert find("chongqing", "重庆市") == (0, 2)
    assert find("zhongdian", "重点") == (0, 2)
    assert find("lvse", "绿色发展") == (0, 2)
    assert find("gxfz", "高兴、发展") == (0, 5)
    assert find("gdpzz", "全年GDP增长") == (2, 7)


def test_a_query_of_letters_may_be_pinyin() -> None:
    assert is_pinyin("yi wang")
    assert not is_pinyin("一w")
    assert not is_pinyin("3")
    assert is_pinyin("5gjz")
    assert not is_pinyin(" ")


@given(st.text(max_size=20))
def test_every_character_is_found_by_its_reading(text: str) -> None:
    for character in text:
        for reading in readings(character):
            assert find(reading, text) is not None

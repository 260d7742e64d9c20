"""Folding text for comparison."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.report.folding import fold, fold_with_positions, occurrences


def test_width_case_and_quotes_make_no_difference() -> None:
    assert fold("ＧＤＰ增长（5%），“一网通办”") == fold('gdp增长(5%),"一网通办"')


def test_traditional_and_simplified_are_the_same() -> None:
    assert fold("實現高質量發展，後來於臺灣") == fold("实现高质量发展，后来于台湾")


def test_white_space_and_what_cannot_be_seen_are_gone() -> None:
    assert fold("高 行\u3000镇\n发\u200b展\u2028了\ufeff") == "高行镇发展了"
    assert fold(" \u3000\n") == ""


def test_a_hit_is_told_by_its_place_in_the_text() -> None:
    text = "在 高 行\n鎮，１２０㎡"
    ((start, end),) = occurrences(text, fold("高行镇"))
    assert text[start:end] == "高 行\n鎮"
    ((start, end),) = occurrences(text, fold("120m2"))
    assert text[start:end] == "１２０㎡"


def test_hits_do_not_overlap_and_nothing_is_found_by_nothing() -> None:
    assert occurrences("人人人", "人人") == [(0, 2)]
    assert occurrences("人", "") == []


@given(st.text(), st.text())
def test_parts_fold_by_themselves_and_folding_twice_is_folding_once(one: str, two: str) -> None:
    assert fold(one + two) == fold(one) + fold(two)
    assert fold(fold(one)) == fold(one)


@given(st.text())
def test_every_folded_character_has_its_place(text: str) -> None:
    folded, origin = fold_with_positions(text)
    assert folded == fold(text)
    assert len(origin) == len(folded)
    assert list(origin) == sorted(origin)

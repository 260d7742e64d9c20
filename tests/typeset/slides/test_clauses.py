"""Sentences and clauses; quotations stay whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.typeset.slides.clauses import clauses, sentences


def test_a_sentence_ends_at_its_stop_with_the_quotation_marks_after_it() -> None:
    assert sentences("甲说：“好。”乙来了！丙") == ["甲说：“好。”乙来了！", "丙"]
    assert sentences("甲“乙。丙”丁。戊。") == ["甲“乙。丙”丁。", "戊。"]


def test_a_bracket_that_is_never_closed_hides_nothing() -> None:
    assert sentences("甲（乙。丙。丁。") == ["甲（乙。", "丙。", "丁。"]


def test_a_comma_within_a_number_divides_nothing() -> None:
    assert clauses("完成12,345万元，增长8%") == ["完成12,345万元，", "增长8%"]


@given(st.text("甲乙。，“”（）！；1,", max_size=40))
def test_no_character_is_lost(text: str) -> None:
    for parts in (sentences(text), clauses(text)):
        assert "".join(parts).rstrip() == text.rstrip() or not text.strip()

"""Finding words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.report.search import fold, hits, places


def test_case_and_width_make_no_difference() -> None:
    assert places("路，高行ＧＤＰ", fold("路,高行gdp")) == [0]
    assert places("“一网通办”", fold('"一网')) == [0]


def test_hits_do_not_overlap() -> None:
    assert places("人人人", fold("人人")) == [0]


def test_each_section_tells_its_hits() -> None:
    report = Report(
        "高行", sections=(Section(1, "一、", "高行高行", 1, "**高**行"), Section(1, "", "乙", 3, "丙"))
    )
    assert list(hits(report, "高行")) == [(-1, 1), (0, 3), (1, 0)]


def test_a_query_of_spaces_finds_nothing() -> None:
    assert list(hits(Report("a b"), " 　")) == []


@given(st.text(max_size=40))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)

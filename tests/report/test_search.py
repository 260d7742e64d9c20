"""Finding words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.report.folding import fold
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.report.search import count_in, folded, joined_report, snippets, snippets_in, texts


def one(body: str, title: str = "题") -> Report:
    return Report("高行", sections=(Section(1, "一、", title, 1, body),))


def test_a_section_holds_its_headline_and_its_text() -> None:
    report = one("**高**行\n\n- 高行", "高行高行")
    assert folded(report, [0])[0].count("高行") == 4
    assert folded(report, [-1])[0].count("高行") == 1


def test_a_phrase_goes_over_the_break_of_a_line_but_not_of_a_paragraph() -> None:
    assert "一网通办" in folded(one("一网\n通办"), [0])[0]
    assert "一网通办" not in folded(one("一网\n\n通办"), [0])[0]
    assert "一网通办" not in folded(one("- 一网\n- 通办"), [0])[0]


def test_a_snippet_shows_the_words_around_a_hit() -> None:
    report = one("前" * 50 + "实现目标" + "后" * 50 + "\n\n再实现")
    first, second = snippets(report, 0, "實現", most=9)
    assert first.text == "…" + "前" * 36 + "实现目标" + "后" * 34 + "…"
    assert first.text[first.start : first.end] == "实现"
    assert (second.text, second.number) == ("再实现", 1)
    assert len(list(snippets(report, 0, "前", most=3))) == 3


@given(
    st.lists(st.sampled_from(["高行", "一网 通办", "*强调*", "- 要点", "| 表 |", "2020", "\n", "\n\n"])),
    st.text(),
)
def test_the_short_way_of_folding_finds_the_same(parts: list[str], more: str) -> None:
    body = "".join(parts) + more
    assert folded(one(body), [0])[0].split("\0")[0] == fold(texts(one(body), 0)[0])
    for query in ("高行", "通办", "点高", "2020"):
        headline = one(body).sections[0].headline
        assert folded(one(body), [0])[0].count(query) == count_in(body, query, headline)


def test_struck_out_words_and_the_marks_of_notes_are_no_hits_and_shift_no_position() -> None:
    body = "目标~~五成~~六成〔1〕以上。\n\n〔1〕口径调整。"
    report = Report("题", sections=(Section(1, "一、", "甲", 1, body),))
    assert not list(snippets(report, 0, "五成", 9))
    (hit,) = snippets(report, 0, "目标六成以上", 9)
    assert hit.text == "目标六成以上。"
    assert hit.text[hit.start : hit.end] == "目标六成以上"
    joined = joined_report(report)
    assert [found.text for found in snippets_in(joined, fold(joined), "六成以")] == ["目标六成以上。"]
    assert [len(text) for text in texts(report, 0)] == [3, 12, 8]


def test_a_year_in_brackets_is_no_mark_of_a_note() -> None:
    report = Report("题", sections=(Section(1, "一、", "甲", 1, "国办发〔2026〕15号"),))
    assert len(list(snippets(report, 0, "〔2026〕15", 9))) == 1

"""Finding names by a few letters."""

from __future__ import annotations

from gaohang_viewer.report.folding import fold
from gaohang_viewer.report.headline_search import matches

NAMES = ("做优“一网统管”，高效处置", "一网通办", "另存为 Markdown", "我能行")


def found(query: str) -> list[str]:
    return [NAMES[match.number] for match in sorted(matches(query, NAMES, [fold(name) for name in NAMES]))]


def test_words_in_any_script_are_found_the_earlier_the_better() -> None:
    assert found("一網") == ["一网通办", "做优“一网统管”，高效处置"]


def test_pinyin_and_initials_are_found() -> None:
    assert found("ywtg") == ["做优“一网统管”，高效处置"]
    assert found("yiwang") == ["一网通办", "做优“一网统管”，高效处置"]


def test_the_end_of_a_latin_word_comes_last() -> None:
    assert found("wn") == ["我能行", "另存为 Markdown"]


def test_no_query_finds_all() -> None:
    assert found("") == list(NAMES)


def test_a_name_that_begins_with_the_query_comes_before_one_that_contains_it() -> None:
    names = ["Edit front page", "Front page"]
    found = sorted(matches("front", names, [fold(name) for name in names]))
    assert [names[match.number] for match in found] == ["Front page", "Edit front page"]

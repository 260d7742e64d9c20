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


OUTLINE = ("一、回望", "（一）经济", "二、展望", "（一）目标", "（二）23项任务", "（三）措施")
NUMBERS = ("1", "1.1", "2", "2.1", "2.2", "2.3")


def numbered(query: str) -> list[str]:
    folded = [fold(name) for name in OUTLINE]
    return [OUTLINE[match.number] for match in sorted(matches(query, OUTLINE, folded, NUMBERS))]


def test_a_section_is_found_by_its_number_before_what_contains_it() -> None:
    assert numbered("2.3") == ["（三）措施"]
    assert numbered("23") == ["（三）措施", "（二）23项任务"]
    assert numbered("2")[0] == "二、展望"
    assert numbered("２．３") == ["（三）措施"]


def best(query: str, *names: str) -> list[str]:
    return [names[match.number] for match in sorted(matches(query, names, [fold(name) for name in names]))]


def test_digits_go_with_initials() -> None:
    assert best("5gjz", "五个机制", "5个机制", "六个机制") == ["五个机制", "5个机制"]


def test_full_width_letters_are_letters() -> None:
    assert best("ｙｗｔｂ", *NAMES) == ["一网通办"]


def test_whole_initials_come_before_parts_of_syllables() -> None:
    assert best("jz", "加强基础和建筑", "激增的机制", "机制") == ["机制", "激增的机制", "加强基础和建筑"]
    assert best("zhong", "之后往年", "整合", "重点工作", "中") == ["中", "重点工作"]
    assert best("jiz", "加急准备", "机制") == ["机制", "加急准备"]

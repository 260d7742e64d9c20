"""Cutting a report into portions."""

from __future__ import annotations

from gaohang_viewer.report.blocks import Table
from gaohang_viewer.report.layout_portions import LONG, Portions
from gaohang_viewer.report.markdown_reader import blocks
from gaohang_viewer.report.model import Report, Section


def report(*bodies: str, preamble: str = "") -> Report:
    return Report("", preamble=preamble, sections=tuple(Section(1, "", "题", 1, body) for body in bodies))


def whole(portions: Portions, section: int) -> str:
    numbers = range(portions.number(section), portions.after(section))
    return "".join(portions.text(number).removeprefix(portions[number].head) for number in numbers)


def test_a_short_section_is_one_portion() -> None:
    portions = Portions(report("一段", "又一段"))
    assert [portions[number].section for number in range(len(portions))] == [-1, 0, 1]


def test_a_long_section_is_cut_between_paragraphs_and_nothing_is_lost() -> None:
    body = "\n\n".join(["字" * 900] * 20)
    portions = Portions(report("短", body))
    assert whole(portions, 1) == body
    assert len(portions) == 2 + 5
    assert all(portions.text(number).endswith("字\n\n") for number in range(2, 6))


def test_a_paragraph_without_end_is_cut_after_a_sentence() -> None:
    body = ("很长的一句话" * 20 + "。") * 200
    portions = Portions(report(body))
    assert whole(portions, 0) == body
    assert all(portions.text(number).endswith("。") for number in range(1, len(portions)))


def test_text_without_any_sign_is_cut_all_the_same() -> None:
    portions = Portions(report("字" * 3 * LONG))
    assert max(len(portions.text(number)) for number in range(len(portions))) <= 2 * LONG


def test_fenced_code_is_not_cut() -> None:
    body = "前\n\n```\n" + "\n\n".join(["代码" * 400] * 12) + "\n```\n\n后" + "文" * LONG
    portions = Portions(report(body))
    assert whole(portions, 0) == body
    assert all(portions.text(number).count("```") in (0, 2) for number in range(len(portions)))


def test_a_long_table_goes_on_under_its_head() -> None:
    table = "| 村 | 户 |\n| --- | --- |\n" + "".join(f"| 第{row}村 | {row} |\n" for row in range(900))
    portions = Portions(report(table))
    assert len(portions) > 3
    for number in range(1, len(portions)):
        (found,) = blocks(portions.text(number))
        assert isinstance(found, Table)
        assert found.rows[0][0][0].text == "村"


def test_a_place_on_the_scroll_bar_is_a_place_in_the_text() -> None:
    portions = Portions(report("字" * 100, "", "字" * 9000))
    for number in range(len(portions)):
        found, share = portions.at(portions.offset(number, 0.5))
        assert found == number
        assert abs(share - 0.5) < 1e-6
    assert portions.at(-5) == (0, 0)
    assert portions.at(portions.length + 5) == (len(portions) - 1, 1)


def test_a_part_that_is_no_more_is_the_last_one() -> None:
    portions = Portions(report("短", "短"))
    assert portions.number(0, 7) == portions.number(0)

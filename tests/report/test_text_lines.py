"""The lines of a report, and what lies between two positions."""

from __future__ import annotations

from gaohang_viewer.report.layout_portions import LONG, Portions
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.report.text_lines import (
    Line,
    LineKind,
    TextPosition,
    cut,
    end_of,
    lines,
    lines_between,
    offset_in,
    shown_at,
)

TABLE = "| 村 | 户 | 人 |\n|-|-|-|\n| 东 | 7 | 20 |\n| 西 | 8 | 30 |\n"


def report(body: str, **more: str) -> tuple[Report, Portions]:
    made = Report("题", sections=(Section(1, "一、", "甲,乙。", 1, body),), **more)  # type: ignore[arg-type]
    return made, Portions(made)


def texts(some: list[Line] | tuple[Line, ...]) -> list[str]:
    return [line.text for line in some]


def test_a_section_is_its_headline_and_its_paragraphs_entries_and_cells() -> None:
    made = lines(*report("一段。\n\n- 甲\n\n3. 丙\n\n" + TABLE + "\n末。"), 1)
    assert texts(made)[:4] == ["一、甲,乙。", "一段。", "●\u2003甲", "3.\u2003丙"]
    assert texts(made)[5:8] == ["村", "户", "人"]
    assert made[-1].text == "末。"
    assert [line.kind for line in made].count(LineKind.CELL) == 9


def test_the_front_page_has_title_fields_and_chapters() -> None:
    made = Report(
        "甲 乙", "副题", meta=(("speaker", "王明"),), preamble="开头。", sections=(Section(1, "", "章", 1),)
    )
    assert texts(lines(made, Portions(made), 0)) == ["甲", "乙", "副题", "王明", "开头。", "章"]


def test_between_two_positions_the_first_and_last_line_are_cut() -> None:
    made = report("第一段话。\n\n第二段话。\n\n第三段话。")
    found = lines_between(*made, TextPosition(1, 1, 2), TextPosition(1, 3, 3))
    assert texts(found) == ["段话。", "第二段话。", "第三段"]
    assert texts(lines_between(*made, TextPosition(1, 2, 1), TextPosition(1, 2, 3))) == ["二段"]


def test_all_of_a_report_lies_between_its_ends() -> None:
    made = report("正文。", preamble="开头。")
    found = lines_between(*made, TextPosition(0, 0, 0), end_of(*made))
    assert texts(found) == ["题", "开头。", "一、甲,乙", "一、甲,乙。", "正文。"]


def test_one_word_of_a_cell_is_no_table() -> None:
    made = report("| 村庄 | 户 |\n|-|-|\n| 东湖村 | 7 |")
    found = lines_between(*made, TextPosition(1, 4, 0), TextPosition(1, 4, 2))
    assert [(line.kind, line.text) for line in found] == [(LineKind.TEXT, "东湖")]


def test_from_cell_to_cell_is_a_rectangle_in_either_direction() -> None:
    made = report(TABLE)
    # headline, gap, 村 户 人, 东 7 20, 西 8 30
    assert texts(lines_between(*made, TextPosition(1, 3, 0), TextPosition(1, 7, 1))) == [
        "户",
        "人",
        "7",
        "20",
    ]
    assert texts(lines_between(*made, TextPosition(1, 4, 0), TextPosition(1, 6, 1))) == [
        "户",
        "人",
        "7",
        "20",
    ]


def test_a_table_in_which_one_end_lies_is_taken_whole() -> None:
    made = report("段。\n\n" + TABLE + "\n末尾。")
    found = lines_between(*made, TextPosition(1, 7, 0), TextPosition(1, 12, 1))
    assert texts(found) == ["村", "户", "人", "东", "7", "20", "西", "8", "30", "末"]
    found = lines_between(*made, TextPosition(1, 1, 0), TextPosition(1, 4, 0))
    assert texts(found)[-1] == "30"


def test_the_parts_of_a_long_table_are_one_table_with_one_head() -> None:
    made = report("| 村 | 户 |\n|-|-|\n" + "".join(f"| 村{at} | {at} |\n" for at in range(LONG // 4)))
    assert len(made[1]) > 3
    found = lines_between(*made, TextPosition(0, 0, 0), end_of(*made))
    cells = [line for line in found if line.kind is LineKind.CELL]
    assert texts(cells).count("户") == 1
    assert len(cells) == 2 * (1 + LONG // 4)


def test_white_space_does_not_count_in_a_headline_which_is_wrapped_anew() -> None:
    headline = lines(*report(""), 1)[0]
    assert offset_in(headline, "一、甲，\u2028乙", 6) == 5
    assert shown_at(headline, "一、甲，\u2028乙", 4) == 5
    assert cut(headline, 2, 5).text == "甲,乙"


def test_the_mark_of_an_entry_counts_and_goes_with_its_beginning() -> None:
    entry = lines(*report("- 甲乙丙"), 1)[1]
    assert cut(entry, 3).text == "乙丙"
    assert cut(entry, 0, 3).text == "●\u2003甲"

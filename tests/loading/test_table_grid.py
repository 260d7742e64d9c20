from __future__ import annotations

from gaohang_viewer.loading.rich_text import Span
from gaohang_viewer.loading.table_grid import TableGrid


def grid(*rows: tuple[tuple[str, int, int], ...]) -> TableGrid:
    made = TableGrid()
    for row in rows:
        made.start_row()
        for text, columns, row_count in row:
            made.start_cell(columns, row_count)
            made.add([[Span(text)]] if text else [])
    return made


def test_cells_are_separated_by_tabs_and_rows_by_line_feeds() -> None:
    assert grid((("甲", 1, 1), ("乙", 1, 1)), (("丙", 1, 1), ("丁", 1, 1))).text() == "甲\t乙\n丙\t丁"


def test_a_merged_cell_has_its_text_in_the_first_column_and_row() -> None:
    made = grid((("甲", 2, 2), ("乙", 1, 1)), (("丙", 1, 1),))
    assert made.markdown() == "| 甲 |  | 乙 |\n| --- | --- | --- |\n|  |  | 丙 |"


def test_the_header_is_as_wide_as_the_widest_row() -> None:
    assert (
        grid((("甲", 1, 1),), (("乙", 1, 1), ("丙", 1, 1)))
        .markdown()
        .startswith("| 甲 |  |\n| --- | --- |\n")
    )


def test_lines_of_a_cell_are_joined() -> None:
    made = grid((("甲", 1, 1),))
    made.add([[Span("乙", bold=True)], [Span("丙")]])
    assert made.text() == "甲 乙 丙"
    assert made.markdown().startswith("| 甲 **乙** 丙 |")


def test_a_table_without_text_is_empty() -> None:
    assert not grid((("", 1, 1), ("", 1, 1)), ()).text()


def test_skipped_columns_are_empty() -> None:
    made = TableGrid()
    made.start_row()
    made.skip_columns(1)
    made.start_cell()
    made.add([[Span("甲")]])
    assert made.text() == "\t甲"


def test_hostile_spans_are_bounded() -> None:
    made = grid(*((("甲", 10**9, 10**9),) for _ in range(3000)))
    assert len(made.markdown()) < 1_000_000

"""The widths of a table's columns."""

from __future__ import annotations

import pytest

from gaohang_viewer.reading.text.table_columns import Columns, columns_for


def columns(*rows: tuple[str, ...], line_width: float = 400) -> Columns:
    """Columns with a measure of 10 px for a Chinese character and 5 px for any other."""

    def measure(text: str) -> float:
        return sum(10 if sign > "\u2e80" else 5 for sign in text)

    return columns_for(rows, measure, em=10, padding=20, line_width=line_width)


def test_columns_that_fit_fill_the_line_in_proportion_to_their_texts() -> None:
    widths, are_wide = columns(("指标", "单位"), ("地区生产总值与增速", "亿元"))
    assert sum(widths) == pytest.approx(400)
    assert widths[0] / widths[1] == pytest.approx((90 + 20) / (20 + 20))
    assert not are_wide


def test_a_long_text_wraps_and_a_number_beside_it_stays_whole() -> None:
    widths, are_wide = columns(("项目", "完成投资"), ("很长的说明" * 20, "1,234,567.89万元"))
    assert sum(widths) == pytest.approx(400)
    assert widths[1] >= len("1,234,567.89") * 5 + 20
    assert not are_wide


def test_a_table_of_sixteen_columns_is_wider_than_the_line_and_breaks_no_number() -> None:
    head = tuple(f"第{at}月" for at in range(16))
    widths, are_wide = columns(head, ("1,234,567.8",) * 16)
    assert are_wide
    assert min(widths) >= len("1,234,567.8") * 5 + 20
    assert sum(widths) > 400


def test_a_wide_table_gives_no_column_all_the_width() -> None:
    widths, are_wide = columns(("说明", *"一二三四五六七八九"), ("很长的说明" * 40, *["12345.6"] * 9))
    assert are_wide
    assert max(widths) == 80 + 20


def test_rows_may_be_of_different_length_and_cells_empty() -> None:
    widths, _ = columns(("一",), ("1", "", "3"))
    assert len(widths) == 3
    assert min(widths) > 20


def test_an_endless_word_does_not_make_the_table_endless() -> None:
    widths, _ = columns(("x" * 500, "甲"))
    assert sum(widths) == pytest.approx(400)

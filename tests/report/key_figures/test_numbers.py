"""Printed numbers: digits, characters, formal numerals, powers, blanks between thousands."""

from __future__ import annotations

import pytest

from gaohang_viewer.report.key_figures.numbers import number


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1,234.5", 1234.5),
        ("12 345", 12_345),
        ("１２．５万", 125_000),
        ("1亿2000万", 1.2e8),
        ("三百五十", 350),
        ("四百四十二亿", 4.42e10),
        ("二千二百六十亿", 2.26e11),
        ("一点八", 1.8),
        ("一百二十点五亿", 12_050_000_000),
        ("三十点八万", 308_000),
        ("叁佰万", 3e6),
        ("壹仟贰佰", 1200),
        ("10⁸", 1e8),
        ("3.4×10⁸", 3.4e8),
        ("130多万", 1.3e6),
    ],
)
def test_a_number_has_the_value_that_is_printed(printed: str, value: float) -> None:
    assert number(printed) == pytest.approx(value)

from __future__ import annotations

import pytest

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.report.section_spec import UnknownSection, select

REPORT = Report(
    "报告",
    sections=(
        Section(1, "一、", "回望五年", 1),  # 0
        Section(2, "(一) ", "五年的奋斗", 2),  # 1
        Section(3, "", "经济发展", 3),  # 2
        Section(2, "（四）", "五年的环境", 4),  # 3
        Section(1, "二、", "新征程", 5),  # 4
        Section(1, "三、", "新使命,幸福镇", 6),  # 5
        Section(2, "1.", "引领", 7),  # 6
        Section(2, "2.", "创新", 8),  # 7
        Section(1, "四、", "排头兵", 9),  # 8
    ),
)


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("1", {0, 1, 2, 3}),
        ("3.2", {7}),
        ("1.1.1", {2}),
        ("2, 4", {4, 8}),
        ("2，四", {4, 8}),
        ("四", {8}),
        ("四、", {8}),
        ("（四）", {3}),
        ("(一)", {1, 2}),
        ("一", {0, 1, 2, 3}),
        ("新征程", {4}),
        ("三、新使命", {5, 6, 7}),
        ("新使命", {5, 6, 7}),
        ("经济", {2}),
        ("1,1.1", {0, 1, 2, 3}),
    ],
)
def test_a_piece_names_a_section_by_place_mark_or_title(spec: str, expected: set[int]) -> None:
    assert select(REPORT, spec) == expected


@pytest.mark.parametrize(
    ("spec", "bad"), [("9", "9"), ("1,3.7", "3.7"), ("0", "0"), ("没有", "没有"), ("", ""), (" , ", ",")]
)
def test_the_bad_piece_is_named(spec: str, bad: str) -> None:
    with pytest.raises(UnknownSection) as raised:
        select(REPORT, spec)
    assert raised.value.piece == bad

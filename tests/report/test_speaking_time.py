"""Speaking time."""

from __future__ import annotations

import pytest

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.report.speaking_time import Speaking, brief, characters, clock


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("高行镇", 3),
        ("高行，“发展”。", 4),
        ("税收23.9亿元", 7),
        ("- **高**行\n\n", 2),
        ("GDP增长5%", 4),
        ("", 0),
    ],
)
def test_what_is_spoken_is_counted(text: str, count: int) -> None:
    assert characters(text) == count


def test_times_are_summed_upwards() -> None:
    sections = (
        Section(1, "一、", "", 1, "字" * 110),
        Section(2, "", "", 2, "字" * 220),
        Section(1, "", "", 3, "字" * 330),
    )
    report = Report("", preamble="字" * 220, sections=sections)
    times = [Speaking(report).of(section, 220) for section in (-1, 0, 1, 2)]
    assert times == [240, 90, 60, 90]
    assert Speaking(report).of(1, 110) == 120


def test_times_are_told_long_and_short() -> None:
    assert [clock(seconds) for seconds in (5, 65, 3600)] == ["0:05", "1:05", "60:00"]
    assert [brief(seconds) for seconds in (0, 4, 38, 57, 150)] == ["", "10″", "40″", "1′", "2′"]

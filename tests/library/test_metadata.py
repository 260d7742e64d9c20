"""What is told of a report in a library."""

from __future__ import annotations

from pathlib import Path

import pytest

from gaohang_viewer.library.metadata import metadata_of
from gaohang_viewer.loading import open_report
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.resources import BUILT_IN_REPORT


@pytest.mark.parametrize(
    ("title", "name", "place", "year"),
    [
        ("易县2022年政府工作报告", "x", "易县", 2022),
        ("政府工作报告", "省自治区_河北省_1999", "河北省", 1999),
        ("上海市浦东新区高行镇党委工作报告（二〇二三年）", "x", "上海市浦东新区高行镇", 2023),
        ("在全市大会上的报告", "新疆维吾尔自治区 2026", "新疆维吾尔自治区", 2026),
        ("建设现代化先行区", "20230105号文", "", 0),
    ],
)
def test_place_and_year_are_in_the_title_or_the_name(title: str, name: str, place: str, year: int) -> None:
    facts = metadata_of(Report(title), Path(f"{name}.txt"))
    assert (facts.place, facts.year) == (place, year)


@pytest.mark.parametrize(
    ("report", "name", "edition"),
    [
        (Report("报告", edition="第三版"), "第一版", "第三版"),
        (Report("高行镇报告（第二版）"), "x", "第二版"),
        (Report("报告"), "规划 征求意见稿", "征求意见稿"),
        (Report("报告"), "规划", ""),
    ],
)
def test_the_edition_is_said_by_the_file_else_its_title_else_its_name(
    report: Report, name: str, edition: str
) -> None:
    assert metadata_of(report, Path(f"{name}.txt")).edition == edition


def test_the_date_in_the_file_wins() -> None:
    report = Report(
        "2022年报告", meta=(("date", "2023年1月5日"),), sections=(Section(1, "", "甲", 1, "乙丙"),)
    )
    facts = metadata_of(report, Path("x.txt"))
    assert (facts.date, facts.year, facts.sections, facts.characters) == ("2023-01-05", 2023, 1, 3)


def test_the_built_in_report_is_the_second_edition() -> None:
    facts = metadata_of(open_report(BUILT_IN_REPORT), BUILT_IN_REPORT)
    assert (facts.edition, facts.place, facts.sections) == ("第二版", "上海市浦东新区高行镇", 46)

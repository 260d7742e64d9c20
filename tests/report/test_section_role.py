"""What was done and what is planned, by headlines."""

from __future__ import annotations

import pytest

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.report.section_role import SectionRole, role_of


@pytest.mark.parametrize(
    ("titles", "role"),
    [
        (["过去五年工作回顾"], SectionRole.REVIEW),
        (["2024年工作总结", "（一）推动产业升级"], SectionRole.REVIEW),
        (["2025年重点工作"], SectionRole.PLAN),
        (["“十四五”时期主要目标任务", "坚持创新驱动"], SectionRole.PLAN),
        (["今年工作安排", "去年以来工作情况"], SectionRole.REVIEW),
        (["过去一年工作回顾和今后工作安排"], SectionRole.OTHER),
        (["2026年主要工作"], SectionRole.PLAN),
        (["2025年主要工作和发展成就"], SectionRole.REVIEW),
        (["加强生态文明建设"], SectionRole.OTHER),
    ],
)
def test_the_nearest_headline_that_shows_a_role_counts(titles: list[str], role: SectionRole) -> None:
    sections = tuple(Section(level, "", title, level, "") for level, title in enumerate(titles, 1))
    assert role_of(Report("报告", sections=sections), len(titles) - 1) is role

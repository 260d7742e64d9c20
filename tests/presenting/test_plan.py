"""How long each page should take, and how far behind a speaker is."""

from __future__ import annotations

import pytest

from gaohang_viewer.presenting.pages import ShowPage
from gaohang_viewer.presenting.plan import LEAST, Plan, script_of
from gaohang_viewer.report.model import Report, Section

REPORT = Report(
    "报告",
    sections=(
        Section(1, "", "章" * 10, 1),
        Section(2, "", "节" * 10, 2, "字" * 210),
        Section(2, "", "节" * 10, 3, "字" * 430),
        Section(1, "", "章" * 10, 4, "字" * 100),
    ),
)
SECTIONS = (None, 0, 1, 2, 2, 3)  # the section of each page
PAGES = tuple(ShowPage(number, number, section, 0, "") for number, section in enumerate(SECTIONS, 1))
PLAN = Plan(REPORT, PAGES, 220)


def test_sections_take_as_long_as_their_characters() -> None:
    assert [PLAN.seconds(page) - LEAST for page in range(1, 7)] == pytest.approx([0, 60 / 22, 60, 60, 60, 30])
    assert PLAN.total == pytest.approx(6 * LEAST + 212.7, abs=0.1)
    assert PLAN.of_section(0) == pytest.approx(4 * LEAST + 60 / 22 + 180)
    assert PLAN.of_section_alone(2) == pytest.approx(2 * LEAST + 120)


def test_they_are_scaled_to_the_minutes_there_are() -> None:
    plan = Plan(REPORT, PAGES, 220, minutes=10)
    assert plan.total == pytest.approx(600)
    assert plan.seconds(3) / plan.seconds(6) == pytest.approx(PLAN.seconds(3) / PLAN.seconds(6))
    assert plan.remaining(120) == pytest.approx(480)
    assert plan.remaining(630) == pytest.approx(-30)


@pytest.mark.parametrize(("after", "pace"), [(-20, -20), (0, 0), (30, 0), (63, 0), (73, 10), (143, 80)])
def test_the_pace_is_how_far_the_page_is_from_its_turn(after: float, pace: float) -> None:
    assert PLAN.pace(3, PLAN.due(3) + after) == pytest.approx(pace)


def test_the_page_that_should_be_on_show() -> None:
    assert [PLAN.page_at(PLAN.due(page) + 1) for page in range(1, 7)] == [1, 2, 3, 4, 5, 6]
    assert PLAN.page_at(9e9) == 6


def test_without_pages_there_is_a_plan_of_nothing() -> None:
    plan = Plan(Report(""), (), 220, minutes=10)
    assert (plan.total, plan.pace(1, 0.0), plan.seconds(1)) == (0.0, 0.0, 0.0)


def test_pages_of_a_section_share_its_text() -> None:
    assert [tuple(script_of(PAGES, number)) for number in (3, 4, 5)] == [(0, 1), (0, 0.5), (0.5, 1)]
    assert script_of(PAGES, 5).at(15, 60) == pytest.approx(0.625)
    assert script_of(PAGES, 5).at(600, 60) == 1.0

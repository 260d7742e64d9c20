from __future__ import annotations

from pytestqt.modeltest import ModelTester

from gaohang_viewer.presenting.console.sections_model import (
    AROUND,
    COMING,
    PAST,
    PLACE,
    PRESENT,
    TIME,
    SectionsModel,
)
from tests.presenting.console.conftest import report


def model() -> SectionsModel:
    made = SectionsModel()
    made.set_report(report(), wide=True)
    made.set_planned(lambda section: f"{section}:00")
    return made


def test_the_model_keeps_the_rules_of_item_models(qtmodeltester: ModelTester) -> None:
    made = model()
    qtmodeltester.check(made)  # type: ignore[no-untyped-call]
    made.set_present(6)
    made.set_report(report(), wide=False)
    qtmodeltester.check(made)  # type: ignore[no-untyped-call]


def test_sections_are_past_present_around_or_coming() -> None:
    made = model()
    made.set_present(6)
    places = [made.index_of(section).data(PLACE) for section in range(9)]
    assert places == [PAST, PAST, PAST, PAST, AROUND, PAST, PRESENT, COMING, COMING]
    made.set_present(None)
    assert {made.index_of(section).data(PLACE) for section in range(9)} == {COMING}
    made.set_present(99)  # of a deck that does not belong to this report
    assert made.present is None


def test_the_present_section_tells_its_spent_time_the_others_their_plan() -> None:
    made = model()
    made.set_present(6)
    made.set_spent("2:40 / 3:00")
    assert [made.index_of(section).data(TIME) for section in (5, 6, 7)] == ["5:00", "2:40 / 3:00", "7:00"]
    made.set_present(7)
    assert [made.index_of(section).data(TIME) for section in (6, 7)] == ["6:00", "7:00"]

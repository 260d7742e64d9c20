"""The outline as an item model."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from gaohang_viewer.reading.outline.outline_model import ALL_HITS, HITS, SECTION, OutlineModel
from gaohang_viewer.report.model import Report


@pytest.fixture
def model(report: Report, qapp: object) -> OutlineModel:
    made = OutlineModel()
    made.set_report(report)
    return made


def test_it_is_a_sound_model_whatever_is_done_to_it(model: OutlineModel, report: Report) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_hits({3: 2})
    model.set_report(Report("empty"))
    model.set_report(report)
    assert tester.model() is model


def test_every_section_is_where_the_outline_says(model: OutlineModel, report: Report) -> None:
    seen: list[int] = []

    def walk(parent: QModelIndex) -> None:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            assert model.parent(index) == parent
            seen.append(index.data(SECTION))
            walk(index)

    walk(QModelIndex())
    assert seen == list(range(len(report.sections)))


def test_mark_and_headline_are_shown_full_width(model: OutlineModel) -> None:
    index = model.index_of(1)
    assert model.row(index)[1:3] == ("（一）", "五年的拼搏奋斗，高质量发展更加强劲")
    model.set_full_width(False)
    assert model.row(index)[1:3] == ("(一)", "五年的拼搏奋斗,高质量发展更加强劲")


def test_a_row_tells_its_hits_and_those_below(model: OutlineModel) -> None:
    model.set_hits({1: 2, 2: 3})
    assert [model.index_of(section).data(HITS) for section in (0, 1, 2)] == [0, 2, 3]
    assert [model.index_of(section).data(ALL_HITS) for section in (0, 1, 2)] == [5, 5, 3]

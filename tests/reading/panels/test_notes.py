"""The notes on a file: the model, and a sentence for each kind."""

from __future__ import annotations

from pytestqt.modeltest import ModelTester

from gaohang_viewer.reading.panels.notes_model import LEFT_OUT, LINE, NotesModel
from gaohang_viewer.reading.panels.notes_text import kind_text
from gaohang_viewer.report.model import Problem, ProblemKind


def test_problems_stand_below_their_kind(qtmodeltester: ModelTester) -> None:
    model = NotesModel()
    model.show(
        [
            Problem(ProblemKind.DEBRIS, 1, "返回"),
            Problem(ProblemKind.BAD_BYTES, 2, ""),
            Problem(ProblemKind.DEBRIS, 9, "分享到："),
        ]
    )
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    debris = model.index(0, 0)
    assert debris.data().endswith("· 2")
    assert model.rowCount(debris) == 2
    assert (model.index(1, 0, debris).data(LINE), model.index(1, 0, debris).data(LEFT_OUT)) == (9, True)
    bad = model.index(0, 0, model.index(1, 0))
    assert (bad.data(), bad.data(LEFT_OUT)) == ("Line 2", False)
    model.show([])
    assert model.rowCount() == 0


def test_every_kind_has_its_sentence() -> None:
    assert len({kind_text(kind) for kind in ProblemKind}) == len(ProblemKind)

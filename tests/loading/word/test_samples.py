"""The made files: what is expected of each stands in expected.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gaohang_viewer.report.draft import PieceRole
from tests.loading.word.build import read

FOLDER = Path(__file__).parents[2] / "fixtures" / "docx"
CASES = json.loads((FOLDER / "expected.json").read_text("utf-8"))
TOLD = {"外嵌网页文字"}  # in a part of another format, which is told and not read


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["file"])
def test_a_made_file_says_what_is_expected(case: dict[str, Any]) -> None:
    draft = read((FOLDER / case["file"]).read_bytes())
    # Notes follow their paragraph, and are expected at the end as they are printed
    pieces = sorted(draft.pieces, key=lambda piece: piece.text.startswith("〔"))
    text = "\n".join("".join(piece.text.split()) for piece in pieces)
    at = 0
    for expected in case["expect"]:
        if expected not in TOLD:
            at = text.find("".join(expected.split()), at)
            assert at >= 0, expected
            at += 1
    for word in case["must_not"]:
        assert word not in text
    for word in case["once"]:
        assert text.count(word) == 1
    headings = [
        [piece.level, "".join(piece.text.split())]
        for piece in draft.pieces
        if piece.role is PieceRole.HEADING
    ]
    rest = iter(headings)
    assert all(heading in rest for heading in case["outline"])
    assert bool(headings) == bool(case["outline"])


def test_every_made_file_makes_a_report() -> None:
    for case in CASES:
        assert read((FOLDER / case["file"]).read_bytes()).report().title == (
            "大标题" if case["file"].startswith("14") else "name"
        )

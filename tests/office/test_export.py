"""Exporting from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from gaohang_viewer.cli.main import main
from gaohang_viewer.loading import open_report


@pytest.mark.parametrize("ending", ["docx", "pptx", "md", "DOCX"])
def test_the_ending_says_what_is_written(ending: str, tmp_path: Path) -> None:
    out = tmp_path / f"报告.{ending}"
    assert main(["export", "-o", str(out), "--sections", "1.1"]) == 0
    assert out.read_bytes()[:3] == (b"---" if ending == "md" else b"PK\x03")


def test_chosen_sections_become_markdown(tmp_path: Path) -> None:
    out = tmp_path / "a.md"
    assert main(["export", "-o", str(out), "--sections", "1.1.1"]) == 0
    assert [it.level for it in open_report(out).sections] == [1, 2, 3]
    assert "年均税收" in out.read_text("utf-8")
    assert "加速度" not in out.read_text("utf-8")


@pytest.mark.parametrize("name", ["a.odt", "a", ".docx"])
def test_another_ending_is_one_sentence(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "-o", str(tmp_path / name)]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert ".docx, .pptx, .md" in told
    assert list(tmp_path.iterdir()) == []

"""The fuzzer: it tries files of every format, and finds what is planted, whether it raises, hangs or grows."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.tools import fuzz, mutating

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("kind", fuzz.SUFFIXES)
def test_files_of_every_format_are_changed_and_open(tmp_path: Path, kind: str) -> None:
    fuzz.plant(tmp_path, kind, None)
    trials = fuzz.Trials(tmp_path, kind, seed=7)
    trials.at_random(6, time.monotonic() + 60)
    assert trials.count == 6
    assert not list(trials.faults.iterdir())


def test_changed_word_files_are_still_archives_with_other_text() -> None:
    (data,) = fuzz.seeds()["word"]
    random = Random(3)  # noqa: S311 - the same changes every time
    texts = {
        content
        for _ in range(40)
        for name, content in mutating.members(mutating.archive_changed(data, data, random))
        if name == "word/document.xml"
    }
    assert len(texts) > 10


def test_a_reader_that_raises_is_found_and_the_file_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(fuzz, "open_report", broken)
    trials = fuzz.Trials(tmp_path, "text", seed=1)
    trials.run(b"one")
    trials.run(b"two")
    kept = [file for file in trials.faults.iterdir() if file.suffix == ".txt"]
    assert [file.read_bytes() for file in kept] == [b"one"]  # the same fault is kept once
    assert "ZeroDivisionError" in kept[0].with_suffix(".log").read_text("utf-8")
    assert f"--repeat {kept[0]}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("planted", "name"),
    [("while True: pass", "time"), ("fuzz.MOST_MEMORY = 1", "memory")],
    ids=["hang", "memory"],
)
def test_a_reader_that_hangs_or_grows_is_found_by_the_one_who_watches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, planted: str, name: str
) -> None:
    code = (
        "import sys; from tests.tools import fuzz; fuzz.LIMIT = 0.2\n"
        f"def broken(*_):\n    {planted}\n    raise fuzz.CannotOpen('', fuzz.open_report.reason)\n"
        "broken.reason = __import__('gaohang_viewer.loading').loading.Reason.EMPTY\n"
        "fuzz.open_report = broken; sys.exit(fuzz.main(sys.argv[1:]))"
    )
    call = subprocess.call

    def with_fault(command: list[str], **more: Any) -> int:
        return call([sys.executable, "-c", code, *command[3:]], **more)

    monkeypatch.setattr(subprocess, "call", with_fault)
    monkeypatch.setattr(fuzz, "_WORKERS", 1)
    assert fuzz.main([str(tmp_path), "--random", "--runs", "3", "--formats", "text", "--minutes", "0.2"]) == 1
    assert [file.name.split("-")[1] for file in (tmp_path / "faults").glob("*.txt")] == [name]

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from gaohang_viewer.system.child_process import start_child
from gaohang_viewer.system.parent_watch import PARENT


def test_a_child_finds_the_package_and_its_parent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "asked.py").write_text(
        "import os, sys, gaohang_viewer\n"
        "assert sys.stdin.readline() == '甲\\n'\n"
        f"print(os.environ['{PARENT}'], '乙', flush=True)\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with (tmp_path / "errors").open("w+b") as errors, start_child("asked", stderr=errors) as child:
        answer, _ = child.communicate("甲\n".encode(), timeout=60)
    assert (answer.decode().split(), child.returncode) == ([str(os.getpid()), "乙"], 0), (
        tmp_path / "errors"
    ).read_text("utf-8")


def test_a_child_that_does_not_start_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    with pytest.raises(OSError, match="gone"):
        start_child("gaohang_viewer.typeset")

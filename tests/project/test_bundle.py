"""The stand-alone folder: what starts in it, and that its recipe names what there is."""

from __future__ import annotations

import ast
import os
import re
import runpy
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from gaohang_viewer import __main__ as program
from tests.tools.bundle.__main__ import size, strip
from tests.tools.bundle.start import start

ROOT = Path(__file__).parents[2]
RECIPE = ROOT.joinpath("tests", "tools", "bundle", "gaohang-viewer.spec").read_text("utf-8")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What was run, with the arguments that it saw."""
    runs: list[list[str]] = []
    monkeypatch.setattr(program, "run", lambda: runs.append(["program", *sys.argv[1:]]))
    monkeypatch.setattr(runpy, "run_module", lambda name, run_name: runs.append([name, *sys.argv[1:]]))
    return runs


@pytest.mark.parametrize(
    ("said", "run"),
    [
        ([], ["program"]),
        (["report.md"], ["program", "report.md"]),
        (["-m", "gaohang_viewer.typeset"], ["gaohang_viewer.typeset"]),
        (["-m", "gaohang_viewer", "report.md"], ["gaohang_viewer", "report.md"]),
        (["-m", "os"], ["program", "-m", "os"]),
        (["-m"], ["program", "-m"]),
    ],
)
def test_a_module_of_the_program_starts_as_under_python_and_no_other(
    said: list[str], run: list[str], started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["gaohang-viewer", *said])
    start()
    assert started == [run]


@pytest.mark.parametrize("before", [None, "/users/own"])
def test_other_programs_find_the_libraries_of_the_system(
    before: str | None, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["gaohang-viewer"])
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/folder/_internal")
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    start()
    assert os.environ.get("LD_LIBRARY_PATH") == before


def test_every_child_is_started_in_a_way_that_the_folder_understands() -> None:
    files = [file.read_text("utf-8") for file in ROOT.joinpath("gaohang_viewer").rglob("*.py")]
    starts = [start for text in files for start in re.findall(r"sys\.executable, (?:\[)?(.*)", text)]
    assert sum(start.startswith('"-m", module') for start in starts) == 1  # that of `start_child`
    starts = [start for start in starts if not start.startswith('"-m", module')]
    assert [start for start in starts if not start.startswith('"-m", "gaohang_viewer')] == []
    called = r"\b(?:start|ask)_child\(\s*(?!module\b)(.*)"
    modules = [module for text in files for module in re.findall(called, text)]
    assert len(starts) + len(modules) >= 5
    assert [module for module in modules if not module.startswith('"gaohang_viewer.')] == []


def test_the_recipe_brings_modules_that_exist_and_leaves_out_none_of_ours() -> None:
    tree = ast.parse(RECIPE)
    call = next(
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and "hiddenimports" in names(node)
    )
    brought = ast.literal_eval(next(each.value for each in call.keywords if each.arg == "hiddenimports"))
    assert [name for name in brought if find_spec(name) is None] == []
    left_out = {
        constant.value
        for each in call.keywords
        if each.arg == "excludes"
        for constant in ast.walk(each.value)
        if isinstance(constant, ast.Constant)
    }
    sources = [file.read_text("utf-8") for file in ROOT.joinpath("gaohang_viewer").rglob("*.py")]
    imported = {name for text in sources for name in re.findall(r"(?m)^ *(?:import|from) ([\w.]+)", text)}
    assert {"_ssl", "tkinter"} <= left_out
    assert imported & left_out == set()


def names(call: ast.Call) -> set[str | None]:
    return {each.arg for each in call.keywords}


def test_what_is_made_smaller_is_told_with_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    (tmp_path / "_typst.abi3.so").write_bytes(bytes(2_000_000))
    strip(tmp_path)  # there is no tool for it
    assert size(tmp_path) == 2.0
